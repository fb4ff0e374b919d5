/** What the messages about a hand-over show, as it stands now. */
import type { HandOverId, MemberId, PoolId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import type { HandOver } from '../ports/hand-overs.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'
import { mayBeUndone } from './hand-over.ts'

const NAMED = 10

export type HandOverModel = {
  readonly handOver: HandOver
  readonly from: Member | undefined
  readonly heirs: readonly { readonly member: Member; readonly people: number; readonly drafts: number }[]
  /** To whom messages were approved that wait for a person now. */
  readonly held: readonly string[]
  readonly mayBeUndone: boolean
}
async function heldNames(
  tx: Tx,
  sends: HandOver['done']['held'],
  owner: MemberId | undefined,
): Promise<readonly string[]> {
  const people = await tx.candidates.getMany(await tx.handOvers.heldPeople(sends, owner, NAMED))
  return people.map(({ fullName }) => fullName)
}

export const loadHandOver = ({ uow, now }: SystemCtx, id: HandOverId): Promise<HandOverModel | undefined> =>
  uow.run(async (tx) => {
    const handOver = await tx.handOvers.get(id)
    if (handOver === undefined) return undefined
    const { plan, done, from } = handOver
    const members = await tx.members.getMany(plan.to)
    return {
      handOver,
      from: await tx.members.get(from),
      heirs: members.map((member) => ({
        member,
        people: done.people[member.id] ?? 0,
        drafts: done.drafts[member.id] ?? 0,
      })),
      held: await heldNames(tx, done.held, undefined),
      mayBeUndone: mayBeUndone(handOver, now),
    }
  })

export type ReceivedModel = {
  readonly handOver: HandOver
  readonly from: Member | undefined
  readonly people: number
  readonly drafts: number
  readonly pools: readonly string[]
  readonly held: readonly string[]
}
/** For one of those who got people. */
export const loadReceived = (
  { uow }: SystemCtx,
  id: HandOverId,
  memberId: MemberId,
): Promise<ReceivedModel | undefined> =>
  uow.run(async (tx) => {
    const handOver = await tx.handOvers.get(id)
    if (handOver === undefined) return undefined
    const { done, from } = handOver
    const pools: string[] = []
    for (const [pool, owner] of Object.entries(done.pools)) {
      const found = owner === memberId ? await tx.pools.get(pool as PoolId) : undefined
      if (found !== undefined) pools.push(found.name)
    }
    return {
      handOver,
      from: await tx.members.get(from),
      people: done.people[memberId] ?? 0,
      drafts: done.drafts[memberId] ?? 0,
      pools,
      held: await heldNames(tx, done.held, memberId),
    }
  })
