/** The forms behind a reply, and all of what was written. */
import type { KnownBlock, ModalView } from '@slack/types'
import { replyCard, replyForms as words } from '../../domain/shared/words/replies.ts'
import type { OpenedReply } from '../../usecases/replies/load-reply.ts'
import { day, field, option, plain } from '../form-fields.ts'
import { mrkdwn, safe, section, small } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { flat } from '../people-list/person-row.ts'
import { quoted } from './blocks.ts'
import { DO_NOT_CONTACT, LATER_DAY, LATER_MODAL, NOT_INTERESTED_MODAL } from './ids.ts'

const form = (
  callback_id: string,
  title: { readonly title: string; readonly submit: string },
  { reply, person }: OpenedReply,
  input: KnownBlock,
): ModalView => ({
  type: 'modal',
  callback_id,
  private_metadata: reply.id,
  title: plain(title.title),
  submit: plain(title.submit),
  close: plain(words.cancel),
  blocks: [section(`${words.wrote(safe(flat(person.fullName), 300))}\n${quoted(reply.text, 1_200)}`), input],
})

export const renderLaterModal = (reply: OpenedReply): ModalView =>
  form(
    LATER_MODAL,
    words.later,
    reply,
    field(
      {
        id: LATER_DAY,
        label: words.later.day,
        hint: reply.proposed === undefined ? words.later.hint : words.later.proposed,
        required: true,
      },
      day(reply.proposed, words.later.pick),
    ),
  )

export function renderNotInterestedModal(reply: OpenedReply): ModalView {
  const box = { ...option('stop', words.notInterested.option), text: mrkdwn(words.notInterested.option) }
  return form(
    NOT_INTERESTED_MODAL,
    words.notInterested,
    reply,
    field(
      { id: DO_NOT_CONTACT, label: words.notInterested.box, hint: words.notInterested.hint },
      { type: 'checkboxes', options: [box], ...(reply.asksToStop ? { initial_options: [box] } : {}) },
    ),
  )
}

/** Of a text, blocks of a size that Slack takes; cut between characters as they stand. */
const LONGEST_BLOCK = 2_400

export function renderOpenReply({ reply, person }: OpenedReply): ModalView {
  const parts = (text: string): KnownBlock[] => split(text).map((part) => section(quoted(part, 2_900)))
  return {
    type: 'modal',
    title: plain(words.open.title),
    close: plain(words.open.close),
    blocks: [
      section(words.wrote(safe(flat(person.fullName), 300))),
      ...parts(reply.text),
      ...(reply.original === undefined ? [] : [{ type: 'divider' } as const, small(words.open.whole)]),
      ...(reply.original === undefined ? [] : parts(reply.original)),
      { type: 'actions', elements: [button(OPEN_PERSON, replyCard.profile, person.id)] },
    ],
  }
}

/** Escaping lengthens: an ampersand becomes five characters, and each line gets a bar. */
function split(text: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let length = 0
  for (const character of text) {
    const cost =
      character === '&' ? 5 : character === '<' || character === '>' ? 4 : character === '\n' ? 2 : character.length
    if (length + cost > LONGEST_BLOCK) {
      parts.push(part)
      part = ''
      length = 0
    }
    part += character
    length += cost
  }
  return part === '' && parts.length > 0 ? parts : [...parts, part]
}
