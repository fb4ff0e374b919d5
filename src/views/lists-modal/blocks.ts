/** In which lists somebody is: a form, and what is said afterwards. */
import type { ModalView } from '@slack/types'
import { listsModal as words } from '../../domain/shared/words/pools.ts'
import type { ListsOf } from '../../usecases/pools/set-lists.ts'
import { field, option, plain, several } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import { aboutLists, LISTS, LISTS_MODAL, UNDO_LISTS } from './ids.ts'

export function renderListsModal(of: ListsOf, onProfile: boolean): ModalView {
  const seen = of.lists.map(({ id }) => id)
  const frame = { type: 'modal', title: plain(words.title), close: plain(words.close) } as const
  const about = section(words.about(safe(flat(of.fullName), 150)))
  if (of.choices.length === 0) return { ...frame, blocks: [about, section(words.none)] }
  const options = of.choices.map(({ id, name }) => option(id, name))
  return {
    ...frame,
    callback_id: LISTS_MODAL,
    submit: plain(words.submit),
    private_metadata: aboutLists({ candidateId: of.candidateId, seen, tell: !onProfile }),
    blocks: [about, field({ id: LISTS, label: words.lists, hint: words.hint }, several(options, seen))],
  }
}

/** `text` is mrkdwn. */
export const renderListsSet = (text: string, undo: string | undefined): Drawn => ({
  text,
  blocks: [
    section(text),
    ...(undo === undefined ? [] : [{ type: 'actions' as const, elements: [button(UNDO_LISTS, words.undo, undo)] }]),
  ],
})
