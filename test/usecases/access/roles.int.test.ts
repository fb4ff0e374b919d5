import { beforeEach, describe, expect, it, vi } from 'vitest'
import { makeWorkspaces } from '../../../src/adapters/db/workspaces.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { type Instant, instant, MINUTE, plus, UTC } from '../../../src/domain/shared/time.ts'
import { makeContexts } from '../../../src/usecases/access/make-contexts.ts'
import type { Directory, SlackPerson } from '../../../src/usecases/ports/directory.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { PATIENT } from '../../support/patient.ts'
import { transactionsOf } from '../../support/transactions.ts'

/** As long as a busy machine may take. */
const eventually = (holds: () => unknown) => vi.waitFor(holds, PATIENT)

/** A Slack whose people and groups can be changed, and which can be down. */
function aSlack() {
  const people = new Map<string, SlackPerson>()
  const groups = new Map<string, readonly string[]>()
  const state = { down: false, withoutGroups: false, asked: 0, slow: Promise.resolve() }
  const up = () => {
    if (state.down) throw new Error('unreachable')
  }
  const directory: Directory = {
    async person(id) {
      up()
      return people.get(id)
    },
    async group(handle) {
      state.asked += 1
      up()
      await state.slow
      if (state.withoutGroups) throw new Error('fatal_error')
      const users = groups.get(handle)
      return users === undefined ? 'none' : { slackGroupId: `S${handle}`, slackUserIds: users }
    },
  }
  const join = (id: string, more: Partial<SlackPerson> = {}) =>
    people.set(id, {
      slackUserId: id,
      name: id,
      email: undefined,
      zone: UTC,
      isSlackAdmin: false,
      isColleague: true,
      ...more,
    })
  return { directory, groups, state, join }
}

onQuickDatabase('who may do what', (db) => {
  let now: Instant = instant('2026-03-02T12:00:00Z')
  let slack: ReturnType<typeof aSlack>
  let team = ''
  let impatient: (() => void)[]
  const timers = {
    after: (_: number, call: () => void) => {
      impatient.push(call)
      return () => undefined
    },
  }
  const contexts = async (admins?: readonly string[]) => {
    const transactions = transactionsOf(db())
    const workspaces = makeWorkspaces(db().pool, newUuid)
    await workspaces.keep({ teamId: team, name: 'T', domain: 't', zone: UTC }, new Date(now))
    return makeContexts({
      workspaces,
      directory: () => slack.directory,
      timers,
      roleSources: { admins, recruitersGroup: 'recruiters', hiringManagersGroup: 'hiring-managers' },
      services: () => ({}) as never,
      unitOfWork: transactions.unitOfWork,
      newId: newUuid,
      now: () => now,
      onDirectoryFault: () => undefined,
    })
  }
  const rolesOf = async (who: string, admins?: readonly string[]) => {
    const ctx = await (await contexts(admins)).forPerson({ teamId: team, slackUserId: who, idempotencyKey: undefined })
    return ctx === undefined ? undefined : [...ctx.actor.roles].sort()
  }
  beforeEach(() => {
    team = `T${newUuid()}`
    slack = aSlack()
    impatient = []
    slack.join('UINES')
    slack.join('UPRIYA', { isSlackAdmin: true })
    slack.groups.set('recruiters', ['UINES'])
  })

  it('makes everybody an employee, group members recruiters and Slack’s admins admins', async () => {
    slack.join('USAM')
    expect(await rolesOf('USAM')).toEqual(['employee'])
    expect(await rolesOf('UINES')).toEqual(['employee', 'recruiter'])
    expect(await rolesOf('UPRIYA')).toEqual(['admin', 'employee'])
  })
  it('lets the configured admins replace Slack’s own', async () => {
    expect(await rolesOf('UPRIYA', ['UINES'])).toEqual(['employee'])
    expect(await rolesOf('UINES', ['UINES'])).toEqual(['admin', 'employee', 'recruiter'])
  })
  it('does not know strangers, bots or other teams', async () => {
    slack.join('UBOT', { isColleague: false })
    expect(await rolesOf('UNOBODY')).toBeUndefined()
    expect(await rolesOf('UBOT')).toBeUndefined()
    const elsewhere = await (await contexts()).forPerson({
      teamId: 'TOTHER',
      slackUserId: 'UINES',
      idempotencyKey: undefined,
    })
    expect(elsewhere).toBeUndefined()
  })
  it('does not know who was deactivated any more, whatever groups and roles still say, until they are back', async () => {
    expect(await rolesOf('UINES')).toContain('recruiter')
    const ctx = await (await contexts()).forTeam(team)
    await ctx?.uow.run((tx) => tx.members.left('UINES', now))
    slack.join('UINES', { isColleague: false })
    expect(await rolesOf('UINES')).toBeUndefined()
    slack.join('UINES')
    expect(await rolesOf('UINES')).toContain('recruiter')
    expect(await ctx?.uow.run((tx) => tx.members.list(9))).toMatchObject([{ slackUserId: 'UINES' }])
  })
  it('follows a group within five minutes, and at once when Slack says that it changed', async () => {
    expect(await rolesOf('UINES')).toContain('recruiter')
    slack.groups.set('recruiters', [])
    expect(await rolesOf('UINES')).toContain('recruiter')
    now = plus(now, 5 * MINUTE + 1)
    expect(await rolesOf('UINES')).not.toContain('recruiter')
    slack.groups.set('recruiters', ['UINES'])
    const ctx = await (await contexts()).forTeam(team)
    await ctx?.uow.run((tx) => tx.members.forgetGroups())
    expect(await rolesOf('UINES')).toContain('recruiter')
  })
  it('takes a group’s role away when Slack cannot be asked for longer than that', async () => {
    expect(await rolesOf('UINES')).toContain('recruiter')
    slack.state.down = true
    now = plus(now, 4 * MINUTE)
    expect(await rolesOf('UINES')).toContain('recruiter')
    now = plus(now, 2 * MINUTE)
    expect(await rolesOf('UINES')).toEqual(['employee'])
    const ctx = await (await contexts()).forPerson({ teamId: team, slackUserId: 'UINES', idempotencyKey: undefined })
    expect(ctx?.actor.unheard).toEqual(['recruiter', 'hiring_manager'])
  })
  it('asks for a group anew while it still counts, and nobody waits for that', async () => {
    const known = await contexts()
    const roles = async () => {
      const ctx = await known.forPerson({ teamId: team, slackUserId: 'UINES', idempotencyKey: undefined })
      return [...(ctx?.actor.roles ?? [])]
    }
    expect(await roles()).toContain('recruiter')
    now = plus(now, 3 * MINUTE)
    const slow = Promise.withResolvers<void>()
    slack.state.slow = slow.promise
    expect(await roles()).toContain('recruiter')
    slow.resolve()
    await eventually(async () => {
      const ctx = await known.forTeam(team)
      expect(await ctx?.uow.run((tx) => tx.members.group('recruiters'))).toMatchObject({ refreshedAt: now })
    })
    now = plus(now, 4 * MINUTE)
    slack.state.down = true
    expect(await roles()).toContain('recruiter')
  })
  it('asks once, however many people act at the same moment', async () => {
    const known = await contexts()
    const people = Array.from({ length: 6 }, (_, index) => `UMANY${index}`)
    for (const who of people) slack.join(who)
    const slow = Promise.withResolvers<void>()
    slack.state.slow = slow.promise
    const acts = people.map((who) => known.forPerson({ teamId: team, slackUserId: who, idempotencyKey: undefined }))
    await eventually(() => expect(impatient).toHaveLength(people.length))
    slow.resolve()
    expect(await Promise.all(acts)).not.toContain(undefined)
    expect(slack.state.asked).toBe(2)
  })
  it('gives no group’s role where Slack takes too long, and keeps its answer for the next act', async () => {
    const known = await contexts()
    const act = () => known.forPerson({ teamId: team, slackUserId: 'UINES', idempotencyKey: undefined })
    await act()
    now = plus(now, 6 * MINUTE)
    const slow = Promise.withResolvers<void>()
    slack.state.slow = slow.promise
    impatient = []
    const first = act()
    await eventually(() => expect(impatient).toHaveLength(1))
    impatient[0]?.()
    expect([...((await first)?.actor.roles ?? [])]).toEqual(['employee'])
    slack.state.down = true
    slow.resolve()
    await eventually(async () => expect([...((await act())?.actor.roles ?? [])]).toContain('recruiter'))
  })
  it('knows somebody new and their other roles while the groups alone cannot be asked', async () => {
    slack.state.withoutGroups = true
    expect(await rolesOf('UPRIYA')).toEqual(['admin', 'employee'])
    expect(await rolesOf('UINES')).toEqual(['employee'])
    slack.state.withoutGroups = false
    expect(await rolesOf('UINES')).toEqual(['employee', 'recruiter'])
  })
  it('keeps an explicitly given role, whatever Slack’s groups say or whether there are any', async () => {
    slack.groups.clear()
    slack.join('USAM')
    await rolesOf('USAM')
    const ctx = await (await contexts()).forTeam(team)
    await ctx?.uow.run(async (tx) => {
      const sam = await tx.members.bySlackId('USAM')
      if (sam !== undefined) await tx.members.grantRole(sam.id, 'recruiter', undefined, now)
    })
    expect(await rolesOf('USAM')).toEqual(['employee', 'recruiter'])
    slack.state.down = true
    now = plus(now, 60 * MINUTE)
    expect(await rolesOf('USAM')).toContain('recruiter')
  })
  describe('while Slack is down', () => {
    it('knows nobody whom it never met', async () => {
      slack.state.down = true
      expect(await rolesOf('UINES')).toBeUndefined()
    })
  })
})
