import { expect, it } from 'vitest'
import { assignRole, listRoles } from '../../../src/usecases/access/assign-role.ts'
import type { Actor } from '../../../src/usecases/context.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

/** The same person with the rights of an admin. */
const asAdmin = async (world: World) => {
  const ctx = await world.as('UINES')
  const actor: Actor = { ...ctx.actor, roles: new Set(['employee', 'admin']) }
  return { ...ctx, actor }
}

onQuickDatabase('roles given by hand', (db) => {
  it('count at the next act, and no longer once they are taken back', async () => {
    const world = await outreachWorld(db())
    const { memberId } = (await world.as('UTOM')).actor
    const given = { memberId, role: 'recruiter', act: 'add' } as const
    for (let again = 0; again < 2; again += 1)
      expect(await assignRole(await asAdmin(world), given)).toMatchObject({ ok: true })
    expect([...(await world.as('UTOM')).actor.roles]).toContain('recruiter')
    expect(await listRoles(await asAdmin(world), {})).toMatchObject({
      value: { recruiter: [{ slackUserId: 'UTOM' }], hiring_manager: [] },
    })
    await assignRole(await asAdmin(world), { ...given, act: 'remove' })
    expect([...(await world.as('UTOM')).actor.roles]).toEqual(['employee'])
  })

  it('are an admin’s to give, to people who are known, and never admin itself', async () => {
    const world = await outreachWorld(db())
    const { memberId } = (await world.as('UTOM')).actor
    const given = { memberId, role: 'recruiter', act: 'add' } as const
    expect(await assignRole(await world.as('UINES'), given)).toMatchObject({ refusal: { kind: 'not_allowed' } })
    expect(await listRoles(await world.as('UINES'), {})).toMatchObject({ refusal: { kind: 'not_allowed' } })
    const nobody = world.system().newId<'member'>()
    expect(await assignRole(await asAdmin(world), { ...given, memberId: nobody })).toMatchObject({
      refusal: { kind: 'no_such_member' },
    })
    expect(await assignRole(await asAdmin(world), { ...given, role: 'admin' as never })).toMatchObject({
      refusal: { kind: 'bad_input' },
    })
  })
})
