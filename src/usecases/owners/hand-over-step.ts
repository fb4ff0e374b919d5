/** One portion of a hand-over: a transaction of its own, which whoever comes next goes on from. */
import { makeDealer } from '../../domain/candidate/share-out.ts'
import type { HandOverId, MemberId, PoolId } from '../../domain/shared/ids.ts'
import { handOver as words } from '../../domain/shared/words/hand-over.ts'
import type { SystemCtx } from '../context.ts'
import type { Giving, HandOver, HandOverDone } from '../ports/hand-overs.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { handDraftTo } from './hand-draft.ts'
import { holdScheduled } from './hold-scheduled.ts'
import { tellOfHandOver } from './tell-hand-over.ts'

/** Small enough for the embedded database, where everybody waits meanwhile. */
const PEOPLE_AT_ONCE = 200
const DRAFTS_AT_ONCE = 10
const SENDS_AT_ONCE = 10

/** `over`: nothing is left to do, or there is no such hand-over. */
export type Step = 'more' | 'over'

type Work = { readonly ctx: SystemCtx; readonly tx: Tx; readonly handOver: HandOver }

/** What is approved stops first, then go people, drafts, questions and pools. Its row is locked, so that *Undo* comes between two portions. */
export const handOverStep = (ctx: SystemCtx, id: HandOverId): Promise<Step> =>
  ctx.uow.run(async (tx) => {
    const handOver = await tx.handOvers.lock(id)
    if (handOver === undefined) return 'over'
    const work = { ctx, tx, handOver }
    switch (handOver.state) {
      case 'running':
        return (await give(work)) ?? finish(work, 'done')
      case 'undoing':
        return (await takeBack(work)) ?? finish(work, 'undone')
      case 'done':
      case 'undone':
        return 'over'
    }
  })

/** `undefined` where nothing was left to give. */
const give = async (work: Work): Promise<Step | undefined> =>
  (await hold(work)) ?? (await givePeople(work)) ?? (await giveDrafts(work)) ?? (await endAsks(work))

async function hold({ ctx, tx, handOver }: Work): Promise<Step | undefined> {
  const held = await holdScheduled(ctx, tx, handOver.from, { by: handOver.startedBy, most: SENDS_AT_ONCE })
  if (held.length === 0) return undefined
  return keep(tx, handOver, { held: [...handOver.done.held, ...held] })
}

const givingOf = ({ now }: SystemCtx, { id, from, startedBy }: HandOver): Giving => ({
  handOverId: id,
  from,
  by: startedBy,
  at: now,
})

async function givePeople({ ctx, tx, handOver }: Work): Promise<Step | undefined> {
  const { from, plan, done } = handOver
  const people = await tx.handOvers.next(from, plan.way, PEOPLE_AT_ONCE, done.after)
  const last = people.at(-1)?.id
  // Whoever came to them meanwhile may stand before that.
  if (last === undefined) return done.after === undefined ? undefined : keep(tx, handOver, { after: undefined })
  const themselves = await ownRecords(tx, plan.to)
  const dealer = makeDealer(plan)
  const given = people.map(({ id, key }) => ({ candidateId: id, to: dealer.deal(key, themselves.get(id)) }))
  const heirs = await tx.members.getMany(plan.to)
  const before = (await tx.members.get(from))?.name ?? ''
  const lines = new Map<MemberId | undefined, string>([
    [undefined, words.history(before, undefined)],
    ...heirs.map(({ id, name }): [MemberId, string] => [id, words.history(before, name)]),
  ])
  await tx.handOvers.give(givingOf(ctx, handOver), given, lines)
  const counted = { ...done.people }
  for (const { to } of given) if (to !== undefined) counted[to] = (counted[to] ?? 0) + 1
  const nobody = done.nobody + given.filter(({ to }) => to === undefined).length
  return keep(tx, handOver, { people: counted, nobody, after: last }, dealer.quotas())
}

/** Nobody gets the record of themselves: who is on record under a colleague's own address. */
async function ownRecords(tx: Tx, members: readonly MemberId[]): Promise<ReadonlyMap<string, MemberId>> {
  const heirs = await tx.members.getMany(members)
  const own = await Promise.all(
    heirs.map(async ({ id, email }) => {
      const records = email === undefined ? [] : await tx.candidates.allWithAddress(email)
      return records.map((record): [string, MemberId] => [record, id])
    }),
  )
  return new Map(own.flat())
}

async function giveDrafts({ ctx, tx, handOver }: Work): Promise<Step | undefined> {
  const { from, plan, done } = handOver
  const drafts = await tx.handOvers.waitingDrafts(from, DRAFTS_AT_ONCE)
  if (drafts.length === 0) return undefined
  const counted = { ...done.drafts }
  const dealer = makeDealer(plan)
  for (const draft of drafts) {
    const to = await handDraftTo(ctx, tx, { draft, from, heirs: plan.to, else: () => dealer.deal(undefined) })
    if (to !== undefined) counted[to] = (counted[to] ?? 0) + 1
  }
  return keep(tx, handOver, { drafts: counted }, dealer.quotas())
}

/** Nobody who left answers: whoever asked sees that it is withdrawn, and may ask somebody else. */
async function endAsks({ ctx, tx, handOver }: Work): Promise<Step | undefined> {
  const asks = await tx.handOvers.waitingAsks(handOver.from, DRAFTS_AT_ONCE)
  for (const id of asks) {
    const ask = await tx.asks.lock(id)
    if (ask?.state !== 'asked') continue
    const { revisionId, draftId } = ask
    await tx.asks.change(id, { state: 'withdrawn', revisionId, answer: undefined, answeredAt: ctx.now })
    await tx.events.append({ stream: `draft:${draftId}`, type: 'draft.ask_withdrawn', data: { askId: id } })
    await tx.posts.redraw(draftId, ctx.now)
  }
  return asks.length === 0 ? undefined : 'more'
}

/** Pools go with the people in them where those were kept together, else to the first who was named. */
async function givePools({ tx, handOver }: Work): Promise<HandOverDone['pools']> {
  const { from, plan } = handOver
  const given: Record<string, MemberId> = {}
  for (const pool of await tx.handOvers.poolsOf(from)) {
    const to = plan.groups[pool] ?? plan.to[0]
    if (to !== undefined && (await tx.handOvers.givePool(pool, from, to))) given[pool] = to
  }
  return given
}

async function takeBack({ ctx, tx, handOver }: Work): Promise<Step | undefined> {
  const { from, done } = handOver
  const name = (await tx.members.get(from))?.name ?? ''
  const giving = givingOf(ctx, handOver)
  const { seen, back, last } = await tx.handOvers.takeBack(giving, words.historyBack(name), PEOPLE_AT_ONCE, done.after)
  if (seen === 0) return done.after === undefined ? undefined : keep(tx, handOver, { after: undefined })
  return keep(tx, handOver, { back: done.back + back, after: last })
}

async function keep(
  tx: Tx,
  handOver: HandOver,
  change: Partial<HandOverDone>,
  quotas?: Readonly<Record<string, number>>,
): Promise<Step> {
  const { state, finishedAt, plan } = handOver
  const done = { ...handOver.done, ...change }
  await tx.handOvers.change(handOver.id, {
    state,
    finishedAt,
    done,
    ...(quotas === undefined ? {} : { plan: { ...plan, quotas } }),
  })
  return 'more'
}

async function finish(work: Work, state: 'done' | 'undone'): Promise<Step> {
  const { ctx, tx, handOver } = work
  const { id, from, done } = handOver
  const pools = state === 'done' ? await givePools(work) : done.pools
  if (state === 'undone') {
    for (const [pool, to] of Object.entries(pools)) await tx.handOvers.givePool(pool as PoolId, to, from)
  }
  const finished = { ...handOver, state, finishedAt: ctx.now, done: { ...done, pools } }
  await tx.handOvers.change(id, finished)
  const { people, nobody, held, back } = finished.done
  await tx.events.append({
    stream: `hand_over:${id}`,
    type: `hand_over.${state}`,
    data: { people: sum(people), nobody, drafts: sum(done.drafts), held: held.length, back },
  })
  await tellOfHandOver(ctx, tx, finished)
  return 'over'
}

export const sum = (amounts: Readonly<Record<string, number>>): number =>
  Object.values(amounts).reduce((all, one) => all + one, 0)
