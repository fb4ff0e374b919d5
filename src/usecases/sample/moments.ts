/** The past of the sample company, counted back from today, so that it is as alive on any day. */
import { mondayOf } from '../../domain/metrics/weeks.ts'
import { at, DAY, dayIn, HOUR, type Instant, plus } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'

type Today = Pick<SystemCtx, 'now' | 'workspace'>

/** This week's Monday at nine, or the last moment before now where that is still to come. */
export const mondayBefore = ({ now, workspace }: Today): Instant => {
  const nine = at(mondayOf(dayIn(now, workspace.zone)), 9 * 60, workspace.zone)
  return nine < now ? nine : plus(now, -HOUR)
}

/** At ten in the morning, so many days before this week's Monday. */
export const beforeMonday = ({ now, workspace }: Today, days: number): Instant =>
  plus(at(mondayOf(dayIn(now, workspace.zone)), 10 * 60, workspace.zone), -days * DAY)

export const daysAgo = ({ now }: Today, days: number): Instant => plus(now, -days * DAY)
