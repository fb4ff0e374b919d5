import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { Verdict } from '../../domain/outreach/refusal.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { DraftRow } from '../ports/drafts.ts'
import { askGate } from './load-gate-facts.ts'

export type QueueRow = {
  readonly draft: DraftRow
  readonly candidate: Candidate
  readonly verdict: Verdict['kind']
}
export type Queue = {
  readonly rows: readonly QueueRow[]
  /** How many wait besides those shown; bounded. */
  readonly more: number
  readonly now: Instant
}

/** Beyond this nobody counts: the queue is to be worked off from its oldest end. */
const MOST_COUNTED = 100
const QUEUE_ROWS = 15

/** The drafts that wait for this person, oldest first, each with what the gate would say now. */
export const loadQueue = defineUseCase({
  name: 'load-queue',
  permission: 'draft.write',
  input: z.object({ limit: z.int().min(1).max(QUEUE_ROWS).default(QUEUE_ROWS) }),
  run: async (ctx, { limit }): Promise<Result<Queue, never>> => {
    const waiting = await ctx.uow.run((tx) => tx.drafts.waitingOf(ctx.actor.memberId, MOST_COUNTED))
    const shown: QueueRow[] = []
    for (const draft of waiting.slice(0, limit)) {
      const row = await rowOf(ctx, draft)
      if (row !== undefined) shown.push(row)
    }
    return ok({ rows: shown, more: Math.max(0, waiting.length - limit), now: ctx.now })
  },
})

/** The gate locks the person, so each row is a transaction of its own: two queues never wait for each other in a circle. */
const rowOf = (ctx: Ctx, draft: DraftRow): Promise<QueueRow | undefined> =>
  ctx.uow.run(async (tx) => {
    const revision = await tx.drafts.revision(draft.revisionId)
    if (revision === undefined) return undefined
    const { candidateId, purpose, jobId, ownerId } = draft
    const question = { candidateId, purpose, jobId, revision, members: [ownerId] }
    const { candidate, verdict } = await askGate(ctx, tx, question)
    return candidate === undefined ? undefined : { draft, candidate, verdict: verdict.kind }
  })
