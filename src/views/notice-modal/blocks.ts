import type { KnownBlock, ModalView } from '@slack/types'
import { notice } from '../../domain/shared/words/home.ts'
import { plain } from '../form-fields.ts'
import { section } from '../mrkdwn.ts'

type Said = { readonly text: string; readonly blocks?: readonly KnownBlock[] }

/** What an act inside a modal has to say: a message would stand out of sight. `title` is of another modal, so it fits. */
export const renderNotice = ({ text, blocks }: Said, title: string = notice.title): ModalView => ({
  type: 'modal',
  title: plain(title),
  close: plain(notice.close),
  blocks: blocks === undefined ? [section(text)] : [...blocks],
})

/** Stands where an answer will, while that is looked for. */
export const renderWaiting = (title: string): ModalView => renderNotice({ text: notice.waiting }, title)
