/** The form that makes a query without typing one. */
import type { JobFunction } from '../../candidate/job-function.ts'
import type { ConsentState } from '../../pool/query/ast.ts'

/** The form that makes a query without typing one. */
export const builder = {
  title: 'Find people',
  submit: 'Search',
  close: 'Cancel',
  words: 'Words',
  wordsHint: 'Looked for in names, headlines, skills and notes: Ana Souza, failover.',
  skillsAll: 'Knows all of',
  skillsAny: 'Knows at least one of',
  skillsHint: 'With commas between: Kubernetes, Go. With years behind it: Kubernetes 3y+.',
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
  rated: 'Rated at least',
  ratings: { '5': '5 of 5', '4': '4 of 5', '3': '3 of 5', '2': '2 of 5' },
  career: 'Career stage',
  relation: 'Also our',
  employment: 'Employment',
  next: 'Next touchpoint',
  nexts: { overdue: 'Overdue', '<7d': 'Within 7 days', '<30d': 'Within 30 days', none: 'None planned' },
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
