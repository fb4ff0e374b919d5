import { z } from 'zod'
import { MOST_HEIRS, SHARE_WAYS, type Shares, type ShareWay, shareOut } from '../../domain/candidate/share-out.ts'
import type { MemberId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { may } from '../../domain/shared/roles.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { NewOwner } from '../people/reassign-person.ts'
import type { Estate, HandOverPlan } from '../ports/hand-overs.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'

/** Larger groups are named one by one; who is in none of these is shared out like anybody else. */
const MOST_GROUPS = 200
/** Of messages that wait for their time so many are named. */
const NAMED = 5

export type EstateModel = {
  readonly from: Member
  readonly estate: Estate
  /** Who would hear from them next: named, because a person has to decide. */
  readonly scheduled: readonly { readonly name: string; readonly dueAt: Instant }[]
}
export type HandOverRefusal =
  | { readonly kind: 'no_such_member' | 'nobody_chosen' | 'too_many' | 'to_themselves' | 'nothing_to_hand_over' }
  | { readonly kind: 'under_way' }
  | { readonly kind: 'may_not_look_after'; readonly who: readonly MemberId[] }

/** What somebody looks after, before anything happens. */
export const readEstate = defineUseCase({
  name: 'read-estate',
  permission: 'settings.change',
  input: z.object({ from: idInput('member') }),
  run: (ctx, { from }): Promise<Result<EstateModel, HandOverRefusal>> => ctx.uow.run((tx) => estateOf(tx, from)),
})

async function estateOf(tx: Tx, id: MemberId): Promise<Result<EstateModel, HandOverRefusal>> {
  const from = await tx.members.get(id)
  if (from === undefined) return refuse({ kind: 'no_such_member' })
  if ((await tx.handOvers.underWay(id)) !== undefined) return refuse({ kind: 'under_way' })
  const estate = await tx.handOvers.estateOf(id)
  const { people, drafts, scheduled, pools } = estate
  if (people + drafts + scheduled + pools === 0) return refuse({ kind: 'nothing_to_hand_over' })
  const next = await tx.handOvers.scheduled(id, NAMED)
  const named = await tx.candidates.getMany(next.map(({ candidateId }) => candidateId))
  return ok({
    from,
    estate,
    scheduled: next.flatMap(({ candidateId, dueAt }) => {
      const person = named.find((one) => one.id === candidateId)
      return person === undefined ? [] : [{ name: person.fullName, dueAt }]
    }),
  })
}

export const HandOverInput = z.object({
  from: idInput('member'),
  way: z.enum(SHARE_WAYS, { error: 'Please choose how they are shared out.' }),
  /** With the roles that they have at this moment: whoever calls has looked them up just now. */
  to: z.custom<readonly NewOwner[]>(Array.isArray),
})
export type HandOverPreview = EstateModel & {
  readonly way: ShareWay
  readonly heirs: readonly { readonly member: Member; readonly has: number; readonly gets: number }[]
}

/** **Show what happens**: whom each colleague would get. Nothing is changed. */
export const previewHandOver = defineUseCase({
  name: 'preview-hand-over',
  permission: 'settings.change',
  input: HandOverInput,
  run: (ctx, input): Promise<Result<HandOverPreview, HandOverRefusal>> =>
    ctx.uow.run(async (tx) => {
      const planned = await planOf(tx, input)
      if (!planned.ok) return planned
      const { model, plan, loads, counts } = planned.value
      const members = await tx.members.getMany(plan.to)
      const heirs = members.map((member) => ({
        member,
        has: loads.get(member.id) ?? 0,
        gets: (plan.quotas[member.id] ?? 0) + (counts.get(member.id) ?? 0),
      }))
      return ok({ ...model, way: plan.way, heirs })
    }),
})

type Planned = {
  readonly model: EstateModel
  readonly plan: HandOverPlan
  readonly loads: ReadonlyMap<MemberId, number>
  /** Of the groups. */
  readonly counts: ReadonlyMap<MemberId, number>
}

/** Who would get whom, from what is there now. */
export async function planOf(
  tx: Tx,
  { from, way, to }: { from: MemberId; way: ShareWay; to: readonly NewOwner[] },
): Promise<Result<Planned, HandOverRefusal>> {
  const heirs = [...new Map(to.map((one) => [one.memberId, one])).values()]
  if (heirs.length === 0) return refuse({ kind: 'nobody_chosen' })
  if (heirs.length > MOST_HEIRS) return refuse({ kind: 'too_many' })
  if (heirs.some(({ memberId }) => memberId === from)) return refuse({ kind: 'to_themselves' })
  const who = heirs.filter(({ roles }) => !may(roles, 'candidate.change')).map(({ memberId }) => memberId)
  if (who.length > 0) return refuse({ kind: 'may_not_look_after', who })
  const model = await estateOf(tx, from)
  if (!model.ok) return model
  const ids = heirs.map(({ memberId }) => memberId)
  const { people } = model.value.estate
  const groups = way === 'load' || ids.length === 1 ? [] : await tx.handOvers.groups(from, way, MOST_GROUPS)
  const loads = await tx.handOvers.loads(ids)
  const inGroups = groups.reduce((all, { count }) => all + count, 0)
  const shares: Shares = shareOut(
    ids.map((id) => ({ id, load: loads.get(id) ?? 0 })),
    groups,
    Math.max(0, people - inGroups),
  )
  const counts = new Map<MemberId, number>()
  for (const { key, count } of groups) {
    const owner = shares.groups[key]
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + count)
  }
  return ok({ model: model.value, plan: { ...shares, to: ids, way, people }, loads, counts })
}
