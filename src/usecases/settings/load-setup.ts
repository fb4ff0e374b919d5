import { z } from 'zod'
import type { WorkspaceSettings } from '../../domain/settings/workspace-settings.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { settingsNow } from './load-settings.ts'

/** What this installation has, as far as we know it without asking Slack. */
export type SetupModel = {
  readonly workspace: WorkspaceSettings
  readonly mailFrom: string | undefined
  readonly publicUrl: string | undefined
  readonly database: 'embedded' | 'postgresql'
  readonly hasModel: boolean
  readonly recruiters: number
  readonly recruitersGroup: string
  readonly hasPeople: boolean
  readonly pools: number
}

const MOST_POOLS = 100

export const loadSetup = defineUseCase({
  name: 'load-setup',
  permission: 'settings.change',
  input: z.object({}),
  run: (ctx): Promise<Result<SetupModel, never>> =>
    ctx.uow.run(async (tx) => {
      const { services } = ctx
      const { workspace, mailFrom } = await settingsNow(ctx, tx)
      const group = await tx.members.group(services.places.recruitersGroup)
      const given = await tx.members.withRole('recruiter')
      const recruiters = new Set([...(group?.slackUserIds ?? []), ...given.map((member) => member.slackUserId)])
      return ok({
        workspace,
        mailFrom,
        publicUrl: services.defaults.publicUrl,
        database: services.defaults.database ?? 'embedded',
        hasModel: services.model !== undefined,
        recruiters: recruiters.size,
        recruitersGroup: services.places.recruitersGroup,
        hasPeople: await tx.samples.hasPeople(),
        pools: (await tx.pools.list(MOST_POOLS)).length,
      })
    }),
})
