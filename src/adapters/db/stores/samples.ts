import { sql } from 'kysely'
import type { CandidateId } from '../../../domain/shared/ids.ts'
import type { SampleStore } from '../../../usecases/ports/samples.ts'
import type { Scope } from '../scope.ts'
import { fromInstant } from '../values.ts'

/** The sample company's own statements. Everything stays inside the workspace, as all rows do. */
export function makeSampleStore({ db, workspaceId, correlationId }: Scope): SampleStore {
  const staying = async (table: 'job' | 'pool', ids: readonly string[]): Promise<number> => {
    if (ids.length === 0) return 0
    const { count } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('workspaceId', '=', workspaceId)
      .where('id', 'in', ids)
      .executeTakeFirstOrThrow()
    return count
  }
  return {
    async hasPeople() {
      const somebody = await db
        .selectFrom('candidate')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .limit(1)
        .executeTakeFirst()
      return somebody !== undefined
    },
    async keepLetters(letters) {
      if (letters.length === 0) return
      const drafts = letters.map(({ draft }) => ({
        ...draft,
        workspaceId,
        jobId: draft.jobId ?? null,
        decidedBy: draft.decidedBy ?? null,
        decidedAt: fromInstant(draft.decidedAt),
        rejectReason: null,
        createdAt: new Date(draft.createdAt),
      }))
      await db.insertInto('draft').values(drafts).execute()
      const revisions = letters.map(
        ({ revision: { id, draftId, number, subject, body, author, authorId, createdAt } }) => ({
          workspaceId,
          id,
          draftId,
          number,
          subject,
          body,
          author,
          authorId: authorId ?? null,
          cut: [],
          createdAt: new Date(createdAt),
        }),
      )
      await db.insertInto('draftRevision').values(revisions).execute()
      const sends = letters.map(({ send }) => ({
        workspaceId,
        id: send.id,
        draftId: send.draftId,
        revisionId: send.revisionId,
        candidateId: send.candidateId,
        contactId: send.contactId,
        purpose: send.purpose,
        state: send.state,
        approvedBy: send.approvedBy,
        approvedAt: new Date(send.approvedAt),
        dueAt: new Date(send.dueAt),
        attempts: send.attempts,
        messageId: send.messageId,
        handedOverAt: fromInstant(send.handedOverAt),
        refusals: [],
      }))
      await db.insertInto('send').values(sends).execute()
      const replies = letters.flatMap(({ reply }) =>
        reply === undefined
          ? []
          : [
              {
                workspaceId,
                id: reply.id,
                candidateId: reply.candidateId,
                sendId: reply.sendId ?? null,
                contactId: reply.contactId ?? null,
                messageId: reply.messageId,
                receivedAt: new Date(reply.receivedAt),
                text: reply.text,
                state: reply.state,
                laterOn: reply.laterOn ?? null,
                decidedBy: reply.decidedBy ?? null,
                decidedAt: fromInstant(reply.decidedAt),
              },
            ],
      )
      if (replies.length > 0) await db.insertInto('reply').values(replies).execute()
    },
    async keepTouches(people) {
      const entries = people.flatMap(({ id: candidateId, touches }) =>
        touches.map(({ at, memberId, link, sendId, ...rest }) => ({
          ...rest,
          workspaceId,
          candidateId,
          at: new Date(at),
          memberId: memberId ?? null,
          link: link ?? null,
          sendId: sendId ?? null,
        })),
      )
      if (entries.length > 0) await db.insertInto('interaction').values(entries).execute()
      const ids = people.map(({ id }) => id)
      const latest = sql`(SELECT candidate_id, max(at) AS at FROM interaction
        WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ANY(${ids}::uuid[]) GROUP BY candidate_id) AS latest`
      await sql`UPDATE candidate SET last_touch_at = latest.at FROM ${latest}
        WHERE workspace_id = ${workspaceId}::uuid AND id = latest.candidate_id`.execute(db)
      await sql`UPDATE candidate_search s SET last_touch_at = latest.at FROM ${latest}
        WHERE s.workspace_id = ${workspaceId}::uuid AND s.candidate_id = latest.candidate_id`.execute(db)
    },
    async keepInterview(person, at) {
      await db
        .insertInto('event')
        .values({
          workspaceId,
          stream: `candidate:${person}`,
          type: 'candidate.standing_changed',
          actor: null,
          at: new Date(at),
          correlationId,
          data: JSON.stringify({ from: 'told_no', to: 'interviewing' }),
        })
        .execute()
    },
    async keepReminders(reminders) {
      if (reminders.length === 0) return
      const rows = reminders.map((one, place) => ({ ...one, workspaceId, why: 'quiet', place }))
      await db.insertInto('nudgeItem').values(rows).execute()
    },
    async actedOn(people, since) {
      const when = new Date(since)
      const ws = workspaceId
      const { rows } = await sql<{ id: string }>`SELECT c.id FROM candidate c
        WHERE c.workspace_id = ${ws}::uuid AND c.id = ANY(${[...people]}::uuid[]) AND (
          c.version > 1 OR c.merged_into IS NOT NULL OR c.erased_at IS NOT NULL OR c.last_touch_at >= ${when}
          OR EXISTS (SELECT FROM event WHERE workspace_id = ${ws}::uuid AND stream = 'candidate:' || c.id::text AND at >= ${when})
          OR EXISTS (SELECT FROM draft WHERE workspace_id = ${ws}::uuid AND candidate_id = c.id AND (created_at >= ${when} OR decided_at >= ${when}))
          OR EXISTS (SELECT FROM send WHERE workspace_id = ${ws}::uuid AND candidate_id = c.id AND approved_at >= ${when})
          OR EXISTS (SELECT FROM reply WHERE workspace_id = ${ws}::uuid AND candidate_id = c.id AND (received_at >= ${when} OR decided_at >= ${when}))
          OR EXISTS (SELECT FROM interaction WHERE workspace_id = ${ws}::uuid AND candidate_id = c.id AND at >= ${when})
          OR EXISTS (SELECT FROM fact WHERE workspace_id = ${ws}::uuid AND candidate_id = c.id AND changed_at >= ${when})
          OR EXISTS (SELECT FROM permission WHERE workspace_id = ${ws}::uuid AND candidate_id = c.id AND (granted_at >= ${when} OR withdrawn_at >= ${when}))
          OR EXISTS (SELECT FROM near_miss WHERE workspace_id = ${ws}::uuid AND candidate_id = c.id AND decided_at >= ${when})
          OR EXISTS (SELECT FROM hire WHERE workspace_id = ${ws}::uuid AND candidate_id = c.id AND recorded_at >= ${when})
          OR EXISTS (SELECT FROM pool_member WHERE workspace_id = ${ws}::uuid AND candidate_id = c.id AND added_at >= ${when})
          OR EXISTS (SELECT FROM candidate other WHERE other.workspace_id = ${ws}::uuid AND other.merged_into = c.id))`.execute(
        db,
      )
      return rows.map((row) => row.id as CandidateId)
    },
    async removePeople(people) {
      const ids = [...people]
      if (ids.length === 0) return
      await db.deleteFrom('hire').where('workspaceId', '=', workspaceId).where('candidateId', 'in', ids).execute()
      await db.deleteFrom('nearMiss').where('workspaceId', '=', workspaceId).where('candidateId', 'in', ids).execute()
      await db.deleteFrom('candidate').where('workspaceId', '=', workspaceId).where('id', 'in', ids).execute()
    },
    async removeJobs(jobs) {
      const ids = [...jobs]
      await sql`DELETE FROM job j WHERE j.workspace_id = ${workspaceId}::uuid AND j.id = ANY(${ids}::uuid[])
        AND NOT EXISTS (SELECT FROM draft WHERE workspace_id = ${workspaceId}::uuid AND job_id = j.id)
        AND NOT EXISTS (SELECT FROM candidate WHERE workspace_id = ${workspaceId}::uuid AND job_id = j.id)
        AND NOT EXISTS (SELECT FROM hire WHERE workspace_id = ${workspaceId}::uuid AND job_id = j.id AND candidate_id IS NOT NULL)`.execute(
        db,
      )
      // Hires of people who were never on record go with their job.
      await sql`DELETE FROM hire h WHERE h.workspace_id = ${workspaceId}::uuid AND h.job_id = ANY(${ids}::uuid[])
        AND NOT EXISTS (SELECT FROM job WHERE workspace_id = ${workspaceId}::uuid AND id = h.job_id)`.execute(db)
      return staying('job', ids)
    },
    async removePools(pools) {
      const ids = [...pools]
      await sql`DELETE FROM pool p WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ANY(${ids}::uuid[])
        AND NOT EXISTS (SELECT FROM pool_member WHERE workspace_id = ${workspaceId}::uuid AND pool_id = p.id)`.execute(
        db,
      )
      return staying('pool', ids)
    },
  }
}
