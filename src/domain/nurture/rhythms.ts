/** When each job of the clock runs, as the workspace set it. */
import { mondayOf } from '../metrics/weeks.ts'
import type { WorkspaceSettings } from '../settings/workspace-settings.ts'
import type { Day } from '../shared/time.ts'
import type { Rhythm } from './slots.ts'

export const CLOCK_JOBS = ['nudge', 'digest', 'duplicates', 'pools'] as const
export type ClockJob = (typeof CLOCK_JOBS)[number]

/** Begun by somebody, and carried through by the clock however long it takes. */
export const ERRANDS = ['hand_over'] as const
export type Errand = (typeof ERRANDS)[number]

const WORKING_DAYS = [1, 2, 3, 4, 5]
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
/** At three, when few wait for the database. */
const AT_NIGHT = 180
const AFTER_THAT = 210

export const RHYTHMS = {
  /** On a holiday nobody is reminded; the reminder of a day that is over helps nobody. */
  nudge: ({ nudgeAt, holidays }) => ({
    weekdays: WORKING_DAYS,
    minuteOfDay: nudgeAt,
    except: new Set(holidays),
    missed: 'latest',
  }),
  /** Every week has its digest, holiday or not: the numbers of a week belong to it. */
  digest: ({ digest }) => ({ weekdays: [digest.weekday], minuteOfDay: digest.at, except: new Set(), missed: 'each' }),
  duplicates: () => ({ weekdays: EVERY_DAY, minuteOfDay: AT_NIGHT, except: new Set(), missed: 'latest' }),
  /** When the comparison is over as a rule, and before anybody is reminded of the people who came. */
  pools: () => ({ weekdays: EVERY_DAY, minuteOfDay: AFTER_THAT, except: new Set(), missed: 'latest' }),
} as const satisfies Record<ClockJob, (settings: WorkspaceSettings) => Rhythm>

/** A digest is of the week before its own: another weekday that was chosen since brings no second one of the same week. */
export const cameAlready = (job: ClockJob, day: Day, last: Day | undefined): boolean =>
  last !== undefined && (day === last || (job === 'digest' && mondayOf(day) === mondayOf(last)))
