/**
 * What becomes of a form when its e-mail is already known: the side-by-side view shows each difference with the side that the
 * rules would take, and a person may take the other one. Nothing here contacts or forgets anybody; near-misses and facts of both
 * sides stay as rows of their own, this decides only what the profile shows.
 */
import { fold } from '../shared/text.ts'
import type { Candidate } from './candidate.ts'
import { MAX_TEXT } from './validate.ts'

/** The fields that the form and the profile share. */
export type ProfileFields = Pick<
  Candidate,
  | 'fullName'
  | 'consideredRole'
  | 'standing'
  | 'standingDay'
  | 'reason'
  | 'stageReached'
  | 'bringBack'
  | 'advice'
  | 'skills'
  | 'location'
  | 'remoteOk'
  | 'seniority'
  | 'tier'
  | 'ownerId'
  | 'nextTouch'
  | 'company'
> & { readonly phone: string | undefined; readonly profileLink: string | undefined }
export type MergeField = keyof ProfileFields

/** The fields of somebody on record that a merge compares. */
export function profileFieldsOf(
  person: Candidate,
  contacts: Pick<ProfileFields, 'phone' | 'profileLink'>,
): ProfileFields {
  const { fullName, consideredRole, standing, standingDay, reason, stageReached, bringBack, advice } = person
  const { skills, location, remoteOk, seniority, tier, ownerId, nextTouch, company } = person
  const story = { fullName, consideredRole, standing, standingDay, reason, stageReached, bringBack, advice }
  return { ...story, skills, location, remoteOk, seniority, tier, ownerId, nextTouch, company, ...contacts }
}
export type Side = 'existing' | 'typed'

export type Difference = {
  readonly field: MergeField
  readonly existing: ProfileFields[MergeField]
  readonly typed: ProfileFields[MergeField]
  readonly merged: ProfileFields[MergeField]
  /**
   * `kept` and `replaced` are choices that a person may turn round; `filled` was empty before; `joined` has both;
   * `stricter` is the standing that lets fewer messages out, with what belongs to it.
   */
  readonly outcome: 'kept' | 'replaced' | 'filled' | 'joined' | 'stricter'
}
export type Merge = { readonly merged: ProfileFields; readonly differences: readonly Difference[] }

/** One process is one story: its role, standing, day, reason and stage come from the same side. */
const STORY = [
  'consideredRole',
  'standing',
  'standingDay',
  'reason',
  'stageReached',
] as const satisfies readonly MergeField[]
const REST = [
  'fullName', 'phone', 'profileLink', 'bringBack', 'advice', 'skills', 'location', 'remoteOk', 'seniority', 'tier', 'ownerId', 'nextTouch', 'company',
] as const satisfies readonly MergeField[] // biome-ignore format: a list

/** `choices` are what the person picked in the view; a pick within the story moves the whole story. */
export function mergeCandidate(
  existing: ProfileFields,
  typed: ProfileFields,
  choices: Partial<Record<MergeField, Side>> = {},
): Merge {
  const story = mergeStory(existing, typed, choices)
  const rest = Object.fromEntries(REST.map((field) => [field, mergeField(field, existing, typed, choices[field])]))
  const merged: ProfileFields = { ...existing, ...story.fields, ...rest }
  const differences = [...STORY, ...REST].flatMap((field): Difference[] => {
    const [before, now, after] = [existing[field], typed[field], merged[field]]
    if (isEmpty(now) || same(before, now)) return []
    const stricter = (STORY as readonly MergeField[]).includes(field) && story.outcome === 'stricter'
    return [
      {
        field,
        existing: before,
        typed: now,
        merged: after,
        outcome: stricter ? 'stricter' : outcomeOf(before, now, after),
      },
    ]
  })
  return { merged, differences }
}

function outcomeOf(before: Value, now: Value, after: Value): Difference['outcome'] {
  if (isEmpty(before)) return 'filled'
  if (same(after, before)) return 'kept'
  if (Array.isArray(after)) return 'joined'
  return same(after, now) ? 'replaced' : 'joined'
}

type Value = ProfileFields[MergeField]

function mergeField(
  field: (typeof REST)[number],
  existing: ProfileFields,
  typed: ProfileFields,
  choice: Side | undefined,
): Value {
  const [before, now] = [existing[field], typed[field]]
  if (isEmpty(now)) return before
  if (isEmpty(before) || choice === 'typed') return now
  if (choice === 'existing') return before
  if (field === 'skills') return [...new Set([...existing.skills, ...typed.skills])]
  if (typeof before !== 'string' || typeof now !== 'string') return before
  if (field === 'bringBack' || field === 'advice') return joinTexts(before, now)
  // The earlier touch: a promise already made is kept even where the form says later.
  if (field === 'nextTouch' && now < before) return now
  return before
}

function joinTexts(before: string, now: string): string {
  if (fold(before).includes(fold(now))) return before
  if (fold(now).includes(fold(before))) return now
  const both = `${before}\n${now}`
  return both.length <= MAX_TEXT ? both : before
}

// Who may be written to least comes first; `told_no` waits for its re-contact window.
const STRICTNESS = { hired: 5, interviewing: 4, not_told: 3, told_no: 2, declined_offer: 1, withdrew: 0 } as const

type Story = Pick<ProfileFields, (typeof STORY)[number]>

function mergeStory(
  existing: ProfileFields,
  typed: ProfileFields,
  choices: Partial<Record<MergeField, Side>>,
): { fields: Story; outcome: 'stricter' | 'plain' } {
  const picked = STORY.map((field) => choices[field]).find((choice) => choice !== undefined)
  const sameProcess = fold(existing.consideredRole) === fold(typed.consideredRole)
  const winner = picked ?? stricterSide(existing, typed)
  const [first, second] = winner === 'typed' ? [typed, existing] : [existing, typed]
  const fields: Story = {
    consideredRole: first.consideredRole,
    standing: first.standing,
    // What the other side knows of the same process and the same standing fills the gaps.
    standingDay:
      first.standingDay ?? (sameProcess && first.standing === second.standing ? second.standingDay : undefined),
    reason: first.reason ?? (sameProcess ? second.reason : undefined),
    stageReached: first.stageReached ?? (sameProcess ? second.stageReached : undefined),
  }
  return { fields, outcome: picked === undefined && existing.standing !== typed.standing ? 'stricter' : 'plain' }
}

/** Fails closed: the side that lets fewer messages out; of two rejections the later one, whose window ends later; else what was there. */
function stricterSide(existing: ProfileFields, typed: ProfileFields): Side {
  const more = STRICTNESS[typed.standing] - STRICTNESS[existing.standing]
  if (more !== 0) return more > 0 ? 'typed' : 'existing'
  // The same process, typed again, is a correction only where it says more; another one is newer.
  if (existing.standingDay === undefined || typed.standingDay === undefined) return 'existing'
  return typed.standingDay > existing.standingDay ? 'typed' : 'existing'
}

const isEmpty = (value: Value): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function same(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item) => b.includes(item))
  return typeof a === 'string' && typeof b === 'string' ? a === b || (fold(a) === fold(b) && fold(a) !== '') : a === b
}
