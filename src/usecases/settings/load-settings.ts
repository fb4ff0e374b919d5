import { z } from 'zod'
import type { OutreachSettings } from '../../domain/outreach/settings.ts'
import type { WorkspaceSettings } from '../../domain/settings/workspace-settings.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { dayIn } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { loadOutreachSettings } from '../outreach/outreach-settings.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { workspaceSettings } from './workspace-settings.ts'

export type SettingsModel = {
  readonly workspace: WorkspaceSettings
  readonly outreach: OutreachSettings
  /** The address that mails come from; undefined where nothing is sent. */
  readonly mailFrom: string | undefined
  /** The model that can compare words, where one is set up. */
  readonly embedder: string | undefined
}

export const loadSettings = defineUseCase({
  name: 'load-settings',
  permission: 'settings.change',
  input: z.object({}),
  run: (ctx): Promise<Result<SettingsModel, never>> => ctx.uow.run(async (tx) => ok(await settingsNow(ctx, tx))),
})

export async function settingsNow({ services }: Ctx, tx: Tx): Promise<SettingsModel> {
  return {
    workspace: workspaceSettings(await tx.settings.all(), services.places),
    outreach: await loadOutreachSettings(tx, services.defaults.outreach),
    embedder: services.embedder?.name,
    mailFrom: services.defaults.canMail ? services.defaults.mailFrom : undefined,
  }
}

/** What is in force, as rows would say it. */
export const rowsInForce = ({ workspace, outreach }: SettingsModel): Readonly<Record<string, unknown>> => ({
  'channels.triage': workspace.channels.triage,
  'channels.nudge': workspace.channels.nudge,
  'channels.digest': workspace.channels.digest,
  'channels.hiring': workspace.hiringChannels.length === 0 ? null : workspace.hiringChannels,
  'nudge.at': workspace.nudgeAt,
  'digest.weekday': workspace.digest.weekday,
  'digest.at': workspace.digest.at,
  holidays: workspace.holidays.length === 0 ? null : workspace.holidays,
  'cadence.days': workspace.cadenceDays,
  'mail.postalAddress': workspace.postalAddress ?? null,
  'model.dailyTokens': workspace.modelDailyTokens,
  'match.likeness': workspace.matchLikeness ? true : null,
  goals:
    workspace.goals === undefined
      ? null
      : { poolHiresPercent: workspace.goals.poolHiresPercent, by: workspace.goals.by ?? null },
  ...Object.fromEntries(Object.entries(outreach).map(([name, value]) => [`outreach.${name}`, value])),
})

export const today = ({ now, workspace }: Pick<Ctx, 'now' | 'workspace'>) => dayIn(now, workspace.zone)
