/** What the forms of `/medallist settings` hand over, made into rows of the `setting` table; `null` is a setting taken back. */
import { z } from 'zod'
import { parseQuietHours } from '../../domain/outreach/quiet-hours.ts'
import { OUTREACH_BOUNDS } from '../../domain/outreach/settings.ts'
import { minutesOf } from '../../domain/settings/clock.ts'
import { parseHolidays } from '../../domain/settings/holidays.ts'
import { WORKSPACE_BOUNDS } from '../../domain/settings/workspace-settings.ts'
import { tidy } from '../../domain/shared/text.ts'
import { asDay, type Day } from '../../domain/shared/time.ts'
import { settingProblems as words } from '../../domain/shared/words/settings.ts'
import { SETTING_SHAPES } from './workspace-settings.ts'

/** Numbers come as they were typed. */
const whole = ([least, most]: readonly [number, number]) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, { error: words.whole(least, most) })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: words.whole(least, most) })
const clock = z.string().transform((text, ctx): number => {
  const minutes = minutesOf(text)
  if (minutes === undefined) ctx.addIssue({ code: 'custom', message: words.clock })
  return minutes ?? 0
})
const emptyAsNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (typeof text === 'string' && text.trim() === '' ? null : text), schema.nullable())

/** No channel: the environment's. */
const place = emptyAsNone(z.string().regex(/^[CG][A-Z0-9]{2,30}$/, { error: words.channel }))
const day = emptyAsNone(
  z.string().transform((text, ctx): Day => {
    const read = asDay(text)
    if (read !== text) ctx.addIssue({ code: 'custom', message: words.day })
    return text as Day
  }),
)

export const SettingInput = z.discriminatedUnion('section', [
  z.object({
    section: z.literal('channels'),
    triage: place,
    nudge: place,
    digest: place,
    hiring: SETTING_SHAPES['channels.hiring'],
  }),
  z.object({
    section: z.literal('rhythm'),
    cadenceDays: whole(WORKSPACE_BOUNDS.cadenceDays),
    nudgeAt: clock,
    digestWeekday: whole(WORKSPACE_BOUNDS.weekday),
    digestAt: clock,
    holidays: z.string().max(3_000),
    goalPercent: emptyAsNone(whole(WORKSPACE_BOUNDS.goalPercent)),
    goalBy: day,
  }),
  z.object({
    section: z.literal('mail'),
    postalAddress: emptyAsNone(
      z
        .string()
        .transform(tidy)
        .refine((text) => text.length <= WORKSPACE_BOUNDS.postalAddress[1], {
          error: words.tooLong(WORKSPACE_BOUNDS.postalAddress[1]),
        }),
    ),
  }),
  z.object({
    section: z.literal('restraint'),
    recontactDays: whole(OUTREACH_BOUNDS.recontactDays),
    capCount: whole(OUTREACH_BOUNDS.capCount),
    capDays: whole(OUTREACH_BOUNDS.capDays),
    collisionDays: whole(OUTREACH_BOUNDS.collisionDays),
    holdSeconds: whole(OUTREACH_BOUNDS.holdSeconds),
    quietHours: z.string().transform((text, ctx) => {
      const read = parseQuietHours(text)
      if (!read.ok) ctx.addIssue({ code: 'custom', message: words.quietHours[read.refusal] })
      return read.ok ? read.value : ('off' as const)
    }),
  }),
  z.object({
    section: z.literal('model'),
    dailyTokens: whole(WORKSPACE_BOUNDS.modelDailyTokens),
    /** Empty where it was not offered. */
    likeness: z.enum(['on', 'off', '']).default(''),
  }),
])
export type SettingInput = z.output<typeof SettingInput>

export type SettingRows = Readonly<Record<string, unknown>>

/** By key; holidays are read apart, because what "2026" means depends on no clock but what is long ago does. */
export function settingRows(input: SettingInput, holidays: readonly Day[]): SettingRows {
  switch (input.section) {
    case 'channels':
      return {
        'channels.triage': input.triage,
        'channels.nudge': input.nudge,
        'channels.digest': input.digest,
        'channels.hiring': input.hiring.length === 0 ? null : [...new Set(input.hiring)],
      }
    case 'rhythm': {
      const { goalPercent, goalBy } = input
      return {
        'cadence.days': input.cadenceDays,
        'nudge.at': input.nudgeAt,
        'digest.weekday': input.digestWeekday,
        'digest.at': input.digestAt,
        holidays: holidays.length === 0 ? null : holidays,
        goals: goalPercent === null ? null : { poolHiresPercent: goalPercent, by: goalBy },
      }
    }
    case 'mail':
      return { 'mail.postalAddress': input.postalAddress }
    case 'restraint': {
      const { section: _, ...settings } = input
      return Object.fromEntries(Object.entries(settings).map(([name, value]) => [`outreach.${name}`, value]))
    }
    case 'model':
      return {
        'model.dailyTokens': input.dailyTokens,
        ...(input.likeness === '' ? {} : { 'match.likeness': input.likeness === 'on' ? true : null }),
      }
  }
}

export const readHolidays = (text: string, today: Day) => parseHolidays(text, today, WORKSPACE_BOUNDS.holidays[1])
