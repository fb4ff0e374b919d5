/** Conditions on when something was: the last touchpoint, the day somebody was added, the end of their permission. */
import { dayAhead, type Next } from '../../../domain/pool/query/ahead.ts'
import { type Ago, type Between, type ConsentState, EXPIRING_DAYS } from '../../../domain/pool/query/ast.ts'
import { never } from '../../../domain/shared/result.ts'
import { DAY, dayIn, type Instant } from '../../../domain/shared/time.ts'
import type { Reader } from '../../../usecases/ports/services.ts'
import { agoFrom, boundsOf } from './moments.ts'
import type { References } from './references.ts'
import { all, type Sql, sql } from './sql.ts'

/** Indexed as written here; never contacted is before everything. */
export const QUIET_SINCE: Sql = sql`coalesce(s.last_touch_at, '-infinity'::timestamptz)`

/** Who is left in peace on purpose is not stale; a snooze ends on its day by the reader's calendar. */
export const awake = (reader: Pick<Reader, 'now' | 'zone'>): Sql =>
  sql`(s.snoozed_until IS NULL OR s.snoozed_until <= ${dayIn(reader.now, reader.zone)}::date)`

/**
 * Only who is looked after goes stale: of those who came with a file and were left alone since, those who have an owner, are in a list, or
 * were given a first day because a pool that is a query found them. Where many came at once, nobody before their first day.
 */
const lookedAfter = (reader: Pick<Reader, 'now' | 'zone'>): Sql => {
  const today = sql`${dayIn(reader.now, reader.zone)}::date`
  return sql`(s.first_due <= ${today} OR (s.first_due IS NULL AND (NOT s.unworked OR s.owner_id IS NOT NULL OR s.pool_ids <> '{}')))`
}

const SILENT_SINCE = sql`coalesce(s.last_touch_at, s.created_at)`
/** The first half of each is implied by the second and is there for the index. */
export const quietSince = (cutoff: Instant, reader: Pick<Reader, 'now' | 'zone'>): Sql =>
  sql`(${QUIET_SINCE} <= ${new Date(cutoff)}::timestamptz AND ${SILENT_SINCE} <= ${new Date(cutoff)}::timestamptz AND ${awake(reader)} AND ${lookedAfter(reader)})`

export function staleCondition(when: Ago, { reader }: References): Sql {
  const cutoff = agoFrom(reader.now, when, reader.zone)
  if (when.is === 'over') return quietSince(cutoff, reader)
  const since = sql`${new Date(cutoff)}::timestamptz`
  return sql`(${QUIET_SINCE} > ${since} OR (${QUIET_SINCE} = '-infinity' AND s.created_at > ${since}))`
}

export function momentCondition(column: Sql, when: Ago | Between, { reader }: References, after?: Sql): Sql {
  const floor = after === undefined ? [] : [sql`${column} > ${after}`]
  if (when.kind === 'ago') {
    const cutoff = sql`${new Date(agoFrom(reader.now, when, reader.zone))}::timestamptz`
    return when.is === 'over' ? all([...floor, sql`${column} <= ${cutoff}`]) : sql`${column} > ${cutoff}`
  }
  const { from, before } = boundsOf(when, reader.zone)
  return all([
    ...(from === undefined ? floor : [sql`${column} >= ${new Date(from)}::timestamptz`]),
    ...(before === undefined ? [] : [sql`${column} < ${new Date(before)}::timestamptz`]),
  ])
}

export function consentCondition(state: ConsentState, { reader }: References): Sql {
  const until = sql`s.allowed_until`
  const now = sql`${new Date(reader.now)}::timestamptz`
  switch (state) {
    case 'valid':
      return sql`${until} > ${now}`
    case 'expiring':
      return sql`(${until} > ${now} AND ${until} <= ${new Date(reader.now + EXPIRING_DAYS * DAY)}::timestamptz)`
    case 'expired':
      return sql`(${until} > '-infinity' AND ${until} <= ${now})`
    case 'withdrawn':
      return sql`${until} = '-infinity'`
    case 'missing':
      return sql`${until} IS NULL`
    default:
      return never(state)
  }
}

/** Days of the reader's calendar. Whoever has none is in no index of them: most people have none, and are met soon on any walk. */
export function nextCondition(when: Next, { reader }: References): Sql {
  const today = dayIn(reader.now, reader.zone)
  const next = sql`s.next_touch`
  switch (when.kind) {
    case 'none':
      return sql`${next} IS NULL`
    case 'overdue':
      return sql`${next} < ${today}::date`
    case 'ahead': {
      const day = sql`${dayAhead(today, when)}::date`
      return when.is === 'over' ? sql`${next} >= ${day}` : sql`(${next} >= ${today}::date AND ${next} < ${day})`
    }
    case 'between':
      return all([
        ...(when.from === null ? [] : [sql`${next} >= ${when.from}::date`]),
        ...(when.to === null ? [] : [sql`${next} <= ${when.to}::date`]),
      ])
    default:
      return never(when)
  }
}
