import { randomBytes } from 'node:crypto'
import type { Database } from '../../src/adapters/db/open.ts'
import { makeSeal, type Seal, sealKeys } from '../../src/adapters/db/seal.ts'
import { makeTransactions, type Transactions } from '../../src/adapters/db/unit-of-work.ts'
import { makeWorkspaces } from '../../src/adapters/db/workspaces.ts'
import { newUuid } from '../../src/adapters/system/ids.ts'
import type { Candidate } from '../../src/domain/candidate/candidate.ts'
import type { OutreachSettings } from '../../src/domain/outreach/settings.ts'
import type { CandidateId, SendId } from '../../src/domain/shared/ids.ts'
import { DAY, type Day, type Instant, instant, plus, type Zone } from '../../src/domain/shared/time.ts'
import { makeContexts } from '../../src/usecases/access/make-contexts.ts'
import type { Ctx, SystemCtx } from '../../src/usecases/context.ts'
import { planSend } from '../../src/usecases/outreach/plan-send.ts'
import type { DraftRow, RevisionRow } from '../../src/usecases/ports/drafts.ts'
import type { SendRow } from '../../src/usecases/ports/sends.ts'
import type { Services } from '../../src/usecases/ports/services.ts'
import type { Tx } from '../../src/usecases/ports/unit-of-work.ts'

export type Person = { readonly fullName?: string; readonly email?: string } & Partial<Candidate>
export type World = Awaited<ReturnType<typeof outreachWorld>>

/** A Monday noon in Lisbon, inside working hours wherever a test looks. */
export const NOON = instant('2026-03-02T12:00:00Z')

/** A workspace with one recruiter on a real database, real stores and a clock that only the test moves. */
export async function outreachWorld(database: Pick<Database, 'pool'>, settings: Partial<OutreachSettings> = {}) {
  let now: Instant = NOON
  const seal = makeSeal(sealKeys(['a secret that only tests know'], 'a secret that only tests know'))
  const transactions = transactionsOf(database, seal)
  const workspaces = makeWorkspaces(transactions.prisma, newUuid)
  const team = { teamId: `T${randomBytes(5).toString('hex')}`, name: 'Fernhollow Energy', domain: 'fernhollow' }
  const workspace = await workspaces.keep({ ...team, zone: 'Europe/Lisbon' as Zone }, new Date(now))
  const woken: string[] = []
  const contexts = makeContexts({
    workspaces,
    directory: {
      person: async (slackUserId) => ({
        slackUserId,
        name: 'Ines Duarte',
        email: undefined,
        zone: 'Europe/Lisbon' as Zone,
        isSlackAdmin: false,
        isBot: false,
      }),
      group: async (handle) =>
        handle === 'recruiters' ? { slackGroupId: 'S1', slackUserIds: ['UINES', 'UBEN'] } : 'none',
    },
    roleSources: { admins: [], recruitersGroup: 'recruiters', hiringManagersGroup: 'hiring-managers' },
    services: () =>
      ({
        wake: {
          sends: () => void woken.push('sends'),
          posts: () => void woken.push('posts'),
          inbox: () => void woken.push('inbox'),
        },
        defaults: { outreach: { quietHours: 'off', holdSeconds: 0, ...settings }, mailDomain: 'fernhollow.example' },
      }) satisfies Partial<Services> as Services,
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

  const addPerson = async ({ email = `${newUuid()}@example.com`, ...change }: Person = {}): Promise<CandidateId> => {
    const id = newUuid<'candidate'>()
    await run(async (tx) => {
      await tx.candidates.insert({ ...aPerson(id, now), ...change })
      await tx.candidates.addContact(id, { kind: 'email', value: email, isPrimary: true })
      await tx.consent.grant(id, {
        id: newUuid<'permission'>(),
        purpose: 'contact',
        basis: 'applied_here',
        source: 'test',
        wording: '1',
        grantedAt: plus(now, -30 * DAY),
        expiresAt: undefined,
        withdrawnAt: undefined,
      })
    })
    return id
  }

  /** A draft that the recruiter approved, due now. */
  const approveDraft = async (
    candidateId: CandidateId,
    change: Partial<DraftRow> & { readonly dueAt?: Instant; readonly body?: string } = {},
  ): Promise<SendRow> => {
    const { dueAt = now, body = 'Hello,\n\nshall we talk?\n\nInes', ...rest } = change
    const revision: RevisionRow = {
      id: newUuid<'draft_revision'>(),
      draftId: newUuid<'draft'>(),
      number: 1,
      subject: 'The second SRE role',
      body,
      author: 'person',
      authorId: ines.memberId,
      template: undefined,
      createdAt: now,
      claims: [],
    }
    const draft: DraftRow = {
      id: revision.draftId,
      candidateId,
      ownerId: ines.memberId,
      jobId: undefined,
      purpose: 'keep_warm',
      whyNow: 'It is time.',
      state: 'approved',
      revisionId: revision.id,
      decidedBy: ines.memberId,
      decidedAt: now,
      rejectReason: undefined,
      createdAt: now,
      ...rest,
    }
    const ctx = system()
    return ctx.uow.run(async (tx) => {
      await tx.drafts.insert(draft, revision)
      const [contact] = await tx.candidates.contacts(candidateId)
      if (contact === undefined) throw new Error('Nobody to write to')
      const planned = await planSend(ctx, tx, { draft, contactId: contact.id, approvedBy: ines.memberId, dueAt })
      if (planned.kind === 'alive') throw new Error('There is a send already')
      return planned.send
    })
  }

  return {
    workspace,
    contexts,
    as,
    system,
    run,
    woken,
    ines,
    addPerson,
    approveDraft,
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

const opened = new WeakMap<object, Transactions>()
/** One client for a database, however many worlds a test file makes in it. */
function transactionsOf(database: Pick<Database, 'pool'>, seal: Seal): Transactions {
  const known = opened.get(database.pool) ?? makeTransactions(database, seal, newUuid)
  opened.set(database.pool, known)
  return known
}

const aPerson = (id: CandidateId, now: Instant): Candidate => ({
  id,
  fullName: 'Ana Souza',
  headline: undefined,
  company: undefined,
  consideredRole: 'Senior SRE',
  jobId: undefined,
  standing: 'told_no',
  standingDay: '2025-09-01' as Day,
  reason: 'close_second',
  stageReached: undefined,
  bringBack: undefined,
  advice: undefined,
  skills: [],
  location: undefined,
  remoteOk: undefined,
  seniority: undefined,
  tier: undefined,
  kind: 'near_miss',
  source: undefined,
  ownerId: undefined,
  nextTouch: undefined,
  zone: undefined,
  lastTouchAt: undefined,
  createdAt: now,
  version: 1,
})
