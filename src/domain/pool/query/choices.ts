/** Values that are one of a short list, by their name or another word for it. */
import {
  CAREER_STAGES,
  EMPLOYMENTS,
  KINDS,
  NOT_HIRED_REASONS,
  RELATIONS,
  STANDINGS,
  TIERS,
} from '../../candidate/candidate.ts'
import { functionWord, JOB_FUNCTIONS, type JobFunction } from '../../candidate/job-function.ts'
import { asScore, type Score } from '../../candidate/rating.ts'
import { fold, nearest } from '../../shared/text.ts'
import { CONSENT_STATES, POOL_SORTS } from './ast.ts'
import type { Value } from './lex.ts'
import { type Read, unknown } from './read.ts'

const plain = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '')

function choice<Item extends string>(items: readonly Item[], others: Readonly<Record<string, Item>> = {}) {
  return ({ text }: Pick<Value, 'text'>): Read<Item> => {
    const typed = plain(text)
    const item = items.find((name) => plain(name) === typed) ?? others[typed]
    if (item !== undefined) return { item }
    const guess = nearest(typed, [...items.map(plain), ...Object.keys(others)])
    return unknown(
      guess === undefined ? undefined : (items.find((name) => plain(name) === guess) ?? others[guess]),
      items,
    )
  }
}

export const readTier = choice(TIERS, { tiera: 'A', tierb: 'B', tierc: 'C' })
export const readSort = choice(POOL_SORTS, {
  quiet: 'stale',
  best: 'match',
  relevance: 'match',
  recent: 'added',
  newest: 'added',
})
export const readKind = choice(KINDS, {
  silver: 'near_miss',
  silvermedallist: 'near_miss',
  finalist: 'near_miss',
  declined: 'declined_offer',
  applicant: 'past_applicant',
  lead: 'passive',
  employee: 'internal',
  freelancer: 'freelance',
  referred: 'referral',
})
export const readStanding = choice(STANDINGS, {
  stillinterviewing: 'interviewing', inprocess: 'interviewing', nottoldyet: 'not_told', untold: 'not_told', told: 'told_no', rejected: 'told_no',
  no: 'told_no', withdrawn: 'withdrew', declined: 'declined_offer', declinedouroffer: 'declined_offer',
}) // biome-ignore format: a table
export const readReason = choice(NOT_HIRED_REASONS, {
  runnerup: 'close_second', silver: 'close_second', second: 'close_second', closed: 'role_closed', paused: 'role_closed', seniority: 'level',
  skills: 'skill_gap', skill: 'skill_gap', salary: 'pay', money: 'pay', compensation: 'pay', relocation: 'location', visa: 'location', remote: 'location',
  declined: 'declined_offer', withdrawn: 'withdrew',
}) // biome-ignore format: a table
export const readRelation = choice(RELATIONS, {
  clients: 'client',
  customer: 'client',
  customers: 'client',
  partners: 'partner',
})
export const readEmployment = choice(EMPLOYMENTS, {
  working: 'employed', job: 'employed', notice: 'on_notice', leaving: 'on_notice', unemployed: 'between_jobs', available: 'between_jobs',
  free: 'between_jobs', laidoff: 'between_jobs', freelance: 'self_employed', freelancer: 'self_employed', contractor: 'self_employed',
  student: 'studying',
}) // biome-ignore format: a table
export const readCareer = choice(CAREER_STAGES, {
  graduate: 'student', early: 'starting', beginner: 'starting', experienced: 'established', specialist: 'expert', leader: 'leading',
  changer: 'changing_field', changing: 'changing_field', switcher: 'changing_field',
}) // biome-ignore format: a table
const YES_NO = { y: 'yes', true: 'yes', ok: 'yes', only: 'yes', n: 'no', false: 'no' } as const
export const readYesNo = choice(['yes', 'no'] as const, YES_NO)

export const readConsent = choice(CONSENT_STATES, {
  yes: 'valid', ok: 'valid', given: 'valid', granted: 'valid', active: 'valid', soon: 'expiring', expiressoon: 'expiring', lapsed: 'expired',
  ranout: 'expired', revoked: 'withdrawn', optedout: 'withdrawn', no: 'missing', none: 'missing', never: 'missing', unknown: 'missing',
}) // biome-ignore format: a table

const OF_SEVERAL_WORDS = {
  standing: readStanding,
  reason: readReason,
  kind: readKind,
  relation: readRelation,
  employment: readEmployment,
  career: readCareer,
  consent: readConsent,
} as const
type ChoiceName = keyof typeof OF_SEVERAL_WORDS
export const CHOICE_NAMES = Object.keys(OF_SEVERAL_WORDS) as readonly ChoiceName[]

/** "reason:close second": whether these words are one of the filter's choices. */
export const isChoice = (filter: string, text: string): boolean =>
  CHOICE_NAMES.some((name) => name === filter && 'item' in OF_SEVERAL_WORDS[name]({ text }))

/** `>=4`, `4`, `<3`, `3..4`; what leaves no score in between is not understood. */
export function readRating({ text }: Value): Read<{ readonly from: Score; readonly to: Score }> {
  const typed = fold(text).replace(/\s+/g, '')
  const [, sign = '', first, last] = /^(>=|<=|[<>=])?([1-5])(?:(?:\.\.|-)([1-5]))?\+?$/.exec(typed) ?? []
  const one = Number(first)
  const or = typed.endsWith('+')
  const from = sign === '>' ? one + 1 : sign.includes('<') ? 1 : one
  const to = sign === '<' ? one - 1 : sign.includes('>') || or ? 5 : last === undefined ? one : Number(last)
  const [low, high] = [asScore(String(from)), asScore(String(to))]
  const twice = last !== undefined && (sign !== '' || or)
  return first === undefined || twice || low === undefined || high === undefined || low > high
    ? unknown(undefined, ['>=4', '<3', '3..4', '5'])
    : { item: { from: low, to: high } }
}

export const readFunction = ({ text }: Value): Read<JobFunction> => {
  const item = functionWord(text)
  return item === undefined ? unknown(nearest(text, JOB_FUNCTIONS), JOB_FUNCTIONS) : { item }
}
