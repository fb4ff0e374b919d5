/** Adding a silver medallist, and merging with the person on record. What stands in sentences is escaped by the caller. */
import { type FieldProblem, fieldMessage } from '../../candidate/field-problem.ts'
import type { MergeField } from '../../candidate/merge.ts'
import type { SensitiveTopic } from '../../candidate/sensitive.ts'
import type { SilverField } from '../../candidate/silver-form.ts'

export const silver = {
  title: 'Add a silver medallist',
  submit: 'Add',
  close: 'Cancel',
  more: 'More details',
  flaggedOn: 'this message',
  flaggedBy: (who: string, source: string | undefined): string =>
    `Flagged by ${who}${source === undefined ? '' : ` on ${source}`}. Complete what you know; the flag is accepted with *Add*.`,
  keepLabel: 'Personal details',
  keepOption: 'Keep these words: they are about the job',
  keepHint: 'Or change the words above and try again.',
  keepFirst: 'Tick this to keep the words, or change them above.',
  tooEarly: 'One more answer is needed: see the note below its field.',
  help: [
    '*/silver* opens the form. With a text behind it the form comes filled in, and nothing is saved before you press *Add*:',
    '`/silver Ana Souza <ana@example.com> for Senior SRE in London: runner-up, strong Kubernetes, wants remote`',
    '`/silver resume` fills it in from a résumé, and so does sending me the file. Only the name and the role are needed. From a message that praises somebody, use the shortcut *Flag near-miss*.',
    '`/silver refer Ana Souza` refers somebody whom you know.',
  ].join('\n'),
} as const

export const silverLabels = {
  fullName: 'Full name',
  email: 'Email',
  role: 'Role they were considered for',
  standing: 'Where things stand',
  standingDay: 'On which day',
  reason: 'Why they were not hired',
  impressed: 'What impressed you',
  permission: 'Permission to contact',
  phone: 'Phone',
  profileLink: 'Profile link',
  stage: 'Stage reached',
  bringBack: 'What would bring them back',
  advice: 'Advice for next time',
  skills: 'Skills',
  location: 'Location',
  headline: 'Headline or job title',
  company: 'Company',
  seniority: 'Seniority',
  tier: 'Tier',
  pool: 'Pool',
  owner: 'Relationship owner',
  referredBy: 'Referred by',
  nextTouch: 'Next touchpoint',
} as const satisfies Record<SilverField, string>

export const silverHints = {
  standing: 'Nothing is sent to somebody who has not been told the outcome.',
  reason: 'Job-related only: the person may ask to read this. It is never told in a message.',
  impressed: 'Stays with us until you mark it as one that may be mentioned.',
  permission: 'Without a permission on record nothing is sent.',
  advice: 'One thing they can act on. It is told only in a decline or in feedback.',
  skills:
    'Separated by commas; k8s and Kubernetes are the same. Years and the last year of use may follow: Kubernetes 5y 2024.',
  location: 'A city gives the time zone. Add “remote” where that is fine with them.',
  tier: 'Tier A means “would hire today”.',
  between: (from: string, to: string): string => `The text says between ${from} and ${to}.`,
} as const

export const silverPlaceholders = {
  fullName: 'Ana Souza',
  email: 'ana@example.com',
  role: 'Senior SRE',
  impressed: 'Calm in the incident exercise, clear diagrams',
  phone: '+44 20 7946 0958',
  profileLink: 'https://www.linkedin.com/in/…',
  stage: 'Final interview',
  bringBack: 'A remote role, more incident leadership',
  skills: 'Kubernetes, Go',
  location: 'London, remote',
  pool: 'Choose a pool',
  day: 'Choose a day',
} as const

export const seniorities = {
  intern: 'Intern',
  junior: 'Junior',
  mid: 'Mid-level',
  senior: 'Senior',
  staff: 'Staff',
  principal: 'Principal',
  lead: 'Lead',
  manager: 'Manager',
  director: 'Director',
  executive: 'Executive',
} as const

/** What is wrong with one answer, where the fields' own rules do not say it. */
export const answerProblems = {
  not_offered: 'Please choose one of the list.',
  no_such_day: 'Please choose a day.',
  day_missing: 'Please choose the day on which they were told.',
  day_ahead: 'That day has not come yet.',
  day_past: 'That day is over. Choose one from today on.',
  no_such_years: 'Nobody has known a skill for more than fifty years. Example: Kubernetes 5y 2024',
  no_such_year: 'The year behind a skill is the last one in which they used it. Example: Kubernetes 5y 2024',
  year_ahead: 'The year behind a skill is the last one in which they used it, and that one is still to come.',
  too_many_skills: 'Please name the thirty that matter most.',
  unknown_pool: 'That pool is not there any more. Choose another, or leave it empty.',
  dynamic_pool: 'That pool fills itself from its query. Choose a list, or leave it empty.',
  unknown_owner: 'Please choose a colleague of this workspace.',
  erased_address: 'The owner of this address asked to be erased, so it cannot be kept. Leave it empty.',
} as const
export type SilverProblem = FieldProblem | { readonly kind: keyof typeof answerProblems }

export const silverProblem = (problem: SilverProblem): string =>
  problem.kind in answerProblems
    ? answerProblems[problem.kind as keyof typeof answerProblems]
    : fieldMessage(problem as FieldProblem)

/** Words that hint at something which must not count; a person decides. */
export const concern = (words: string, topic: SensitiveTopic): string =>
  `“${words}” may be about ${topics[topic]}, which must not play a part. Keep what is about the job.`

export const topics = {
  health: 'health',
  disability: 'a disability',
  pregnancy: 'pregnancy or parenthood',
  family: 'family',
  age: 'age',
  religion: 'religion',
  ethnicity: 'origin or nationality',
  gender: 'gender',
  orientation: 'private life',
  union: 'a trade union',
  politics: 'politics',
} as const satisfies Record<SensitiveTopic, string>

export const added = {
  added: (name: string, role: string): string => `${name} is among your silver medallists, for ${role}.`,
  merged: (name: string): string => `What you compared was merged into ${name}. Nothing on record was lost.`,
  notTold: (name: string): string => `Nobody has told ${name} the outcome yet, so nothing can be sent but the decline.`,
  mergedUntil:
    '*Undo* takes the merge back for 30 days; what somebody changed since stays. What the flagger has read meanwhile stays read.',
  mergeTakenBack: (name: string): string =>
    `The merge with ${name} was taken back: the record is as it was, and a flag that led to it waits again.`,
  takenBack: 'What was added here was taken back. Nothing is kept of it.',
  fallback: 'Added to your silver medallists.',
  fallbackMerged: 'Merged with the person on record.',
  open: 'Open',
  draft: 'Draft',
  undo: 'Undo',
  undoTooLate: 'Something has happened with this person since, so it cannot be undone here. *Open* shows what.',
  undoDone: 'That was undone already.',
  undoNotYours: 'Only the one who added this person can undo it here.',
} as const

export const formWords = {
  tooLate: 'That took too long for Slack, so the form could not open. Please try again.',
} as const

/** Entries of the timeline. */
export const history = {
  added: 'Added to the silver medallists.',
  merged: 'What a form said was merged into this record.',
  flagged: (role: string, words: string): string =>
    `Flagged as a near-miss for ${role}${words === '' ? '.' : `: ${words}`}`,
} as const

export const merge = {
  title: (name: string): string => `Merge with ${name}?`,
  submit: 'Merge',
  back: 'Back',
  intro: (name: string, by: string): string =>
    `*${name}* is on record already, with this ${by}. Merging adds what is new and keeps all history; the stricter permission counts.`,
  introChosen: (name: string): string =>
    `*${name}* is on record. Merging adds what the flag says and keeps all history; the flag is accepted with it, and whoever flagged hears.`,
  contacts: { email: 'e-mail address', phone: 'phone number', profile: 'profile link' },
  onRecord: 'On record',
  typed: 'New',
  keep: 'Keep what is on record',
  take: 'Take the new',
  nothing: '—',
  yes: 'Yes',
  no: 'No',
  somebody: 'Somebody',
  words: 'what impressed you',
  storyLabel: 'Role and outcome',
  alsoAdds: (what: string): string => `Also added: ${what}.`,
  nothingDiffers: 'No answer differs from what is on record.',
  elsewhere: (what: string): string => `The ${what} belongs to somebody else on record and is left out.`,
  fixFirst: (what: string): string => `Press Back and look at your answers again. ${what}`,
  changedSince: 'The record changed while you looked at it. Here it is as it is now; press *Merge* once more.',
  gone: 'That record is not there any more. Press Back and Add again.',
  lapsed: 'What you typed was kept for a day, and that has passed. Press Back and Add again.',
} as const

export const mergeLabels = {
  fullName: silverLabels.fullName,
  consideredRole: silverLabels.role,
  standing: silverLabels.standing,
  standingDay: silverLabels.standingDay,
  reason: silverLabels.reason,
  stageReached: silverLabels.stage,
  bringBack: silverLabels.bringBack,
  advice: silverLabels.advice,
  skills: silverLabels.skills,
  location: silverLabels.location,
  remoteOk: 'Remote',
  seniority: silverLabels.seniority,
  tier: silverLabels.tier,
  ownerId: silverLabels.owner,
  nextTouch: silverLabels.nextTouch,
  company: silverLabels.company,
  phone: silverLabels.phone,
  profileLink: silverLabels.profileLink,
} as const satisfies Record<MergeField, string>
