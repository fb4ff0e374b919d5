/** What an edit of a profile writes, and how two of its values compare. */
import type { Candidate } from './candidate.ts'
import { asCustomValues, customChanged, customTakenBack } from './custom-field.ts'
import type { Rating, RatingKind, Ratings } from './rating.ts'

/** Of each kind, first the one that is used. */
export type ContactValues = Readonly<Record<'email' | 'phone' | 'profile', readonly string[]>>

/** Of a person's row what the sections show, with what goes along: the job of a role, the time zone of a place. */
const ROW_FIELDS = [
  'standing', 'standingDay', 'reason', 'stageReached', 'advice', 'fullName', 'consideredRole', 'jobId', 'headline', 'company', 'jobFunction',
  'seniority', 'careerStage', 'skills', 'skillUses', 'custom', 'location', 'zone', 'remoteOk', 'kind', 'relation', 'employment', 'source', 'tier', 'ownerId',
  'nextTouch', 'bringBack', 'birthday',
] as const satisfies readonly (keyof Candidate)[] // biome-ignore format: a list
const CONTACT_FIELDS = ['email', 'phone', 'profile'] as const satisfies readonly (keyof ContactValues)[]

const RATING_FIELDS = { skillRating: 'skill', valuesRating: 'values' } as const satisfies Record<string, RatingKind>

type RowValues = Pick<Candidate, (typeof ROW_FIELDS)[number]>
type RatingValues = { readonly [Field in keyof typeof RATING_FIELDS]: Rating | undefined }
export type ProfileValues = RowValues & ContactValues & RatingValues
export type ProfileValue = keyof ProfileValues
/** Only what is named is written; `undefined` clears. */
export type ProfileChange = { readonly [Field in ProfileValue]?: ProfileValues[Field] | undefined }

/** The parts of a change that are the person's row, their contacts, and what is thought of them. */
export function partsOf(change: ProfileChange): {
  readonly row: { readonly [Field in keyof RowValues]?: RowValues[Field] | undefined }
  readonly contacts: readonly (readonly [keyof ContactValues, readonly string[]])[]
  readonly ratings: readonly (readonly [RatingKind, Rating | undefined])[]
} {
  const row = Object.fromEntries(ROW_FIELDS.flatMap((field) => (field in change ? [[field, change[field]]] : [])))
  const contacts = CONTACT_FIELDS.flatMap((kind) => {
    const values = change[kind]
    return values === undefined ? [] : [[kind, values] as const]
  })
  const ratings = (Object.keys(RATING_FIELDS) as (keyof RatingValues)[]).flatMap((field) =>
    field in change ? [[RATING_FIELDS[field], change[field]] as const] : [],
  )
  return { row, contacts, ratings }
}

export const valuesOf = (person: Candidate, contacts: ContactValues, ratings: Ratings): ProfileValues => ({
  ...person,
  ...contacts,
  skillRating: ratings.skill,
  valuesRating: ratings.values,
})

/** Of a change what was before. */
export const beforeOf = (values: ProfileValues, change: ProfileChange): ProfileChange =>
  Object.fromEntries(namedIn(change).map((field) => [field, values[field]]))

export const namedIn = (change: ProfileChange): readonly ProfileValue[] =>
  [...ROW_FIELDS, ...CONTACT_FIELDS, ...(Object.keys(RATING_FIELDS) as (keyof RatingValues)[])].filter(
    (field) => field in change,
  )

/** What is not there is as `null`, so that what was kept as JSON compares as well. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** What taking an edit back writes: whatever is still as the edit left it. */
export function takenBack(now: ProfileValues, before: ProfileChange, after: ProfileChange): ProfileChange {
  const fields = namedIn(after).filter((field) => field !== 'custom' && sameValue(now[field], after[field]))
  const change: ProfileChange = Object.fromEntries(fields.map((field) => [field, before[field] ?? undefined]))
  if (!('custom' in after)) return change
  const custom = customTakenBack(now.custom, asCustomValues(before.custom), asCustomValues(after.custom))
  return customChanged(custom, now.custom).length === 0 ? change : { ...change, custom }
}
