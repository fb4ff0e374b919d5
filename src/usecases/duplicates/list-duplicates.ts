import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { type Reason, samePerson } from '../../domain/candidate/same-person.ts'
import { asId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { ContactKind } from '../ports/candidates.ts'
import { type DuplicatePlace, pairOf } from '../ports/duplicates.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { checkDuplicates, recordOf } from './check-duplicates.ts'

export type Side = {
  readonly person: Candidate
  readonly owner: string | undefined
  readonly contacts: readonly ContactKind[]
}
export type DuplicateRow = {
  /** The record that was here first, which a merge keeps. */
  readonly kept: Side
  readonly other: Side
  readonly score: number
  readonly reasons: readonly Reason[]
}
export type DuplicateList = {
  readonly rows: readonly DuplicateRow[]
  readonly next: string | undefined
  /** Not the first page. */
  readonly further: boolean
  /** Some were not compared yet. */
  readonly stillComparing: boolean
}

const ON_A_PAGE = 5
/** Compared before the list is shown, so that whoever was added a moment ago is in it. */
const COMPARED_FIRST = 50

/** `/medallist duplicates`: pairs that may be one person, the likeliest first. */
export const listDuplicates = defineUseCase({
  name: 'list-duplicates',
  permission: 'candidate.change',
  input: z.object({ at: z.string().optional() }),
  run: async (ctx, { at }): Promise<Result<DuplicateList, { readonly kind: 'gone' }>> => {
    const { more } = await checkDuplicates(ctx, COMPARED_FIRST)
    return ctx.uow.run(async (tx) => {
      const after = at === undefined ? undefined : readPlace(at)
      // The pair at which the page before ended must be one of this workspace's.
      if (at !== undefined && (after === undefined || (await tx.duplicates.lock(after)) === undefined))
        return refuse({ kind: 'gone' })
      const open = await tx.duplicates.open(ON_A_PAGE + 1, after)
      const rows: DuplicateRow[] = []
      for (const pair of open.slice(0, ON_A_PAGE)) rows.push(...(await rowOf(tx, pair)))
      const last = open.length > ON_A_PAGE ? open[ON_A_PAGE - 1] : undefined
      const next = last === undefined ? undefined : writePlace(last)
      return ok({ rows, next, further: after !== undefined, stillComparing: more })
    })
  },
})

const writePlace = ({ score, oneId, otherId }: DuplicatePlace): string => `${score}:${oneId}:${otherId}`

function readPlace(text: string): DuplicatePlace | undefined {
  const [score = '', one = '', other = ''] = text.split(':')
  const [oneId, otherId] = [asId<'candidate'>(one), asId<'candidate'>(other)]
  if (!/^\d{1,3}$/.test(score) || oneId === undefined || otherId === undefined) return undefined
  return { score: Number(score), oneId, otherId }
}

async function rowOf(tx: Tx, { oneId, otherId, score }: DuplicatePlace): Promise<DuplicateRow[]> {
  const [one, other] = inOrder(await tx.candidates.getMany([oneId, otherId]))
  if (one === undefined || other === undefined) return []
  const { reasons } = samePerson(recordOf(one), recordOf(other))
  return [{ kept: await sideOf(tx, one), other: await sideOf(tx, other), score, reasons }]
}

/** Who was here first comes first. */
export const inOrder = (people: readonly Candidate[]): readonly Candidate[] =>
  people.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))

async function sideOf(tx: Tx, person: Candidate): Promise<Side> {
  const contacts = await tx.candidates.contacts(person.id)
  const owner = person.ownerId === undefined ? undefined : await tx.members.get(person.ownerId)
  return { person, owner: owner?.name, contacts: [...new Set(contacts.map(({ kind }) => kind))] }
}

export type DuplicateRefusal =
  /** One of them is not here any more, or nobody suggested the pair. */
  { readonly kind: 'gone' } | { readonly kind: 'decided'; readonly state: 'dismissed' | 'merged' }

/** **Not the same person**: this pair is never suggested again. */
export const dismissDuplicate = defineUseCase({
  name: 'dismiss-duplicate',
  permission: 'candidate.change',
  input: z.object({ oneId: idInput('candidate'), otherId: idInput('candidate') }),
  run: (ctx, { oneId, otherId }): Promise<Result<null, DuplicateRefusal>> =>
    ctx.uow.once<null, DuplicateRefusal>(ctx.idempotencyKey, 'dismiss-duplicate', async (tx) => {
      const pair = pairOf(oneId, otherId)
      const state = await tx.duplicates.lock(pair)
      if (state === undefined) return refuse({ kind: 'gone' })
      if (state !== 'open') return refuse({ kind: 'decided', state })
      await tx.duplicates.decide(pair, 'dismissed', ctx.actor.memberId, ctx.now)
      const data = { otherId: pair.otherId }
      await tx.events.append({ stream: `candidate:${pair.oneId}`, type: 'candidate.not_duplicate', data })
      return ok(null)
    }),
})
