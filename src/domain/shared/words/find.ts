/** Finding people with `/pool`. What stands in sentences is escaped by the caller. */
import { days, people } from '../counted.ts'
import { cannotFind } from './shell.ts'

export const list = {
  draft: 'Draft',
  open: 'Open',
  next: 'Next',
  previous: 'Previous',
  edit: 'Edit',
  refine: 'Refine…',
  save: 'Save as pool',
  searchInstead: (query: string): string => `Search ${query}`,
  without: (what: string, count: string): string => `Without ${what}: ${count}`,
  found: (count: string): string => `*${count}*`,
  count: (total: { readonly exact: number } | { readonly more: number }): string =>
    'exact' in total ? people(total.exact) : `${total.more.toLocaleString('en-GB')}+ people`,
  range: (from: number, to: number): string => `${from.toLocaleString('en-GB')}–${to.toLocaleString('en-GB')}`,
  readAs: (parts: string): string => `Read as: ${parts}`,
  asName: (name: string): string => `the name ${name}`,
  meaning: (sentence: string): string => `Searched for ${sentence}.`,
  near: 'Nobody matches exactly; these have names that are spelt alike.',
  nobody: '*Nobody found.*',
  loosen: 'With one condition less there would be somebody:',
  addSomebody: 'Change the query with *Edit*, or add somebody with `/silver`.',
  neverContacted: 'never contacted',
  lastContacted: (ago: string): string => `last contacted ${ago}`,
  today: 'today',
  yesterday: 'yesterday',
  ago: (count: number): string => `${days(count)} ago`,
  remote: 'open to remote',
  fallback: (count: string): string => `Found: ${count}.`,
} as const

export const listRefusals = {
  gone: 'This list is too old to go on with. Please search again with `/pool`.',
  not_yours: 'This list belongs to somebody else. Search for yourself with `/pool`.',
  too_slow: 'That took too long and was stopped. Add a filter, such as `skill:` or `location:`, and search again.',
  person_gone: cannotFind.candidate,
  pool_gone: cannotFind.pool,
  too_late: 'This pool is more than a day old and others may rely on it, so it stays.',
  notAllowed:
    'Only recruiters can look through people and pools. When you meet somebody worth remembering, use *Flag near-miss* on a message; a recruiter takes it from there.',
} as const

/** Traits and what tells of them; a birthday is for good wishes alone. */
const NEVER_ASKED =
  /^(age|ages|born|birth.*|dob|gender|sex|pronouns?|nationality|ethnicity|race|religion|married|marital.*|children|family|disability|photo)$/i

export const problems = {
  heading: '*Nothing was searched yet.*',
  unknown_filter: (name: string, suggestion: string | undefined): string =>
    NEVER_ASKED.test(name)
      ? `Nobody is looked for by \`${name}\`: it must play no part in who hears of a job. \`/pool help\` lists what does.`
      : `There is no filter \`${name}\`.${suggestion === undefined ? ' `/pool help` lists them.' : ` Did you mean \`${suggestion}\`?`}`,
  unknown_value: (filter: string, value: string, suggestion: string | undefined, allowed: readonly string[]): string =>
    `\`${filter}:\` does not know “${value}”.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`}${allowed.length === 0 ? '' : ` It takes ${allowed.map((one) => `\`${one}\``).join(', ')}.`}`,
  archived_pool: (name: string, mergedInto: string | undefined, suggestion: string | undefined): string =>
    mergedInto === undefined
      ? `The pool “${name}” is archived.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`} *Archived pools* behind \`/pool\` brings it back.`
      : `The pool “${name}” is archived: its people went to “${mergedInto}”.`,
  missing_value: (filter: string, example: string): string =>
    `\`${filter}:\` needs something behind it, such as \`${example}\`.`,
  too_long: (length: number, max: number): string =>
    `A query has at most ${max} characters; this has ${length.toLocaleString('en-GB')}. Leave out what matters least.`,
  too_many_terms: (count: number, max: number): string =>
    `A query asks for at most ${max} things; this asks for ${count.toLocaleString('en-GB')}.`,
  nothing_asked: (typed: string): string =>
    `There is nothing to search for in “${typed}”. \`/pool help\` shows what can be asked.`,
} as const

export const help = [
  '*/pool* shows your pools. With a query it finds people; only you see the answer.',
  '`/pool senior SRE London` · `/pool skill:kubernetes,go location:"New York" stale:>90d` · `/pool role:"Senior SRE" -skill:php`',
  'Words look in names, headlines, skills and notes. `skill:go,rust` means any, `skill:go skill:rust` means both, `-` means not.',
  'Filters: `skill` `location` `remote` `seniority` `function` `role` `tier` `standing` `stage` `reason` `kind` `owner:me` `source` `company` `pool` `stale:>90d` `last:never` `rating:>=4` `consent:expiring` `relation:client` `employment:on_notice` `career:expert` `next:<7d` `next:overdue` `added:<30d` `sort:stale|match|name|added`',
  '`skill:kubernetes>=3y` asks for years, of whoever told them; your own fields are filters by their names, such as `notice-period:"1 month"` or `bonus:>=5000`, with `any` and `none`; where a filter has the name already, `custom:stage=onsite`.',
  '`/pool new` saves a pool, `/pool edit SRE bench` changes one; *Open* shows its page with numbers, history, *Merge…* and *Archive*. `/pool import` takes in a table of people, `/pool export skill:kubernetes` sends you people as a CSV.',
  '`/pool job new Senior SRE in London` opens a job and says whom you know already; `/pool job` lists the open ones.',
  '`/pool match Senior SRE in London: Kubernetes`, or a pasted job text, orders everybody for a role with reasons and what is missing; `/pool match` opens a form, `/pool match runs` lists what was matched. `/pool watch Acme` brings up the people of a company where something happened, a few a morning.',
].join('\n')
