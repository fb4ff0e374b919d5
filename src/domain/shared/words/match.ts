/** `/pool match`: a role brings up whom we know. What stands in sentences is escaped by the caller. */

import type { SensitiveTopic } from '../../candidate/sensitive.ts'
import { mustSlots } from '../../jobs/alternatives.ts'
import { type Criterion, MOST_YEARS, type RoleCriteria, yearsInAll } from '../../jobs/criteria.ts'
import type { NotCompared } from '../../jobs/likeness.ts'
import { MOST_RANKED } from '../../jobs/look-for.ts'
import { skillLabel } from '../../pool/skills.ts'
import { people } from '../counted.ts'
import { seniorities } from './capture.ts'
import { functions } from './query-builder.ts'
import { cannotFind } from './shell.ts'

const yearsOf = (count: number): string => (count === 1 ? '1 year' : `${count} years`)
const withYears = (skills: readonly string[], { skillYears = {} }: RoleCriteria, between = ', '): string =>
  skills
    .map((skill) => {
      const years = skillYears[skill]
      return years === undefined ? skillLabel(skill) : `${skillLabel(skill)} (${yearsOf(years)})`
    })
    .join(between)

export const criterionNames = {
  known: 'Top tier and near-misses of similar roles',
  must: 'Must-have skills',
  role: 'The role itself',
  nice: 'Nice-to-have skills',
  level: 'Level',
  place: 'Place or remote',
  languages: 'Languages',
} as const satisfies Record<Criterion, string>

export const topics = {
  health: 'health',
  disability: 'disability',
  pregnancy: 'pregnancy',
  family: 'family',
  age: 'age',
  religion: 'religion',
  ethnicity: 'origin',
  gender: 'gender',
  orientation: 'orientation',
  union: 'union membership',
  politics: 'politics',
} as const satisfies Record<SensitiveTopic, string>

/** What a run asked for, as parts of a line. */
export function criteriaParts(wanted: RoleCriteria): readonly string[] {
  const { must, nice, seniority, location, remoteOk, jobFunction, languages } = wanted
  const years = yearsInAll(wanted)
  return [
    ...(seniority === undefined ? [] : [seniorities[seniority]]),
    ...(jobFunction === undefined ? [] : [functions[jobFunction]]),
    ...(location === undefined ? [] : [location]),
    ...(remoteOk ? ['remote'] : []),
    ...(must.length === 0
      ? []
      : [
          `must: ${mustSlots(wanted)
            .map((slot) => withYears(slot, wanted, ' or '))
            .join(', ')}`,
        ]),
    ...(nice.length === 0 ? [] : [`nice: ${withYears(nice, wanted)}`]),
    ...(years === undefined ? [] : [yearsOf(years)]),
    ...(languages.length === 0 ? [] : [languages.join(', ')]),
  ]
}

export const match = {
  heading: (title: string, found: number, more: boolean): string =>
    more
      ? `*${title}* · the best ${found.toLocaleString('en-GB')} of those who fit, the best first; more fit and come behind them`
      : `*${title}* · ${people(found)}, the best first`,
  untitled: 'This role',
  nobody: '*Nobody is on record yet.* `/silver` adds whom you meet.',
  readAs: (parts: string): string => `Read as: ${parts}`,
  order: (names: readonly string[]): string => `Counts most: ${names.join(', then ')}`,
  compared: (model: string, level: readonly string[]): string =>
    `Among people who are level in ${level.join(' and ')}, the order is also by how alike their job words are to the role’s, as ${model} reads them. Titles, levels and skills were sent; no name, note, rating, pay or contact.`,
  notCompared: {
    slow: 'The model took too long to compare words, so the rules alone ordered these people. *Criteria…* and *Find people* try again.',
    unreachable: 'The model could not be reached to compare words, so the rules alone ordered these people.',
    declined: 'The model would not compare words, so the rules alone ordered these people.',
    nonsense: 'The model’s comparison made no sense, so the rules alone ordered these people.',
    cut_short: 'The model’s comparison was cut short, so the rules alone ordered these people.',
    over_budget:
      'The model’s tokens for today are used up, so the rules alone ordered these people. Admins see them in `/medallist settings`.',
  } as const satisfies Record<NotCompared, string>,
  likeness: (likeness: number): string => `words like the role’s: ${likeness.toFixed(2)}`,
  leftOut: (topic: string, words: string): string => `${topic} (“${words}”)`,
  ignored: (what: string): string => `Not looked at, because it must not count: ${what}.`,
  range: (from: number, to: number): string => `${from}–${to}`,
  behind: (found: number, query: string, goesOn: boolean): string =>
    `${goesOn ? `*Next* ranks ${MOST_RANKED} more.` : `${found.toLocaleString('en-GB')} are ranked, and it ends here.`} \`/pool ${query}\` shows everybody for such a role.`,
  forgotten:
    '*Who stood here is not kept any longer than a week.* *Criteria…* and *Find people* ask once more, and see who is there by now.',
  gate: (reason: string): string => `:no_entry: Not yet: ${reason}`,
  promise: 'Nobody was contacted. *Draft* writes to one person, and nothing leaves before you approve it.',
  next: 'Next',
  previous: 'Previous',
  criteria: 'Criteria…',
  fallback: (found: number): string => `For this role: ${people(found)}.`,
  somebody: 'a colleague',
  anotherRecord: 'another record',
} as const

export const matchStart = {
  title: 'Match a role',
  submit: 'Find people',
  close: 'Cancel',
  intro: 'Paste a job’s text, or choose an open job. Nobody is contacted by this.',
  text: 'Job text',
  textHint: 'The first line is the title. Age, gender and the like are left out, and you are told.',
  more: 'Job text, continued',
  moreHint: 'Slack takes 3,000 characters a field.',
  placeholder: 'Senior SRE in London',
  job: 'Open job',
  empty: 'Please paste a text or choose a job.',
} as const

export const matchForm = {
  title: 'Criteria',
  submit: 'Find people',
  close: 'Cancel',
  intro: 'What the role asks for, as it was read. Change whatever is wrong.',
  labels: {
    title: 'Role',
    must: 'Must-have skills',
    nice: 'Nice-to-have skills',
    years: 'Years of experience',
    seniority: 'Level',
    location: 'Place',
    remote: 'Remote',
    languages: 'Languages',
    first: 'What counts most',
    second: 'Then',
    third: 'And then',
  },
  remoteOption: 'Can be done remotely',
  skillsHint: 'Separated by commas; Go 5y asks for five years of it.',
  mustHint: 'Separated by commas; Go 5y asks for five years of it, Python or R for either.',
  skillYears: `Please write years as “Go 5y”, at most ${MOST_YEARS}.`,
  yearsHint: 'In all: shown as something to ask. Years of one skill stand behind it, as in Go 5y.',
  languagesHint: 'Such as German, French.',
  orderHint: 'Each counts as much as all that come after it; the others follow in their usual order.',
  problem: 'Please check this.',
} as const

export const matchRuns = {
  heading: '*Roles that were matched lately*',
  none: '*No role was matched yet.* `/pool match Senior SRE in London: Kubernetes` does it.',
  row: (title: string, found: number, by: string, when: string): string =>
    `*${title}* · ${people(found)} · ${by}, ${when}`,
  open: 'Open',
  fallback: (count: number): string =>
    count === 0 ? 'No role was matched yet.' : `Roles that were matched: ${count}.`,
} as const

export const matchRefusals = {
  nothing_asked:
    'I could not read what the role is. Write it like `/pool match Senior SRE in London: Kubernetes`, or paste the job’s text with its title first.',
  too_slow: 'That took too long and was stopped. Name fewer skills with *Criteria…* or `/pool match`, and try again.',
  job_gone: cannotFind.job,
  match_gone: cannotFind.match_run,
} as const
