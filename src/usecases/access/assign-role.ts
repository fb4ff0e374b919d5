import { z } from 'zod'
import type { MemberId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Member } from '../ports/workspace.ts'

/** Admins are named by Slack or by the environment; these two may be given by hand. */
export const GIVEN_ROLES = ['recruiter', 'hiring_manager'] as const
export type GivenRole = (typeof GIVEN_ROLES)[number]

const Input = z.object({ memberId: idInput('member'), role: z.enum(GIVEN_ROLES), act: z.enum(['add', 'remove']) })

/** Gives somebody a role, or takes it back. It works beside user groups, which a free Slack does not have, and counts at their next act. */
export const assignRole = defineUseCase({
  name: 'assign-role',
  permission: 'settings.change',
  input: Input,
  run: (
    ctx,
    { memberId, role, act },
  ): Promise<Result<{ readonly memberId: MemberId }, { readonly kind: 'no_such_member' }>> =>
    ctx.uow.once(ctx.idempotencyKey, 'assign-role', async (tx) => {
      if ((await tx.members.get(memberId)) === undefined) return refuse({ kind: 'no_such_member' })
      if (act === 'add') await tx.members.grantRole(memberId, role, ctx.actor.memberId, ctx.now)
      else await tx.members.revokeRole(memberId, role)
      const type = act === 'add' ? 'role.given' : 'role.taken'
      await tx.events.append({ stream: `member:${memberId}`, type, data: { role } })
      return ok({ memberId })
    }),
})

export type RoleList = Readonly<Record<GivenRole, readonly Member[]>>

/** Who was given which role by hand. */
export const listRoles = defineUseCase({
  name: 'list-roles',
  permission: 'settings.change',
  input: z.object({}),
  run: (ctx): Promise<Result<RoleList, never>> =>
    ctx.uow.run(async (tx) =>
      ok({
        recruiter: await tx.members.withRole('recruiter'),
        hiring_manager: await tx.members.withRole('hiring_manager'),
      }),
    ),
})
