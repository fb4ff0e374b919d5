import { z } from 'zod'
import { DISMISS_LIMIT } from '../../domain/candidate/flag-form.ts'
import type { NearMissId } from '../../domain/shared/ids.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { textInput } from '../text-input.ts'
import { decideFlag } from './decide-flag.ts'
import { waitingFlag } from './look-up.ts'
import type { FlagRefusal } from './silver-input.ts'

/** **Dismiss**: the flag is not taken up. The reason stays with the recruiters; the flagger hears the outcome alone. */
export const dismissFlag = defineUseCase({
  name: 'dismiss-flag',
  permission: 'near_miss.decide',
  input: z.object({ nearMissId: idInput('near_miss'), reason: textInput(DISMISS_LIMIT) }),
  run: async (ctx, { nearMissId, reason }): Promise<Result<{ readonly nearMissId: NearMissId }, FlagRefusal>> => {
    type Dismissed = { readonly nearMissId: NearMissId }
    const dismissed = await ctx.uow.once<Dismissed, FlagRefusal>(ctx.idempotencyKey, 'dismiss-flag', async (tx) => {
      const flag = await waitingFlag(tx, nearMissId)
      if (!flag.ok) return flag
      await decideFlag(ctx, tx, flag.value, { state: 'dismissed', dismissReason: reason })
      return ok({ nearMissId })
    })
    if (dismissed.ok) ctx.services.wake.posts()
    return dismissed
  },
})
