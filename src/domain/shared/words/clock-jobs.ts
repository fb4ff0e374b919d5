/** `/medallist jobs`. All parts are already escaped and formatted. */

import type { ClockJob } from '../../nurture/rhythms.ts'
import { people } from '../counted.ts'

const NAMES = {
  nudge: 'Daily nudge',
  digest: 'Weekly digest',
  duplicates: 'Nightly comparison for duplicates',
  pools: 'Nightly look through the pools',
} as const satisfies Record<ClockJob, string>

export const clockJobs = {
  heading: '*What runs by the clock*',
  line: (job: ClockJob, channel: string | undefined, next: string | undefined): string =>
    `*${NAMES[job]}*${channel === undefined ? '' : ` in ${channel}`} · next ${next ?? 'not within four weeks: its days are all holidays'}`,
  never: 'It has not run yet.',
  run: (when: string, byHand: boolean, how: string): string =>
    `• ${when}${byHand ? ' (asked for by hand)' : ''}: ${how}`,
  outcome: { done: 'done', given_up: 'given up: its day was over', running: 'not over yet; it goes on by itself' },
  nudged: (people: readonly string[]): string => (people.length === 0 ? 'nobody was due' : people.join(', ')),
  nudgedOne: (who: string, count: number): string => `${who} ${people(count)}`,
  usage:
    '`/medallist jobs run nudge`, `/medallist jobs run digest`, `/medallist jobs run duplicates` or `/medallist jobs run pools` runs one now.',
  which: (word: string, nearest: string | undefined): string =>
    word === ''
      ? 'Say which job to run.'
      : `There is no job “${word}”.${nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`}`,
  ranNudge: (people: readonly string[]): string =>
    people.length === 0
      ? 'The nudge ran: nobody is due today, so nothing was posted.'
      : `The nudge ran: ${people.join(', ')}. Who was reminded today already sees that message brought up to date; nobody is reminded twice in a day.`,
  ranDigest: (channel: string): string => `An extra digest of last week is on its way to ${channel}.`,
  ranDuplicates:
    'Everybody who was added or changed has been compared. `/medallist duplicates` shows who may be recorded twice.',
  ranPools: 'Every pool that is a query has been looked through. *History* on its page shows who came and who left.',
  goesOn:
    'The job was begun but could not end yet, perhaps because Slack is slow. It goes on by itself within a minute.',
} as const
