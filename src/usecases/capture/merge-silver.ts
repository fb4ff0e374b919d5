import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { type MergeField, mergeCandidate, type Side } from '../../domain/candidate/merge.ts'
import { type PermissionBasis, permissionFor } from '../../domain/consent/permission.ts'
import type { CandidateId, Id } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { dayIn } from '../../domain/shared/time.ts'
import { history } from '../../domain/shared/words/capture.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { KeptFormId } from '../ports/kept-forms.ts'
import type { NearMiss } from '../ports/near-misses.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { grantPermission, recordHistory } from './add-silver.ts'
import { decideFlag } from './decide-flag.ts'
import { factsOf, newFacts } from './facts-of.ts'
import { contactsOf, type LookedUp, lookUp, waitingFlag } from './look-up.ts'
import type { MergeId } from './merges-of.ts'
import { type Compared, compare, type MergeBy } from './preview-merge.ts'
import { fieldsOnRecord, fieldsTyped } from './profile-fields.ts'
import { readSilver, type SilverProblems } from './read-silver.ts'
import type { SilverDetails } from './silver-details.ts'
import { type FlagRefusal, SilverInput } from './silver-input.ts'
import { keepUndo } from './undo-merge.ts'

const KeptForm = SilverInput.extend({ by: z.enum(['email', 'phone', 'profile', 'choice']) })
const SIDE = z.enum(['existing', 'typed'])

/** `mergeId` names the merge for *Undo*. */
export type Merged = { readonly candidateId: CandidateId; readonly mergeId: MergeId }
export type MergeRefusal =
  | { readonly kind: 'gone' | 'lapsed' }
  /** The record is not what the person saw: shown anew, and asked again. */
  | { readonly kind: 'changed_since'; readonly now: Compared; readonly by: MergeBy; readonly formId: KeptFormId }
  | { readonly kind: 'fields'; readonly problems: SilverProblems }
  | FlagRefusal

/**
 * **Merge**: what the form says joins the record that has the same contact. All history stays, facts of both sides stay, and a
 * permission is never made wider by it: whoever withdrew or let one lapse is not brought back by a form.
 */
export const mergeSilver = defineUseCase({
  name: 'merge-silver',
  permission: 'candidate.change',
  input: z.object({
    formId: idInput('kept_form'),
    candidateId: idInput('candidate'),
    version: z.number().int(),
    choices: z.record(z.string(), SIDE),
  }),
  run: async (ctx, input): Promise<Result<Merged, MergeRefusal>> => {
    const merged = await ctx.uow.once<Merged, MergeRefusal>(ctx.idempotencyKey, 'merge-silver', async (tx) => {
      const kept = KeptForm.safeParse(await tx.forms.get(input.formId, ctx.actor.memberId))
      if (!kept.success) return refuse({ kind: 'lapsed' })
      const { entry, nearMissId, by } = kept.data
      const read = readSilver(entry, { today: dayIn(ctx.now, ctx.actor.zone), zone: ctx.actor.zone })
      if (!read.ok) return refuse({ kind: 'fields', problems: read.refusal })
      const details = read.value
      const person = await tx.candidates.lock(input.candidateId)
      if (person === undefined) return refuse({ kind: 'gone' })
      if (person.id !== input.candidateId || person.version !== input.version) {
        const now = await compare(ctx, tx, person, details)
        return refuse(
          now.ok
            ? { kind: 'changed_since', now: now.value, by, formId: input.formId }
            : { kind: 'fields', problems: now.refusal },
        )
      }
      const flag = nearMissId === undefined ? undefined : await waitingFlag(tx, nearMissId)
      if (flag?.ok === false) return flag
      const found = await lookUp(ctx, tx, details)
      if (!found.ok) return refuse({ kind: 'fields', problems: found.refusal })
      const mergeId = await mergeInto(ctx, tx, person, {
        details,
        found: found.value,
        nearMiss: flag?.value,
        choices: input.choices,
        by,
      })
      await tx.forms.forget(input.formId)
      return ok({ candidateId: person.id, mergeId })
    })
    if (merged.ok) ctx.services.wake.posts()
    return merged
  },
})

type Plan = {
  readonly details: SilverDetails
  readonly found: LookedUp
  readonly nearMiss: NearMiss | undefined
  readonly choices: Partial<Record<MergeField, Side>>
  readonly by: MergeBy
}

async function mergeInto(ctx: Ctx, tx: Tx, person: Candidate, plan: Plan): Promise<MergeId> {
  const { details, found, nearMiss, choices } = plan
  const { actor, now, newId } = ctx
  const { id } = person
  const contacts = await tx.candidates.contacts(id)
  const onRecord = fieldsOnRecord(person, contacts)
  const { merged, differences } = mergeCandidate(onRecord, fieldsTyped(details, found), choices)
  const { phone: _phone, profileLink: _link, ...profile } = merged
  const samePlace = merged.location === person.location
  await tx.candidates.change(id, {
    ...profile,
    // The record's own word counts; what it does not say is filled in.
    ...(person.headline === undefined && details.headline !== undefined ? { headline: details.headline } : {}),
    // Whoever referred them first keeps it.
    ...(person.referredBy === undefined && found.referredBy !== undefined ? { referredBy: found.referredBy } : {}),
    ...(merged.consideredRole === person.consideredRole ? {} : { jobId: found.jobId }),
    ...(samePlace || details.zone === undefined ? {} : { zone: details.zone }),
  })
  const permissions = await tx.consent.permissions(id)
  for (const contact of contactsOf(details)) {
    const isFirst = !contacts.some((one) => one.kind === contact.kind)
    // One that belongs to a third person stays theirs; the preview said so.
    await tx.candidates.addContact(id, { ...contact, isPrimary: isFirst })
  }
  const facts = factsOf(details, { by: actor.memberId, now, newId, nearMiss })
  const added = newFacts(facts, await tx.candidates.facts(id))
  if (added.length > 0) await tx.candidates.addFacts(id, added)
  if (details.permission !== undefined) await grantWhereNothingIsSaid(ctx, tx, id, details.permission)
  const { poolId } = details
  const joined = poolId === undefined ? [] : await tx.pools.addMembers(poolId, [id], actor.memberId, now)
  const entries = await recordHistory(ctx, tx, id, { text: history.merged, kind: 'merge', nearMiss })
  const mergeId: MergeId = newId<'kept_form'>()
  await keepUndo(ctx, tx, mergeId, {
    person,
    nearMissId: nearMiss?.id,
    entries,
    facts: idsOf(added),
    permissions: newOnes(permissions, await tx.consent.permissions(id)),
    contacts: newOnes(contacts, await tx.candidates.contacts(id)),
    pools: poolId === undefined || joined.length === 0 ? [] : [poolId],
  })
  await tx.events.append({
    stream: `candidate:${id}`,
    type: 'candidate.merged',
    data: {
      fields: differences.map(({ field }) => field),
      facts: added.length,
      nearMissId: nearMiss?.id ?? null,
      mergeId,
    },
  })
  if (nearMiss !== undefined) await decideFlag(ctx, tx, nearMiss, { state: 'merged', candidateId: id })
  await tx.posts.redraw(id, now)
  const key = `merged_notice:${id}:${newId<'notice'>()}`
  await tx.posts.want({ key, kind: 'merged_notice', address: actor.slackUserId, subjects: [id, mergeId] }, now)
  return mergeId
}

const idsOf = <Kind extends string>(rows: readonly { readonly id: Id<Kind> }[]): readonly Id<Kind>[] =>
  rows.map(({ id }) => id)

const newOnes = <Kind extends string>(
  before: readonly { readonly id: Id<Kind> }[],
  after: readonly { readonly id: Id<Kind> }[],
): readonly Id<Kind>[] => idsOf(after.filter((row) => before.every(({ id }) => id !== row.id)))

/** The record's own word counts, valid, lapsed or withdrawn; a form speaks only where there is none. */
async function grantWhereNothingIsSaid(ctx: Ctx, tx: Tx, id: CandidateId, basis: PermissionBasis): Promise<void> {
  const permissions = await tx.consent.permissions(id)
  const silent = permissionFor(permissions, 'contact', ctx.now).kind === 'missing'
  if (silent && permissionFor(permissions, 'store', ctx.now).kind !== 'withdrawn')
    await grantPermission(ctx, tx, id, basis)
}
