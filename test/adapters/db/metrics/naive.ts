// The numbers once more, from their definitions, over plain arrays: slow, short, and written without a look at the SQL.
import type { WeekNumbers } from '../../../../src/domain/metrics/numbers.ts'
import {
  addDays,
  at,
  DAY,
  type Day,
  dayIn,
  daysBetween,
  type Instant,
  instant,
  type Zone,
} from '../../../../src/domain/shared/time.ts'
import type { History, Person } from './history.ts'

type Week = { readonly from: Instant; readonly to: Instant; readonly zone: Zone; readonly cadenceDays: number }

export function naiveWeek(history: History, { from, to, zone, cadenceDays }: Week): WeekNumbers {
  const within = (moment: number | undefined, start: number = from, end: number = to) =>
    moment !== undefined && moment >= start && moment < end
  const first = dayIn(from, zone)
  const last = dayIn(instant(to - 1), zone)
  const living = history.candidates.filter((one) => one.erased_at === undefined && one.merged_into === undefined)
  const livingPools = new Map(
    history.pools.filter((pool) => pool.archived_at === undefined).map((pool) => [pool.id, pool]),
  )
  const touches = (person: Person) => [
    ...(person.last_touch_at === undefined ? [] : [person.last_touch_at]),
    ...history.interactions.filter((one) => one.candidate_id === person.id && one.one_to_one).map((one) => one.at),
  ]
  const cadence = (person: Person) => {
    const own = history.members
      .filter((row) => row.candidate_id === person.id && row.added_at < to)
      .flatMap((row) => livingPools.get(row.pool_id)?.cadence_days ?? [])
    return own.length === 0 ? cadenceDays : Math.min(...own)
  }
  const finalists = living.filter(
    (one) =>
      one.do_not_contact_at === undefined &&
      ['told_no', 'withdrew', 'declined_offer'].includes(one.standing) &&
      one.created_at < to &&
      (one.standing_day === undefined || one.standing_day <= last),
  )
  const isKept = (person: Person) => touches(person).some((moment) => within(moment, to - cadence(person) * DAY))
  const firstOf = (rows: readonly { candidate_id: string; at: number }[], start: number, end: number) => {
    const found = new Map<string, number>()
    for (const row of rows)
      if (within(row.at, start, end))
        found.set(row.candidate_id, Math.min(row.at, found.get(row.candidate_id) ?? row.at))
    return found
  }
  const sends = history.sends.flatMap((send) =>
    send.state === 'handed_over' && send.handed_over_at !== undefined
      ? [{ candidate_id: send.candidate_id, at: send.handed_over_at }]
      : [],
  )
  const replies = history.interactions.filter((one) => one.kind === 'reply')
  const answered = firstOf(replies, from, to)
  const then = firstOf(sends, at(addDays(first, -14), 0, zone), at(addDays(first, -7), 0, zone))
  const wroteBack = [...then].filter(([id, sent]) =>
    replies.some((one) => one.candidate_id === id && within(one.at, sent)),
  )
  const interested = wroteBack.filter(([id, sent]) =>
    history.replies.some(
      (one) => one.candidate_id === id && one.state === 'interested' && within(one.received_at, sent),
    ),
  )
  const restarted = [...answered].filter(
    ([id, moment]) =>
      !history.interactions.some(
        (one) =>
          one.candidate_id === id &&
          (one.kind === 'reply' || one.kind === 'call') &&
          within(one.at, moment - 90 * DAY, moment),
      ),
  )
  const interviews = new Set(
    history.events
      .filter((one) => one.type === 'candidate.standing_changed' && one.to === 'interviewing' && within(one.at))
      .filter((one) =>
        history.members.some((row) => row.candidate_id === one.candidate_id && livingPools.has(row.pool_id)),
      )
      .map((one) => one.candidate_id),
  )
  const nudges = history.nudges.filter(({ day }) => day >= first && day <= last)
  const caredFor = ({ candidate_id: id, day }: { candidate_id: string; day: Day }) => {
    const onThatDay = (moment: number | undefined) => moment !== undefined && dayIn(instant(moment), zone) === day
    return (
      history.interactions.some(
        (one) => one.candidate_id === id && one.one_to_one && one.kind !== 'reply' && onThatDay(one.at),
      ) ||
      history.drafts.some((one) => one.candidate_id === id && one.state === 'approved' && onThatDay(one.decided_at)) ||
      history.replies.some((one) => one.candidate_id === id && onThatDay(one.decided_at)) ||
      history.events.some((one) => one.candidate_id === id && one.type === 'candidate.snoozed' && onThatDay(one.at))
    )
  }
  const hires = history.hires.filter(
    (one) => one.accepted_on.slice(0, 4) === last.slice(0, 4) && one.accepted_on <= last,
  )
  const opened = new Map(history.jobs.map((job) => [job.id, dayIn(instant(job.opened_at), zone)]))
  const median = (days: readonly number[]) => {
    const sorted = days.toSorted((a, b) => a - b)
    const [low, high] = [sorted[Math.floor((days.length - 1) / 2)], sorted[Math.floor(days.length / 2)]]
    return { n: days.length, days: low === undefined || high === undefined ? undefined : (low + high) / 2 }
  }
  const toHire = (fromPool: boolean) =>
    median(
      hires.flatMap((one) =>
        one.from_pool === fromPool && one.applied_on !== undefined
          ? [daysBetween(one.applied_on, one.accepted_on)]
          : [],
      ),
    )
  const toFill = (fromPool: boolean) =>
    median(
      hires.flatMap((one) =>
        one.from_pool === fromPool ? [daysBetween(opened.get(one.job_id) as Day, one.accepted_on)] : [],
      ),
    )
  const declined = living.filter(
    (one) =>
      one.standing === 'declined_offer' &&
      one.standing_day !== undefined &&
      one.standing_day <= last &&
      one.standing_day.slice(0, 4) === last.slice(0, 4),
  ).length
  const count = (values: readonly string[]) =>
    [...new Set(values)]
      .map((value) => ({ value, times: values.filter((one) => one === value).length }))
      .toSorted((a, b) => b.times - a.times || (a.value < b.value ? -1 : 1))
  return {
    keptInTouch: { n: finalists.filter(isKept).length, d: finalists.length },
    overdueWithoutOwner: finalists.filter((one) => !isKept(one) && one.owner_id === undefined).length,
    restarted: restarted.length,
    interviews: interviews.size,
    sent: firstOf(sends, from, to).size,
    replied: answered.size,
    cohort: { delivered: then.size, replied: wroteBack.length, interested: interested.length },
    followUp: { n: nudges.filter(caredFor).length, d: nudges.length },
    added: living.filter((one) => within(one.created_at)).length,
    flagged: history.flags.filter((one) => within(one.flagged_at)).length,
    notTold: living.filter((one) => one.standing === 'not_told' && one.created_at < to - 7 * DAY).length,
    repliesWaiting: new Set(
      history.replies.filter((one) => one.state === 'waiting' && one.received_at < to).map((one) => one.candidate_id),
    ).size,
    draftsWaiting: history.drafts.filter((one) => one.state === 'waiting' && one.created_at < to).length,
    year: {
      hires: { n: hires.filter((one) => one.from_pool).length, d: hires.length },
      daysToHire: { pools: toHire(true), others: toHire(false) },
      daysToFill: { pools: toFill(true), others: toFill(false) },
      offers: { n: hires.length, d: hires.length + declined },
      sources: count(hires.map((one) => one.source)).map(({ value, times }) => ({ source: value, hires: times })),
    },
    thanks: count(
      history.flags
        .filter((one) => (one.state === 'accepted' || one.state === 'merged') && within(one.decided_at))
        .map((one) => one.flagged_by),
    )
      .slice(0, 3)
      .map(({ value, times }) => ({ memberId: value as never, flags: times })),
  }
}

/** Of each living list: who is in it, and who of them had a word within its own cadence. */
export function naiveLists(history: History, { to }: Week) {
  return history.pools
    .filter((pool) => pool.archived_at === undefined)
    .map(({ id, cadence_days }) => {
      const inside = history.candidates.filter(
        (one) =>
          one.erased_at === undefined &&
          history.members.some((row) => row.pool_id === id && row.candidate_id === one.id && row.added_at < to),
      )
      const near = (moment: number | undefined) =>
        moment !== undefined && moment < to && moment >= to - cadence_days * DAY
      const touched = inside.filter(
        (one) =>
          near(one.last_touch_at) ||
          history.interactions.some((row) => row.candidate_id === one.id && row.one_to_one && near(row.at)),
      )
      return { poolId: id, size: inside.length, inTouch: touched.length }
    })
}
