/** The morning's reminder. What stands in sentences is escaped by the caller. */
import type { Standing } from '../../candidate/candidate.ts'

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${number.toLocaleString('en-GB')} ${many}`

const STOOD = {
  interviewing: 'interviewing',
  not_told: 'not told yet',
  told_no: 'runner-up',
  withdrew: 'withdrew',
  declined_offer: 'declined our offer',
  hired: 'hired',
} as const satisfies Record<Standing, string>

/** Two hundred and more are counted no further. */
const MOST_COUNTED = 200

export const nudge = {
  heading: (name: string, people: number, minutes: number, rest: number): string =>
    `${name}, ${count(people, 'person', 'people')} worth a word today (about ${minutes} min${rest === 0 ? '' : `; ${rest >= MOST_COUNTED ? `${MOST_COUNTED} or more` : rest} can wait`})`,
  allDone: (name: string, people: number): string =>
    `${name}, ${people === 1 ? 'the one person' : `all ${people} people`} of today had a word. Thank you.`,
  isFor: (mention: string): string => `For ${mention}. Each row says why today; nothing leaves before you approve it.`,
  inDm: 'Each row says why today; nothing leaves before you approve it.',
  publicLine: (name: string, people: number, minutes: number): string =>
    `*${name}* has ${count(people, 'person', 'people')} worth a word today (about ${minutes} min). Who they are stands in the direct messages with Medallist.`,
  publicDone: (name: string): string => `*${name}* had a word with everybody of today.`,
  stood: (role: string, standing: Standing, when: string | undefined): string =>
    `${role}, ${STOOD[standing]}${when === undefined ? '' : `, ${when}`}.`,
  why: {
    reply: (name: string, when: string, said: string): string => `*${name}* replied ${when}: “${said}”`,
    promise: (day: string): string => `To be in touch by ${day}.`,
    promised: (what: string): string => `You promised “${what}”.`,
    jobOpened: (title: string, when: string): string => `*${title}* opened ${when}, and it is like theirs.`,
    watch: (news: string, when: string): string => `${news} ${when}.`,
    tierA: 'Tier A: would hire today.',
  },
  quiet: (days: number): string => `${count(days, 'day', 'days')} quiet.`,
  never: 'Never contacted.',
  done: {
    acted: ':white_check_mark: Done today.',
    snoozed: ':zzz: Snoozed.',
    archived: ':file_cabinet: Archived.',
    passed_on: ':arrow_right: With a colleague now.',
  },
  buttons: { reply: 'Reply', draft: 'Draft', snooze: 'Snooze' },
  more: { call: 'Log touch', open: 'Open', reassign: 'Reassign', archive: 'Archive' },
} as const
