/** What a row adds to somebody who is known already. Pure. */
import type { Candidate } from '../candidate/candidate.ts'
import { mergeCandidate, type ProfileFields, profileFieldsOf } from '../candidate/merge.ts'
import { fold } from '../shared/text.ts'
import type { ImportedPerson } from './imported.ts'

const wordsOf = (name: string): readonly string[] =>
  fold(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1)

/** One word of the name in common: an address or a number may be shared by an office or a family, and an exact merge must never be wrong. */
export function mayBeOne(name: string, other: string): boolean {
  const words = new Set(wordsOf(other))
  return wordsOf(name).some((word) => words.has(word)) || fold(name) === fold(other)
}

type Change = Partial<
  Pick<Candidate, Exclude<keyof ProfileFields, 'phone' | 'profileLink'> | 'headline' | 'company' | 'source' | 'zone'>
>

/** Only what changes: empty fields are filled, skills joined, the stricter standing wins; a row never empties or replaces anything. */
export function additionTo(person: Candidate, row: ImportedPerson): Change {
  const story = row.saysStanding
    ? {
        consideredRole: row.saysRole ? row.role : person.consideredRole,
        standing: row.standing,
        // A day that was only assumed moves no day that is known.
        standingDay: row.guessedDay && person.standing === 'told_no' ? person.standingDay : row.standingDay,
        stageReached: row.stageReached,
      }
    : {
        consideredRole: person.consideredRole,
        standing: person.standing,
        standingDay: person.standingDay,
        stageReached: person.stageReached ?? row.stageReached,
      }
  const none = {
    reason: undefined,
    bringBack: undefined,
    advice: undefined,
    ownerId: undefined,
    phone: undefined,
    profileLink: undefined,
  }
  const { fullName, skills, location, remoteOk, seniority, tier, nextTouch } = row
  const { merged } = mergeCandidate(profileFieldsOf(person, { phone: undefined, profileLink: undefined }), {
    ...none,
    ...story,
    fullName,
    skills,
    location,
    remoteOk,
    seniority,
    tier,
    nextTouch,
  })
  const { phone: _phone, profileLink: _link, ...fields } = merged
  const wanted: Change = {
    ...fields,
    headline: person.headline ?? row.headline,
    company: person.company ?? row.company,
    source: person.source ?? row.source,
    zone: person.zone ?? (fields.location === row.location ? row.zone : undefined),
  }
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !same(value, person[field as keyof Candidate])),
  )
}

const same = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((item) => other.includes(item))
    : one === other
