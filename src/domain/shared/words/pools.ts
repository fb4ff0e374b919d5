/** Pools: their pages, what they ask of their owners, who came and went. What stands in sentences is escaped by the caller. */

import type { Capacity } from '../../pool/capacity.ts'
import { days, people } from '../counted.ts'
import type { Day } from '../time.ts'
import { dayInWords } from './day.ts'

const number = (value: number): string => value.toLocaleString('en-GB')
const share = (n: number, d: number): string =>
  d === 0 ? '–' : `${number(n)} / ${number(d)} (${Math.round((100 * n) / d)} %)`

/** Entries of a person's timeline. Plain text. */
export const poolLines = {
  added: (pool: string): string => `Added to the pool ${pool}`,
  removed: (pool: string): string => `Taken out of the pool ${pool}`,
  matches: (pool: string): string => `Matches the pool ${pool} now`,
  matchesNoMore: (pool: string): string => `Does not match the pool ${pool} any more`,
  checked: 'Profile looked through: it is right',
} as const

/** Who came with a file, and who came with many others. */
export const unworked = {
  unworked: (from: Day | undefined): string =>
    `:seedling: *Unworked*: imported, and nobody here has been in touch since. ${from === undefined ? 'They go stale once somebody owns them or a pool holds them.' : `They come up from ${dayInWords(from)}.`}`,
  due: ':seedling: *Unworked*: imported, and nobody here has been in touch since.',
  waits: (from: Day): string => `:seedling: Comes up from ${dayInWords(from)}: many came into the pool at once.`,
  row: 'unworked',
} as const

export const profileCheck = {
  label: 'Profile looked through',
  never: 'never',
  button: 'Profile is right',
  done: (who: string): string => `The profile of ${who} is marked as right today. It counts as fresh for half a year.`,
} as const

/** "2", "12", "1.5" */
const amount = (perDay: number): string =>
  perDay >= 10 || perDay - Math.floor(perDay) < 0.2 || Math.ceil(perDay) - perDay < 0.2
    ? number(Math.round(perDay))
    : (Math.round(2 * perDay) / 2).toLocaleString('en-GB')

/** "2 messages a working day", "1 message every 6 working days" */
export function messagesInWords(perDay: number): string {
  if (perDay <= 0) return 'no messages'
  const every = Math.round(1 / perDay)
  if (perDay < 0.9) return every <= 1 ? '1 message a working day' : `1 message every ${number(every)} working days`
  const count = amount(perDay)
  return count === '1' ? '1 message a working day' : `${count} messages a working day`
}

export const capacity = {
  sentence: ({ people: count, cadenceDays, perDay }: Capacity, more: boolean): string =>
    `${more ? `${number(count)}+ people` : people(count)} every ${days(cadenceDays)} ≈ ${more ? 'at least ' : ''}${messagesInWords(perDay)}`,
  inAll: (owner: string, { inAll }: Capacity): string =>
    `With everything else ${owner} looks after: ${messagesInWords(inAll)}`,
  tooMuch: (most: number): string => `That is more than the ${most} that a morning has room for; the rest would wait.`,
  nobody: 'Nobody in it waits for its owner yet.',
  accept: 'Accept',
  slowDown: (cadenceDays: number): string => `Slow down to ${days(cadenceDays)}`,
  share: 'Share…',
  accepted: (pool: string): string => `Accepted: *${pool}* stays as it is.`,
  slowed: (pool: string, cadenceDays: number): string => `*${pool}*: in touch every ${days(cadenceDays)} from now on.`,
} as const

export const poolPage = {
  query: 'A query, always up to date',
  list: 'A list',
  note: 'Who belongs here',
  owner: (who: string, cadenceDays: number): string => `Owner ${who} · in touch every ${days(cadenceDays)}`,
  nobody: 'nobody of this workspace',
  channel: (channel: string): string => `its week is told in ${channel}`,
  size: (count: number, more: boolean): string => (more ? `*${number(count)}+ people*` : `*${people(count)}*`),
  counted: (count: number): string => `Of the first ${number(count)}:`,
  inTouch: (n: number, d: number, cadenceDays: number): string =>
    `In touch within ${days(cadenceDays)}: ${share(n, d)}`,
  permitted: (n: number, d: number): string => `Permission to contact: ${share(n, d)}`,
  checked: (n: number, d: number): string => `Profile looked through within half a year: ${share(n, d)}`,
  fresh: (n: number, d: number): string => `*Fresh* (all three): ${share(n, d)}`,
  stale: (count: number): string => `Stale: ${number(count)}`,
  unworked: (count: number): string => `Unworked (imported, nobody in touch yet): ${number(count)}`,
  empty: 'Nobody is in it yet.',
  emptyList: 'Add people from their profiles, with *Pools…*, or from the menu beside them in a search.',
  notCounted: 'Not counted: it took too long. Narrow the query with *Edit*.',
  people: 'People',
  edit: 'Edit',
  archive: 'Archive',
  merge: 'Merge…',
  history: 'History',
  restore: 'Restore',
  archived: (day: string): string => `*Archived* on ${day}: nobody is due because of it, and its name is free.`,
  mergedInto: (pool: string): string => `Its people went to *${pool}*.`,
  came: '*Who came and went*',
  fallback: 'A pool.',
} as const

export const poolHistory = {
  heading: (pool: string): string => `*Who came into ${pool} and who left*`,
  none: 'Nobody came or went yet.',
  nightly: 'A pool that is a query is looked through every night: a day is as exact as this gets.',
  somebody: 'somebody who is not on record any more',
  by: (name: string): string => ` by ${name}`,
  joined: {
    by_hand: 'was added',
    saved: 'was in it from the beginning',
    query: 'matches now',
    merged: 'came with another pool',
  },
  left: { by_hand: 'was taken out', query: 'does not match any more', undone: 'left when it was undone' },
  older: 'Older',
  newest: 'Newest',
  fallback: 'The history of a pool.',
} as const

export const editPool = {
  title: 'Edit pool',
  submit: 'Save',
  done: (name: string): string => `Saved the changes to *${name}*.`,
  nothing: (name: string): string => `*${name}* was like that already; nothing was changed.`,
  undo: 'Undo',
  undone: (name: string): string => `*${name}* is as it was before.`,
  whichPool: 'Say which pool: `/pool edit SRE bench`. `/pool` lists them.',
  noPool: (name: string, nearest: string | undefined): string =>
    `There is no pool “${name}”.${nearest === undefined ? ' `/pool` lists them.' : ` Did you mean \`/pool edit ${nearest}\`?`}`,
  archived: (name: string): string => `The pool “${name}” is archived. *Restore* it first.`,
  open: 'Open',
} as const

export const archivedPools = {
  button: 'Archived pools',
  heading: '*Archived pools*',
  none: 'No pool is archived.',
  more: 'There are older ones; `/pool edit` with the name finds them.',
  done: (name: string): string =>
    `*${name}* is archived. Nobody is due because of it any more; its people and its history stay.`,
  restored: (name: string): string => `*${name}* is back, with everybody who was in it.`,
  since: (day: string): string => `archived on ${day}`,
  undo: 'Undo',
} as const

export const mergePool = {
  title: 'Merge pools',
  submit: 'Merge',
  close: 'Cancel',
  about: (name: string): string =>
    `Everybody in *${name}* goes to the pool you choose, with who added them and when. *${name}* is archived. You can take it back for 30 days.`,
  aboutQuery: (name: string): string =>
    `*${name}* is a query. Merged into another query, the other one finds whoever matches either; merged into a list, the people whom it finds now are put on the list. *${name}* is archived. You can take it back for 30 days.`,
  into: 'Into which pool?',
  list: (name: string): string => `${name} (a list)`,
  noOther: 'There is no other pool that this one could go into.',
  done: (from: string, into: string, came: number): string =>
    `*${from}* went into *${into}*${came === 0 ? '' : `: ${people(came)} came along`}.`,
  undo: 'Undo',
  undone: (from: string, into: string): string => `Undone: *${from}* and *${into}* are two pools again.`,
} as const

export const sharePoolWords = {
  title: 'Share a pool',
  submit: 'Share',
  close: 'Cancel',
  about: (name: string): string =>
    `A colleague becomes the relationship owner of part of *${name}*, the longest quiet first, and hears of them in their own mornings.`,
  who: 'Who takes part of it?',
  people: 'How many people?',
  peopleHint: (fits: number): string => `With ${people(fits)} given away the rest fits into its owner’s mornings.`,
  done: (given: number, who: string, pool: string): string =>
    `${who} looks after ${people(given)} of *${pool}* from now on.`,
  undo: 'Undo',
  undone: (back: number): string =>
    `Undone: ${people(back)} ${back === 1 ? 'is' : 'are'} with whoever looked after them before.`,
} as const

export const listsModal = {
  button: 'Pools…',
  title: 'Pools',
  submit: 'Save',
  close: 'Cancel',
  about: (who: string): string => `*${who}*\nQueries fill themselves; in lists you put people by hand.`,
  lists: 'In these lists',
  none: 'There is no list yet. `/pool new` makes one.',
  hint: 'Take one away and they leave it; the history remembers that they were in it.',
  done: (who: string, added: readonly string[], removed: readonly string[]): string =>
    [
      ...(added.length === 0 ? [] : [`${who} is in ${added.join(', ')} now.`]),
      ...(removed.length === 0 ? [] : [`${who} left ${removed.join(', ')}.`]),
      ...(added.length + removed.length === 0 ? [`${who} is in these lists already; nothing was changed.`] : []),
    ].join(' '),
  undo: 'Undo',
  undone: (who: string): string => `Undone: ${who} is in the lists they were in before.`,
} as const

export const poolRefusals = {
  pool_gone: 'That pool is not there any more. `/pool` shows those that are.',
  changed_since: 'Somebody changed the pool meanwhile; nothing was saved. Open it again and look.',
  name_taken_since: 'Another pool has this name by now. Rename that one, then restore this.',
  pool_living: 'The pool is not archived; nothing was changed.',
  pool_used: (by: string): string =>
    `The pool “${by}” is made of this one and would find nobody there. Change “${by}” first.`,
  name_used: (by: string): string => `The pool “${by}” is made of this one, by its name. Change “${by}” first.`,
  too_late: 'It cannot be taken back any more, or somebody else did it. `/pool` shows how things are.',
  same_pool: 'A pool cannot go into itself. Choose another.',
  list_into_query:
    'A list cannot go into a query: nobody can be put into one by hand. Choose a list, or merge the query into the list.',
  query_too_long: 'Both queries together are too long for one. Shorten one of them first.',
  too_slow: 'Looking these people up took too long. Narrow the query.',
  made_of_each_other: 'One of the two is made of the other, so that they cannot become one.',
  too_many_for_list: (max: number): string =>
    `That is more than ${max} people, too many for a list. Narrow the query first.`,
  no_such_member: 'That is nobody of this workspace. Please choose somebody else.',
  may_not_look_after:
    'They may not look after candidates: only recruiters may. An admin can give them the role with /medallist roles.',
  is_the_owner: 'They own the pool already. Please choose a colleague.',
  nobody_to_share: 'Nobody in it is its owner’s to give: the others belong to colleagues already.',
  too_many_lists: (max: number): string => `Somebody can be in ${max} lists at most.`,
  no_such_list: (name: string | undefined): string =>
    `${name === undefined ? 'One of these' : `“${name}”`} is no list any more. Close this and open it again.`,
} as const
