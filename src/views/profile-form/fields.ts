/** Each field of a profile as an input, and its value as a person reads it. */
import type { InputBlock, PlainTextOption } from '@slack/types'
import type { Birthday } from '../../domain/candidate/birthday.ts'
import { birthdayInWords } from '../../domain/candidate/birthday.ts'
import { TIERS } from '../../domain/candidate/candidate.ts'
import { PROFILE_LIMITS, type ProfileField } from '../../domain/candidate/profile-form.ts'
import { truncate } from '../../domain/shared/text.ts'
import { reasons, standings } from '../../domain/shared/words/candidates.ts'
import { seniorities } from '../../domain/shared/words/capture.ts'
import { kinds } from '../../domain/shared/words/profile.ts'
import {
  careerStages,
  employments,
  profileHints,
  profileLabels,
  relations,
  sectionForm,
} from '../../domain/shared/words/profile-form.ts'
import { builder, functions } from '../../domain/shared/words/query-builder.ts'
import { chosen, day, field, option, optionsOf, typed } from '../form-fields.ts'
import { NONE, profileBlock } from './schema.ts'

const two = (number: number): string => String(number).padStart(2, '0')
const MONTHS = Array.from({ length: 12 }, (_, at) => two(at + 1))
const monthName = (month: string) => birthdayInWords(`${month}-01` as Birthday).replace(/^1 /, '')

/** What a menu offers, in its order; the first of an optional one says that nothing is known. */
const CHOICES: { readonly [Field in ProfileField]?: PlainTextOption[] } = {
  standing: optionsOf(standings),
  kind: optionsOf(kinds),
  reason: optional(optionsOf(reasons)),
  jobFunction: optional(optionsOf(functions)),
  seniority: optional(optionsOf(seniorities)),
  careerStage: optional(optionsOf(careerStages)),
  remote: optional(optionsOf(builder.remotes)),
  relation: optional(optionsOf(relations)),
  employment: optional(optionsOf(employments)),
  tier: optional(TIERS.map((tier) => option(tier, tier))),
  birthDay: optional(Array.from({ length: 31 }, (_, at) => option(two(at + 1), String(at + 1)))),
  skillScore: optional(optionsOf(sectionForm.scores)),
  valuesScore: optional(optionsOf(sectionForm.scores)),
  birthMonth: optional(MONTHS.map((month) => option(month, monthName(month)))),
}

function optional(options: PlainTextOption[]): PlainTextOption[] {
  return [option(NONE, sectionForm.none), ...options]
}

const LINES: ReadonlySet<ProfileField> = new Set([
  'advice',
  'bringBack',
  'email',
  'phone',
  'profile',
  'skillEvidence',
  'valuesEvidence',
])
const REQUIRED: ReadonlySet<ProfileField> = new Set(['fullName', 'consideredRole', 'standing', 'kind'])

export const profileInput = (name: ProfileField, value: string | undefined): InputBlock =>
  field(
    { id: profileBlock(name), label: profileLabels[name], hint: profileHints[name], required: REQUIRED.has(name) },
    element(name, value ?? ''),
  )

function element(name: ProfileField, value: string): InputBlock['element'] {
  const choices = CHOICES[name]
  if (choices !== undefined) return chosen(choices, value === '' ? NONE : value)
  if (name === 'standingDay' || name === 'nextTouch') return day(value, sectionForm.day)
  if (name === 'owner') return { type: 'users_select', ...(value === '' ? {} : { initial_user: value }) }
  const limits: { readonly [Field in ProfileField]?: number } = PROFILE_LIMITS
  return typed({ value, max: limits[name] ?? 150, lines: LINES.has(name) })
}

/** As the form would show it, in plain words. */
export function inWords(name: ProfileField, value: string | undefined): string {
  if (value === undefined || value === '') return ''
  const label = CHOICES[name]?.find((one) => one.value === value)?.text.text
  return truncate(label ?? value, 300)
}
