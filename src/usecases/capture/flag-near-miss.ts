import { z } from 'zod'
import { FLAG_LIMITS, WOULD_HIRE } from '../../domain/candidate/flag-form.ts'
import { type SensitiveWarning, warnSensitive } from '../../domain/candidate/sensitive.ts'
import type { NearMissId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { may } from '../../domain/shared/roles.ts'
import { fold } from '../../domain/shared/text.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { NearMissState } from '../ports/near-misses.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'
import { lineInput, optionalText } from '../text-input.ts'
import { offerTaken } from './flag-offers.ts'

/** Only a link that can stand in a message without saying anything else. */
const link = z
  .string()
  .max(500)
  .regex(/^https:\/\/[^\s<>|]+$/)

const FlagInput = z.object({
  fullName: lineInput(FLAG_LIMITS.fullName).refine((name) => /\p{L}/u.test(name), {
    error: 'A name needs at least one letter.',
  }),
  role: lineInput(FLAG_LIMITS.role),
  impressed: optionalText(FLAG_LIMITS.impressed),
  wouldHire: z.enum(WOULD_HIRE).optional(),
  quotable: z.boolean(),
  /** The person was warned of private matters in the words and keeps them. */
  keepWords: z.boolean().default(false),
  /** The message that is the evidence. */
  message: z
    .object({ channel: z.string().max(30), ts: z.string().max(30), link: link.optional().catch(undefined) })
    .optional(),
})

export type Flagged = { readonly nearMissId: NearMissId; readonly mayDecide: boolean }
export type SameAgain = { readonly kind: 'same_again'; readonly flaggedAt: Instant; readonly state: NearMissState }
/** `warned`: the words speak of what must not count; nothing is kept before the person keeps them knowingly. */
export type FlagRefused = SameAgain | { readonly kind: 'warned'; readonly warned: readonly SensitiveWarning[] }

/**
 * **Flag**: a near-miss for the recruiters to look at, and its card in the triage channel. It says nothing of whether the person is on
 * record. Who flags the same person from the same message again hears of the first flag.
 */
export const flagNearMiss = defineUseCase({
  name: 'flag-near-miss',
  permission: 'near_miss.flag',
  input: FlagInput,
  run: async (ctx, input): Promise<Result<Flagged, FlagRefused>> => {
    const { actor, now, idempotencyKey } = ctx
    const flagged = await ctx.uow.once<Flagged, FlagRefused>(idempotencyKey, 'flag-near-miss', async (tx) => {
      const { message } = input
      const before =
        message === undefined ? [] : await tx.nearMisses.ofMessage(message.channel, message.ts, actor.memberId)
      const again = before.find(({ fullName }) => fold(fullName) === fold(input.fullName))
      if (again !== undefined) return refuse({ kind: 'same_again', flaggedAt: again.flaggedAt, state: again.state })
      const warned = input.keepWords ? [] : warnSensitive(input.impressed ?? '')
      if (warned.length > 0) return refuse({ kind: 'warned', warned })
      const id = ctx.newId<'near_miss'>()
      await tx.nearMisses.insert({
        id,
        fullName: input.fullName,
        role: input.role,
        impressed: input.impressed ?? '',
        wouldHire: input.wouldHire,
        quotable: input.quotable,
        flaggedBy: actor.memberId,
        flaggedAt: now,
        evidenceLink: message?.link,
        evidence: message === undefined ? undefined : { channel: message.channel, ts: message.ts },
        state: 'waiting',
        decidedBy: undefined,
        decidedAt: undefined,
        dismissReason: undefined,
        candidateId: undefined,
      })
      await tx.events.append({
        stream: `near_miss:${id}`,
        type: 'near_miss.flagged',
        data: { quotable: input.quotable, wouldHire: input.wouldHire ?? null, hasMessage: message !== undefined },
      })
      if (message !== undefined) await offerTaken(ctx, tx, message)
      const address = (await loadWorkspaceSettings(tx, ctx.services.places)).channels.triage
      await tx.posts.want({ key: `triage_card:${id}`, kind: 'triage_card', address, subjects: [id] }, now)
      const mayDecide = may(actor.roles, 'near_miss.decide')
      if (mayDecide) {
        // Who may accept it at once has the card at hand, too.
        const own = { key: `triage_card:${id}:${actor.slackUserId}`, kind: 'triage_card' as const }
        await tx.posts.want({ ...own, address: actor.slackUserId, subjects: [id, actor.memberId] }, now)
      }
      return ok({ nearMissId: id, mayDecide })
    })
    if (flagged.ok) ctx.services.wake.posts()
    return flagged
  },
})
