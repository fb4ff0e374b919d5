/** *Snooze*: leaving somebody in peace. What stands in sentences is escaped by the caller, days are formatted by it where given as text. */
import { ARCHIVED, type Snooze, type SnoozeChoice } from '../../nurture/snooze.ts'
import type { Day } from '../time.ts'

const inWords = (day: Day): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

const isArchived = (snooze: Snooze): boolean => snooze.until === ARCHIVED

const until = (snooze: Snooze): string =>
  snooze.for === 'similar_job'
    ? `until a job like theirs opens, ${inWords(snooze.until)} at the latest`
    : `until ${inWords(snooze.until)}`

/** An entry of the timeline. Plain text. */
export const snoozeLine = (snooze: Snooze | undefined): string =>
  snooze === undefined ? 'Snooze ended' : isArchived(snooze) ? 'Archived' : `Snoozed ${until(snooze)}`
export const wokenByJob = (title: string): string => `Snooze ended: ${title} opened`

export const snooze = {
  button: 'Snooze',
  wake: 'End the snooze',
  title: 'Snooze',
  submit: 'Snooze',
  about: (who: string): string =>
    `*${who}*\nUntil then nobody is reminded of them and they do not count as gone quiet. Writing to them stays possible.`,
  choice: 'Until when?',
  choices: {
    one_month: (day: Day): string => `1 month, ${inWords(day)}`,
    three_months: (day: Day): string => `3 months, ${inWords(day)}`,
    six_months: (day: Day): string => `6 months, ${inWords(day)}`,
    similar_job: (day: Day): string => `Until a similar role opens, ${inWords(day)} at the latest`,
    day: (): string => 'A date',
  } satisfies Record<SnoozeChoice, (day: Day) => string>,
  day: 'Which date?',
  dayHint: 'Counts for “A date” alone.',
  done: (who: string, snoozed: Snooze): string =>
    isArchived(snoozed)
      ? `${who} is archived: nobody is reminded of them, and they do not count as gone quiet. Searches still find them.`
      : `${who} is snoozed ${until(snoozed)}.`,
  ended: (who: string): string => `The snooze of ${who} has ended; they count again.`,
  undo: 'Undo',
  /** On profiles, on rows of people and on the card of a draft. */
  shown: (snoozed: Snooze): string =>
    isArchived(snoozed) ? ':file_cabinet: *Archived*: nobody is reminded of them' : `:zzz: *Snoozed* ${until(snoozed)}`,
  row: (snoozed: Snooze): string => (isArchived(snoozed) ? 'archived' : `snoozed until ${inWords(snoozed.until)}`),
  refusals: {
    day_needed: 'Please pick the date, or choose one of the others.',
    day_passed: 'Please choose a date that is still to come.',
    too_far: (latest: Day): string =>
      `Please choose a date up to ${inWords(latest)}: longer than that nobody is kept without being asked.`,
    no_such_day: 'That is no day of the calendar. Please choose another.',
    archived_already: 'They are archived already; nothing was changed.',
    snoozed_since: 'Their snooze was changed since, so it stays as it is now; nothing was undone.',
    not_snoozed: 'They are not snoozed; nothing was changed.',
  },
} as const
