/** What a candidate answered, with what it may mean. Their words are quoted and inert: they come from outside. */
import type { Button, KnownBlock } from '@slack/types'
import { never } from '../../domain/shared/result.ts'
import { standingLine } from '../../domain/shared/words/candidates.ts'
import { replyCard as words } from '../../domain/shared/words/replies.ts'
import type { ReplyModel } from '../../usecases/replies/load-reply.ts'
import { DRAFT_FOR_PERSON } from '../draft-card/ids.ts'
import { plain } from '../form-fields.ts'
import { dayInWords, moment, safe, section, small } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import {
  REPLY_INTERESTED,
  REPLY_LATER,
  REPLY_NOT_INTERESTED,
  REPLY_OPEN,
  REPLY_UNDO,
  REPLY_WRONG_PERSON,
} from './ids.ts'

/** As much as is read at a glance; *Open* shows the rest. */
const MOST_QUOTED = 1_200

export function renderReplyCard(model: ReplyModel): { readonly blocks: KnownBlock[]; readonly text: string } {
  const { reply, person } = model
  const { standing, standingDay } = person
  const stands = standingLine(standing, standingDay === undefined ? undefined : dayInWords(standingDay))
  const about = [
    words.about(safe(flat(person.consideredRole), 200), stands),
    ...(model.subject === undefined ? [] : [words.answers(safe(flat(model.subject), 300))]),
  ]
  const outcome = outcomeOf(model)
  return {
    blocks: [
      section(words.heading(safe(flat(person.fullName), 300), moment(reply.receivedAt))),
      section(quoted(reply.text, MOST_QUOTED)),
      ...(reply.text.length > MOST_QUOTED ? [small(words.cut)] : []),
      small(...about),
      ...(reply.contactId === undefined ? [small(words.otherAddress)] : []),
      ...(outcome === undefined ? [] : [small(outcome)]),
      { type: 'actions', block_id: 'reply_acts', elements: [...buttons(model)] },
    ],
    text: outcome === undefined ? words.fallback : words.fallbackDone,
  }
}

/** Each line behind the bar of a quotation, so that none of them passes for ours. */
export const quoted = (text: string, max: number): string =>
  text === '' ? words.empty : safe(text, max).replace(/^/gm, '>')

function outcomeOf({ reply, decidedBy }: ReplyModel): string | undefined {
  const { state, laterOn, decidedAt } = reply
  if (state === 'waiting') return undefined
  const who = decidedBy === undefined ? words.somebody : `<@${decidedBy}>`
  const when = decidedAt === undefined ? '' : moment(decidedAt)
  switch (state) {
    case 'later':
      return words.decided.later(who, when, laterOn === undefined ? '' : dayInWords(laterOn))
    case 'interested':
    case 'not_interested':
    case 'wrong_person':
    case 'done':
      return words.decided[state](who, when)
    default:
      return never(state)
  }
}

function buttons({ reply, person }: ReplyModel): readonly Button[] {
  const open = button(REPLY_OPEN, words.open, reply.id)
  const undo = button(REPLY_UNDO, words.undo, reply.id)
  const decide = [
    button(REPLY_INTERESTED, words.interested, reply.id),
    button(REPLY_LATER, words.later, reply.id),
    button(REPLY_NOT_INTERESTED, words.notInterested, reply.id),
    { ...button(REPLY_WRONG_PERSON, words.wrongPerson, reply.id), confirm: confirmWrong() },
  ]
  const draft = button(DRAFT_FOR_PERSON, words.draft, person.id)
  switch (reply.state) {
    case 'waiting':
      return [...primary(decide), open]
    case 'done':
      return [...decide, open, undo]
    case 'interested':
      return [...primary([draft]), open, undo]
    case 'later':
    case 'not_interested':
    case 'wrong_person':
      return [open, undo]
    default:
      return never(reply.state)
  }
}

/** The first is the likeliest. */
const primary = ([first, ...rest]: readonly Button[]): readonly Button[] =>
  first === undefined ? [] : [{ ...first, style: 'primary' }, ...rest]

const confirmWrong = (): NonNullable<Button['confirm']> => {
  const { title, text, confirm, deny } = words.wrongConfirm
  return { title: plain(title), text: plain(text), confirm: plain(confirm), deny: plain(deny) }
}
