/** `/medallist hand-over`: all the people of somebody who leaves go to colleagues. What stands in sentences is escaped by the caller. */
import type { ShareWay } from '../../candidate/share-out.ts'

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
const people = (number: number): string => count(number, 'person', 'people')
const drafts = (number: number): string => count(number, 'draft', 'drafts')
const listOf = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

export type Counted = {
  readonly people: number
  readonly promises: number
  readonly replies: number
  readonly drafts: number
  readonly scheduled: number
  readonly pools: number
}

export const handOver = {
  title: 'Hand over people',
  show: 'Show what happens',
  submit: 'Hand over',
  cancel: 'Cancel',
  undo: 'Undo',
  open: 'Hand over…',
  to: 'Who looks after them from now on?',
  toHint: 'One colleague or up to twenty, all of them recruiters.',
  way: 'How are they shared out?',
  wayHint: 'Counts only where you choose several. Nobody gets the record of themselves.',
  ways: {
    load: 'Evenly: each then looks after about as many',
    pool: 'By pool: who is on one list stays together, with its owner if chosen',
    role: 'By role: who was considered for one role stays together',
  } as const satisfies Record<ShareWay, string>,
  has: (who: string, { people: all, promises, replies, drafts: waiting, scheduled, pools }: Counted): string => {
    const of = [
      ...(promises > 0 ? [`${count(promises, 'promise', 'promises')} of a next touchpoint`] : []),
      ...(replies > 0 ? [count(replies, 'reply that waits', 'replies that wait')] : []),
    ]
    const besides = [
      ...(waiting > 0 ? [`${drafts(waiting)} to approve`] : []),
      ...(scheduled > 0 ? [`${count(scheduled, 'approved message', 'approved messages')} on the way`] : []),
      ...(pools > 0 ? [count(pools, 'pool', 'pools')] : []),
    ]
    return `${who} looks after *${people(all)}*${of.length === 0 ? '' : `, with ${listOf(of)}`}${besides.length === 0 ? '' : `; and has ${listOf(besides)}`}.`
  },
  scheduled: (names: readonly string[], more: number): string =>
    `Approved and not sent yet: ${listOf([...names, ...(more > 0 ? [`${more} more`] : [])])}. They *do not leave in that name*: each waits as a draft again, until its new owner approves it.`,
  promise: 'Promises, reminders and replies that wait go with the people. Nothing is sent by this.',
  gets: (who: string, has: number, gets: number): string =>
    `• ${who} gets *${gets.toLocaleString('en-GB')}*, and then looks after ${people(has + gets)}`,
  preview: (who: string): string => `*This is what happens to the people of ${who}.*`,
  undoable: (days: number): string =>
    `For ${days} days *Undo* brings back whoever is still with those who got them. It goes on in portions; people appear with their new owner as it goes.`,
  /** An entry of the timeline. Plain text. */
  history: (from: string, to: string | undefined): string =>
    to === undefined
      ? `Handed over by ${from}; nobody looks after them now`
      : `Handed over by ${from}; looked after by ${to} now`,
  historyBack: (to: string): string => `The hand-over was undone; looked after by ${to} again`,
  card: {
    running: (from: string, moved: number, all: number): string =>
      `:hourglass_flowing_sand: *Handing over the people of ${from}*: ${moved.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}. It goes on by itself.`,
    done: (from: string, moved: number): string =>
      `:white_check_mark: *The people of ${from} are handed over*: ${people(moved)}.`,
    undoing: (from: string): string => `:hourglass_flowing_sand: *Undoing the hand-over of ${from}’s people.*`,
    undone: (from: string, back: number): string =>
      `:leftwards_arrow_with_hook: *Undone*: ${people(back)} ${back === 1 ? 'is' : 'are'} with ${from} again. Whom somebody else got since stays there; drafts stay where they are.`,
    got: (who: string, all: number, waiting: number): string =>
      `• ${who}: ${people(all)}${waiting > 0 ? `, ${drafts(waiting)}` : ''}`,
    nobody: (number: number): string =>
      `${people(number)} could go to nobody, because they are the record of the very colleague. \`/pool owner:none\` shows them.`,
    held: (names: readonly string[], more: number): string =>
      `*Decide about these*: approved by the one who left, stopped, and waiting as drafts: ${listOf([...names, ...(more > 0 ? [`${more} more`] : [])])}.`,
    fallback: 'A hand-over of people',
  },
  received: {
    text: (from: string, all: number): string =>
      `:handshake: *You look after ${people(all)} of ${from} from now on.* Promises, reminders and replies that wait are yours too.`,
    nobody: (from: string): string => `:handshake: *Something of ${from} is with you now.*`,
    undone: (from: string): string =>
      `:leftwards_arrow_with_hook: The hand-over of ${from}’s people was undone; whom you had from it is with them again.`,
    drafts: (number: number): string =>
      `${drafts(number)} ${number === 1 ? 'waits' : 'wait'} for you: \`/outreach\`. What a template or a model had written is signed with your name now; what they wrote in their own words needs *Edit* or *Draft again*.`,
    held: (names: readonly string[]): string =>
      `Approved before and stopped, so yours to decide: ${listOf(names)}. Nothing leaves before you approve it.`,
    pools: (names: readonly string[]): string => `Pools that are yours now: ${listOf(names)}.`,
    next: '`/pool owner:me sort:stale` lists everybody; `/candidate <name> catch-up` tells in half a minute what was said and promised.',
    fallback: 'You look after more people from now on',
  },
  leaver: {
    text: (who: string): string => `:wave: *${who} is not in this workspace any more.*`,
    held: 'Nothing that they had approved leaves in their name: it waits as drafts.',
    fallback: 'Somebody left, and their people need somebody else',
  },
  list: {
    heading: '*Handing people over*',
    leaver: (who: string, all: number): string => `• ${who} left and still looks after *${people(all)}*`,
    none: 'Nobody who left looks after anybody.',
    recent: '*Lately*',
    line: (from: string, state: string, moved: number, when: string): string =>
      `• ${from}, ${when}: ${people(moved)}, ${state}`,
    states: { running: 'under way', done: 'done', undoing: 'being undone', undone: 'undone' },
    usage: '`/medallist hand-over @ben` shows what Ben looks after and hands it over, also while Ben is still here.',
  },
  begun: 'It is under way; a message tells you how it stands.',
  refusals: {
    no_such_member: 'That is nobody of this workspace. Name a colleague with @.',
    no_such_hand_over: 'I can’t find that hand-over any more. `/medallist hand-over` shows the last ones.',
    nobody_chosen: 'Please choose at least one colleague.',
    too_many: 'Please choose at most twenty colleagues.',
    to_themselves: 'They look after these people already. Please choose somebody else.',
    nothing_to_hand_over: 'They look after nobody, and nothing waits with them. Nothing was changed.',
    under_way: 'Their people are being handed over just now. `/medallist hand-over` shows how it stands.',
    undone_already: 'That was undone already.',
    too_late: (days: number): string =>
      `That was more than ${days} days ago, so it cannot be undone any more. Hand the people over once more instead.`,
    may_not_look_after: (who: string): string =>
      `${who} may not look after candidates: only recruiters may. An admin can give the role with /medallist roles.`,
  },
} as const
