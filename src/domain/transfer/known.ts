/** What a row adds to somebody who is known already. Pure. */
import type { Candidate } from '../candidate/candidate.ts'
import { mergeCandidate, type ProfileFields, profileFieldsOf } from '../candidate/merge.ts'
import { joinedUses } from '../pool/skill-uses.ts'
import { sameValue } from '../shared/same-value.ts'
import type { ImportedPerson } from './imported.ts'

type Change = Partial<
  Pick<
    Candidate,
    | Exclude<keyof ProfileFields, 'phone' | 'profileLink'>
    | 'headline'
    | 'source'
    | 'zone'
    | 'jobFunction'
    | 'careerStage'
    | 'employment'
    | 'relation'
    | 'skillUses'
    | 'custom'
  >
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
  const { fullName, skills, location, remoteOk, seniority, tier, nextTouch, company } = row
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
    company,
  })
  const { phone: _phone, profileLink: _link, ...fields } = merged
  const wanted: Change = {
    ...fields,
    headline: person.headline ?? row.headline,
    source: person.source ?? row.source,
    jobFunction: person.jobFunction ?? row.jobFunction,
    careerStage: person.careerStage ?? row.careerStage,
    employment: person.employment ?? row.employment,
    relation: person.relation ?? row.relation,
    skillUses: joinedUses(fields.skills, person.skillUses, row.skillUses),
    custom: { ...row.custom, ...person.custom },
    zone: person.zone ?? (fields.location === row.location ? row.zone : undefined),
  }
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !sameValue(value, person[field as keyof Candidate])),
  )
}
