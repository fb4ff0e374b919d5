import { DUE_KINDS } from '../../../domain/nurture/due.ts'
import type { CandidateId, JobId, MemberId } from '../../../domain/shared/ids.ts'
import type { Doing, NudgeDay, NudgeItem, NudgeStore } from '../../../usecases/ports/nudges.ts'
import { Prisma } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { fromDay, toDayOrNone, toInstant } from '../values.ts'

const MOST_UNSETTLED = 40
const QUIET_SINCE = Prisma.sql`coalesce(c.last_touch_at, c.created_at)`
const LIVING = Prisma.sql`c.merged_into IS NULL AND c.erased_at IS NULL`

/** `job_opened:<job id>`: what `why` holds besides the kind. */
const whyOf = ({ kind, jobId }: Pick<NudgeItem, 'kind' | 'jobId'>): string =>
  jobId === undefined ? kind : `${kind}:${jobId}`

function readWhy(why: string): Pick<NudgeItem, 'kind' | 'jobId'> {
  const [kind, jobId] = why.split(':')
  return { kind: DUE_KINDS.find((one) => one === kind) ?? 'quiet', jobId: jobId as JobId | undefined }
}

export function makeNudgeStore({ db, workspaceId }: Scope): NudgeStore {
  const own = Prisma.sql`c.workspace_id = ${workspaceId}::uuid`
  /** The living people of a member, as one table that is read by owner and, of lists, by member. */
  const theirs = (member: MemberId, where: Prisma.Sql, order: Prisma.Sql, limit: number) => Prisma.sql`(
    (SELECT c.* FROM candidate c WHERE ${own} AND c.owner_id = ${member}::uuid AND ${LIVING} AND ${where} ORDER BY ${order} LIMIT ${limit})
    UNION
    (SELECT c.* FROM candidate c WHERE ${own} AND c.owner_id IS NULL AND ${LIVING} AND ${where} AND c.id IN (
      SELECT m.candidate_id FROM pool_member m JOIN pool p ON p.workspace_id = m.workspace_id AND p.id = m.pool_id
      WHERE p.workspace_id = ${workspaceId}::uuid AND p.owner_id = ${member}::uuid AND p.archived_at IS NULL) ORDER BY ${order} LIMIT ${limit}))`
  /** Somebody whom it would make sense to write to, as far as their own row says. */
  const askable = ({ day, toldNoBefore }: NudgeDay, orWaiting = false) => Prisma.sql`c.do_not_contact_at IS NULL
    AND c.standing NOT IN ('hired', 'interviewing', 'not_told') AND (c.standing <> 'told_no' OR c.standing_day <= ${fromDay(toldNoBefore)}::date)
    AND (c.snoozed_until IS NULL OR c.snoozed_until <= ${fromDay(day)}::date${orWaiting ? Prisma.sql` OR c.snoozed_for = 'similar_job'` : Prisma.empty})`
  /** The shortest cadence of the lists that they are in, else the usual one. */
  const overdue = ({
    now,
    cadenceDays,
  }: NudgeDay) => Prisma.sql`${QUIET_SINCE} < ${new Date(now)}::timestamptz - make_interval(days => coalesce(
    (SELECT min(p.cadence_days) FROM pool_member m JOIN pool p ON p.workspace_id = m.workspace_id AND p.id = m.pool_id
      WHERE m.workspace_id = c.workspace_id AND m.candidate_id = c.id AND p.archived_at IS NULL), ${cadenceDays}::int))`
  const tierA = Prisma.sql`c.tier = 'A'`

  const store: NudgeStore = {
    async carers(limit) {
      const rows = await db.$queryRaw<{ id: MemberId }[]>`SELECT m.id FROM member m
        WHERE m.workspace_id = ${workspaceId}::uuid AND m.deactivated_at IS NULL AND (
          EXISTS (SELECT FROM candidate c WHERE ${own} AND c.owner_id = m.id AND ${LIVING})
          OR EXISTS (SELECT FROM pool p WHERE p.workspace_id = ${workspaceId}::uuid AND p.owner_id = m.id AND p.archived_at IS NULL)
          OR EXISTS (SELECT FROM reply r JOIN send s ON s.workspace_id = r.workspace_id AND s.id = r.send_id
            WHERE r.workspace_id = ${workspaceId}::uuid AND r.state = 'waiting' AND s.approved_by = m.id))
        ORDER BY m.id LIMIT ${limit}`
      return rows.map((row) => row.id)
    },
    async replies(member, limit) {
      const rows = await db.$queryRaw<
        { candidate_id: CandidateId; at: Date }[]
      >`SELECT r.candidate_id, min(r.received_at) AS at
        FROM reply r JOIN candidate c ON ${own} AND c.id = r.candidate_id
          LEFT JOIN send s ON s.workspace_id = r.workspace_id AND s.id = r.send_id
        WHERE r.workspace_id = ${workspaceId}::uuid AND r.state = 'waiting' AND ${LIVING}
          AND coalesce(c.owner_id, s.approved_by) = ${member}::uuid
        GROUP BY r.candidate_id ORDER BY at, r.candidate_id LIMIT ${limit}`
      return rows.map(({ candidate_id, at }) => ({ candidateId: candidate_id, at: toInstant(at) }))
    },
    async promised(member, rules, limit) {
      const due = Prisma.sql`c.next_touch <= ${fromDay(rules.day)}::date AND ${askable(rules)}
        AND coalesce(c.last_touch_at, '-infinity') < (c.next_touch::timestamp AT TIME ZONE ${rules.zone})`
      const rows = await db.$queryRaw<{ id: CandidateId; next_touch: Date }[]>`SELECT t.id, t.next_touch
        FROM ${theirs(member, due, Prisma.sql`c.next_touch, c.id`, limit)} t ORDER BY t.next_touch, t.id LIMIT ${limit}`
      return rows.flatMap(({ id, next_touch }) => {
        const day = toDayOrNone(next_touch)
        return day === undefined ? [] : [{ candidateId: id, day }]
      })
    },
    async perhapsFor(member, rules, { roles, skills }, limit) {
      if (roles.length === 0 && skills.length === 0) return []
      const patterns = roles.map((role) => `%${role.replace(/[\\%_]/g, '\\$&')}%`)
      const like = Prisma.sql`${askable(rules, true)} AND (c.considered_role ILIKE ANY(${patterns}::text[]) OR c.skills && ${[...skills]}::text[])`
      const rows = await db.$queryRaw<{ id: CandidateId }[]>`SELECT t.id
        FROM ${theirs(member, like, Prisma.sql`${QUIET_SINCE}, c.id`, limit)} t
        ORDER BY coalesce(t.last_touch_at, t.created_at), t.id LIMIT ${limit}`
      return rows.map((row) => row.id)
    },
    async quiet(member, rules, which, limit) {
      const where = Prisma.sql`${overdue(rules)} AND ${askable(rules)}${which === 'tier_a' ? Prisma.sql` AND ${tierA}` : Prisma.empty}`
      const rows = await db.$queryRaw<
        { id: CandidateId; since: Date }[]
      >`SELECT t.id, coalesce(t.last_touch_at, t.created_at) AS since
        FROM ${theirs(member, where, Prisma.sql`${QUIET_SINCE}, c.id`, limit)} t ORDER BY since, t.id LIMIT ${limit}`
      return rows.map(({ id, since }) => ({ candidateId: id, quietSince: toInstant(since) }))
    },
    async countQuiet(member, rules, limit) {
      const where = Prisma.sql`${overdue(rules)} AND ${askable(rules)}`
      const [row] = await db.$queryRaw<{ count: number }[]>`SELECT least(count(*), ${limit})::int AS count
        FROM ${theirs(member, where, Prisma.sql`${QUIET_SINCE}, c.id`, limit)} t`
      return row?.count ?? 0
    },
    async keep(memberId, day, items) {
      await db.nudgeItem.createMany({
        data: items.map((item) => ({
          workspaceId,
          day: new Date(`${day}T00:00:00Z`),
          memberId,
          candidateId: item.candidateId,
          why: whyOf(item),
          place: item.place,
          state: 'due',
        })),
        skipDuplicates: true,
      })
    },
    async items(memberId, day) {
      const rows = await db.nudgeItem.findMany({
        where: { workspaceId, memberId, day: new Date(`${day}T00:00:00Z`) },
        orderBy: { place: 'asc' },
        take: 50,
      })
      return rows.map((row) => ({
        candidateId: row.candidateId as CandidateId,
        ...readWhy(row.why),
        place: row.place,
        state: row.state as NudgeItem['state'],
      }))
    },
    async lastReply(candidateId) {
      const row = await db.reply.findFirst({
        where: { workspaceId, candidateId },
        orderBy: { receivedAt: 'desc' },
        select: { text: true, receivedAt: true },
      })
      return row === null ? undefined : { text: row.text, at: toInstant(row.receivedAt) }
    },
    async doings(people, from, to) {
      if (people.length === 0) return new Map()
      const rows = await db.$queryRaw<{ candidate_id: CandidateId; at: Date; how: Doing['how'] }[]>`
        SELECT DISTINCT ON (p.id) p.id AS candidate_id, d.at, d.how FROM unnest(${[...people]}::uuid[]) AS p(id)
          CROSS JOIN LATERAL (${doingsOf(workspaceId, Prisma.sql`p.id`, Prisma.sql`${new Date(from)}`, Prisma.sql`${new Date(to)}`)}) d
        ORDER BY p.id, d.at`
      return new Map(rows.map(({ candidate_id, at, how }) => [candidate_id, { at: toInstant(at), how }]))
    },
    async unsettled(before) {
      const rows = await db.$queryRaw<{ day: Date }[]>`SELECT DISTINCT day FROM nudge_item
        WHERE workspace_id = ${workspaceId}::uuid AND state = 'due' AND day < ${fromDay(before)}::date ORDER BY day LIMIT ${MOST_UNSETTLED}`
      return rows.flatMap((row) => toDayOrNone(row.day) ?? [])
    },
    async settle(day, from, to) {
      const date = fromDay(day)
      await db.$executeRaw`UPDATE nudge_item n SET state = coalesce(d.how, 'missed'), acted_at = d.at
        FROM nudge_item i LEFT JOIN LATERAL (
          SELECT * FROM (${doingsOf(workspaceId, Prisma.sql`i.candidate_id`, Prisma.sql`${new Date(from)}`, Prisma.sql`${new Date(to)}`)}) any_of ORDER BY at LIMIT 1) d ON true
        WHERE i.workspace_id = ${workspaceId}::uuid AND i.day = ${date}::date AND i.state = 'due'
          AND n.workspace_id = i.workspace_id AND n.day = i.day AND n.member_id = i.member_id AND n.candidate_id = i.candidate_id`
    },
  }
  return store
}

/** Everything that counts as having taken care of a person within a day: a word with them, an approved draft, a snooze, a decided reply. */
export const doingsOf = (workspaceId: string, person: Prisma.Sql, from: Prisma.Sql, to: Prisma.Sql) => Prisma.sql`
  SELECT at, 'acted' AS how FROM interaction WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${person} AND one_to_one
    AND kind <> 'reply' AND at >= ${from} AND at < ${to}
  UNION ALL SELECT decided_at, 'acted' FROM draft WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${person} AND state = 'approved'
    AND decided_at >= ${from} AND decided_at < ${to}
  UNION ALL SELECT decided_at, 'acted' FROM reply WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${person}
    AND decided_at >= ${from} AND decided_at < ${to}
  UNION ALL SELECT at, 'snoozed' FROM event WHERE workspace_id = ${workspaceId}::uuid AND stream = 'candidate:' || (${person})::text
    AND type = 'candidate.snoozed' AND at >= ${from} AND at < ${to}`
