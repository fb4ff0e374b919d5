import { z } from 'zod'
import { ok, type Result } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { HandOver } from '../ports/hand-overs.ts'
import type { Member } from '../ports/workspace.ts'
import { mayBeUndone } from './hand-over.ts'
import { sum } from './hand-over-step.ts'

/** People who left, at most. */
const MOST_LEAVERS = 20
const MOST_RECENT = 5

export type HandOverList = {
  readonly leavers: readonly { readonly member: Member; readonly people: number }[]
  readonly recent: readonly {
    readonly handOver: HandOver
    readonly from: Member | undefined
    readonly moved: number
    readonly mayBeUndone: boolean
  }[]
}

/** Who left and still looks after people, and what was handed over lately. */
export const listHandOvers = defineUseCase({
  name: 'list-hand-overs',
  permission: 'settings.change',
  input: z.object({}),
  run: (ctx): Promise<Result<HandOverList, never>> =>
    ctx.uow.run(async (tx) => {
      const recent = await tx.handOvers.recent(MOST_RECENT)
      const members = await tx.members.getMany(await tx.handOvers.leavers(MOST_LEAVERS))
      const loads = await tx.handOvers.loads(members.map(({ id }) => id))
      const from = await tx.members.getMany([...new Set(recent.map((one) => one.from))])
      return ok({
        leavers: members.map((member) => ({ member, people: loads.get(member.id) ?? 0 })),
        recent: recent.map((handOver) => ({
          handOver,
          from: from.find(({ id }) => id === handOver.from),
          moved: sum(handOver.done.people),
          mayBeUndone: mayBeUndone(handOver, ctx.now),
        })),
      })
    }),
})
