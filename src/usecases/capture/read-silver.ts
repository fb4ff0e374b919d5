/** Judges the form: every answer in its one form, or what is wrong with each. Pure; what needs rows is asked later. */
import { NOT_HIRED_REASONS, SENIORITIES, STANDINGS, TIERS } from '../../domain/candidate/candidate.ts'
import { phoneRegions } from '../../domain/candidate/phone-region.ts'
import { type SensitiveWarning, warnSensitive } from '../../domain/candidate/sensitive.ts'
import {
  asksForDay,
  MOST_SKILLS,
  SILVER_LIMITS,
  type SilverEntry,
  type SilverField,
  splitLocation,
} from '../../domain/candidate/silver-form.ts'
import {
  checkEmail,
  checkFullName,
  checkPhone,
  checkProfileLink,
  checkRole,
  checkText,
} from '../../domain/candidate/validate.ts'
import { PERMISSION_BASES } from '../../domain/consent/permission.ts'
import { locationZone } from '../../domain/pool/location.ts'
import { canonicalPlace } from '../../domain/pool/places.ts'
import { type ReadSkills, readSkills } from '../../domain/pool/skill-uses.ts'
import { asId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { tidy, tidyLine } from '../../domain/shared/text.ts'
import { asDay, type Day, type Zone } from '../../domain/shared/time.ts'
import type { SilverProblem } from '../../domain/shared/words/capture.ts'
import { NO_OWNER, type SilverDetails } from './silver-details.ts'

export type SilverProblems = { readonly [Field in SilverField]?: SilverProblem }
type Checked<Value> = Result<Value, SilverProblem>

/** The day that it is for whoever filled the form in, and where they work. */
export type ReadFor = { readonly today: Day; readonly zone: Zone }

export function readSilver(entry: SilverEntry, { today, zone }: ReadFor): Result<SilverDetails, SilverProblems> {
  const problems: { -readonly [Field in SilverField]?: SilverProblem } = {}
  const take = <Value>(name: SilverField, check: (typed: string) => Checked<Value>): Value | undefined => {
    const checked = check(entry[name] ?? '')
    if (checked.ok) return checked.value
    problems[name] = checked.refusal
    return undefined
  }
  const standing = take('standing', oneOf(STANDINGS)) ?? 'not_told'
  const where = splitLocation(take('location', line(SILVER_LIMITS.location)) ?? '')
  const place = where.place === undefined ? undefined : canonicalPlace(where.place)
  const skills = take('skills', skillList(today))
  const details = {
    fullName: take('fullName', checkFullName) ?? '',
    role: take('role', checkRole) ?? '',
    email: take('email', checkEmail),
    phone: take('phone', (typed) => checkPhone(typed, phoneRegions({ place, zone }))),
    profileLink: take('profileLink', checkProfileLink),
    standing,
    standingDay: asksForDay(standing) ? take('standingDay', outcomeDay(standing === 'told_no', today)) : undefined,
    reason: take('reason', oneOf(NOT_HIRED_REASONS)),
    impressed: take('impressed', checkText),
    permission:
      entry.permission === undefined ? ('applied_here' as const) : take('permission', oneOf(PERMISSION_BASES)),
    stage: take('stage', line(SILVER_LIMITS.stage)),
    bringBack: take('bringBack', checkText),
    advice: take('advice', checkText),
    skills: skills?.skills ?? [],
    skillUses: skills?.uses ?? [],
    location: where.place,
    remoteOk: where.remoteOk,
    zone: where.place === undefined ? undefined : locationZone(where.place),
    headline: take('headline', line(SILVER_LIMITS.headline)),
    company: take('company', line(SILVER_LIMITS.company)),
    seniority: take('seniority', oneOf(SENIORITIES)),
    tier: take('tier', oneOf(TIERS)),
    poolId: take('pool', (typed) => {
      const id = typed === '' ? undefined : asId<'pool'>(typed)
      return typed !== '' && id === undefined ? refuse({ kind: 'unknown_pool' } as const) : ok(id)
    }),
    ownerSlackId: entry.owner === '' ? NO_OWNER : take('owner', line(30)),
    referredBy: take('referredBy', line(30)),
    nextTouch: take('nextTouch', (typed) => dayOf(typed, (day) => (day < today ? 'day_past' : undefined))),
  }
  return Object.keys(problems).length === 0 ? ok(details) : refuse(problems)
}

/** The free texts in which people write what must not count. */
const FREE_TEXTS = ['impressed', 'bringBack', 'advice'] as const
export type Warned = { readonly [Field in SilverField]?: readonly SensitiveWarning[] }

export function warningsOf(details: Pick<SilverDetails, (typeof FREE_TEXTS)[number]>): Warned {
  const found = FREE_TEXTS.map((name) => [name, warnSensitive(details[name] ?? '')] as const)
  return Object.fromEntries(found.filter(([, warnings]) => warnings.length > 0))
}

/** A choice of a list; `undefined` for none. */
export const oneOf =
  <Code extends string>(codes: readonly Code[]) =>
  (typed: string): Checked<Code | undefined> => {
    const code = codes.find((one) => one === typed)
    return typed !== '' && code === undefined ? refuse({ kind: 'not_offered' }) : ok(code)
  }

export const line =
  (max: number) =>
  (typed: string): Checked<string | undefined> => {
    const text = tidyLine(typed)
    return text.length > max
      ? refuse({ kind: 'too_long', length: text.length, max })
      : ok(text === '' ? undefined : text)
  }

export const skillList =
  (today: Day) =>
  (typed: string): Checked<ReadSkills> => {
    if (typed.length > SILVER_LIMITS.skills)
      return refuse({ kind: 'too_long', length: typed.length, max: SILVER_LIMITS.skills })
    const read = readSkills(tidy(typed), Number(today.slice(0, 4)))
    if ('kind' in read) return refuse(read)
    return read.skills.length > MOST_SKILLS ? refuse({ kind: 'too_many_skills' }) : ok(read)
  }

export function dayOf(
  typed: string,
  wrong: (day: Day) => 'day_ahead' | 'day_past' | undefined,
): Checked<Day | undefined> {
  if (typed === '') return ok(undefined)
  const day = asDay(typed)
  if (day === undefined) return refuse({ kind: 'no_such_day' })
  const problem = wrong(day)
  return problem === undefined ? ok(day) : refuse({ kind: problem })
}

const outcomeDay =
  (needed: boolean, today: Day) =>
  (typed: string): Checked<Day | undefined> =>
    typed === '' && needed
      ? refuse({ kind: 'day_missing' })
      : dayOf(typed, (day) => (day > today ? 'day_ahead' : undefined))
