/** Two records that may be one person. Names are escaped by the caller. */
import type { Reason } from '../../candidate/same-person.ts'

/** Why two records were put side by side: "Liz is short for Elizabeth; same company". */
export const reasonWords = (reasons: readonly Reason[], shown: (name: string) => string = (name) => name): string =>
  reasons.map((reason) => wordsFor(reason, shown)).join('; ')

function wordsFor(reason: Reason, shown: (name: string) => string): string {
  if (!('one' in reason)) return PLAIN[reason.kind]
  return COMPARED[reason.kind](shown(reason.one), shown(reason.other))
}

const COMPARED = {
  short_for: (one: string, other: string): string => `${one} is short for ${other}`,
  both_forms: (one: string, other: string): string => `${one} and ${other} are forms of one name`,
  spelling: (one: string, other: string): string => `${one} and ${other} are spellings of one name`,
  typo: (one: string, other: string): string => `${one} and ${other} differ by a letter or two`,
  initial: (one: string, other: string): string => `${one} may stand for ${other}`,
} as const

const PLAIN = {
  same_name: 'the same name',
  swapped: 'the names are in another order',
  extra_names: 'one has a further name',
  common_name: 'a common name',
  one_generation: 'only one has a Jr., Sr. or number, so they may be parent and child',
  same_company: 'same company',
  other_company: 'different companies',
  same_place: 'same place',
  other_place: 'different places',
} as const

export const duplicates = {
  merged: (name: string): string => `Merged with the record of ${name}.`,
  fallback: 'People who may be recorded twice.',
  heading:
    '*People who may be recorded twice*, the likeliest first. Nothing is merged before you have seen both side by side.',
  none: 'Nobody seems to be recorded twice. Whoever is added or changed is compared with those on record.',
  noMore: 'There are no further pairs.',
  stillComparing: 'Some people have not been compared yet; that goes on by itself.',
  first: 'On record since',
  second: 'Added later',
  alike: (percent: number, why: string): string => `${percent} % alike: ${why}.`,
  noOwner: 'no owner',
  owner: (name: string): string => `looked after by ${name}`,
  reached: { email: 'e-mail', phone: 'phone', profile: 'profile link' },
  noContact: 'no contact on record',
  compare: 'Merge…',
  dismiss: 'Not the same person',
  open: 'Open',
  openOther: 'Open the other',
  next: 'Next',
  fromTheFirst: '`/medallist duplicates` begins with the first pair again.',
  dismissed: 'Noted: they are two people. Nobody is asked about this pair again.',
  gone: 'One of these records is not there any more. `/medallist duplicates` shows the pairs as they are now.',
  decided: {
    dismissed: 'Somebody said already that these are two people.',
    merged: 'These were merged already.',
  },
  intro: (kept: string, other: string): string =>
    `*${kept}* stays, and everything known of *${other}* joins it: history, contacts, pools, drafts. Whoever withdrew a permission in either has withdrawn it in both; of two permissions that which ends earlier counts, and so does the stricter outcome.`,
  permission: (kept: string, other: string, joined: string): string =>
    `*Permission to contact*\nStays: ${kept}\nJoins it: ${other}\nTogether: *${joined}*`,
  internal: (owner: string | undefined): string =>
    `One of them is of our own staff, and whoever they become is too: only ${owner === undefined ? 'admins see' : `${owner} and admins see`} that record from then on.`,
  barred: (company: string): string =>
    `*${company}* is on the do-not-contact list: nobody can write to them while it stands as their company.`,
  mergeWith: {
    button: 'Merge with…',
    about: (name: string): string =>
      `*${name}* is on record twice? Choose the other record; both are shown side by side before anything changes.`,
    hint: 'Begin to type the name of the other record.',
    same: 'That is this very record. Choose the other one.',
    gone: 'One of these records is not there any more. Choose another.',
  },
  undoMerge: 'Undo merge',
  undone: 'Taken back: the record is as it was before, but for what was changed since.',
  existing: 'Stays',
  typed: 'Joins it',
  keep: 'Keep that of the record that stays',
  take: 'Take that of the other',
  changedSince: 'One of the records changed while you looked. Here they are as they are now; press *Merge* once more.',
} as const
