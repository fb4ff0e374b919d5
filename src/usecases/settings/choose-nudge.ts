import { z } from 'zod'
import { NUDGE_WAYS, type NudgeWay } from '../../domain/settings/workspace-settings.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { loadNudgeWays, loadWorkspaceSettings, setNudgeWay } from './workspace-settings.ts'

/** Where one's own nudge comes from now on. */
export const chooseNudge = defineUseCase({
  name: 'choose-nudge',
  permission: 'candidate.read',
  input: z.object({ way: z.enum(NUDGE_WAYS) }),
  run: (ctx, { way }): Promise<Result<{ readonly way: NudgeWay }, never>> =>
    ctx.uow.once(ctx.idempotencyKey, 'choose-nudge', async (tx) => {
      await setNudgeWay(tx, ctx.actor.memberId, way, ctx.now)
      await tx.events.append({ stream: `member:${ctx.actor.memberId}`, type: 'nudge.chosen', data: { way } })
      return ok({ way })
    }),
})

/** Where it comes now, and which channel is the nudge's. */
export const readNudgeWay = defineUseCase({
  name: 'read-nudge-way',
  permission: 'candidate.read',
  input: z.object({}),
  run: (ctx): Promise<Result<{ readonly way: NudgeWay; readonly channel: string; readonly at: number }, never>> =>
    ctx.uow.run(async (tx) => {
      const { channels, nudgeAt } = await loadWorkspaceSettings(tx, ctx.services.places)
      const way = (await loadNudgeWays(tx, [ctx.actor.memberId])).get(ctx.actor.memberId) ?? 'channel'
      return ok({ way, channel: channels.nudge, at: nudgeAt })
    }),
})
