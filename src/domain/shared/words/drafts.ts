/** Around drafts: why now, the card, its modals and their answers. */
import type { Standing } from '../../candidate/candidate.ts'

const STANDS = {
  interviewing: (role) => `interviewing for ${role}`,
  not_told: (role) => `${role}: not told yet`,
  told_no: (role) => `${role}: told no`,
  withdrew: (role) => `${role}: withdrew`,
  declined_offer: (role) => `${role}: declined our offer`,
  hired: (role) => `hired as ${role}`,
} as const satisfies Record<Standing, (role: string) => string>

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

export const whyNowWords = {
  standing: (standing: Standing, role: string): string => STANDS[standing](role),
  ago: (what: string, count: number): string => (count <= 0 ? `${what} today` : `${what} ${days(count)} ago`),
  jobOpened: (title: string, count: number): string =>
    count <= 0 ? `${title} opened today` : `${title} opened ${days(count)} ago`,
  quiet: (count: number): string => (count <= 0 ? 'in touch today' : `${days(count)} quiet`),
  neverContacted: 'never contacted',
} as const

/** An entry of the timeline. */
export const toldLine = (day: string): string => `Told the outcome on ${day}.`

export const card = {
  heading: (who: string, purpose: string): string => `Draft for *${who}* · ${purpose} · e-mail`,
  fallback: 'A draft waits for you.',
  fallbackDone: 'A draft was decided.',
  whyNow: (why: string): string => `*Why now*  ${why}`,
  lastSaid: (what: string, when: string): string => `*Last*  ${what} (${when})`,
  subject: (subject: string): string => `*Subject*  ${subject}`,
  facts: 'What it says of them, and where that comes from:',
  noFacts: 'It says nothing that only they could hear. *Edit* it, or note a strength first.',
  fact: (said: string, kind: string, author: string | undefined): string =>
    `• “${said}”: ${kind}${author === undefined ? '' : `, ${author}`}`,
  source: 'source',
  ok: (leaves: string): string => `:white_check_mark: *OK to send*  Leaves ${leaves}.`,
  okAfter: (why: string, leaves: string): string => `:white_check_mark: *OK to send*  ${why} Leaves ${leaves}.`,
  notYet: (sentences: string): string => `:no_entry: *Not yet*  ${sentences}`,
  inMoments: (seconds: number): string => (seconds <= 1 ? 'at once' : `in ${seconds} seconds`),
  askAnAdmin: 'An admin can change that.',
  approved: (who: string, when: string): string => `Approved by ${who} ${when}`,
  rejected: (who: string, when: string): string => `Rejected by ${who} ${when}`,
  withdrawn: (when: string): string => `Withdrawn ${when}`,
  reason: (reason: string): string => `Reason: ${reason}`,
  leaves: (when: string): string => `Leaves ${when}.`,
  left: (when: string): string => `Sent ${when}.`,
  edited: (number: number): string => `Text ${number}, edited by hand`,
  nobody: 'somebody',
} as const
