import { z } from 'zod'
import { FLAG_LIMITS } from '../../domain/candidate/flag-form.ts'
import { CREDIT_DAYS, firstReferral, RELATIONS } from '../../domain/candidate/referral.ts'
import { type SensitiveWarning, warnSensitive } from '../../domain/candidate/sensitive.ts'
import { checkEmail } from '../../domain/candidate/validate.ts'
import type { NearMissId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { DAY, type Instant, plus } from '../../domain/shared/time.ts'
import { referral as words } from '../../domain/shared/words/referral.ts'
import { defineUseCase } from '../define-use-case.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'
import { lineInput, optionalText } from '../text-input.ts'

const ReferralInput = z.object({
  fullName: lineInput(FLAG_LIMITS.fullName).refine((name) => /\p{L}/u.test(name), {
    error: 'A name needs at least one letter.',
  }),
  role: lineInput(FLAG_LIMITS.role),
  email: z.string().transform((typed, problem): string | undefined => {
    const checked = checkEmail(typed)
    if (checked.ok) return checked.value
    problem.addIssue(words.badEmail)
    return z.NEVER
  }),
  relation: z.enum(RELATIONS, { error: words.chooseRelation }),
  knowsOfIt: z.boolean(),
  evidence: optionalText(FLAG_LIMITS.impressed),
  quotable: z.boolean(),
  /** The person was warned of private matters in the words and keeps them. */
  keepWords: z.boolean().default(false),
})

/** `first`: somebody else referred them a short while ago and keeps the credit. */
export type Referred = { readonly nearMissId: NearMissId; readonly first: boolean }
export type ReferralRefusal =
  | { readonly kind: 'referred_already'; readonly at: Instant }
  | { readonly kind: 'warned'; readonly warned: readonly SensitiveWarning[] }

/**
 * **Refer**: by anybody, for the recruiters to look at. It says nothing of whether the person is on record; only that a colleague was first,
 * where one was.
 */
export const referPerson = defineUseCase({
  name: 'refer-person',
  permission: 'near_miss.flag',
  input: ReferralInput,
  run: async (ctx, input): Promise<Result<Referred, ReferralRefusal>> => {
    const { actor, now } = ctx
    const referred = await ctx.uow.once<Referred, ReferralRefusal>(ctx.idempotencyKey, 'refer-person', async (tx) => {
      const { fullName, role, email, relation, knowsOfIt, evidence, quotable } = input
      const earlier = await tx.nearMisses.referralsOf({ fullName, email }, plus(now, -CREDIT_DAYS * DAY))
      const own = firstReferral(
        email,
        earlier.filter(({ by }) => by === actor.memberId),
      )
      if (own !== undefined) return refuse({ kind: 'referred_already', at: own.at })
      const warned = input.keepWords ? [] : warnSensitive(evidence ?? '')
      if (warned.length > 0) return refuse({ kind: 'warned', warned })
      const first = firstReferral(email, earlier)
      const id = ctx.newId<'near_miss'>()
      await tx.nearMisses.insert({
        id,
        fullName,
        role,
        impressed: evidence ?? '',
        wouldHire: undefined,
        quotable,
        flaggedBy: actor.memberId,
        flaggedAt: now,
        evidenceLink: undefined,
        evidence: undefined,
        state: 'waiting',
        decidedBy: undefined,
        decidedAt: undefined,
        dismissReason: undefined,
        candidateId: undefined,
        referral: {
          relation,
          knowsOfIt,
          email,
          creditTo: first === undefined ? undefined : (first.creditTo ?? first.by),
        },
      })
      await tx.events.append({
        stream: `near_miss:${id}`,
        type: 'near_miss.referred',
        data: { relation, knowsOfIt, quotable, creditTo: first?.by ?? null },
      })
      const address = (await loadWorkspaceSettings(tx, ctx.services.places)).channels.triage
      await tx.posts.want({ key: `triage_card:${id}`, kind: 'triage_card', address, subjects: [id] }, now)
      return ok({ nearMissId: id, first: first === undefined })
    })
    if (referred.ok) ctx.services.wake.posts()
    return referred
  },
})
