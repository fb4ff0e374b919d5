import type { CandidateId } from '../../../domain/shared/ids.ts'
import type { SampleStore } from '../../../usecases/ports/samples.ts'
import { Prisma } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { fromDay, fromInstant } from '../values.ts'

/** The sample company's own statements. Everything stays inside the workspace, as all rows do. */
export function makeSampleStore({ db, workspaceId, correlationId }: Scope): SampleStore {
  return {
    async hasPeople() {
      return (await db.candidate.findFirst({ where: { workspaceId }, select: { id: true } })) !== null
    },
    async keepLetters(letters) {
      await db.draft.createMany({
        data: letters.map(({ draft }) => ({
          ...draft,
          workspaceId,
          jobId: draft.jobId ?? null,
          decidedBy: draft.decidedBy ?? null,
          decidedAt: fromInstant(draft.decidedAt),
          rejectReason: null,
          createdAt: new Date(draft.createdAt),
        })),
      })
      await db.draftRevision.createMany({
        data: letters.map(({ revision: { id, draftId, number, subject, body, author, authorId, createdAt } }) => ({
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
        })),
      })
      await db.send.createMany({
        data: letters.map(({ send }) => ({
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
        })),
      })
      await db.reply.createMany({
        data: letters.flatMap(({ reply }) =>
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
                  laterOn: fromDay(reply.laterOn),
                  decidedBy: reply.decidedBy ?? null,
                  decidedAt: fromInstant(reply.decidedAt),
                },
              ],
        ),
      })
    },
    async keepTouches(people) {
      await db.interaction.createMany({
        data: people.flatMap(({ id: candidateId, touches }) =>
          touches.map(({ at, memberId, link, sendId, ...rest }) => ({
            ...rest,
            workspaceId,
            candidateId,
            at: new Date(at),
            memberId: memberId ?? null,
            link: link ?? null,
            sendId: sendId ?? null,
          })),
        ),
      })
      const ids = people.map(({ id }) => id)
      const latest = Prisma.sql`(SELECT candidate_id, max(at) AS at FROM interaction
        WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ANY(${ids}::uuid[]) GROUP BY candidate_id) AS latest`
      await db.$executeRaw`UPDATE candidate SET last_touch_at = latest.at FROM ${latest}
        WHERE workspace_id = ${workspaceId}::uuid AND id = latest.candidate_id`
      await db.$executeRaw`UPDATE candidate_search s SET last_touch_at = latest.at FROM ${latest}
        WHERE s.workspace_id = ${workspaceId}::uuid AND s.candidate_id = latest.candidate_id`
    },
    async keepInterview(person, at) {
      await db.event.create({
        data: {
          workspaceId,
          stream: `candidate:${person}`,
          version: 1,
          type: 'candidate.standing_changed',
          actor: null,
          at: new Date(at),
          correlationId,
          data: { to: 'interviewing' },
        },
      })
    },
    async actedOn(people, since) {
      const when = new Date(since)
      const ws = workspaceId
      const rows = await db.$queryRaw<{ id: string }[]>`SELECT c.id FROM candidate c
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
          OR EXISTS (SELECT FROM candidate other WHERE other.workspace_id = ${ws}::uuid AND other.merged_into = c.id))`
      return rows.map((row) => row.id as CandidateId)
    },
    async removePeople(people) {
      const ids = [...people]
      await db.hire.deleteMany({ where: { workspaceId, candidateId: { in: ids } } })
      await db.nearMiss.deleteMany({ where: { workspaceId, candidateId: { in: ids } } })
      await db.candidate.deleteMany({ where: { workspaceId, id: { in: ids } } })
    },
    async removeJobs(jobs) {
      const ids = [...jobs]
      await db.$executeRaw`DELETE FROM job j WHERE j.workspace_id = ${workspaceId}::uuid AND j.id = ANY(${ids}::uuid[])
        AND NOT EXISTS (SELECT FROM draft WHERE workspace_id = ${workspaceId}::uuid AND job_id = j.id)
        AND NOT EXISTS (SELECT FROM candidate WHERE workspace_id = ${workspaceId}::uuid AND job_id = j.id)
        AND NOT EXISTS (SELECT FROM hire WHERE workspace_id = ${workspaceId}::uuid AND job_id = j.id AND candidate_id IS NOT NULL)`
      // Hires of people who were never on record go with their job.
      await db.$executeRaw`DELETE FROM hire h WHERE h.workspace_id = ${workspaceId}::uuid AND h.job_id = ANY(${ids}::uuid[])
        AND NOT EXISTS (SELECT FROM job WHERE workspace_id = ${workspaceId}::uuid AND id = h.job_id)`
      return db.job.count({ where: { workspaceId, id: { in: ids } } })
    },
    async removePools(pools) {
      const ids = [...pools]
      await db.$executeRaw`DELETE FROM pool p WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ANY(${ids}::uuid[])
        AND NOT EXISTS (SELECT FROM pool_member WHERE workspace_id = ${workspaceId}::uuid AND pool_id = p.id)`
      return db.pool.count({ where: { workspaceId, id: { in: ids } } })
    },
  }
}
