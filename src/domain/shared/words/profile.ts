/** `/candidate`: choosing among several people, and everything that a profile says. */
import type { CandidateKind } from '../../candidate/candidate.ts'
import type { SuppressionReason } from '../../consent/suppression.ts'

export const choose = {
  usage:
    'Whom do you want to see? Try `/candidate Ana Souza`, an e-mail address or a phone number; `catch-up` at the end tells what was said and promised.',
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
  draftDecline: 'Draft the decline',
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
    call: 'Log a call',
    json_resume: 'Get as JSON Resume',
    bar: 'Do not contact…',
    lift_bar: 'Allow contact again',
    pools: 'Add to pool…',
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
  declined_offer: 'Declined our offer',
  past_applicant: 'Past applicant',
  passive: 'Passive lead',
  pre_assessed: 'Pre-assessed',
  referral: 'Referral',
  alumni: 'Alumni',
  internal: 'Internal',
  freelance: 'Freelancer',
} as const satisfies Record<CandidateKind, string>
