import type { Day } from '../time.ts'

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A calendar day, the same for every reader: "3 March 2026". */
export const dayInWords = (day: Day): string => LONG.format(new Date(`${day}T00:00:00Z`))
