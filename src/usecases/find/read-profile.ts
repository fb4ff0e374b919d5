import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { Ratings } from '../../domain/candidate/rating.ts'
import { type PermissionVerdict, permissionFor } from '../../domain/consent/permission.ts'
import type { SuppressionReason } from '../../domain/consent/suppression.ts'
import type { Purpose } from '../../domain/outreach/purpose.ts'
import type { Verdict } from '../../domain/outreach/refusal.ts'
import { asId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { instant } from '../../domain/shared/time.ts'
import { type MergeId, mergeToUndo } from '../capture/merges-of.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Contact, FactRow, Interaction, TimelinePlace } from '../ports/candidates.ts'
import type { CustomField } from '../ports/custom-fields.ts'
import type { Pool } from '../ports/pools.ts'
import { purposeAndVerdict } from './verdict-for.ts'

/** Of the timeline, at a time. */
const TIMELINE_PAGE = 10

export type ProfileModel = {
  readonly person: Candidate
  readonly contacts: readonly Contact[]
  readonly pools: readonly Pool[]
  readonly permission: PermissionVerdict
  /** What the gate would say to a message written now, and what such a message would be for. */
  readonly verdict: Verdict
  readonly purpose: Purpose
  /** Why nothing may be written to them, whatever was allowed. */
  readonly barred: { readonly doNotContact: boolean; readonly suppressed: readonly SuppressionReason[] }
  readonly facts: readonly FactRow[]
  /** Those of the workspace's own. */
  readonly fields: readonly CustomField[]
  /** Ours alone. */
  readonly ratings: Ratings
  /** A merge into this record that the reader may take back. */
  readonly undoable: MergeId | undefined
  readonly timeline: readonly Interaction[]
  /** Where the timeline shown begins and where the next part of it does; a value for a button. */
  readonly at: string | undefined
  readonly older: string | undefined
  /** Names for the members that the profile mentions. */
  readonly members: ReadonlyMap<string, string>
  readonly now: Instant
}

/** A person with all that a recruiter may know of them. */
export const readProfile = defineUseCase({
  name: 'read-profile',
  permission: 'candidate.read',
  input: z.object({ candidateId: idInput('candidate'), at: z.string().max(100).optional() }),
  run: (ctx, { candidateId, at }): Promise<Result<ProfileModel, { readonly kind: 'person_gone' }>> =>
    ctx.uow.run(async (tx) => {
      // Merged away is as gone as erased; the one that lives has a profile of its own.
      const [person] = await tx.candidates.getMany([candidateId])
      if (person === undefined) return refuse({ kind: 'person_gone' })
      const contacts = await tx.candidates.contacts(candidateId)
      const addresses = contacts.filter((contact) => contact.kind === 'email')
      const suppressed = new Set<SuppressionReason>()
      for (const { value } of addresses)
        for (const { reason } of await tx.consent.suppressions(value)) suppressed.add(reason)
      const facts = (await tx.candidates.facts(candidateId)).filter((fact) => fact.retractedAt === undefined)
      const place = readPlace(at)
      const entries = await tx.candidates.timeline(candidateId, TIMELINE_PAGE + 1, place)
      const timeline = entries.slice(0, TIMELINE_PAGE)
      const last = timeline.at(-1)
      const { verdict, purpose } = await purposeAndVerdict(ctx, tx, person, contacts)
      const because = verdict.kind === 'not_yet' ? verdict.because : []
      const ratings = await tx.ratings.newest(candidateId)
      const mentioned = [
        ratings.skill?.by,
        ratings.values?.by,
        person.ownerId,
        person.referredBy,
        ...because.map((refusal) => (refusal.kind === 'collision' ? refusal.by : undefined)),
        ...facts.map((fact) => fact.authorId),
        ...timeline.map((entry) => entry.memberId),
      ]
      const members = await tx.members.getMany([...new Set(mentioned.flatMap((id) => id ?? []))])
      return ok({
        person,
        contacts,
        pools: await tx.pools.poolsOf(candidateId),
        permission: permissionFor(await tx.consent.permissions(candidateId), 'contact', ctx.now),
        verdict,
        purpose,
        barred: { doNotContact: await tx.consent.isDoNotContact(candidateId), suppressed: [...suppressed] },
        facts,
        fields: await tx.customFields.active(),
        ratings,
        undoable: await mergeToUndo(ctx, tx, candidateId),
        timeline,
        at: place === undefined ? undefined : at,
        older: entries.length > TIMELINE_PAGE && last !== undefined ? `${last.at}.${last.id}` : undefined,
        members: new Map(members.map((member) => [member.id, member.name])),
        now: ctx.now,
      })
    }),
})

/** What is no place begins with the newest. */
function readPlace(at: string | undefined): TimelinePlace | undefined {
  const [, moment, uuid = ''] = /^(\d{1,14})\.(.+)$/.exec(at ?? '') ?? []
  const id = asId<'interaction'>(uuid)
  return moment === undefined || id === undefined ? undefined : { at: instant(Number(moment)), id }
}
