import type { ModalView } from '@slack/types'
import { notice } from '../../domain/shared/words/home.ts'
import { plain } from '../form-fields.ts'
import { section } from '../mrkdwn.ts'

/** What a press inside a modal has to say: above it, since a message would stand out of sight. */
export const renderNotice = (text: string): ModalView => ({
  type: 'modal',
  title: plain(notice.title),
  close: plain(notice.close),
  blocks: [section(text)],
})
