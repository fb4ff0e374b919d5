import { describe, expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { instant, UTC } from '../../../src/domain/shared/time.ts'
import { makeKnownActor } from '../../../src/usecases/access/known-actor.ts'
import type { SystemCtx } from '../../../src/usecases/context.ts'
import type { Standings } from '../../../src/usecases/ports/workspace.ts'

const now = instant('2026-03-02T12:00:00Z')
const heard = { slackUserIds: ['UINES'], refreshedAt: now }
const GROUPS = new Map([
  ['recruiters', heard],
  ['hiring-managers', { ...heard, slackUserIds: [] }],
])

/** A database whose answers come when the test says so. */
function aSlowDatabase() {
  const questions: { readonly about: readonly string[]; readonly answer: () => void; readonly fail: () => void }[] = []
  const standings = (about: readonly string[]) =>
    new Promise<Standings>((resolve, reject) => {
      const member = (slackUserId: string) => ({
        member: {
          id: newUuid<'member'>(),
          slackUserId,
          name: slackUserId,
          email: undefined,
          zone: UTC,
          isSlackAdmin: false,
          refreshedAt: now,
        },
        assigned: [],
      })
      const people = new Map(about.map((id) => [id, member(id)]))
      questions.push({
        about,
        answer: () => resolve({ people, groups: GROUPS }),
        fail: () => reject(new Error('the connection is gone')),
      })
    })
  const tx = { members: { standings } }
  const uow = { read: (work: (members: unknown) => unknown) => work(tx) }
  const system = { workspace: { id: newUuid<'workspace'>() }, uow, now, newId: newUuid } as unknown as SystemCtx
  return { questions, system }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

function aReception() {
  const { actorOf } = makeKnownActor({
    directory: () => {
      throw new Error('Slack is not needed')
    },
    roleSources: { admins: [], recruitersGroup: 'recruiters', hiringManagersGroup: 'hiring-managers' },
    timers: { after: () => () => undefined },
    onDirectoryFault: () => undefined,
  })
  const { questions, system } = aSlowDatabase()
  return { questions, act: (who: string) => actorOf(system, who) }
}

describe('many who act at once', () => {
  it('are looked up together, and whoever comes while that is under way in the next question', async () => {
    const { questions, act } = aReception()
    const first = [act('UINES'), act('UTOM')]
    await turn()
    const second = [act('UMEI'), act('UINES')]
    await turn()
    const third = act('USAM')
    await turn()
    expect(questions.map(({ about }) => about)).toEqual([['UINES', 'UTOM']])
    questions[0]?.answer()
    expect((await Promise.all(first)).map((actor) => [...(actor?.roles ?? [])])).toEqual([
      ['employee', 'recruiter'],
      ['employee'],
    ])
    await turn()
    expect(questions.map(({ about }) => about)).toEqual([
      ['UINES', 'UTOM'],
      ['UMEI', 'UINES', 'USAM'],
    ])
    questions[1]?.answer()
    expect((await Promise.all([...second, third])).map((actor) => actor?.slackUserId)).toEqual([
      'UMEI',
      'UINES',
      'USAM',
    ])
  })

  it('do not wait for ever behind a question that failed', async () => {
    const { questions, act } = aReception()
    const unlucky = act('UINES')
    await turn()
    const next = act('UTOM')
    await turn()
    questions[0]?.fail()
    await expect(unlucky).rejects.toThrow('the connection is gone')
    await turn()
    questions[1]?.answer()
    expect((await next)?.slackUserId).toBe('UTOM')
  })
})
