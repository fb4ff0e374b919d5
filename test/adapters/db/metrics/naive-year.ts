// The calendar year once more, from its definitions, over plain arrays.
import type { YearNumbers } from '../../../../src/domain/metrics/numbers.ts'
import { at, DAY, type Day, dayIn, daysBetween, instant } from '../../../../src/domain/shared/time.ts'
import type { History } from './history.ts'
import { finalistsThen, type Week } from './naive.ts'

const STEPS = ['written', 'replied', 'interested', 'interviewing', 'hired'] as const

export function naiveYear(history: History, { to, zone }: Week): YearNumbers {
  const last = dayIn(instant(to - 1), zone)
  const inYear = (day: Day | undefined) => day !== undefined && day.slice(0, 4) === last.slice(0, 4) && day <= last
  const living = history.candidates.filter((one) => one.erased_at === undefined)
  const hires = history.hires.filter((one) => inYear(one.accepted_on))
  const opened = new Map(history.jobs.map((job) => [job.id, dayIn(instant(job.opened_at), zone)]))
  const of = (fromPool: boolean) => hires.filter((one) => one.from_pool === fromPool)
  const toHire = (fromPool: boolean) =>
    median(
      of(fromPool).flatMap((one) =>
        one.applied_on === undefined ? [] : [daysBetween(one.applied_on, one.accepted_on)],
      ),
    )
  const toFill = (fromPool: boolean) =>
    median(of(fromPool).map((one) => daysBetween(opened.get(one.job_id) as Day, one.accepted_on)))
  const declined = living.filter((one) => one.standing === 'declined_offer' && inYear(one.standing_day))
  const declinedFromPools = declined.filter((one) =>
    history.members.some((row) => row.candidate_id === one.id && row.added_at < at(one.standing_day as Day, 0, zone)),
  )
  const fromPools = of(true).length
  const others = of(false).length

  const costing = hires.filter((one) => one.internal_cost !== undefined || one.external_cost !== undefined)
  const cost = (currency: string, fromPool: boolean) => {
    const rows = costing.filter((one) => one.currency === currency && one.from_pool === fromPool)
    return {
      total: rows.reduce((sum, one) => sum + (one.internal_cost ?? 0) + (one.external_cost ?? 0), 0),
      n: rows.length,
    }
  }

  const newYear = at(`${last.slice(0, 4)}-01-01` as Day, 0, zone)
  const firstSend = new Map<string, number>()
  for (const { candidate_id: id, state, handed_over_at: moment } of history.sends)
    if (state === 'handed_over' && moment !== undefined && moment >= newYear && moment < to)
      firstSend.set(id, Math.min(moment, firstSend.get(id) ?? moment))
  const reached = [...firstSend].map(([id, sent]) => {
    const mine = <Row extends { candidate_id: string | undefined }>(rows: readonly Row[]) =>
      rows.filter((row) => row.candidate_id === id)
    const first = (moments: readonly number[]) => Math.min(...moments.filter((moment) => moment >= sent && moment < to))
    return [
      sent,
      first(
        mine(history.interactions)
          .filter((one) => one.kind === 'reply')
          .map((one) => one.at),
      ),
      first(
        mine(history.replies)
          .filter((one) => one.state === 'interested')
          .map((one) => one.received_at),
      ),
      first(
        mine(history.events)
          .filter((one) => one.type === 'candidate.standing_changed' && one.to === 'interviewing')
          .map((one) => one.at),
      ),
      Math.min(
        ...mine(history.hires)
          .filter((one) => one.accepted_on >= dayIn(instant(sent), zone) && one.accepted_on <= last)
          .map((one) => at(one.accepted_on, 0, zone)),
      ),
    ]
  })
  const bounced = [...firstSend].filter(([id, sent]) =>
    history.events.some(
      (one) => one.candidate_id === id && one.type === 'mail.bounced' && one.at >= sent && one.at < to,
    ),
  )
  const unsubscribed = [...firstSend.keys()].filter(
    (id) =>
      !bounced.some(([other]) => other === id) &&
      history.suppressions.some(
        ({ send, reason, at: moment }) =>
          history.sends[send]?.candidate_id === id && reason === 'unsubscribed' && moment >= newYear && moment < to,
      ),
  )

  const finalists = finalistsThen(history, { to, last })
  const attention = (by: 'seniority' | 'kind') => ({
    by,
    groups: [...new Set(finalists.flatMap((one) => one[by] ?? []))].toSorted().map((group) => {
      const inside = finalists.filter((one) => one[by] === group)
      return { group, n: inside.filter(({ id }) => firstSend.has(id)).length, d: inside.length }
    }),
  })
  return {
    hires: { n: fromPools, d: hires.length },
    daysToHire: { pools: toHire(true), others: toHire(false) },
    daysToFill: { pools: toFill(true), others: toFill(false) },
    offers: { n: hires.length, d: hires.length + declined.length },
    offersOf: {
      pools: { n: fromPools, d: fromPools + declinedFromPools.length },
      others: { n: others, d: others + declined.length - declinedFromPools.length },
    },
    costs: [...new Set(costing.map((one) => one.currency as string))]
      .toSorted()
      .map((currency) => ({ currency, pools: cost(currency, true), others: cost(currency, false) })),
    funnel: STEPS.map((step, index) => {
      // Who came further came this far, at that moment at the latest.
      const entered = reached.map((moments) => Math.min(...moments.slice(index)))
      const further = reached.map((moments) => Math.min(...moments.slice(index + 1)))
      return {
        step,
        entered: entered.filter(Number.isFinite).length,
        left:
          step === 'hired'
            ? 0
            : entered.filter((moment, who) => moment <= to - 28 * DAY && further[who] === Infinity).length,
      }
    }),
    unsubscribed: { n: unsubscribed.length, d: firstSend.size - bounced.length },
    bounced: { n: bounced.length, d: firstSend.size },
    attention: [attention('seniority'), attention('kind')],
    sources: [...new Set(hires.map((one) => one.source))]
      .map((source) => ({ source, hires: hires.filter((one) => one.source === source).length }))
      .toSorted((a, b) => b.hires - a.hires || (a.source < b.source ? -1 : 1)),
  }
}

function median(days: readonly number[]) {
  const sorted = days.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((days.length - 1) / 2)], sorted[Math.floor(days.length / 2)]]
  return { n: days.length, days: low === undefined || high === undefined ? undefined : (low + high) / 2 }
}
