// The numbers once more, from their definitions, over plain arrays: slow, short, and written without a look at the SQL.
import type { WeekNumbers } from '../../../../src/domain/metrics/numbers.ts'
import {
  addDays,
  at,
  DAY,
  type Day,
  dayIn,
  type Instant,
  instant,
  type Zone,
} from '../../../../src/domain/shared/time.ts'
import type { History, Person } from './history.ts'
import { naiveYear } from './naive-year.ts'

export type Week = { readonly from: Instant; readonly to: Instant; readonly zone: Zone; readonly cadenceDays: number }

/** How they stood then, as far as was known then: what the first change since then says was before, else how they stand. */
export function finalistsThen(history: History, { to, last }: { readonly to: number; readonly last: Day }) {
  return history.candidates.filter((one) => {
    const next = history.events.find(
      ({ candidate_id, type, at: moment }) =>
        candidate_id === one.id &&
        (type === 'candidate.standing_changed' || type === 'candidate.told_no') &&
        moment >= to,
    )
    const before = next?.type === 'candidate.told_no' ? 'not_told' : next?.from
    return (
      one.erased_at === undefined &&
      (one.do_not_contact_at === undefined || one.do_not_contact_at >= to) &&
      ['told_no', 'withdrew', 'declined_offer'].includes(before ?? one.standing) &&
      one.created_at < to &&
      (before !== undefined || one.standing_day === undefined || one.standing_day <= last)
    )
  })
}

export function naiveWeek(history: History, { from, to, zone, cadenceDays }: Week): WeekNumbers {
  const within = (moment: number | undefined, start: number = from, end: number = to) =>
    moment !== undefined && moment >= start && moment < end
  const first = dayIn(from, zone)
  const last = dayIn(instant(to - 1), zone)
  const living = history.candidates.filter((one) => one.erased_at === undefined && one.merged_into === undefined)
  const livingPools = new Map(
    history.pools.filter((pool) => pool.archived_at === undefined).map((pool) => [pool.id, pool]),
  )
  const poolsThen = new Map(
    history.pools
      .filter((pool) => pool.archived_at === undefined || pool.archived_at >= to)
      .map((pool) => [pool.id, pool]),
  )
  const touches = (person: Person) => [
    ...(person.last_touch_at === undefined ? [] : [person.last_touch_at]),
    ...history.interactions.filter((one) => one.candidate_id === person.id && one.one_to_one).map((one) => one.at),
  ]
  const cadence = (person: Person) => {
    const own = history.members
      .filter((row) => row.candidate_id === person.id && row.added_at < to)
      .flatMap((row) => poolsThen.get(row.pool_id)?.cadence_days ?? [])
    return own.length === 0 ? cadenceDays : Math.min(...own)
  }
  const finalists = finalistsThen(history, { to, last })
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
  const then = [...firstOf(sends, at(addDays(first, -14), 0, zone), at(addDays(first, -7), 0, zone))].filter(
    ([id, sent]) =>
      !history.events.some((one) => one.candidate_id === id && one.type === 'mail.bounced' && within(one.at, sent)),
  )
  const wroteBack = then.filter(([id, sent]) => replies.some((one) => one.candidate_id === id && within(one.at, sent)))
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
      (history.events.some((one) => one.candidate_id === id && one.type === 'candidate.snoozed' && onThatDay(one.at)) &&
        // One that was taken back is none.
        history.candidates.some((one) => one.id === id && one.snoozed_until !== undefined))
    )
  }
  const notToldSince = ({ id, created_at }: Person) =>
    history.events
      .filter(({ candidate_id, type, from: before, to: after }) => {
        const began = type === 'candidate.standing_changed' && before !== 'not_told' && after === 'not_told'
        return candidate_id === id && began
      })
      .reduce((since, { at: moment }) => Math.max(since, moment), created_at)
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
    cohort: { delivered: then.length, replied: wroteBack.length, interested: interested.length },
    followUp: { n: nudges.filter(caredFor).length, d: nudges.length },
    added: living.filter((one) => within(one.created_at)).length,
    flagged: history.flags.filter((one) => within(one.flagged_at)).length,
    notTold: living.filter((one) => one.standing === 'not_told' && notToldSince(one) < to - 7 * DAY).length,
    repliesWaiting: new Set(
      history.replies.filter((one) => one.state === 'waiting' && one.received_at < to).map((one) => one.candidate_id),
    ).size,
    draftsWaiting: history.drafts.filter((one) => one.state === 'waiting' && one.created_at < to).length,
    year: naiveYear(history, { from, to, zone, cadenceDays }),
    thanks: count(
      history.flags
        .filter((one) => (one.state === 'accepted' || one.state === 'merged') && within(one.decided_at))
        .map((one) => one.flagged_by),
    )
      .slice(0, 3)
      .map(({ value, times }) => ({ memberId: value as never, flags: times })),
  }
}

/** Of each living pool: who is in it (who was found, where it is a search), and what became of them. */
export function naivePools(history: History, { from, to, zone }: Week) {
  const last = dayIn(instant(to - 1), zone)
  return history.pools
    .filter((pool) => pool.archived_at === undefined)
    .map(({ id, cadence_days, query }) => {
      const joined = new Map(
        query === undefined
          ? history.members
              .filter((row) => row.pool_id === id && row.added_at < to)
              .map((row) => [row.candidate_id, row])
          : history.found.filter((row) => row.pool_id === id).map((row) => [row.candidate_id, undefined]),
      )
      const inside = history.candidates.filter((one) => one.erased_at === undefined && joined.has(one.id))
      const near = (moment: number | undefined) =>
        moment !== undefined && moment < to && moment >= to - cadence_days * DAY
      const touched = inside.filter(
        (one) =>
          near(one.last_touch_at) ||
          history.interactions.some((row) => row.candidate_id === one.id && row.one_to_one && near(row.at)),
      )
      const permitted = (one: Person) =>
        history.permissions.some(
          (row) =>
            row.candidate_id === one.id &&
            row.purpose === 'contact' &&
            row.granted_at < to &&
            !(row.withdrawn_at !== undefined && row.withdrawn_at < to) &&
            !(row.expires_at !== undefined && row.expires_at < to),
        )
      const inWeek = (moment: number | undefined) => moment !== undefined && moment >= from && moment < to
      const of = (test: (one: Person) => boolean) => inside.filter(test).length
      return {
        poolId: id,
        size: inside.length,
        inTouch: touched.length,
        fresh: touched.filter(
          (one) =>
            permitted(one) && one.checked_at !== undefined && one.checked_at < to && one.checked_at >= to - 182 * DAY,
        ).length,
        week: {
          sent: of((one) =>
            history.sends.some(
              (row) => row.candidate_id === one.id && row.state === 'handed_over' && inWeek(row.handed_over_at),
            ),
          ),
          replied: of((one) =>
            history.interactions.some((row) => row.candidate_id === one.id && row.kind === 'reply' && inWeek(row.at)),
          ),
          hired: of((one) =>
            history.hires.some(
              (row) => row.candidate_id === one.id && row.accepted_on >= dayIn(from, zone) && row.accepted_on <= last,
            ),
          ),
        },
        hiredThisYear:
          query === undefined
            ? of((one) =>
                history.hires.some(
                  (row) =>
                    row.candidate_id === one.id &&
                    row.accepted_on.slice(0, 4) === last.slice(0, 4) &&
                    row.accepted_on <= last &&
                    dayIn(instant(joined.get(one.id)?.added_at ?? 0), zone) <= (row.applied_on ?? row.accepted_on),
                ),
              )
            : undefined,
      }
    })
}
