import { randomBytes } from 'node:crypto'
import type { Database } from '../../src/adapters/db/open.ts'
import { makeCandidateSearch } from '../../src/adapters/db/search/candidate-search.ts'
import { makeWorkspaces } from '../../src/adapters/db/workspaces.ts'
import { newUuid } from '../../src/adapters/system/ids.ts'
import type { Candidate } from '../../src/domain/candidate/candidate.ts'
import type { RatingKind, Score } from '../../src/domain/candidate/rating.ts'
import type { PermissionRecord } from '../../src/domain/consent/permission.ts'
import type { CandidateId, MemberId, PoolId } from '../../src/domain/shared/ids.ts'
import { DAY, type Instant, instant, plus, type Zone } from '../../src/domain/shared/time.ts'
import type { Reader } from '../../src/usecases/ports/services.ts'
import type { Tx } from '../../src/usecases/ports/unit-of-work.ts'
import { aCandidate } from './a-candidate.ts'
import { transactionsOf } from './transactions.ts'

/** A Wednesday noon in Lisbon. */
export const NOW: Instant = instant('2026-10-14T11:00:00Z')
export const LISBON = 'Europe/Lisbon' as Zone
export const daysBefore = (days: number): Instant => plus(NOW, -days * DAY)

export type Someone = Partial<Candidate> & {
  readonly own?: unknown
  readonly notes?: readonly string[]
  readonly permissions?: readonly PermissionRecord[]
  readonly ratings?: { readonly [Kind in RatingKind]?: Score | undefined }
}
export type SearchWorld = Awaited<ReturnType<typeof searchWorld>>

/** One workspace with its recruiter, real stores and the real search. */
export async function searchWorld(database: Pick<Database, 'pool'>) {
  const transactions = transactionsOf(database)
  const workspaces = makeWorkspaces(database.pool, newUuid)
  const team = { teamId: `T${randomBytes(5).toString('hex')}`, name: 'Fernhollow Energy', domain: 'fernhollow' }
  const workspace = await workspaces.keep({ ...team, zone: LISBON }, new Date(NOW))
  const bearer = { workspaceId: workspace.id, actor: undefined, correlationId: newUuid(), now: NOW }
  const run = <Value>(work: (tx: Tx) => Promise<Value>) => transactions.unitOfWork(bearer).run(work)

  const addMember = async (name: string, slackUserId: string): Promise<MemberId> => {
    const member = { id: newUuid<'member'>(), slackUserId, name, email: undefined, zone: LISBON, isSlackAdmin: false }
    return (await run((tx) => tx.members.keep({ ...member, refreshedAt: NOW }))).id
  }
  const ines = await addMember('Inês Duarte', 'UINES001')
  const ben = await addMember('Ben Okafor', 'UBEN0001')

  const addPeople = async (people: readonly Someone[]): Promise<readonly Candidate[]> => {
    const made = people.map((one) => ({
      person: { ...aPerson(newUuid<'candidate'>()), ...ofTheRow(one) },
      notes: one.notes ?? [],
      permissions: one.permissions ?? [],
      ratings: one.ratings ?? {},
    }))
    for (const { person, notes, permissions, ratings } of made) {
      await run(async (tx) => {
        await tx.candidates.insert(person)
        for (const permission of permissions)
          await tx.consent.grant(person.id, { ...permission, id: newUuid<'permission'>() })
        for (const [kind, score] of Object.entries(ratings) as [RatingKind, Score | undefined][])
          if (score !== undefined)
            await tx.ratings.set(person.id, kind, { score, evidence: 'As the exercise showed', by: ines, at: NOW })
        if (person.lastTouchAt !== undefined) await tx.candidates.touch(person.id, person.lastTouchAt)
        await tx.candidates.addFacts(
          person.id,
          notes.map((text) => ({
            id: newUuid<'fact'>(),
            kind: 'note',
            text,
            telling: 'internal_only',
            authorId: ines,
            statedAt: NOW,
            changedAt: NOW,
            retractedAt: undefined,
            sourceKind: 'note',
            sourceLink: undefined,
          })),
        )
      })
    }
    return made.map(({ person }) => person)
  }
  const addPool = async (
    name: string,
    of: { readonly query?: string; readonly members?: readonly CandidateId[]; readonly cadenceDays?: number },
  ): Promise<PoolId> => {
    const id = newUuid<'pool'>()
    await run(async (tx) => {
      await tx.pools.insert({
        id,
        name,
        query: of.query,
        ownerId: ines,
        cadenceDays: of.cadenceDays ?? 90,
        personaNote: undefined,
        createdAt: NOW,
        archivedAt: undefined,
      })
      await tx.pools.addMembers(id, of.members ?? [], ines, NOW)
    })
    return id
  }
  const reader: Reader = { now: NOW, zone: LISBON, memberId: ines }
  const search = makeCandidateSearch(database, workspace.id)
  return { workspace, ines, ben, run, addMember, addPeople, addPool, reader, search, transactions }
}

function ofTheRow(one: Someone): Partial<Candidate> {
  const { own: _own, notes: _notes, permissions: _permissions, ratings: _ratings, ...person } = one
  return person
}

export const aPerson = (id: CandidateId): Candidate =>
  aCandidate({ id, standing: 'withdrew', standingDay: undefined, createdAt: NOW })
