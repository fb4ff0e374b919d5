/** In which lists somebody is: chosen on their profile, or beside them in a list of people. */
import { z } from 'zod'
import { asId, type CandidateId, type PoolId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { poolLines } from '../../domain/shared/words/pools.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { MOST_POOLS } from '../find/read-query.ts'
import { idInput } from '../outreach/draft-input.ts'
import { entry, type NoSuchPerson } from '../people/change-person.ts'
import type { Pool } from '../ports/pools.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { enterCare } from './enter-care.ts'

export type ListsOf = {
  readonly candidateId: CandidateId
  readonly fullName: string
  /** Those that they are in. */
  readonly lists: readonly Pool[]
  /** Every list that there is to choose, theirs included. */
  readonly choices: readonly Pool[]
}

/** Slack's menu takes no more. */
const MOST_CHOICES = 100

/** Whom the form is about, and where they are now. */
export const readLists = defineUseCase({
  name: 'read-lists',
  permission: 'candidate.read',
  input: z.object({ candidateId: idInput('candidate') }),
  run: (ctx, { candidateId }): Promise<Result<ListsOf, NoSuchPerson>> =>
    ctx.uow.run(async (tx) => {
      const [person] = await tx.candidates.getMany([candidateId])
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const lists = await tx.pools.poolsOf(candidateId)
      const others = (await tx.pools.list(MOST_POOLS)).filter(
        ({ id, query }) => query === undefined && lists.every((one) => one.id !== id),
      )
      return ok({
        candidateId,
        fullName: person.fullName,
        lists,
        choices: [...lists, ...others].slice(0, MOST_CHOICES),
      })
    }),
})

/** A person is in a handful of lists; Slack's menu takes no more. */
export const MOST_LISTS = 30

export type SetListsRefusal =
  | NoSuchPerson
  | { readonly kind: 'too_many_lists'; readonly max: number }
  /** One of them is a query, or was archived meanwhile. */
  | { readonly kind: 'no_such_list'; readonly name: string | undefined }
export type ListsSet = {
  readonly candidateId: CandidateId
  readonly added: readonly PoolId[]
  readonly removed: readonly PoolId[]
}

const Ids = z
  .array(z.string())
  .max(200)
  .transform((ids) => [...new Set(ids)].flatMap((id) => asId<'pool'>(id) ?? []))

/**
 * **Save** on *Pools of …*: in those, and in no others of those that the form knew. A list that somebody else put them into meanwhile was not
 * seen by whoever chose, so it stays.
 */
export const setLists = defineUseCase({
  name: 'set-lists',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), wanted: Ids, seen: Ids }),
  run: (ctx, { candidateId, wanted, seen }) =>
    change(ctx, 'set-lists', candidateId, {
      add: wanted.filter((id) => !seen.includes(id)),
      remove: seen.filter((id) => !wanted.includes(id)),
    }),
})

/** *Undo*: out of those that it put them into, back into those that it took them out of. */
export const undoSetLists = defineUseCase({
  name: 'undo-set-lists',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), added: Ids, removed: Ids }),
  run: (ctx, { candidateId, added, removed }) =>
    change(ctx, 'undo-set-lists', candidateId, { add: removed, remove: added }),
})

async function change(
  ctx: Ctx,
  useCase: string,
  id: CandidateId,
  { add, remove }: { readonly add: readonly PoolId[]; readonly remove: readonly PoolId[] },
): Promise<Result<ListsSet, SetListsRefusal>> {
  const { actor, now } = ctx
  const done = await ctx.uow.once<ListsSet, SetListsRefusal>(ctx.idempotencyKey, useCase, async (tx) => {
    const person = await tx.candidates.lock(id)
    if (person === undefined) return refuse({ kind: 'no_such_person' })
    const lists = await lockLists(tx, [...add, ...remove])
    const wrong = add.find((pool) => !isList(lists.get(pool)))
    if (wrong !== undefined) return refuse({ kind: 'no_such_list', name: lists.get(wrong)?.name })
    const added: Pool[] = []
    const removed: Pool[] = []
    for (const pool of add) {
      const list = lists.get(pool)
      if (list === undefined) continue
      const joined = await tx.pools.addMembers(pool, [person.id], actor.memberId, now)
      if (joined.length === 0) continue
      await enterCare(ctx, tx, list, joined)
      added.push(list)
    }
    for (const pool of remove) {
      const list = lists.get(pool)
      const left = { by: actor.memberId, at: now, how: 'by_hand' } as const
      if (list !== undefined && (await tx.pools.removeMembers(pool, [person.id], left)).length > 0) removed.push(list)
    }
    if ((await tx.pools.poolsOf(person.id)).length > MOST_LISTS)
      return refuse({ kind: 'too_many_lists', max: MOST_LISTS })
    for (const { name } of added) await tx.candidates.record(person.id, entry(ctx, 'change', poolLines.added(name)))
    for (const { name } of removed) await tx.candidates.record(person.id, entry(ctx, 'change', poolLines.removed(name)))
    const moved = { added: added.map((pool) => pool.id), removed: removed.map((pool) => pool.id) }
    if (added.length + removed.length > 0) {
      await tx.events.append({ stream: `candidate:${person.id}`, type: 'candidate.lists_changed', data: moved })
      await tx.posts.redraw(person.id, now)
    }
    return ok({ candidateId: person.id, ...moved })
  })
  if (done.ok) ctx.services.wake.posts()
  return done
}

const isList = (pool: Pool | undefined): boolean =>
  pool !== undefined && pool.query === undefined && pool.archivedAt === undefined

/** Always in the same order, so that two who change the same lists do not wait for each other for ever. */
async function lockLists(tx: Tx, ids: readonly PoolId[]): Promise<ReadonlyMap<PoolId, Pool>> {
  const locked = new Map<PoolId, Pool>()
  for (const id of [...new Set(ids)].toSorted()) {
    const pool = await tx.pools.lock(id)
    if (pool !== undefined) locked.set(id, pool)
  }
  return locked
}
