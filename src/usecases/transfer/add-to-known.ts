/** What a file says of somebody who is known: empty fields are filled, the stricter word stands, and no permission gets wider. */
import { permissionFor } from '../../domain/consent/permission.ts'
import { transfer } from '../../domain/shared/words/transfer.ts'
import { additionTo } from '../../domain/transfer/known.ts'
import { newFacts } from '../capture/facts-of.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { barAsSaid, factsIn, type ImportedFrom, permissionsFor, ratingsIn } from './new-person.ts'
import type { KnownRow } from './sort-rows.ts'

/** Whether anything was new. The person is locked. */
export async function addToKnown(ctx: Ctx, tx: Tx, one: KnownRow, from: ImportedFrom): Promise<boolean> {
  const { row, contacts, known, saidNo } = one
  const { id } = known.person
  const change = additionTo(known.person, row.person)
  const fields = Object.keys(change)
  const rated = await addRatings(ctx, tx, one)
  // The search follows ratings with the row.
  if (fields.length + rated > 0) await tx.candidates.change(id, change)
  const kinds = new Set(known.contactKinds)
  const added = contacts.filter(({ owner }) => owner === undefined)
  for (const { kind, value } of added) {
    await tx.candidates.addContact(id, { kind, value, isPrimary: !kinds.has(kind) })
    kinds.add(kind)
  }
  const facts = await factsToAdd(ctx, tx, one, change.skills)
  if (facts.length > 0) await tx.candidates.addFacts(id, facts)
  const permissions = saysNothing(ctx, one) ? permissionsFor(ctx, from, saidNo || row.person.noContact) : []
  for (const permission of permissions) await tx.consent.grant(id, permission)
  const isBarred = row.person.noContact && (await barAsSaid(ctx, tx, id, from))
  const { lastTouchAt } = row.person
  const isLater = lastTouchAt !== undefined && lastTouchAt > (known.person.lastTouchAt ?? 0)
  if (isLater) await tx.candidates.touch(id, lastTouchAt)
  if (fields.length + rated + added.length + facts.length + permissions.length === 0 && !isLater) return isBarred
  const line = {
    id: ctx.newId<'interaction'>(),
    kind: 'merge',
    text: transfer.entry(from.file),
    link: undefined,
  } as const
  await tx.candidates.record(id, { ...line, at: ctx.now, memberId: undefined, sendId: undefined, oneToOne: false })
  await tx.events.append({
    stream: `candidate:${id}`,
    type: 'candidate.merged',
    data: {
      via: 'import',
      fields,
      facts: facts.length,
      ...(from.importId === undefined ? {} : { importId: from.importId }),
    },
  })
  return true
}

/** Where nobody rated them yet; what a colleague judged stands. */
async function addRatings(ctx: Ctx, tx: Tx, { row, known }: KnownRow): Promise<number> {
  const said = ratingsIn(ctx, row.person)
  if (said.length === 0) return 0
  const before = await tx.ratings.newest(known.person.id)
  const fresh = said.filter(({ kind }) => before[kind] === undefined)
  for (const { kind, ...rating } of fresh) await tx.ratings.set(known.person.id, kind, rating)
  return fresh.length
}

/** Most rows say nothing that would have to be compared, and then nothing is read. */
async function factsToAdd(ctx: Ctx, tx: Tx, { row, known }: KnownRow, skills: readonly string[] | undefined) {
  const gained = (skills ?? []).filter((skill) => !known.person.skills.includes(skill))
  const { note } = row.person
  if (gained.length === 0 && note === undefined) return []
  const said = factsIn(ctx, { ...row.person, saysRole: false, location: undefined, skills: gained, note })
  return newFacts(said, await tx.candidates.facts(known.person.id))
}

/** The record's own word counts, valid, lapsed or withdrawn; a file speaks only where there is none. */
const saysNothing = ({ now }: Ctx, { known: { permissions } }: KnownRow): boolean =>
  permissionFor(permissions, 'contact', now).kind === 'missing' &&
  permissionFor(permissions, 'store', now).kind === 'missing'
