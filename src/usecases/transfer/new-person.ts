/** Somebody whom a file made known: their record, the facts that drafts may cite, and on which ground we keep them. */
import { RATING_KINDS } from '../../domain/candidate/rating.ts'
import { PERMISSION_PURPOSES, type PermissionBasis, type PermissionRecord } from '../../domain/consent/permission.ts'
import { tellingAtFirst } from '../../domain/outreach/fact.ts'
import { skillLabel } from '../../domain/pool/skills.ts'
import type { CandidateId, FileImportId } from '../../domain/shared/ids.ts'
import { transfer } from '../../domain/shared/words/transfer.ts'
import type { ImportedPerson } from '../../domain/transfer/imported.ts'
import type { Ctx } from '../context.ts'
import { barIn } from '../people/bar-person.ts'
import type { FactRow } from '../ports/candidates.ts'
import type { NewPerson } from '../ports/imports.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { LookedUpRow } from './sort-rows.ts'

/** The file that is imported, by its name, and the ground on which its people are kept. */
export type ImportedFrom = {
  readonly file: string
  readonly basis: PermissionBasis
  readonly importId?: FileImportId | undefined
}

export function newPerson(ctx: Ctx, looked: LookedUpRow, from: ImportedFrom): NewPerson {
  const { person } = looked.row
  return {
    person: {
      id: ctx.newId<'candidate'>(),
      fullName: person.fullName,
      headline: person.headline,
      company: person.company,
      consideredRole: person.role,
      jobId: undefined,
      standing: person.standing,
      standingDay: person.standingDay,
      reason: undefined,
      stageReached: person.stageReached,
      bringBack: undefined,
      advice: undefined,
      skills: person.skills,
      skillUses: person.skillUses,
      jobFunction: person.jobFunction,
      careerStage: person.careerStage,
      employment: person.employment,
      relation: person.relation,
      custom: person.custom,
      location: person.location,
      remoteOk: person.remoteOk,
      seniority: person.seniority,
      tier: person.tier,
      kind: person.kind,
      source: person.source,
      ownerId: undefined,
      nextTouch: person.nextTouch,
      snoozedUntil: undefined,
      snoozedFor: undefined,
      // Nobody chose when to write to them: they go stale once somebody looks after them, or a pool does.
      unworked: true,
      firstDue: undefined,
      // A file is as old as it is: nobody has looked.
      checkedAt: undefined,
      zone: person.zone,
      lastTouchAt: person.lastTouchAt,
      createdAt: ctx.now,
    },
    contacts: looked.contacts,
    facts: factsIn(ctx, person),
    ratings: ratingsIn(ctx, person).map((rating) => ({ ...rating, id: ctx.newId<'rating'>() })),
    permissions: permissionsFor(ctx, from, looked.saidNo || person.noContact),
    entry: { id: ctx.newId<'interaction'>(), text: transfer.entry(from.file) },
    importId: from.importId,
  }
}

/** As a form's: what somebody can do and where they are may be told to them, a recruiter's note may not. */
export function factsIn(
  { now, newId }: Ctx,
  {
    role,
    saysRole,
    skills,
    location,
    note,
  }: Pick<ImportedPerson, 'role' | 'saysRole' | 'skills' | 'location' | 'note'>,
): readonly FactRow[] {
  const make = (kind: FactRow['kind'], text: string): FactRow => ({
    id: newId<'fact'>(),
    kind,
    text,
    telling: tellingAtFirst(kind, text),
    authorId: undefined,
    statedAt: now,
    changedAt: now,
    retractedAt: undefined,
    sourceKind: 'import',
    sourceLink: undefined,
  })
  return [
    ...skills.map((skill) => make('skill', skillLabel(skill))),
    ...(saysRole ? [make('role', role)] : []),
    ...(location === undefined ? [] : [make('location', location)]),
    ...(note === undefined ? [] : [make('note', note)]),
  ]
}

/** As the judgement of whoever brings them. */
export const ratingsIn = ({ actor, now }: Ctx, { ratings }: Pick<ImportedPerson, 'ratings'>) =>
  RATING_KINDS.flatMap((kind) => {
    const rating = ratings[kind]
    return rating === undefined ? [] : [{ ...rating, kind, by: actor.memberId, at: now }]
  })

/** Job alerts are a wish of their own; and whoever told us not to write is kept, so that this is remembered, but not written to. */
export const permissionsFor = (ctx: Ctx, { file, basis }: ImportedFrom, saidNo: boolean): readonly PermissionRecord[] =>
  PERMISSION_PURPOSES.filter((purpose) => purpose === 'store' || (purpose === 'contact' && !saidNo)).map((purpose) => ({
    id: ctx.newId<'permission'>(),
    purpose,
    basis,
    source: transfer.source(file),
    wording: 'import-1',
    grantedAt: ctx.now,
    expiresAt: undefined,
    withdrawnAt: undefined,
  }))

/** *Do not contact* in a file is their own wish, told to whoever kept the file. Answers whether it was news. The person is locked, or new. */
export async function barAsSaid(ctx: Ctx, tx: Tx, id: CandidateId, { file }: ImportedFrom): Promise<boolean> {
  const person = await tx.candidates.get(id)
  if (person === undefined) return false
  const barred = await barIn(ctx, tx, person, { reason: 'asked_not_to', note: transfer.source(file) })
  return barred.ok
}
