import { type Selectable, sql, type UpdateObject } from 'kysely'
import type { Id, SlackPostId } from '../../../domain/shared/ids.ts'
import type { PostKind, SlackPost, SlackPostStore } from '../../../usecases/ports/slack-posts.ts'
import { fixed } from '../fixed.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { toInstant } from '../values.ts'

const toPost = (row: Selectable<Tables['slackPost']>): SlackPost => ({
  id: row.id as SlackPostId,
  key: row.key,
  kind: row.kind as PostKind,
  address: row.address,
  channel: row.channel ?? undefined,
  ts: row.ts ?? undefined,
  subjects: (row.subjects ?? []) as Id<string>[],
  wanted: row.wanted,
  posted: row.posted,
  postedHash: row.postedHash ?? undefined,
  state: row.state as SlackPost['state'],
  attempts: row.attempts,
  createdAt: toInstant(row.createdAt),
})

/** A claim that ended without a word: its owner died or hung. */
const LEASE_RAN_OUT = sql<boolean>`(state = 'posting' AND lease_until < clock_timestamp())`

export function makeSlackPostStore({ db, later, workspaceId, newId }: Scope): SlackPostStore {
  const posts = () => db.selectFrom('slackPost').where('workspaceId', '=', workspaceId)
  const update = (id: SlackPostId, set: UpdateObject<Tables, 'slackPost'>) =>
    db.updateTable('slackPost').set(set).where('workspaceId', '=', workspaceId).where('id', '=', id)
  return {
    async want(post, now) {
      const at = new Date(now)
      // Who asks again moves `wanted`; a post that a worker holds just now is found behind and drawn once more afterwards.
      later(fixed`INSERT INTO slack_post (workspace_id, id, key, kind, address, subjects, state, next_at, created_at)
        VALUES (${workspaceId}::uuid, ${newId<'slack_post'>()}::uuid, ${post.key}, ${post.kind}, ${post.address}, ${[...post.subjects]}::uuid[], 'wanted', ${at}, ${at})
        ON CONFLICT (workspace_id, key) DO UPDATE SET wanted = slack_post.wanted + 1, subjects = excluded.subjects,
          state = CASE WHEN slack_post.state IN ('posted', 'failed', 'removed') THEN 'wanted' ELSE slack_post.state END,
          next_at = CASE WHEN slack_post.state IN ('posted', 'failed', 'removed') THEN excluded.next_at ELSE slack_post.next_at END,
          attempts = CASE WHEN slack_post.state IN ('posted', 'failed', 'removed') THEN 0 ELSE slack_post.attempts END`)
    },
    async redraw(shown, now) {
      const subjects = typeof shown === 'string' ? [shown] : shown
      if (subjects.length === 0) return
      later(fixed`UPDATE slack_post SET wanted = wanted + 1,
          next_at = CASE WHEN state = 'posted' THEN ${new Date(now)} ELSE next_at END,
          attempts = CASE WHEN state = 'posted' THEN 0 ELSE attempts END,
          state = CASE WHEN state = 'posted' THEN 'wanted' ELSE state END
        WHERE workspace_id = ${workspaceId}::uuid AND subjects && ${[...subjects]}::uuid[] AND state NOT IN ('failed', 'removed')`)
    },
    async hurry(subject, now) {
      later(fixed`UPDATE slack_post SET next_at = LEAST(next_at, ${new Date(now)})
        WHERE workspace_id = ${workspaceId}::uuid AND subjects @> ARRAY[${subject}::uuid] AND state = 'wanted' AND attempts = 0`)
    },
    async byKey(key) {
      const row = await posts().selectAll().where('key', '=', key).executeTakeFirst()
      return row === undefined ? undefined : toPost(row)
    },
    async newest(subject, keyStart) {
      const row = await posts()
        .selectAll()
        .where(sql<boolean>`subjects @> ARRAY[${subject}::uuid]`)
        .where(sql<boolean>`starts_with(key, ${keyStart})`)
        .orderBy('createdAt', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? undefined : toPost(row)
    },
    async due(now, limit) {
      const { rows } = await sql<Selectable<Tables['slackPost']>>`SELECT p.* FROM (
          SELECT DISTINCT ON (coalesce(channel, address)) id, next_at FROM slack_post
          WHERE workspace_id = ${workspaceId}::uuid AND wanted > posted
            AND ((state IN ('wanted', 'in_doubt') AND next_at <= ${new Date(now)}) OR ${LEASE_RAN_OUT})
          ORDER BY coalesce(channel, address), next_at, id
        ) AS first_of_each JOIN slack_post p ON p.workspace_id = ${workspaceId}::uuid AND p.id = first_of_each.id
        ORDER BY first_of_each.next_at, p.id LIMIT ${limit}`.execute(db)
      return rows.map(toPost)
    },
    async nextDue() {
      const row = await posts()
        .select('nextAt')
        .where('state', 'in', ['wanted', 'in_doubt'])
        .orderBy('nextAt')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? undefined : toInstant(row.nextAt)
    },
    async claim(id, owner, seconds, now) {
      const taken = await posts()
        .select('state')
        .where('id', '=', id)
        .whereRef('wanted', '>', 'posted')
        .where(({ eb, and, or }) =>
          or([and([eb('state', 'in', ['wanted', 'in_doubt']), eb('nextAt', '<=', new Date(now))]), LEASE_RAN_OUT]),
        )
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (taken === undefined) return undefined
      const row = await update(id, {
        state: 'posting',
        attempts: sql`attempts + 1`,
        leaseOwner: owner,
        leaseUntil: sql`clock_timestamp() + make_interval(secs => ${seconds}::float8)`,
      })
        .returningAll()
        .executeTakeFirstOrThrow()
      const post = toPost(row)
      // An update of unknown fate can be repeated; only a first post must be looked for.
      return { ...post, fateUnknown: post.ts === undefined && taken.state !== 'wanted' }
    },
    async expireLeases() {
      await db
        .updateTable('slackPost')
        .set({ leaseUntil: sql`'-infinity'` })
        .where('workspaceId', '=', workspaceId)
        .where('state', '=', 'posting')
        .execute()
    },
    async settle(id, owner, outcome) {
      // Fenced: who lost the lease meanwhile changes nothing; the next owner looks in the history for what this one posted.
      await update(id, { leaseOwner: null, leaseUntil: null, ...settled(outcome) })
        .where('state', '=', 'posting')
        .where('leaseOwner', '=', owner)
        .execute()
    },
  }
}

function settled(outcome: Parameters<SlackPostStore['settle']>[2]): UpdateObject<Tables, 'slackPost'> {
  switch (outcome.kind) {
    case 'posted':
      return {
        channel: outcome.channel,
        ts: outcome.ts,
        postedHash: outcome.hash,
        posted: outcome.drawn,
        attempts: 0,
        lastError: null,
        state: sql`CASE WHEN wanted > ${outcome.drawn} THEN 'wanted' ELSE 'posted' END`,
      }
    case 'unknown':
      return { state: 'in_doubt', lastError: outcome.error, nextAt: new Date(outcome.nextAt) }
    case 'retry':
      return { state: 'wanted', lastError: outcome.error, nextAt: new Date(outcome.nextAt) }
    case 'failed':
      return { state: 'failed', lastError: outcome.error }
  }
}
