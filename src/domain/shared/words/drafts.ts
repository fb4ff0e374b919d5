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
