/** *Keep the door open*: what a letter with the news leaves somebody to take along. The letter itself is a draft like any other. */
import { z } from 'zod'
import type { Candidate, Standing } from '../../domain/candidate/candidate.ts'
import { type SensitiveWarning, warnSensitive } from '../../domain/candidate/sensitive.ts'
import { cite, citedText, MOST_CITED } from '../../domain/outreach/citing.ts'
import { type FactKind, hushed, keptBack, type People } from '../../domain/outreach/fact.ts'
import type { CandidateId, DraftId, RevisionId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { peopleAround } from '../outreach/other-people.ts'
import type { FactRow } from '../ports/candidates.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { optionalLine } from '../text-input.ts'
import { newFacts } from './facts-of.ts'

export type PreparedDoor = {
  readonly candidateId: CandidateId
  readonly fullName: string
  /** What may be told already; the form begins with it. */
  readonly strength: string | undefined
  readonly advice: string | undefined
  /** Praise that stays with us, for whoever looks for words. */
  readonly internal: { readonly text: string; readonly by: string | undefined } | undefined
}
/** The news is none for them any more, or there is none yet. */
export type DoorRefusal =
  | { readonly kind: 'no_such_person' }
  | { readonly kind: 'not_waiting'; readonly standing: Standing; readonly name: string }

const waitsForNews = ({ standing, fullName }: Candidate): Result<null, DoorRefusal> =>
  standing === 'not_told' ? ok(null) : refuse({ kind: 'not_waiting', standing, name: fullName })

/** What the form *Keep the door open* begins with. */
export const prepareDoor = defineUseCase({
  name: 'prepare-keep-door',
  permission: 'draft.write',
  input: z.object({ candidateId: idInput('candidate') }),
  run: (ctx, { candidateId }): Promise<Result<PreparedDoor, DoorRefusal>> =>
    ctx.uow.run(async (tx) => {
      const person = await tx.candidates.lock(candidateId)
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const waits = waitsForNews(person)
      if (!waits.ok) return waits
      const facts = await tx.candidates.facts(person.id)
      const people = await peopleAround(tx, person)
      const cited = cite(facts, 'decline', people)
      const praise = facts.find((fact) => fact.kind === 'praise' && fact.retractedAt === undefined)
      const strength = cited.strength?.text ?? cited.praise?.text
      const by = praise?.authorId === undefined ? undefined : people.authors.get(praise.authorId)
      return ok({
        candidateId: person.id,
        fullName: person.fullName,
        strength,
        advice: cited.advice?.text,
        internal: praise === undefined || strength !== undefined ? undefined : { text: praise.text, by },
      })
    }),
})

export type DoorField = 'strength' | 'advice'
export type DoorProblem = 'too_long' | 'names_somebody' | 'internal'
export type KeepDoorRefusal =
  | DoorRefusal
  | { readonly kind: 'fields'; readonly problems: { readonly [Field in DoorField]?: DoorProblem } }
  | { readonly kind: 'warned'; readonly warned: readonly SensitiveWarning[] }
export type DoorKept = {
  readonly candidateId: CandidateId
  /** The letter with the news that waits already, and whether a person wrote in it. */
  readonly waiting?: { readonly draftId: DraftId; readonly revisionId: RevisionId; readonly ownWords: boolean }
}

/** **Write the letter**: keeps the strength and the advice as facts that this letter may tell; each is refused where it could not be told. */
export const keepDoor = defineUseCase({
  name: 'keep-door',
  permission: 'draft.write',
  input: z.object({
    candidateId: idInput('candidate'),
    strength: optionalLine(MOST_CITED),
    advice: optionalLine(MOST_CITED),
    keepWords: z.boolean(),
  }),
  run: async (ctx, { candidateId, strength, advice, keepWords }) => {
    const kept = await ctx.uow.once<DoorKept, KeepDoorRefusal>(ctx.idempotencyKey, 'keep-door', async (tx) => {
      const person = await tx.candidates.lock(candidateId)
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const waits = waitsForNews(person)
      if (!waits.ok) return waits
      const people = await peopleAround(tx, person)
      const known = await tx.candidates.facts(person.id)
      const said = [make(ctx, 'strength', strength), make(ctx, 'advice', advice)]
        .flat()
        .filter((fact) => !isTold(fact, known, people))
      const problems = problemsOf(said, people)
      if (Object.keys(problems).length > 0) return refuse({ kind: 'fields', problems })
      const warned = said.flatMap(({ text }) => warnSensitive(text))
      if (!keepWords && warned.length > 0) return refuse({ kind: 'warned', warned })
      await freeKnown(ctx, tx, person, said, known)
      await keepFacts(ctx, tx, person, newFacts(said, known))
      return ok({ candidateId: person.id, ...(await waitingLetter(ctx, tx, person.id)) })
    })
    if (kept.ok) ctx.services.wake.posts()
    return kept
  },
})

const make = (ctx: Ctx, kind: 'strength' | 'advice', text: string | undefined): readonly FactRow[] =>
  text === undefined
    ? []
    : [
        {
          id: ctx.newId<'fact'>(),
          kind,
          text,
          // A private matter is refused below, unless the box is ticked in the knowledge of what it says.
          telling: hushed({ kind, text }) === 'private_matter' ? 'mentioned_knowingly' : 'may_be_mentioned',
          authorId: ctx.actor.memberId,
          statedAt: ctx.now,
          changedAt: ctx.now,
          retractedAt: undefined,
          sourceKind: 'note',
          sourceLink: undefined,
        },
      ]

/** Left as the form offered it: a fact that may be told says so already, be it a strength or a colleague's praise. */
function isTold({ kind, text }: FactRow, known: readonly FactRow[], people: People): boolean {
  const kinds: readonly FactKind[] = kind === 'strength' ? ['strength', 'praise'] : ['advice']
  return known.some(
    (fact) => kinds.includes(fact.kind) && citedText(fact) === text && keptBack(fact, 'decline', people) === undefined,
  )
}

function problemsOf(said: readonly FactRow[], people: People): { readonly [Field in DoorField]?: DoorProblem } {
  const found = said.flatMap((fact): [string, DoorProblem][] => {
    if (citedText(fact) === undefined) return [[fact.kind, 'too_long']]
    const why = keptBack(fact, 'decline', people)
    return why === undefined ? [] : [[fact.kind, why === 'internal_matter' ? 'internal' : 'names_somebody']]
  })
  return Object.fromEntries(found)
}

/** The same words may be known and kept back: then it is they that may be told from now on. */
async function freeKnown(ctx: Ctx, tx: Tx, person: Candidate, said: readonly FactRow[], known: readonly FactRow[]) {
  const news = newFacts(said, known)
  for (const { kind, text, telling } of said.filter((fact) => !news.includes(fact))) {
    const before = known.find((fact) => fact.kind === kind && fact.retractedAt === undefined && isSame(fact.text, text))
    if (before === undefined || before.telling === telling) continue
    await tx.candidates.changeFact(before.id, { telling }, ctx.now)
    const data = { factId: before.id, telling }
    await tx.events.append({ stream: `candidate:${person.id}`, type: 'fact.telling_changed', data })
  }
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

async function keepFacts(ctx: Ctx, tx: Tx, person: Candidate, facts: readonly FactRow[]): Promise<void> {
  if (facts.length === 0) return
  await tx.candidates.addFacts(person.id, facts)
  const advice = facts.find(({ kind }) => kind === 'advice')
  if (advice !== undefined && person.advice === undefined)
    await tx.candidates.change(person.id, { advice: advice.text })
  await tx.events.append({
    stream: `candidate:${person.id}`,
    type: 'candidate.door_kept',
    data: {
      facts: facts.map(({ id }) => id),
      knowingly: facts.filter(({ telling }) => telling === 'mentioned_knowingly').map(({ id }) => id),
    },
  })
  await tx.posts.redraw(person.id, ctx.now)
}

async function waitingLetter(ctx: Ctx, tx: Tx, id: CandidateId): Promise<Pick<DoorKept, 'waiting'>> {
  const draft = (await tx.drafts.waitingFor(id)).find(
    ({ ownerId, purpose }) => ownerId === ctx.actor.memberId && purpose === 'decline',
  )
  const revision = draft && (await tx.drafts.revision(draft.revisionId))
  if (draft === undefined || revision === undefined) return {}
  return { waiting: { draftId: draft.id, revisionId: revision.id, ownWords: revision.author === 'person' } }
}
