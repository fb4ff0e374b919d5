/** When what we know of somebody still holds. Pure. */
import { DAY, type Instant, plus } from '../shared/time.ts'

/** Half a year: as often as people are asked whether their details are still right. */
export const CHECK_HOLDS_DAYS = 182

/** A profile that was looked through after this is still right as far as we know. */
export const checkedSince = (now: Instant): Instant => plus(now, -CHECK_HOLDS_DAYS * DAY)
