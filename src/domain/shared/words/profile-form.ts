/** The sections of a profile and their forms. What stands in sentences is escaped by the caller. */
import { birthdayInWords } from '../../candidate/birthday.ts'
import type { CareerStage, Employment, Relation, Standing } from '../../candidate/candidate.ts'
import { type CustomValues, customChanged } from '../../candidate/custom-field.ts'
import type { ProfileField, ProfileSection } from '../../candidate/profile-form.ts'
import type { ProfileChange, ProfileValue } from '../../candidate/profile-values.ts'
import type { Rating } from '../../candidate/rating.ts'
import { type SkillUse, skillUseText } from '../../pool/skill-uses.ts'
import { skillLabel } from '../../pool/skills.ts'
import { truncate } from '../text.ts'
import { reasons, standingLine } from './candidates.ts'
import { type SilverProblem, seniorities, silverHints, silverLabels, silverProblem } from './capture.ts'
import { customFields } from './custom-fields.ts'
import { kinds } from './profile.ts'
import { functions } from './query-builder.ts'

export const sections = {
  standing: 'Status and history',
  contact: 'Contact',
  work: 'Work',
  relationship: 'Relationship',
  birthday: 'Birthday',
  ratings: 'Ratings',
} as const satisfies Record<ProfileSection, string>

export const careerStages = {
  student: 'Student or graduate',
  starting: 'Starting out',
  established: 'Established',
  expert: 'Expert in the field',
  leading: 'Leading others',
  changing_field: 'Changing field',
} as const satisfies Record<CareerStage, string>

export const employments = {
  employed: 'Employed',
  on_notice: 'Working their notice',
  between_jobs: 'Between jobs',
  self_employed: 'Self-employed',
  studying: 'Studying',
} as const satisfies Record<Employment, string>

export const relations = { client: 'Client', partner: 'Partner' } as const satisfies Record<Relation, string>

export const profileLabels = {
  standing: silverLabels.standing,
  standingDay: silverLabels.standingDay,
  reason: silverLabels.reason,
  stageReached: silverLabels.stage,
  advice: silverLabels.advice,
  fullName: silverLabels.fullName,
  email: 'Email',
  phone: 'Phone',
  profile: 'Profile links',
  consideredRole: silverLabels.role,
  headline: 'Headline',
  company: 'Company',
  jobFunction: 'Function',
  seniority: silverLabels.seniority,
  careerStage: 'Career stage',
  skills: silverLabels.skills,
  location: silverLabels.location,
  remote: 'Remote work',
  kind: 'Kind',
  relation: 'Also our',
  employment: 'Employment',
  source: 'Source',
  tier: silverLabels.tier,
  owner: silverLabels.owner,
  nextTouch: silverLabels.nextTouch,
  bringBack: silverLabels.bringBack,
  birthDay: 'Day',
  birthMonth: 'Month',
  skillScore: 'Skill fit',
  skillEvidence: 'What shows it',
  valuesScore: 'Values alignment',
  valuesEvidence: 'What shows it',
} as const satisfies Record<ProfileField, string>

export const profileHints: { readonly [Field in ProfileField]?: string } = {
  standing: silverHints.standing,
  standingDay: 'Needed for "Told no on…".',
  reason: silverHints.reason,
  advice: silverHints.advice,
  email: 'One a line; messages go to the first.',
  phone: 'One a line, with the country code.',
  profile: 'One a line.',
  jobFunction: 'Where the role does not tell it.',
  skills: silverHints.skills,
  location: silverHints.location,
  tier: silverHints.tier,
  kind: 'How they came to be here. Internal staff are seen by their relationship owner and by admins alone, never by themselves.',
  skillEvidence: 'What they did or said in our process, such as an exercise or an answer. They may ask to read it.',
  valuesEvidence: 'What they did or said that shows it; not who they are, and not whether we liked them.',
}

export const sectionForm = {
  edit: 'Edit …',
  title: (section: ProfileSection): string =>
    section === 'standing' ? 'Edit where they stand' : `Edit ${sections[section].toLowerCase()}`,
  submit: 'Save',
  close: 'Cancel',
  about: (who: string): string => `*${who}*`,
  none: 'Not known',
  day: 'Choose a day',
  birthday:
    'Only where they told you themselves, for good wishes. The day and the month are kept and never a year; clear both when they would rather not.',
  ratings:
    'Ratings stay with us: no message and no language model ever gets them. A rating counts only with what shows it.',
  internal: '_Internal only_',
  score: (score: number): string => `${score} of 5`,
  scores: {
    '1': '1: far from it',
    '2': '2: below what we look for',
    '3': '3: what we look for',
    '4': '4: above it',
    '5': '5: outstanding',
  },
  /** Under a field; `value` is what is on record now, as a person reads it. Empty: nothing is. */
  conflict: (value: string): string =>
    `:warning: *Changed meanwhile.* On record now: ${value === '' ? 'nothing' : `“${value}”`}. Yours stands above; *Save* puts it in the place of the other, or *Cancel* leaves that.`,
  conflictsBelow: 'Somebody else changed this profile while you wrote. Nothing was saved yet; see the notes below.',
  done: (who: string, what: string): string => `*${who}*: saved (${what}).`,
  undo: 'Undo',
  undone: (who: string): string => `Undone: *${who}* is as before.`,
  undonePart: (who: string, what: string): string =>
    `Undone for *${who}*, but for what was changed again since: ${what}.`,
  fallback: 'A profile was changed.',
} as const

const answerProblems = {
  evidence_missing: 'A rating counts only with what shows it. Say what they did, or choose “Not known” above.',
  evidence_thin: 'Please say a little more: what they did or said, in a few words.',
  score_missing: 'Please choose how well they fit, or clear what shows it.',
  not_a_number: 'Please write a number, such as 12 or 2.5.',
  too_many_contacts: 'Please keep the ten that matter most.',
  no_birthday: 'Please choose a day that this month has, or clear both.',
  taken: 'Somebody else on record has this one. /medallist duplicates compares and merges two records of one person.',
  written_to: 'A message went to an address that would go, so it has to stay. Put the new one on the line above it.',
  nothing_changed: 'Nothing differs from what is on record. Change something, or press Cancel.',
  changed_since: 'This was changed again since, so it stays.',
  no_such_member: 'That is nobody of this workspace. Please choose somebody else.',
  may_not_look_after: 'They may not look after candidates: only recruiters may.',
  internal_elsewhere:
    'Internal staff are seen by their relationship owner and by admins alone. Name yourself as the owner, or ask whoever looks after them to change it.',
  is_them: 'That is the very person. Please choose somebody else.',
} as const
export type ProfileProblem =
  | SilverProblem
  | { readonly kind: keyof typeof answerProblems }
  | { readonly kind: 'ambiguous_number'; readonly plain: string }

/** One short sentence for under the field. */
export function profileProblem(problem: ProfileProblem): string {
  if (problem.kind === 'ambiguous_number') return `This may be read in two ways. Please write ${problem.plain}.`
  return problem.kind in answerProblems
    ? answerProblems[problem.kind as keyof typeof answerProblems]
    : silverProblem(problem as SilverProblem)
}

export const editRefusals = {
  undone_already: 'That was undone already, or it is longer ago than 30 days. *Edit …* changes it again.',
  changed_since: 'All of it was changed again since, so nothing was undone. *Edit …* changes it.',
} as const

/** What goes along with another field is not told of by itself. */
const SILENT: ReadonlySet<ProfileValue> = new Set(['jobId', 'zone'])
const NAMES: Partial<Record<ProfileValue, string>> = {
  ...profileLabels,
  remoteOk: profileLabels.remote,
  skillUses: 'Years and recency',
  custom: customFields.section,
  ownerId: profileLabels.owner,
  birthday: 'Birthday',
  skillRating: profileLabels.skillScore,
  valuesRating: profileLabels.valuesScore,
}

export const fieldNames = (change: ProfileChange): string =>
  (Object.keys(change) as ProfileValue[])
    .filter((field) => !SILENT.has(field))
    .map((field) => (NAMES[field] ?? field).toLowerCase())
    .join(', ')

/** What an entry of the timeline shows of a value; contacts and long texts are only named. Plain text. */
const SHOWN: { readonly [Field in ProfileValue]?: (value: never) => string } = {
  standing: (value: Standing) => standingLine(value, undefined),
  standingDay: String,
  reason: (value: keyof typeof reasons) => reasons[value],
  stageReached: String,
  fullName: String,
  consideredRole: String,
  headline: String,
  company: String,
  jobFunction: (value: keyof typeof functions) => functions[value],
  seniority: (value: keyof typeof seniorities) => seniorities[value],
  careerStage: (value: CareerStage) => careerStages[value],
  skills: (value: readonly string[]) => value.map(skillLabel).join(', '),
  skillUses: (uses: readonly SkillUse[]) => uses.map(({ skill }) => skillUseText(skill, uses)).join(', '),
  location: String,
  remoteOk: (value: boolean) => (value ? 'yes' : 'no'),
  kind: (value: keyof typeof kinds) => kinds[value],
  relation: (value: Relation) => relations[value],
  employment: (value: Employment) => employments[value],
  source: String,
  tier: String,
  nextTouch: String,
  birthday: birthdayInWords,
  skillRating: ({ score }: Rating) => sectionForm.score(score),
  valuesRating: ({ score }: Rating) => sectionForm.score(score),
}
const LONGEST_SHOWN = 120

/** An entry of the timeline: what was, and what is. `owner` names members. */
export function editLine(
  before: ProfileChange,
  after: ProfileChange,
  nameOf: { readonly owner: (id: string) => string; readonly custom: (id: string) => string },
): string {
  const { owner } = nameOf
  const fields = (Object.keys(after) as ProfileValue[]).filter((field) => !SILENT.has(field))
  return fields
    .map((field) => {
      if (field === 'custom') return customLine(before.custom ?? {}, after.custom ?? {}, nameOf.custom)
      const name = NAMES[field] ?? field
      const show = field === 'ownerId' ? (owner as (value: never) => string) : SHOWN[field]
      if (show === undefined) return `${name} changed`
      const shown = (value: unknown) =>
        value === undefined || value === null || (Array.isArray(value) && value.length === 0)
          ? '–'
          : truncate(show(value as never), LONGEST_SHOWN)
      return `${name}: ${shown(before[field])} → ${shown(after[field])}`
    })
    .join('; ')
}

const customLine = (before: CustomValues, after: CustomValues, name: (id: string) => string): string =>
  customChanged(before, after)
    .map(
      (id) =>
        `${name(id)}: ${truncate(before[id] ?? '–', LONGEST_SHOWN)} → ${truncate(after[id] ?? '–', LONGEST_SHOWN)}`,
    )
    .join('; ')
