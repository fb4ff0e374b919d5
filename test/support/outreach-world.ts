import { randomBytes } from 'node:crypto'
import type { Database } from '../../src/adapters/db/open.ts'
import { makeSeal, sealKeys } from '../../src/adapters/db/seal.ts'
import { makeWorkspaces } from '../../src/adapters/db/workspaces.ts'
import { readMail } from '../../src/adapters/mail/mime.ts'
import { newUuid } from '../../src/adapters/system/ids.ts'
import { makeTemplates } from '../../src/adapters/templates/make-templates.ts'
import type { OutreachSettings } from '../../src/domain/outreach/settings.ts'
import type { CandidateId, SendId } from '../../src/domain/shared/ids.ts'
import { type Instant, instant, plus, type Zone } from '../../src/domain/shared/time.ts'
import { realTimers } from '../../src/jobs/pump.ts'
import { makeContexts } from '../../src/usecases/access/make-contexts.ts'
import type { Ctx, SystemCtx } from '../../src/usecases/context.ts'
import type { SendRow } from '../../src/usecases/ports/sends.ts'
import type { Places, Services } from '../../src/usecases/ports/services.ts'
import type { Tx } from '../../src/usecases/ports/unit-of-work.ts'

export type World = Awaited<ReturnType<typeof outreachWorld>>

import { addPerson, approveDraft, type Person } from './outreach-rows.ts'
import { transactionsOf } from './transactions.ts'

const some = (services: Partial<Services>): Services => services as Services
/** To read them takes longer than most of what is tested with them. */
const templates = makeTemplates()

/** A Monday noon in Lisbon, inside working hours wherever a test looks. */
export const NOON = instant('2026-03-02T12:00:00Z')

/** A workspace with one recruiter on a real database, real stores and a clock that only the test moves. */
export async function outreachWorld(
  database: Pick<Database, 'pool'>,
  settings: Partial<OutreachSettings> = {},
  admins: readonly string[] = ['UADA'],
) {
  const places: Places = {
    triageChannel: '#recruiting-triage',
    nudgeChannel: '#recruiting-nudges',
    digestChannel: '#recruiting-metrics',
    recruitersGroup: 'recruiters',
    admins,
  }
  let now: Instant = NOON
  const seal = makeSeal(sealKeys(['a secret that only tests know'], 'a secret that only tests know'))
  const transactions = transactionsOf(database)
  const workspaces = makeWorkspaces(database.pool, newUuid)
  const team = { teamId: `T${randomBytes(5).toString('hex')}`, name: 'Fernhollow Energy', domain: 'fernhollow' }
  const workspace = await workspaces.keep({ ...team, zone: 'Europe/Lisbon' as Zone }, new Date(now))
  const woken: string[] = []
  const contexts = makeContexts({
    workspaces,
    directory: () => ({
      person: async (slackUserId) => ({
        slackUserId,
        name: 'Ines Duarte',
        email: undefined,
        zone: 'Europe/Lisbon' as Zone,
        isSlackAdmin: false,
        isColleague: true,
      }),
      group: async (handle) =>
        handle === 'recruiters' ? { slackGroupId: 'S1', slackUserIds: ['UINES', 'UBEN'] } : 'none',
    }),
    timers: realTimers,
    roleSources: { admins, recruitersGroup: 'recruiters', hiringManagersGroup: 'hiring-managers' },
    services: () =>
      some({
        wake: {
          sends: () => void woken.push('sends'),
          posts: () => void woken.push('posts'),
          inbox: () => void woken.push('inbox'),
          imports: () => void woken.push('imports'),
        },
        // What goes on in the background is taken on by the test, step by step.
        afterwards: (): void => undefined,
        templates,
        readMail: (letter) => readMail(letter, 'talent@fernhollow.example'),
        places,
        defaults: {
          outreach: { quietHours: 'off', holdSeconds: 0, ...settings },
          mailDomain: 'fernhollow.example',
          canMail: true,
        },
      }),
    unitOfWork: transactions.unitOfWork,
    newId: newUuid,
    now: () => now,
    onDirectoryFault: (error) => {
      throw error
    },
  })
  const as = async (slackUserId: string, key?: string): Promise<Ctx> => {
    const ctx = await contexts.forPerson({ teamId: team.teamId, slackUserId, idempotencyKey: key })
    if (ctx === undefined) throw new Error('Nobody there')
    return ctx
  }
  const system = (): SystemCtx => contexts.forSystem(workspace)
  const run = <Value>(work: (tx: Tx) => Promise<Value>) => system().uow.run(work)
  const ines = (await as('UINES')).actor

  /** Somebody of the company, on record though they never asked for anything. */
  const addColleague = (name: string, change: { readonly isSlackAdmin?: boolean } = {}) =>
    run((tx) =>
      tx.members.keep({
        id: newUuid<'member'>(),
        slackUserId: `U${randomBytes(5).toString('hex').toUpperCase()}`,
        name,
        email: undefined,
        zone: 'Europe/Lisbon' as Zone,
        isSlackAdmin: false,
        refreshedAt: now,
        ...change,
      }),
    )
  const add = (person?: Person) => addPerson(system(), person)
  /** A draft that the recruiter approved, due now. */
  const approve = (candidateId: CandidateId, change?: Parameters<typeof approveDraft>[3]) =>
    approveDraft(system(), ines.memberId, candidateId, change)

  return {
    workspace,
    contexts,
    as,
    system,
    run,
    woken,
    ines,
    addPerson: add,
    addColleague,
    approveDraft: approve,
    seal,
    transactions,
    now: () => now,
    pass: (milliseconds: number) => {
      now = plus(now, milliseconds)
    },
    send: async (id: SendId): Promise<SendRow> => {
      const row = await run((tx) => tx.sends.get(id))
      if (row === undefined) throw new Error('No such send')
      return row
    },
    events: (id: SendId) =>
      run(async (tx) => (await tx.events.read(`send:${id}`, 50)).map(({ type }) => type).toReversed()),
    /** As if its owner had died long ago. */
    expireLease: (id: SendId) =>
      database.pool.query(`UPDATE send SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]),
  }
}
