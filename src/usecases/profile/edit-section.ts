import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { isSeenBy, viewerOf } from '../../domain/candidate/internal.ts'
import {
  asSection,
  comparedWith,
  fieldsOf,
  type ProfileEntry,
  type ProfileField,
  type Seen,
  seenOf,
} from '../../domain/candidate/profile-form.ts'
import { beforeOf, type ProfileChange } from '../../domain/candidate/profile-values.ts'
import { type SensitiveWarning, warnSensitive } from '../../domain/candidate/sensitive.ts'
import type { CandidateId, JobId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold } from '../../domain/shared/text.ts'
import { dayIn } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { NoSuchPerson } from '../people/change-person.ts'
import { mayOwn, type NewOwner } from '../people/reassign-person.ts'
import type { ProfileEditId } from '../ports/profile-edits.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { onRecord } from './load-section.ts'
import { type ProfileProblems, readSection } from './read-section.ts'
import { writeProfile } from './write-profile.ts'

export type Edited = {
  readonly candidateId: CandidateId
  /** For *Undo*. */
  readonly editId: ProfileEditId
  /** What was changed, by the names of the values. */
  readonly fields: readonly string[]
}
export type EditRefusal =
  | NoSuchPerson
  | { readonly kind: 'nothing_changed' }
  | { readonly kind: 'fields'; readonly problems: ProfileProblems }
  /** Words that hint at what must not count, by field; a person decides. */
  | { readonly kind: 'warned'; readonly warned: Readonly<Partial<Record<ProfileField, readonly SensitiveWarning[]>>> }
  /** Somebody else changed the same fields meanwhile. `now` is what is on record; with `seen` the next *Save* is meant to replace it. */
  | { readonly kind: 'changed_since'; readonly now: ProfileEntry; readonly seen: Seen }

/** Free texts in which people write what must not count. */
const FREE_TEXTS = ['advice', 'bringBack', 'headline', 'stageReached', 'skillEvidence', 'valuesEvidence'] as const

/**
 * **Edit …**: what somebody changed in one section of a profile, field by field. What they left alone stays as it is by now, whoever changed
 * it meanwhile; where two changed the same, the second is told before anything is written over.
 */
export const editSection = defineUseCase({
  name: 'edit-section',
  permission: 'candidate.change',
  input: z.object({
    candidateId: idInput('candidate'),
    section: z.string().transform((text, issue) => {
      const section = asSection(text)
      if (section === undefined) issue.addIssue('Please open the form again.')
      return section ?? z.NEVER
    }),
    typed: z.record(z.string(), z.string()),
    seen: z.record(z.string(), z.string()),
    /** With the roles that they have now; `undefined` where nobody was chosen. */
    owner: z.custom<NewOwner | undefined>(),
    keepWords: z.boolean(),
  }),
  run: async (ctx, { candidateId, section, typed, seen, owner, keepWords }): Promise<Result<Edited, EditRefusal>> => {
    const edited = await ctx.uow.once<Edited, EditRefusal>(ctx.idempotencyKey, 'edit-section', async (tx) => {
      const person = await tx.candidates.lock(candidateId)
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const fields = fieldsOf(section)
      const entry: ProfileEntry = Object.fromEntries(fields.map((field) => [field, typed[field]]))
      const record = await onRecord(tx, person)
      const { changed, conflicts } = comparedWith<ProfileField>(seen, entry, record.entry)
      if (conflicts.length > 0)
        return refuse({
          kind: 'changed_since',
          now: record.entry,
          seen: { ...seen, ...seenOf(record.entry, conflicts) },
        })
      if (changed.length === 0) return refuse({ kind: 'nothing_changed' })
      const now = record.values
      const read = readSection({
        typed: entry,
        now,
        record: record.entry,
        changed,
        as: { by: ctx.actor.memberId, at: ctx.now },
        for: { today: dayIn(ctx.now, ctx.actor.zone), zone: ctx.actor.zone },
      })
      if (!read.ok) return refuse({ kind: 'fields', problems: read.refusal })
      const warned = keepWords ? {} : warningsIn(entry, changed)
      if (Object.keys(warned).length > 0) return refuse({ kind: 'warned', warned })
      const whole = await withRows(ctx, tx, person, { change: read.value, changed, typed: entry, owner })
      if (!whole.ok) return refuse({ kind: 'fields', problems: whole.refusal })
      const change = whole.value
      const event = { type: 'candidate.edited', section } as const
      const written = await writeProfile(ctx, tx, { person, now, change, event })
      if (!written.ok) return refuse({ kind: 'fields', problems: written.refusal })
      const editId = ctx.newId<'profile_edit'>()
      const values = { before: asJson(beforeOf(now, change)), after: asJson(change) }
      await tx.edits.keep({ id: editId, candidateId: person.id, memberId: ctx.actor.memberId, section, values })
      return ok({ candidateId: person.id, editId, fields: Object.keys(change) })
    })
    if (edited.ok) ctx.services.wake.posts()
    return edited
  },
})

const warningsIn = (entry: ProfileEntry, changed: readonly ProfileField[]) =>
  Object.fromEntries(
    FREE_TEXTS.filter((field) => changed.includes(field))
      .map((field) => [field, warnSensitive(entry[field] ?? '')] as const)
      .filter(([, warnings]) => warnings.length > 0),
  )

/** JSON has no `undefined`. */
const asJson = (change: ProfileChange): object =>
  Object.fromEntries(Object.entries(change).map(([field, value]) => [field, value ?? null]))

type Read = {
  readonly change: ProfileChange
  readonly changed: readonly ProfileField[]
  readonly typed: ProfileEntry
  readonly owner: NewOwner | undefined
}
/** With what only rows can tell: the owner, the open job of a role, an address whose owner asked to be erased. */
async function withRows(
  ctx: Ctx,
  tx: Tx,
  person: Candidate,
  read: Read,
): Promise<Result<ProfileChange, ProfileProblems>> {
  const { changed, typed, owner } = read
  let { change } = read
  if (changed.includes('owner')) {
    const nobody = (typed.owner ?? '').trim() === ''
    const found = nobody ? ok(undefined) : await mayOwn(tx, person, owner)
    if (!found.ok) return refuse({ owner: { kind: ownerProblem(found.refusal.kind) } })
    change = { ...change, ownerId: found.value }
  }
  if (change.kind === 'internal') {
    const { memberId, roles, email } = ctx.actor
    const viewer = viewerOf(memberId, roles, email)
    // Of whoever is seen by one colleague alone somebody must be that one.
    if (!('ownerId' in change) && person.ownerId === undefined) {
      const self = await mayOwn(tx, person, ctx.actor)
      if (!self.ok) return refuse({ kind: { kind: ownerProblem(self.refusal.kind) } })
      change = { ...change, ownerId: self.value }
    }
    if (!isSeenBy({ ...person, ...change, kind: 'internal' }, viewer))
      return refuse({ kind: { kind: 'internal_elsewhere' } })
  }
  for (const email of change.email ?? [])
    if ((await tx.consent.suppressions(email)).some(({ reason }) => reason === 'erased'))
      return refuse({ email: { kind: 'erased_address' } })
  if (change.consideredRole !== undefined) change = { ...change, jobId: await jobOf(tx, change.consideredRole) }
  return ok(change)
}

const ownerProblem = (kind: string) =>
  kind === 'may_not_look_after' || kind === 'is_them' ? kind : ('no_such_member' as const)

const MOST_JOBS = 500
async function jobOf(tx: Tx, role: string): Promise<JobId | undefined> {
  const title = fold(role)
  return (await tx.jobs.open(MOST_JOBS)).find((job) => fold(job.title) === title)?.id
}
