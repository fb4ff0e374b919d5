/** Finding people: `/pool`, saved pools, `/candidate`. What stands in sentences is escaped by the caller. */

import type { CandidateKind } from '../../candidate/candidate.ts'
import type { JobFunction } from '../../candidate/job-function.ts'
import type { SuppressionReason } from '../../consent/suppression.ts'
import type { ConsentState } from '../../pool/query/ast.ts'
import { cannotFind } from './shell.ts'

const people = (count: number): string => (count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`)
const days = (count: number): string => (count === 1 ? '1 day' : `${count.toLocaleString('en-GB')} days`)

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

export const problems = {
  heading: '*Nothing was searched yet.*',
  unknown_filter: (name: string, suggestion: string | undefined): string =>
    `There is no filter \`${name}\`.${suggestion === undefined ? ' `/pool help` lists them.' : ` Did you mean \`${suggestion}\`?`}`,
  unknown_value: (filter: string, value: string, suggestion: string | undefined, allowed: readonly string[]): string =>
    `\`${filter}:\` does not know “${value}”.${suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`}${allowed.length === 0 ? '' : ` It takes ${allowed.map((one) => `\`${one}\``).join(', ')}.`}`,
  missing_value: (filter: string, example: string): string =>
    `\`${filter}:\` needs something behind it, such as \`${example}\`.`,
  too_long: (length: number, max: number): string =>
    `A query has at most ${max} characters; this has ${length.toLocaleString('en-GB')}. Leave out what matters least.`,
  too_many_terms: (count: number, max: number): string =>
    `A query asks for at most ${max} things; this asks for ${count.toLocaleString('en-GB')}.`,
} as const

export const help = [
  '*/pool* shows your pools. With a query it finds people; only you see the answer.',
  '`/pool senior SRE London` · `/pool skill:kubernetes,go location:"New York" stale:>90d` · `/pool role:"Senior SRE" -skill:php`',
  'Words look in names, headlines, skills and notes. `skill:go,rust` means any, `skill:go skill:rust` means both, `-` means not.',
  'Filters: `skill` `location` `remote` `seniority` `function` `role` `tier` `standing` `stage` `reason` `kind` `owner:me` `source` `company` `pool` `stale:>90d` `last:never` `consent:expiring` `added:<30d` `sort:stale|match|name|added`',
  '`/pool new` saves a pool. `/pool job new Senior SRE in London` opens a job and says whom you know already; `/pool job` lists the open ones.',
].join('\n')

export const pools = {
  heading: '*Pools*',
  none: '*No pools yet.* A pool is a query that stays up to date by itself, or a list that you keep. Search for people, then press *Save as pool*, or begin here.',
  newPool: 'New pool',
  find: 'Find people…',
  open: 'Open',
  size: people,
  fresh: (fresh: number, size: number): string => `${fresh} of ${size} fresh (${Math.round((100 * fresh) / size)} %)`,
  stale: (count: number): string => `${count.toLocaleString('en-GB')} stale`,
  empty: 'nobody in it yet',
  notCounted: 'not counted: it took too long',
  every: (count: number): string => `in touch every ${days(count)}`,
  owner: (name: string): string => `owner ${name}`,
  list: 'a list',
  more: (count: number): string => `${count.toLocaleString('en-GB')} more: open one with \`/pool pool:"its name"\`.`,
  fallback: (count: number): string => (count === 0 ? 'No pools yet.' : `Pools: ${count}.`),
} as const

export const poolModal = {
  title: 'New pool',
  submit: 'Save',
  close: 'Cancel',
  name: 'Name',
  kind: 'Who is in it',
  kinds: {
    query: 'Whoever matches the query, always up to date',
    list: 'A list: whoever matches now; people are added by hand',
  },
  query: 'Query',
  queryHint: 'As behind /pool: skill:kubernetes location:London. A list may begin empty.',
  owner: 'Owner',
  cadence: 'In touch at least every … days',
  cadenceHint: 'Longer without a word and a person counts as stale.',
  persona: 'Who this pool is for',
  personaHint: 'A few words for whoever writes to them.',
} as const

export const poolProblems = {
  name_taken: 'There is a pool of this name already. Choose another name.',
  name_not_usable: 'Please leave out quotation marks, < > and |, so that the name can stand in a query.',
  query_missing: 'Say whom the pool is for, such as skill:kubernetes, or make it a list.',
  query_in_circle: (pool: string): string =>
    `This leads in a circle, or too deep: pool “${pool}” is made of pools itself.`,
  too_many_for_list: (max: number): string =>
    `That is more than ${max} people. Narrow the query, or let the pool follow the query.`,
  too_slow: 'Looking these people up took too long. Narrow the query.',
  unknown_owner: 'This person cannot own a pool: only recruiters and admins can.',
} as const

export const poolSaved = {
  line: (name: string, what: string): string => `Saved the pool *${name}*: ${what}.`,
  undo: 'Undo',
  open: 'Open',
  undone: (name: string): string => `The pool *${name}* is gone again. Its people stay.`,
  fallback: 'The pool is saved.',
} as const

export const editModal = {
  title: 'Find people',
  submit: 'Search',
  close: 'Cancel',
  query: 'Query',
  hint: 'Words, and filters such as skill:kubernetes location:London stale:>90d. /pool help lists them.',
} as const

/** The form that makes a query without typing one. */
export const builder = {
  title: 'Find people',
  submit: 'Search',
  close: 'Cancel',
  words: 'Words',
  wordsHint: 'Looked for in names, headlines, skills and notes: Ana Souza, failover.',
  skillsAll: 'Knows all of',
  skillsAny: 'Knows at least one of',
  skillsHint: 'With commas between: Kubernetes, Go.',
  location: 'Place',
  locationHint: 'A city, a country or a region; several with commas between: Lisbon, Porto.',
  role: 'Was considered for',
  seniority: 'Seniority',
  function: 'Function',
  tier: 'Tier',
  standing: 'Where things stand',
  toldNo: 'Told no',
  reason: 'Why they were not hired',
  kind: 'Kind',
  owner: 'Relationship owner',
  remote: 'Remote work',
  remotes: { yes: 'Open to it', no: 'Not open to it' },
  quiet: 'Quiet for more than',
  quiets: { '30d': '30 days', '60d': '60 days', '90d': '90 days', '6m': '6 months', '1y': 'a year' },
  consent: 'Permission to contact',
  sort: 'Order',
  sorts: {
    stale: 'The longest quiet first',
    match: 'The best match first',
    name: 'By name',
    added: 'The newest first',
  },
  rest: 'Anything else, as behind /pool',
  restHint: 'What the fields above cannot say: -skill:php company:Acme (tier:A OR owner:me).',
} as const

export const functions = {
  engineering: 'Engineering',
  data: 'Data',
  product: 'Product',
  design: 'Design',
  marketing: 'Marketing',
  sales: 'Sales',
  support: 'Customer success and support',
  finance: 'Finance',
  people: 'People and recruiting',
  operations: 'Operations',
  legal: 'Legal',
} as const satisfies Record<JobFunction, string>

export const consentStates = {
  valid: 'Given',
  expiring: 'Ends within 30 days',
  expired: 'Ran out',
  withdrawn: 'Withdrawn',
  missing: 'None on record',
} as const satisfies Record<ConsentState, string>

export const choose = {
  usage: 'Whom do you want to see? Try `/candidate Ana Souza`, an e-mail address or a phone number.',
  several: (asked: string): string => `*Several people are called “${asked}”.* Whom do you mean?`,
  more: 'There are more; add the family name, or search with `/pool`.',
  none: (asked: string): string => `*Nobody here is called “${asked}”.*`,
  near: 'Did you mean one of these?',
  add: 'Add a silver medallist',
  fallback: 'Choose a person.',
} as const

export const profile = {
  title: 'Profile',
  close: 'Close',
  draft: 'Draft',
  open: 'Open',
  markAsTold: 'Mark as told',
  older: 'Older',
  newest: 'Newest',
  bringBack: 'What would bring them back',
  role: 'Considered for',
  reason: 'Why they were not hired',
  stage: 'Stage reached',
  seniority: 'Seniority',
  skills: 'Skills',
  location: 'Location',
  tier: 'Tier',
  kind: 'Kind',
  source: 'Source',
  company: 'Company',
  owner: 'Relationship owner',
  pools: 'Pools',
  contacts: 'Contacts',
  permission: 'Permission to contact',
  nextTouch: 'Next touchpoint',
  advice: 'Advice for next time',
  nobody: 'nobody',
  somebody: 'a colleague',
  anotherRecord: 'another record',
  remote: 'open to remote',
  notRemote: 'not remote',
  facts: '*What we know*',
  allowMention: 'May be mentioned',
  keepInternal: 'Keep internal',
  noFacts: '_Nothing is noted yet._',
  moreFacts: (count: number): string => `${count} more; *Open* shows them.`,
  moreFactsCut: (count: number): string => `${count} older ones are not shown.`,
  sourceLink: 'source',
  by: (name: string): string => `by ${name}`,
  timeline: '*Timeline*',
  olderTimeline: '*Timeline, older*',
  noTimeline: '_Nothing has happened yet._',
  doNotContact: '*Do not contact*',
  more: {
    standing: 'Update where things stand',
    permission: 'Record permission',
    address: 'Add an address',
    call: 'Log a call',
    bar: 'Do not contact…',
    lift_bar: 'Allow contact again',
  },
  permissionValid: (basis: string, until: string): string => `${basis}, until ${until}`,
  permissionMissing: 'none on record; nothing can be sent',
  permissionExpired: (on: string): string => `ran out on ${on}; nothing can be sent`,
  permissionWithdrawn: (on: string): string => `withdrawn on ${on}; nothing can be sent`,
  fallback: 'A profile.',
} as const

export const suppressed = {
  unsubscribed: 'unsubscribed',
  asked_not_to: 'asked us not to write',
  complaint: 'reported a message as spam',
  hard_bounce: 'the address does not exist',
  wrong_person: 'the address is somebody else’s',
  erased: 'asked to be erased',
} as const satisfies Record<SuppressionReason, string>

const by = (name: string): string => `by ${name}`

/** What happened, and the part in it of the colleague whom the timeline names. */
export const interactions = {
  note: { what: 'Note', who: by },
  flag: { what: 'Flagged', who: by },
  told_outcome: { what: 'Told the outcome', who: by },
  message_sent: { what: 'Message', who: (name: string): string => `from ${name}` },
  reply: { what: 'Their reply', who: (name: string): string => `to ${name}` },
  call: { what: 'Call', who: (name: string): string => `with ${name}` },
  merge: { what: 'Merged', who: by },
  change: { what: 'Changed', who: by },
} as const

export const kinds = {
  near_miss: 'Silver medallist',
  past_applicant: 'Past applicant',
  passive: 'Passive lead',
  pre_assessed: 'Pre-assessed',
  referral: 'Referral',
  alumni: 'Alumni',
  internal: 'Internal',
  freelance: 'Freelancer',
} as const satisfies Record<CandidateKind, string>
