/** What each number means, as people read it. */
import { ENOUGH_IN_GROUP } from '../../metrics/four-fifths.ts'
import { LEFT_DAYS } from '../../metrics/numbers.ts'

/** Also in the thread of every digest. */
export const DEFINITIONS: readonly (readonly [name: string, meaning: string])[] = [
  [
    'Kept in touch',
    'finalists whom we declined or who declined us, with a one-to-one word within their cadence (the shortest of the lists they are in, else the usual one) ÷ all such people. Erased people and those who want no contact are left out; newsletters do not count. Of an earlier week: as people stood then, as far as was known then; owners, cadences and merges are those of now.',
  ],
  ['Conversations restarted', 'people who wrote back this week after 90 days without a reply or a call.'],
  ['Interviews from the bench', 'people from a living list who began to interview again this week.'],
  [
    'Written to, wrote back',
    'people, not messages: a message was accepted by the mail server this week; a human reply arrived this week.',
  ],
  [
    'Replies',
    'people with a human reply since ÷ people whom a message reached (accepted by the server and not bounced since) in the week two weeks before, so that they had time to answer. Interested: of those who replied, whose reply was marked so.',
  ],
  [
    'Followed up',
    'reminders with a word, an approved draft, a decided reply or a snooze (not taken back) on their own day ÷ reminders given, overdue ones included.',
  ],
  ['Hires from pools', 'of this calendar year: people hired who were in a pool before they applied ÷ all hires.'],
  [
    'Days to hire, days to fill',
    'median of days from the application, or from the opening of the job, to the accepted offer; n is how many. Under five each is too few to compare.',
  ],
  [
    'Offers accepted',
    'this year: hires ÷ hires and declined offers on record. Of pools: hires from pools, and offers declined by people who were in a pool by then. Under five offers each is too few to compare.',
  ],
  [
    'Cost per hire',
    'this year: internal and external cost ÷ hires for which a cost is on record, each currency by itself. Under five such hires each is too few to compare.',
  ],
  [
    'How far they came',
    `people whom we first wrote to this year who wrote back, were interested, began to interview, were hired; who came further counts on every step before. Went no further: came that far ${LEFT_DAYS} days ago or more and not beyond ÷ everybody who came that far.`,
  ],
  [
    'Unsubscribed, bounced',
    'this year: people ÷ people whom a message reached (for bounces: whose mail was accepted).',
  ],
  [
    'Four-fifths check',
    `of the finalists, to whom we wrote this year: lowest group’s share ÷ highest group’s, by seniority and by how they came to us, only groups of ${ENOUGH_IN_GROUP} people or more. Under 80 % is a reason to look closer, not a finding; no protected trait is held here, so this is no proof of fairness either.`,
  ],
  [
    'In touch, fresh (of a pool)',
    'members with a one-to-one word within the pool’s own cadence ÷ members; fresh: of those, whom we may still write to and whose profile somebody looked through within half a year ÷ members. In a saved search is whoever it finds now.',
  ],
]
