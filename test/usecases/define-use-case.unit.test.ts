import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ok } from '../../src/domain/shared/result.ts'
import { may, PERMISSIONS, ROLE_PERMISSIONS, ROLES, type Role, whoMay } from '../../src/domain/shared/roles.ts'
import { RolesUnknownError } from '../../src/usecases/access/may-act.ts'
import type { Ctx } from '../../src/usecases/context.ts'
import { defineUseCase } from '../../src/usecases/define-use-case.ts'

const by = (...roles: Role[]) => ({ actor: { roles: new Set(roles), unheard: [] } }) as unknown as Ctx

describe('a use case', () => {
  const ran: unknown[] = []
  const approve = defineUseCase({
    name: 'test-approve',
    permission: 'draft.approve',
    input: z.object({ count: z.coerce.number().int() }),
    run: async (_ctx, input) => {
      ran.push(input)
      return ok(input.count)
    },
  })

  it('runs for who may, with its input parsed', async () => {
    expect(await approve(by('recruiter'), { count: '3' })).toEqual(ok(3))
  })
  it('refuses whoever may not, before anything is parsed or run', async () => {
    const before = ran.length
    expect(await approve(by('employee', 'hiring_manager'), { count: 'x' })).toEqual({
      ok: false,
      refusal: { kind: 'not_allowed', permission: 'draft.approve' },
    })
    expect(ran).toHaveLength(before)
  })
  it('does not say "you may not" while Slack cannot name who is in the group that would allow it', async () => {
    const of = (role: Role) => ({ actor: { roles: new Set(['employee']), unheard: [role] } }) as unknown as Ctx
    const before = ran.length
    await expect(approve(of('recruiter'), { count: '3' })).rejects.toThrow(RolesUnknownError)
    // Whoever is in that group may not either.
    expect(await approve(of('hiring_manager'), { count: '3' })).toMatchObject({ refusal: { kind: 'not_allowed' } })
    expect(ran).toHaveLength(before)
  })
  it('names every mistake of its input and does not run', async () => {
    const answer = await approve(by('recruiter'), { count: 'many' })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'bad_input', problems: [{ path: 'count' }] } })
  })
  it('has a name of its own', () => {
    const twin = () =>
      defineUseCase({ name: 'test-approve', permission: 'draft.approve', input: z.object({}), run: async () => ok(1) })
    expect(twin).toThrow('test-approve')
  })
})

describe('the table of permissions', () => {
  it('gives everybody the right to flag, and candidates to recruiters and admins alone', () => {
    for (const role of ROLES) expect(may([role], 'near_miss.flag')).toBe(true)
    for (const permission of ['candidate.read', 'draft.approve', 'near_miss.decide', 'pool.read'] as const) {
      expect(ROLES.filter((role) => may([role], permission)).toSorted()).toEqual(['admin', 'recruiter'])
    }
  })
  it('lets settings be changed by admins alone', () => {
    expect(ROLES.filter((role) => may([role], 'settings.change'))).toEqual(['admin'])
  })
  it('names the humblest role that would be allowed', () => {
    expect(whoMay('near_miss.flag')).toBe('employee')
    expect(whoMay('draft.approve')).toBe('recruiter')
    expect(whoMay('settings.change')).toBe('admin')
  })
  it('has no permission that nobody holds', () => {
    for (const permission of PERMISSIONS) expect(Object.values(ROLE_PERMISSIONS).flat()).toContain(permission)
  })
})
