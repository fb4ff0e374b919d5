/** The list of saved pools, and the forms in which one is made and changed. */
import { days, people } from '../counted.ts'

export const pools = {
  heading: '*Pools*',
  none: '*No pools yet.* A pool is a query that stays up to date by itself, or a list that you keep. Search for people, then press *Save as pool*, or begin here.',
  newPool: 'New pool',
  find: 'Find people…',
  open: 'Open',
  next: 'Next',
  previous: 'Previous',
  range: (from: number, to: number, total: number): string => `${from}–${to} of ${total}`,
  size: people,
  more: (count: number): string => `${count.toLocaleString('en-GB')}+ people`,
  fresh: (fresh: number, size: number): string =>
    `${fresh.toLocaleString('en-GB')} of ${size.toLocaleString('en-GB')} fresh (${Math.round((100 * fresh) / size)} %)`,
  stale: (count: number): string => `${count.toLocaleString('en-GB')} stale`,
  empty: 'nobody in it yet',
  notCounted: 'not counted: it took too long',
  every: (count: number): string => `in touch every ${days(count)}`,
  owner: (name: string): string => `owner ${name}`,
  list: 'a list',
  fallback: (count: number): string => (count === 0 ? 'No pools yet.' : `Pools: ${count}.`),
} as const

export const poolModal = {
  title: 'New pool',
  submit: 'Save',
  close: 'Cancel',
  name: 'Name',
  kind: 'Who is in it',
  kinds: {
    query: 'Whoever matches the query, always up to date',
    list: 'A list: whoever matches now; people are added by hand',
  },
  query: 'Query',
  channel: 'Channel',
  channelHint: 'Hears once a week how the pool is, without names. Invite @medallist to it. May stay empty.',
  queryHintOfQuery: 'As behind /pool: skill:kubernetes location:London. In a pool, owner:me is its owner.',
  queryHint:
    'As behind /pool: skill:kubernetes location:London. In a pool, owner:me is its owner. A list may begin empty.',
  owner: 'Owner',
  cadence: 'In touch at least every … days',
  cadenceHint: 'Longer without a word and a person counts as stale.',
  persona: 'Who this pool is for',
  personaHint: 'Who belongs here, and what to talk about: for whoever writes to them.',
} as const

export const poolProblems = {
  name_taken: 'There is a pool of this name already. Choose another name.',
  name_not_usable:
    'Please use letters or digits, without quotation marks, < > and |, so that the name can stand in a query.',
  query_missing: 'Say whom the pool is for, such as skill:kubernetes, or make it a list.',
  query_in_circle: (pool: string): string =>
    `This leads in a circle, or too deep: pool “${pool}” is made of pools itself.`,
  too_many_for_list: (max: number): string =>
    `That is more than ${max} people. Narrow the query, or let the pool follow the query.`,
  too_slow: 'Looking these people up took too long. Narrow the query.',
  unknown_owner: 'This person cannot own a pool: only recruiters and admins can.',
} as const

export const poolSaved = {
  line: (name: string, what: string): string => `Saved the pool *${name}*: ${what}.`,
  undo: 'Undo',
  open: 'Open',
  undone: (name: string): string => `The pool *${name}* is gone again. Its people stay.`,
  fallback: 'The pool is saved.',
} as const

export const editModal = {
  title: 'Find people',
  submit: 'Search',
  close: 'Cancel',
  query: 'Query',
  hint: 'Words, and filters such as skill:kubernetes location:London stale:>90d. /pool help lists them.',
} as const
