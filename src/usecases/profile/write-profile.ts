/** Writes a change of a profile with all that belongs to it: facts that drafts cite, the timeline, the log. The person is locked. */
import type { Candidate } from '../../domain/candidate/candidate.ts'
import {
  beforeOf,
  namedIn,
  type ProfileChange,
  type ProfileValues,
  partsOf,
} from '../../domain/candidate/profile-values.ts'
import { type FactKind, tellingAtFirst } from '../../domain/outreach/fact.ts'
import { skillLabel } from '../../domain/pool/skills.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold } from '../../domain/shared/text.ts'
import { reasons } from '../../domain/shared/words/candidates.ts'
import { customFields as customWords } from '../../domain/shared/words/custom-fields.ts'
import { editLine } from '../../domain/shared/words/profile-form.ts'
import type { Ctx } from '../context.ts'
import { entry } from '../people/change-person.ts'
import type { FactRow } from '../ports/candidates.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { tellReferrers } from '../replies/tell-flaggers.ts'
import type { ProfileProblems } from './read-section.ts'

export type Writing = {
  readonly person: Candidate
  readonly now: ProfileValues
  readonly change: ProfileChange
  /** Of the event in the log. */
  readonly event: { readonly type: 'candidate.edited' | 'candidate.edit_undone'; readonly section: string }
  /** `false` where many were changed at once: nobody looked at each profile. */
  readonly isLookedAt?: boolean
}

export async function writeProfile(ctx: Ctx, tx: Tx, writing: Writing): Promise<Result<null, ProfileProblems>> {
  const { person, now, change, event } = writing
  const { row, contacts, ratings } = partsOf(change)
  for (const [kind, values] of contacts) {
    const set = await tx.candidates.setContacts(person.id, kind, values)
    if (set !== 'set') return refuse({ [kind]: { kind: 'taken' in set ? 'taken' : 'written_to' } })
  }
  for (const [kind, rating] of ratings) await tx.ratings.set(person.id, kind, rating)
  const before = beforeOf(now, change)
  await bringFactsAlong(ctx, tx, writing, before)
  await tx.candidates.change(person.id, row)
  const owners = [before.ownerId, change.ownerId].flatMap((id) => id ?? [])
  const names = new Map((await tx.members.getMany(owners)).map(({ id, name }) => [id as string, name]))
  const custom = 'custom' in change ? await tx.customFields.active() : []
  const line = editLine(before, change, {
    owner: (id) => names.get(id) ?? '–',
    custom: (id) => custom.find((field) => field.id === id)?.name ?? customWords.section,
  })
  await tx.candidates.record(person.id, entry(ctx, 'change', line))
  // Who mends a profile has looked at it.
  if (event.type === 'candidate.edited' && writing.isLookedAt !== false) await tx.candidates.checked(person.id, ctx.now)
  await log(tx, writing)
  const { standing } = change
  if (event.type === 'candidate.edited' && standing !== undefined && standing !== person.standing)
    await tellReferrers(ctx, tx, person.id, standing)
  await tx.posts.redraw(person.id, ctx.now)
  const stream = `candidate:${person.id}`
  await tx.events.append({ stream, type: event.type, data: { section: event.section, fields: [...namedIn(change)] } })
  return ok(null)
}

/** What other acts log of the same change. */
async function log(tx: Tx, { person, change }: Writing): Promise<void> {
  const stream = `candidate:${person.id}`
  if (change.standing !== undefined && change.standing !== person.standing)
    await tx.events.append({
      stream,
      type: 'candidate.standing_changed',
      data: { from: person.standing, to: change.standing },
    })
  if ('ownerId' in change)
    await tx.events.append({
      stream,
      type: 'candidate.reassigned',
      data: { from: person.ownerId ?? null, to: change.ownerId ?? null },
    })
}

/** What a form says of a field as a fact, which drafts may cite. */
const SAID: readonly (readonly [
  kind: FactKind,
  texts: (change: ProfileChange) => readonly (string | undefined)[] | undefined,
])[] = [
  ['role', (change) => ('consideredRole' in change ? [change.consideredRole] : undefined)],
  ['location', (change) => ('location' in change ? [change.location] : undefined)],
  ['wish', (change) => ('bringBack' in change ? [change.bringBack] : undefined)],
  ['advice', (change) => ('advice' in change ? [change.advice] : undefined)],
  ['reason', (change) => ('reason' in change ? [change.reason && reasons[change.reason]] : undefined)],
  ['skill', (change) => ('skills' in change ? (change.skills ?? []).map(skillLabel) : undefined)],
]

/** What is no longer so is cited no more; what is new may be. */
async function bringFactsAlong(ctx: Ctx, tx: Tx, { person, change }: Writing, before: ProfileChange): Promise<void> {
  const said = SAID.flatMap(([kind, texts]) => {
    const now = texts(change)
    return now === undefined ? [] : [{ kind, now: given(now), was: given(texts(before) ?? []) }]
  })
  if (said.length === 0) return
  const known = (await tx.candidates.facts(person.id)).filter((fact) => fact.retractedAt === undefined)
  const has = (texts: readonly string[], text: string) => texts.some((one) => fold(one) === fold(text))
  const gone = known.filter((fact) =>
    said.some(({ kind, now, was }) => fact.kind === kind && has(was, fact.text) && !has(now, fact.text)),
  )
  const added = said.flatMap(({ kind, now }) => {
    const there = known.filter((fact) => fact.kind === kind).map(({ text }) => text)
    return now.filter((text) => !has(there, text)).map((text) => factOf(ctx, kind, text))
  })
  if (gone.length > 0) await tx.candidates.unsay(person.id, { entries: [], facts: gone.map(({ id }) => id) }, ctx.now)
  if (added.length > 0) await tx.candidates.addFacts(person.id, added)
}

const given = (texts: readonly (string | undefined)[]): readonly string[] => texts.flatMap((text) => text ?? [])

const factOf = ({ actor, now, newId }: Ctx, kind: FactKind, text: string): FactRow => ({
  id: newId<'fact'>(),
  kind,
  text,
  telling: tellingAtFirst(kind, text),
  sourceKind: 'profile',
  sourceLink: undefined,
  authorId: actor.memberId,
  statedAt: now,
  changedAt: now,
  retractedAt: undefined,
})
