/** Numbers as people read them. What stands in sentences is escaped by the caller. */
import {
  comparable,
  ENOUGH_TO_COMPARE,
  type FunnelStep,
  type Median,
  MOST_HIRES,
  percent,
  type Rate,
  towards,
  type WeekNumbers,
  type YearNumbers,
} from '../../metrics/numbers.ts'
import type { PictureWeek } from '../../metrics/pictures.ts'

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${number.toLocaleString('en-GB')} ${many}`
const number = (value: number): string => value.toLocaleString('en-GB')

/** `41 / 52 (79 %)`; with nobody to count from `–`, never 0 %. */
export function rate(of: Rate, what = ''): string {
  const share = percent(of)
  return share === undefined ? '–' : `${number(of.n)} / ${number(of.d)}${what === '' ? '' : ` ${what}`} (${share} %)`
}
const median = ({ days, n }: Median): string => (days === undefined ? '–' : `${days.toLocaleString('en-GB')} (n ${n})`)
const pair = (what: string, pools: Median, others: Median): string =>
  `*${what}*  pools ${median(pools)}, others ${median(others)}${comparable(pools, others) ? '' : '; too few to compare'}`

/** How the steps of the funnel are called, beside its bars and in sentences. */
export const FUNNEL_STEPS = {
  written: 'Written to',
  replied: 'Wrote back',
  interested: 'Interested',
  interviewing: 'Interviewing',
  hired: 'Hired',
} as const satisfies Record<FunnelStep['step'], string>

const SMALL = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const inWords = (value: number): string => SMALL[value] ?? number(value)

/** `goal 25 %: one of the next three reaches it` */
function goal(goalPercent: number, hires: Rate): string {
  const left = towards(goalPercent, hires)
  if (left === undefined) return `goal ${goalPercent} %: reached`
  if (left.pools > MOST_HIRES) return `goal ${goalPercent} %: out of reach this year`
  if (left.pools === left.of)
    return `goal ${goalPercent} %: the next ${left.pools === 1 ? 'one' : inWords(left.of)} from pools ${left.pools === 1 ? 'reaches' : 'reach'} it`
  return `goal ${goalPercent} %: ${inWords(left.pools)} of the next ${inWords(left.of)} ${left.pools === 1 ? 'reaches' : 'reach'} it`
}

export const metrics = {
  title: {
    week: (from: string, to: string): string => `Week of ${from} to ${to}`,
    soFar: (from: string): string => `This week, from ${from} until now`,
    extra: (from: string, to: string): string => `Extra digest: week of ${from} to ${to}`,
  },
  headline: ({ restarted, interviews, added }: WeekNumbers): string => {
    const parts = [
      ...(restarted > 0 ? [`${count(restarted, 'conversation', 'conversations')} restarted`] : []),
      ...(interviews > 0 ? [`${count(interviews, 'interview', 'interviews')} from the bench`] : []),
      ...(added > 0 ? [`${count(added, 'person', 'people')} added`] : []),
    ]
    return parts.length === 0 ? 'A quiet week: no conversation restarted' : parts.join(', ')
  },
  keptInTouch: (now: WeekNumbers, before: WeekNumbers): string =>
    `*Kept in touch*  ${rate(now.keptInTouch, 'finalists')}, last week ${rate(before.keptInTouch)}`,
  activity: (now: WeekNumbers, before: WeekNumbers): string =>
    `*Written to*  ${count(now.sent, 'person', 'people')}, ${number(now.replied)} wrote back; last week ${number(before.sent)} and ${number(before.replied)}`,
  cohort: ({ cohort: { delivered, replied, interested } }: WeekNumbers, { cohort: last }: WeekNumbers): string =>
    `*Replies*  ${rate({ n: replied, d: delivered })}, interested ${rate({ n: interested, d: replied })}, sends of two weeks ago; the week before ${rate({ n: last.replied, d: last.delivered })}, interested ${rate({ n: last.interested, d: last.replied })}`,
  followUp: (now: WeekNumbers, before: WeekNumbers): string =>
    `*Followed up*  ${rate(now.followUp, 'reminders')} within their day, last week ${rate(before.followUp)}`,
  flags: (now: WeekNumbers, before: WeekNumbers): string =>
    `*Flags*  ${number(now.flagged)}, last week ${number(before.flagged)}; people added ${number(now.added)}, last week ${number(before.added)}`,
  hires: ({ hires }: YearNumbers, goalPercent: number | undefined): string =>
    `*Hires from pools*  ${rate(hires)} this year${goalPercent === undefined ? '' : `, ${goal(goalPercent, hires)}`}`,
  daysToHire: ({ daysToHire: { pools, others } }: YearNumbers): string => pair('Days to hire', pools, others),
  daysToFill: ({ daysToFill: { pools, others } }: YearNumbers): string => pair('Days to fill', pools, others),
  offers: ({ offers, offersOf: { pools, others } }: YearNumbers): string => {
    const enough = pools.d >= ENOUGH_TO_COMPARE && others.d >= ENOUGH_TO_COMPARE
    const apart = `; pools ${rate(pools)}, others ${rate(others)}${enough ? '' : '; too few to compare'}`
    return `*Offers accepted*  ${rate(offers)} this year${offers.d === 0 ? '' : apart}`
  },
  sources: ({ sources, hires }: YearNumbers): string =>
    `*Where hires came from*  ${sources.length === 0 ? '–' : sources.map(({ source, hires: n }) => `${source.replaceAll('_', ' ')} ${rate({ n, d: hires.d })}`).join(', ')}`,
  next: {
    heading: '*Next*',
    nothing: 'Nothing is overdue. A good moment to thank somebody.',
    replies: (waiting: number): string => `${count(waiting, 'reply waits', 'replies wait')} for an answer`,
    notTold: (people: number): string =>
      `nobody has told ${count(people, 'person', 'people')} the outcome for a week or more`,
    overdue: (people: number, unowned: number): string =>
      `${count(people, 'finalist', 'finalists')} overdue${unowned === 0 ? '' : `, ${number(unowned)} without an owner`}`,
    drafts: (waiting: number): string => `${count(waiting, 'draft waits', 'drafts wait')} for approval: \`/outreach\``,
    show: 'Show them',
    assign: 'Assign',
  },
  thanks: (who: readonly string[]): string => `*Thanks to* ${who.join(', ')}`,
  thanked: (who: string, flags: number): string =>
    `${who} (${flags === 1 ? 'a flag was' : `${flags} flags were`} taken up)`,
  table: {
    pool: 'Pool',
    owner: 'Owner',
    people: 'People',
    inTouch: 'In touch',
    sent: 'Written to',
    replied: 'Wrote back',
    hired: 'Hired',
    fresh: 'Fresh',
    hiredThisYear: 'Hired this year',
  },
  noPools: 'No pools yet. `/pool new` saves a search as one.',
  alt: {
    engagement: (weeks: readonly Omit<PictureWeek, 'label'>[]): string => {
      const each = (read: (week: Omit<PictureWeek, 'label'>) => string) => weeks.map(read).join(', ')
      return [
        `The last ${weeks.length} weeks: the share of finalists kept in touch with as a line, people written to and people who wrote back as bars.`,
        `Kept in touch ${each(({ keptInTouch }) => (percent(keptInTouch) === undefined ? '–' : `${percent(keptInTouch)} %`))}.`,
        `Written to ${each(({ sent }) => number(sent))}. Wrote back ${each(({ replied }) => number(replied))}.`,
      ].join(' ')
    },
    funnel: (steps: readonly FunnelStep[], hires: Rate, goalPercent: number | undefined): string =>
      `How far those came whom we wrote to this year, as bars: ${steps.map(({ step, entered }) => `${FUNNEL_STEPS[step].toLowerCase()} ${number(entered)}`).join(', ')}. Hires from pools this year: ${rate(hires)}${goalPercent === undefined ? '' : `, goal ${goalPercent} %`}.`,
  },
  pictureMissing: (pictures: number): string =>
    `${pictures === 1 ? 'A picture' : 'The pictures'} could not be brought along this time. The numbers are all here and in the file.`,
  threadFollows: 'What each number means stands in the thread, with the numbers as a file.',
  meaning: 'What each number means: `/metrics help`. The numbers as a file: `/metrics csv`.',
  fallback: (headline: string): string => `The week with the people you nearly hired: ${headline}.`,
  csvTitle: (day: string): string => `Numbers of the week from ${day}`,
  csvName: (day: string): string => `medallist-week-${day}.csv`,
} as const

export const metricsUses = {
  help: '`/metrics` shows this week’s numbers, `/metrics pool SRE bench` those of one pool, `/metrics goals` how far the goals are, `/metrics csv` sends them as a file.',
  unknown: (word: string, nearest: string | undefined): string =>
    `\`/metrics\` does not know “${word}”.${nearest === undefined ? '' : ` Did you mean \`/metrics ${nearest}\`?`}`,
  tooSlow:
    'Counting took longer than anybody should wait. Please try again in a minute; the weekly digest has the numbers too.',
  notAllowed: 'The numbers are for recruiters. Ask one of them, or ask an admin of Medallist for the role.',
  whichPool: 'Say which pool: `/metrics pool SRE bench`. `/pool` lists them.',
  noPool: (name: string, nearest: string | undefined): string =>
    `There is no pool “${name}”.${nearest === undefined ? ' `/pool` lists them.' : ` Did you mean \`/metrics pool ${nearest}\`?`}`,
  pool: (name: string): string => `*${name}*: how its last week was`,
  poolNow: '*As it is now*',
  poolCadence: (days: number): string => `Everybody in it hears from us at least every ${days} days.`,
  noGoal:
    'No goal is set yet. An admin sets one with `/medallist settings`, such as 25 % of hires from pools by December.',
  goal: (percentOf: number, by: string | undefined): string =>
    `*Goal*  ${percentOf} % of hires from pools${by === undefined ? '' : ` by ${by}`}`,
  csvComment: 'The numbers of the week, as you asked.',
  csvSent: 'The file is in our direct messages.',
  csvFailed: (code: string): string => `Slack did not take the file (\`${code}\`). Please try again in a minute.`,
  csvNoScope:
    'Medallist may not upload files here. Ask an admin to reinstall the app, which adds the scope `files:write`.',
} as const
