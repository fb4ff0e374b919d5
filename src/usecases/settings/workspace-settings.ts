import { z } from 'zod'
import {
  DEFAULT_WORKSPACE_SETTINGS,
  NUDGE_WAYS,
  type NudgeWay,
  WORKSPACE_BOUNDS,
  type WorkspaceSettings,
} from '../../domain/settings/workspace-settings.ts'
import type { MemberId } from '../../domain/shared/ids.ts'
import { asDay, type Day } from '../../domain/shared/time.ts'
import type { Places } from '../ports/services.ts'
import type { Tx } from '../ports/unit-of-work.ts'

const whole = ([least, most]: readonly [number, number]) => z.number().int().min(least).max(most)
const day = z.string().transform((text, ctx): Day => {
  const read = asDay(text)
  if (read !== text) ctx.addIssue({ code: 'custom', message: 'not a day' })
  return text as Day
})
const channel = z.string().regex(/^[CG][A-Z0-9]{2,30}$/)

/** What may stand under each key of the `setting` table; what does not parse counts as not set. `outreach.*` has its own reader. */
export const SETTING_SHAPES = {
  'channels.triage': channel,
  'channels.nudge': channel,
  'channels.digest': channel,
  'channels.hiring': z.array(channel).max(WORKSPACE_BOUNDS.hiringChannels[1]),
  'nudge.at': whole(WORKSPACE_BOUNDS.minuteOfDay),
  'digest.weekday': whole(WORKSPACE_BOUNDS.weekday),
  'digest.at': whole(WORKSPACE_BOUNDS.minuteOfDay),
  holidays: z.array(day).max(WORKSPACE_BOUNDS.holidays[1]),
  'cadence.days': whole(WORKSPACE_BOUNDS.cadenceDays),
  'mail.postalAddress': z.string().trim().min(1).max(WORKSPACE_BOUNDS.postalAddress[1]),
  'model.dailyTokens': whole(WORKSPACE_BOUNDS.modelDailyTokens),
  'match.likeness': z.boolean(),
  goals: z.object({
    poolHiresPercent: whole(WORKSPACE_BOUNDS.goalPercent),
    by: day.nullable().transform((by) => by ?? undefined),
  }),
} as const
type Key = keyof typeof SETTING_SHAPES

export type SettingDefaults = Pick<Places, 'triageChannel' | 'nudgeChannel' | 'digestChannel'>

/** What an admin set, over what the environment says (`ctx.services.places`), over the defaults. A stored value out of bounds counts as not set; the others stand. */
export async function loadWorkspaceSettings(tx: Tx, defaults: SettingDefaults): Promise<WorkspaceSettings> {
  return workspaceSettings(await tx.settings.all(), defaults)
}

/** The same over rows that were read already. */
export function workspaceSettings(
  rows: Readonly<Record<string, unknown>>,
  defaults: SettingDefaults,
): WorkspaceSettings {
  const stored = <K extends Key>(key: K): z.output<(typeof SETTING_SHAPES)[K]> | undefined => {
    const shape: z.ZodType = SETTING_SHAPES[key]
    const read = shape.safeParse(rows[key])
    return read.success ? (read.data as z.output<(typeof SETTING_SHAPES)[K]>) : undefined
  }
  const usual = DEFAULT_WORKSPACE_SETTINGS
  return {
    channels: {
      triage: stored('channels.triage') ?? defaults.triageChannel,
      nudge: stored('channels.nudge') ?? defaults.nudgeChannel,
      digest: stored('channels.digest') ?? defaults.digestChannel,
    },
    hiringChannels: stored('channels.hiring') ?? usual.hiringChannels,
    nudgeAt: stored('nudge.at') ?? usual.nudgeAt,
    digest: {
      weekday: stored('digest.weekday') ?? usual.digest.weekday,
      at: stored('digest.at') ?? usual.digest.at,
    },
    holidays: stored('holidays') ?? usual.holidays,
    cadenceDays: stored('cadence.days') ?? usual.cadenceDays,
    postalAddress: stored('mail.postalAddress'),
    modelDailyTokens: stored('model.dailyTokens') ?? usual.modelDailyTokens,
    matchLikeness: stored('match.likeness') ?? usual.matchLikeness,
    goals: stored('goals'),
  }
}

const nudgeKey = (memberId: MemberId) => `member.${memberId}.nudge`

/** How each of these people wants their nudge; in the channel unless they said otherwise. */
export async function loadNudgeWays(tx: Tx, members: readonly MemberId[]): Promise<ReadonlyMap<MemberId, NudgeWay>> {
  const rows = await tx.settings.all()
  const way = z.enum(NUDGE_WAYS).catch('channel')
  return new Map(members.map((id) => [id, way.parse(rows[nudgeKey(id)])]))
}

export const setNudgeWay = (tx: Tx, memberId: MemberId, way: NudgeWay, at: Parameters<Tx['settings']['set']>[3]) =>
  tx.settings.set(nudgeKey(memberId), way, memberId, at)
