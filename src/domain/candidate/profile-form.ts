/** A profile in sections, each with a form of its own: what the form shows, and what of it somebody changed. */
import { skillUseText } from '../pool/skill-uses.ts'
import { fingerprint } from '../shared/fingerprint.ts'
import { tidy, truncate } from '../shared/text.ts'
import type { ProfileValues } from './profile-values.ts'
import { MAX_EVIDENCE } from './rating.ts'
import { MAX_NAME, MAX_ROLE, MAX_TEXT } from './validate.ts'

export const PROFILE_SECTIONS = {
  standing: ['standing', 'standingDay', 'reason', 'stageReached', 'advice'],
  contact: ['fullName', 'email', 'phone', 'profile'],
  work: [
    'consideredRole',
    'headline',
    'company',
    'jobFunction',
    'seniority',
    'careerStage',
    'skills',
    'location',
    'remote',
  ],
  relationship: ['kind', 'relation', 'employment', 'source', 'tier', 'owner', 'nextTouch', 'bringBack'],
  birthday: ['birthDay', 'birthMonth'],
  ratings: ['skillScore', 'skillEvidence', 'valuesScore', 'valuesEvidence'],
} as const
export type ProfileSection = keyof typeof PROFILE_SECTIONS
export type ProfileField = (typeof PROFILE_SECTIONS)[ProfileSection][number]

export const asSection = (text: string): ProfileSection | undefined =>
  Object.keys(PROFILE_SECTIONS).find((section): section is ProfileSection => section === text)

export const fieldsOf = (section: ProfileSection): readonly ProfileField[] => PROFILE_SECTIONS[section]

/** Every answer as text: what was typed, the code of a choice, an ISO day, the owner's Slack id; '' for none. */
export type ProfileEntry = { readonly [Field in ProfileField]?: string | undefined }

/** The longest answer that each typed field takes. */
export const PROFILE_LIMITS = {
  stageReached: 150,
  advice: MAX_TEXT,
  fullName: MAX_NAME,
  email: 1_500,
  phone: 500,
  profile: 3_000,
  consideredRole: MAX_ROLE,
  headline: 200,
  company: 150,
  skills: 1_000,
  location: 150,
  source: 150,
  bringBack: MAX_TEXT,
  skillEvidence: MAX_EVIDENCE,
  valuesEvidence: MAX_EVIDENCE,
} as const satisfies Partial<Record<ProfileField, number>>

/** The form as it begins. */
export function entryOf(values: ProfileValues, ownerSlackId: string | undefined): ProfileEntry {
  const { remoteOk, birthday, skillRating, valuesRating } = values
  const entry: Record<ProfileField, string | undefined> = {
    standing: values.standing,
    standingDay: values.standingDay,
    reason: values.reason,
    stageReached: values.stageReached,
    advice: values.advice,
    fullName: values.fullName,
    email: values.email.join('\n'),
    phone: values.phone.join('\n'),
    profile: values.profile.join('\n'),
    consideredRole: values.consideredRole,
    headline: values.headline,
    company: values.company,
    jobFunction: values.jobFunction,
    seniority: values.seniority,
    careerStage: values.careerStage,
    skills: values.skills.map((skill) => skillUseText(skill, values.skillUses)).join(', '),
    location: values.location,
    remote: remoteOk === undefined ? undefined : remoteOk ? 'yes' : 'no',
    kind: values.kind,
    relation: values.relation,
    employment: values.employment,
    source: values.source,
    tier: values.tier,
    owner: ownerSlackId,
    nextTouch: values.nextTouch,
    bringBack: values.bringBack,
    birthDay: birthday?.slice(3),
    birthMonth: birthday?.slice(0, 2),
    skillScore: skillRating && String(skillRating.score),
    skillEvidence: skillRating?.evidence,
    valuesScore: valuesRating && String(valuesRating.score),
    valuesEvidence: valuesRating?.evidence,
  }
  const limits: Partial<Record<ProfileField, number>> = PROFILE_LIMITS
  return Object.fromEntries(
    (Object.entries(entry) as [ProfileField, string | undefined][]).map(([field, value = '']) => [
      field,
      truncate(value, limits[field] ?? value.length),
    ]),
  )
}

/** What somebody saw when the form opened, by the names of its texts: with it, two who edit at once do not write over each other. */
export type Seen<Field extends string = ProfileField> = Readonly<Partial<Record<Field, string>>>
type Texts<Field extends string> = { readonly [Name in Field]?: string | undefined }

export const seenOf = <Field extends string>(entry: Texts<Field>, fields: readonly Field[]): Seen<Field> =>
  Object.fromEntries(fields.map((field) => [field, fingerprint(plain(entry[field]))])) as Seen<Field>

const plain = (value: string | undefined): string => tidy(value ?? '')

/**
 * Between what was seen, what is typed and what is on record now: what whoever typed changed, and what of that somebody else changed
 * meanwhile to something else. What they left alone stays as it is now, whoever changed it.
 */
export function comparedWith<Field extends string>(
  seen: Seen<Field>,
  typed: Texts<Field>,
  now: Texts<Field>,
): { readonly changed: readonly Field[]; readonly conflicts: readonly Field[] } {
  const meant = (Object.keys(typed) as Field[]).filter((field) => {
    const text = plain(typed[field])
    return typed[field] !== undefined && fingerprint(text) !== seen[field] && text !== plain(now[field])
  })
  const conflicts = meant.filter((field) => fingerprint(plain(now[field])) !== seen[field])
  return { changed: meant.filter((field) => !conflicts.includes(field)), conflicts }
}
