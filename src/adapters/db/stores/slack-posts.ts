import type { Id, SlackPostId } from '../../../domain/shared/ids.ts'
import type { PostKind, SlackPost, SlackPostStore } from '../../../usecases/ports/slack-posts.ts'
import { Prisma, type SlackPost as SlackPostModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { toInstant } from '../values.ts'

const toPost = (row: SlackPostModel): SlackPost => ({
  id: row.id as SlackPostId,
  key: row.key,
  kind: row.kind as PostKind,
  address: row.address,
  channel: row.channel ?? undefined,
  ts: row.ts ?? undefined,
  subjects: row.subjects as Id<string>[],
  wanted: row.wanted,
  posted: row.posted,
  postedHash: row.postedHash ?? undefined,
  state: row.state as SlackPost['state'],
  attempts: row.attempts,
  createdAt: toInstant(row.createdAt),
})

/** A claim that ended without a word: its owner died or hung. */
const LEASE_RAN_OUT = Prisma.sql`(state = 'posting' AND lease_until < clock_timestamp())`

export function makeSlackPostStore({ db, workspaceId, newId }: Scope): SlackPostStore {
  const one = (id: SlackPostId) => ({ workspaceId_id: { workspaceId, id } })
  return {
    async want(post, now) {
      const at = new Date(now)
      // Who asks again moves `wanted`; a post that a worker holds just now is found behind and drawn once more afterwards.
      await db.$executeRaw`INSERT INTO slack_post (workspace_id, id, key, kind, address, subjects, state, next_at, created_at)
        VALUES (${workspaceId}::uuid, ${newId<'slack_post'>()}::uuid, ${post.key}, ${post.kind}, ${post.address}, ${[...post.subjects]}::uuid[], 'wanted', ${at}, ${at})
        ON CONFLICT (workspace_id, key) DO UPDATE SET wanted = slack_post.wanted + 1, subjects = excluded.subjects,
          state = CASE WHEN slack_post.state IN ('posted', 'failed', 'removed') THEN 'wanted' ELSE slack_post.state END,
          next_at = CASE WHEN slack_post.state IN ('posted', 'failed', 'removed') THEN excluded.next_at ELSE slack_post.next_at END,
          attempts = CASE WHEN slack_post.state IN ('posted', 'failed', 'removed') THEN 0 ELSE slack_post.attempts END`
    },
    async redraw(subject, now) {
      await db.$executeRaw`UPDATE slack_post SET wanted = wanted + 1,
          next_at = CASE WHEN state = 'posted' THEN ${new Date(now)} ELSE next_at END,
          attempts = CASE WHEN state = 'posted' THEN 0 ELSE attempts END,
          state = CASE WHEN state = 'posted' THEN 'wanted' ELSE state END
        WHERE workspace_id = ${workspaceId}::uuid AND subjects @> ARRAY[${subject}::uuid] AND state NOT IN ('failed', 'removed')`
    },
    async hurry(subject, now) {
      await db.$executeRaw`UPDATE slack_post SET next_at = LEAST(next_at, ${new Date(now)})
        WHERE workspace_id = ${workspaceId}::uuid AND subjects @> ARRAY[${subject}::uuid] AND state = 'wanted' AND attempts = 0`
    },
    async byKey(key) {
      const row = await db.slackPost.findUnique({ where: { workspaceId_key: { workspaceId, key } } })
      return row === null ? undefined : toPost(row)
    },
    async due(now, limit) {
      const rows = await db.$queryRaw<{ id: string }[]>`SELECT id FROM (
          SELECT DISTINCT ON (coalesce(channel, address)) id, next_at FROM slack_post
          WHERE workspace_id = ${workspaceId}::uuid AND wanted > posted
            AND ((state IN ('wanted', 'in_doubt') AND next_at <= ${new Date(now)}) OR ${LEASE_RAN_OUT})
          ORDER BY coalesce(channel, address), next_at, id
        ) AS first_of_each ORDER BY next_at, id LIMIT ${limit}`
      const ids = rows.map((row) => row.id)
      const posts = await db.slackPost.findMany({ where: { workspaceId, id: { in: ids } } })
      const byId = new Map(posts.map((row) => [row.id, toPost(row)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },
    async nextDue() {
      const row = await db.slackPost.findFirst({
        where: { workspaceId, state: { in: ['wanted', 'in_doubt'] } },
        orderBy: { nextAt: 'asc' },
        select: { nextAt: true },
      })
      return row === null ? undefined : toInstant(row.nextAt)
    },
    async claim(id, owner, seconds, now) {
      const [taken] = await db.$queryRaw<
        { state: string }[]
      >`SELECT state FROM slack_post WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
        AND wanted > posted AND ((state IN ('wanted', 'in_doubt') AND next_at <= ${new Date(now)}) OR ${LEASE_RAN_OUT})
        FOR UPDATE SKIP LOCKED`
      if (taken === undefined) return undefined
      await db.$executeRaw`UPDATE slack_post SET state = 'posting', attempts = attempts + 1, lease_owner = ${owner}::uuid,
          lease_until = clock_timestamp() + make_interval(secs => ${seconds}::float8)
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`
      const post = toPost(await db.slackPost.findUniqueOrThrow({ where: one(id) }))
      // An update of unknown fate can be repeated; only a first post must be looked for.
      return { ...post, fateUnknown: post.ts === undefined && taken.state !== 'wanted' }
    },
    async expireLeases() {
      await db.$executeRaw`UPDATE slack_post SET lease_until = '-infinity' WHERE workspace_id = ${workspaceId}::uuid AND state = 'posting'`
    },
    async settle(id, owner, outcome) {
      const sets = [Prisma.sql`lease_owner = NULL`, Prisma.sql`lease_until = NULL`]
      switch (outcome.kind) {
        case 'posted':
          sets.push(
            Prisma.sql`channel = ${outcome.channel}`,
            Prisma.sql`ts = ${outcome.ts}`,
            Prisma.sql`posted_hash = ${outcome.hash}`,
            Prisma.sql`posted = ${outcome.drawn}`,
            Prisma.sql`attempts = 0`,
            Prisma.sql`last_error = NULL`,
            Prisma.sql`state = CASE WHEN wanted > ${outcome.drawn} THEN 'wanted' ELSE 'posted' END`,
          )
          break
        case 'unknown':
          sets.push(
            Prisma.sql`state = 'in_doubt'`,
            Prisma.sql`last_error = ${outcome.error}`,
            Prisma.sql`next_at = ${new Date(outcome.nextAt)}`,
          )
          break
        case 'retry':
          sets.push(
            Prisma.sql`state = 'wanted'`,
            Prisma.sql`last_error = ${outcome.error}`,
            Prisma.sql`next_at = ${new Date(outcome.nextAt)}`,
          )
          break
        case 'failed':
          sets.push(Prisma.sql`state = 'failed'`, Prisma.sql`last_error = ${outcome.error}`)
          break
      }
      // Fenced: who lost the lease meanwhile changes nothing; the next owner looks in the history for what this one posted.
      await db.$executeRaw`UPDATE slack_post SET ${Prisma.join(sets)} WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
        AND state = 'posting' AND lease_owner = ${owner}::uuid`
    },
  }
}
