import type { FactKind, Telling } from '../../../domain/outreach/fact.ts'
import type { CandidateId, FactId, InteractionId, MemberId, SendId } from '../../../domain/shared/ids.ts'
import type { CandidateStore, FactRow, Interaction, TimelinePlace } from '../../../usecases/ports/candidates.ts'
import { toCandidate, toColumns } from '../candidate-rows.ts'
import type { Fact as FactModel, Interaction as InteractionModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { writeSearchRow } from '../search-row.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'
import { makeContacts } from './contacts.ts'

const toFact = (row: FactModel): FactRow => ({
  id: row.id as FactId,
  kind: row.kind as FactKind,
  text: row.text,
  telling: row.telling as Telling,
  sourceKind: row.sourceKind as FactRow['sourceKind'],
  sourceLink: row.sourceLink ?? undefined,
  authorId: (row.authorId ?? undefined) as MemberId | undefined,
  statedAt: toInstant(row.statedAt),
  changedAt: toInstant(row.changedAt),
  retractedAt: toInstantOrNone(row.retractedAt),
})

const toInteraction = (row: InteractionModel): Interaction => ({
  id: row.id as InteractionId,
  kind: row.kind as Interaction['kind'],
  at: toInstant(row.at),
  memberId: (row.memberId ?? undefined) as MemberId | undefined,
  text: row.text,
  link: row.link ?? undefined,
  sendId: (row.sendId ?? undefined) as SendId | undefined,
  oneToOne: row.oneToOne,
})

/** Merges are undone and redone; a chain longer than this is a bug, not a history. */
const LONGEST_MERGE_CHAIN = 10

/** Several entries may be of one moment. */
const behind = ({ at, id }: TimelinePlace) => {
  const moment = new Date(at)
  return { at: { lte: moment }, OR: [{ at: { lt: moment } }, { id: { lt: id } }] }
}

export function makeCandidateStore(scope: Scope): CandidateStore {
  const { db, workspaceId } = scope
  const key = (id: CandidateId | FactId) => ({ workspaceId_id: { workspaceId, id } })
  const get = async (id: CandidateId) => {
    const row = await db.candidate.findUnique({ where: key(id) })
    return row === null || row.erasedAt !== null ? undefined : toCandidate(row)
  }
  const facts = async (candidateId: CandidateId) => {
    const rows = await db.fact.findMany({
      where: { workspaceId, candidateId },
      orderBy: { statedAt: 'desc' },
      take: 500,
    })
    return rows.map(toFact)
  }
  const addFacts: CandidateStore['addFacts'] = async (candidateId, facts) => {
    await db.fact.createMany({
      data: facts.map(({ statedAt, changedAt, retractedAt, authorId, sourceLink, ...rest }) => ({
        workspaceId,
        candidateId,
        ...rest,
        authorId: authorId ?? null,
        sourceLink: sourceLink ?? null,
        statedAt: new Date(statedAt),
        changedAt: new Date(changedAt),
        retractedAt: fromInstant(retractedAt),
      })),
    })
    await index(candidateId)
  }
  const index = async (id: CandidateId) => {
    const person = await get(id)
    if (person === undefined) return
    const notes = (await facts(id)).filter((fact) => fact.retractedAt === undefined).map((fact) => fact.text)
    await writeSearchRow(scope, person, notes)
  }
  return {
    get,
    facts,
    async factsNamed(candidateId, ids) {
      if (ids.length === 0) return []
      const rows = await db.fact.findMany({ where: { workspaceId, candidateId, id: { in: [...ids] } } })
      return rows.map(toFact)
    },
    async fact(id) {
      const row = await db.fact.findUnique({ where: key(id) })
      return row === null ? undefined : { ...toFact(row), candidateId: row.candidateId as CandidateId }
    },
    ...makeContacts(scope),
    async getMany(ids) {
      const rows = await db.candidate.findMany({
        where: { workspaceId, id: { in: [...ids] }, mergedInto: null, erasedAt: null },
      })
      const byId = new Map(rows.map((row) => [row.id, toCandidate(row)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },
    async lock(id) {
      let current: string = id
      for (let hop = 0; hop < LONGEST_MERGE_CHAIN; hop += 1) {
        const [row] = await db.$queryRaw<{ merged_into: string | null }[]>`SELECT merged_into FROM candidate
          WHERE workspace_id = ${workspaceId}::uuid AND id = ${current}::uuid FOR NO KEY UPDATE`
        if (row === undefined) return undefined
        if (row.merged_into === null) return get(current as CandidateId)
        current = row.merged_into
      }
      throw new Error('Merges point in a circle')
    },
    async insert(candidate) {
      const { id, createdAt, ...fields } = candidate
      await db.candidate.create({
        data: { workspaceId, id, createdAt: new Date(createdAt), ...toColumns(fields) } as never,
      })
      await index(id)
    },
    async remove(id) {
      const removed =
        await db.$executeRaw`DELETE FROM candidate WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
        AND NOT EXISTS (SELECT FROM draft WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${id}::uuid)`
      return removed === 1 ? 'removed' : 'in_use'
    },
    async change(id, change) {
      await db.candidate.update({ where: key(id), data: { ...toColumns(change), version: { increment: 1 } } })
      await index(id)
    },
    async touch(id, at) {
      const when = new Date(at)
      await db.$executeRaw`UPDATE candidate SET last_touch_at = greatest(last_touch_at, ${when}) WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`
      await db.$executeRaw`UPDATE candidate_search SET last_touch_at = greatest(last_touch_at, ${when}) WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${id}::uuid`
    },
    addFacts,
    async changeFact(id, change, at) {
      const { candidateId } = await db.fact.update({ where: key(id), data: { ...change, changedAt: new Date(at) } })
      await index(candidateId as CandidateId)
    },
    async entry(id) {
      const row = await db.interaction.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
      return row === null ? undefined : { ...toInteraction(row), candidateId: row.candidateId as CandidateId }
    },
    async unsay(candidateId, said, at) {
      await db.interaction.deleteMany({ where: { workspaceId, candidateId, id: { in: [...said.entries] } } })
      const facts = { workspaceId, candidateId, id: { in: [...said.facts] } }
      await db.fact.updateMany({
        where: { ...facts, claims: { some: {} } },
        data: { retractedAt: new Date(at), changedAt: new Date(at) },
      })
      await db.fact.deleteMany({ where: { ...facts, claims: { none: {} } } })
      await index(candidateId)
    },
    async timeline(candidateId, limit, before) {
      const rows = await db.interaction.findMany({
        where: { workspaceId, candidateId, ...(before === undefined ? {} : behind(before)) },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
      })
      return rows.map(toInteraction)
    },
    async conversations(candidateId, since, limit) {
      const rows = await db.interaction.findMany({
        where: { workspaceId, candidateId, kind: { in: ['reply', 'call'] }, at: { gte: new Date(since) } },
        orderBy: { at: 'desc' },
        take: limit,
        select: { memberId: true, at: true },
      })
      return rows.flatMap(({ memberId, at }) =>
        memberId === null ? [] : [{ with: memberId as MemberId, at: toInstant(at) }],
      )
    },
    async waitingForJob(today, limit, after) {
      const rows = await db.candidate.findMany({
        where: {
          workspaceId,
          snoozedFor: 'similar_job',
          snoozedUntil: { gt: new Date(today) },
          mergedInto: null,
          erasedAt: null,
          ...(after === undefined ? {} : { id: { gt: after } }),
        },
        orderBy: { id: 'asc' },
        take: limit,
      })
      return rows.map(toCandidate)
    },
    async otherFinalists({ id, consideredRole, jobId }, limit) {
      const sameRole = [{ consideredRole }, ...(jobId === undefined ? [] : [{ jobId }])]
      const rows = await db.candidate.findMany({
        where: { workspaceId, id: { not: id }, mergedInto: null, erasedAt: null, OR: sameRole },
        orderBy: { createdAt: 'desc' },
        take: limit,
        select: { fullName: true },
      })
      return rows.map((row) => row.fullName)
    },
    async record(candidateId, { at, memberId, link, sendId, ...rest }) {
      await db.interaction.create({
        data: {
          workspaceId,
          candidateId,
          ...rest,
          at: new Date(at),
          memberId: memberId ?? null,
          link: link ?? null,
          sendId: sendId ?? null,
        },
      })
    },
  }
}
