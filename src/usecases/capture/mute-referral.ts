import { z } from 'zod'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'

export type MuteRefusal = { readonly kind: 'no_such_flag' | 'not_yours' }

/** **Mute** and **Tell me again** under news of a referral: for whoever made it. */
export const muteReferral = defineUseCase({
  name: 'mute-referral',
  permission: 'near_miss.flag',
  input: z.object({ nearMissId: idInput('near_miss'), muted: z.boolean() }),
  run: async (ctx, { nearMissId, muted }): Promise<Result<null, MuteRefusal>> => {
    const done = await ctx.uow.once<null, MuteRefusal>(ctx.idempotencyKey, 'mute-referral', async (tx) => {
      const nearMiss = await tx.nearMisses.lock(nearMissId)
      if (nearMiss === undefined) return refuse({ kind: 'no_such_flag' })
      if (nearMiss.flaggedBy !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      await tx.nearMisses.mute(nearMissId, muted)
      await tx.events.append({
        stream: `near_miss:${nearMissId}`,
        type: muted ? 'near_miss.muted' : 'near_miss.unmuted',
        data: {},
      })
      await tx.posts.redraw(nearMissId, ctx.now)
      return ok(null)
    })
    if (done.ok) ctx.services.wake.posts()
    return done
  },
})
