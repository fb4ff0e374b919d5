/** Judges what somebody changed in a section's form: every answer in its one form, or what is wrong with it. Pure. */
import { asBirthday } from '../../domain/candidate/birthday.ts'
import {
  CAREER_STAGES,
  EMPLOYMENTS,
  KINDS,
  NOT_HIRED_REASONS,
  RELATIONS,
  SENIORITIES,
  STANDINGS,
  TIERS,
} from '../../domain/candidate/candidate.ts'
import { JOB_FUNCTIONS } from '../../domain/candidate/job-function.ts'
import { phoneRegions } from '../../domain/candidate/phone-region.ts'
import { PROFILE_LIMITS, type ProfileEntry, type ProfileField } from '../../domain/candidate/profile-form.ts'
import { type ProfileChange, type ProfileValues, sameValue } from '../../domain/candidate/profile-values.ts'
import { asScore, checkEvidence, type Rating, type RatingKind } from '../../domain/candidate/rating.ts'
import { splitLocation } from '../../domain/candidate/silver-form.ts'
import {
  checkEmail,
  checkFullName,
  checkPhone,
  checkProfileLink,
  checkRole,
  checkText,
} from '../../domain/candidate/validate.ts'
import { locationZone } from '../../domain/pool/location.ts'
import { canonicalPlace } from '../../domain/pool/places.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { tidy, tidyLine } from '../../domain/shared/text.ts'
import type { ProfileProblem } from '../../domain/shared/words/profile-form.ts'
import { dayOf, line, oneOf, type ReadFor, skillList } from '../capture/read-silver.ts'

export type ProfileProblems = { readonly [Field in ProfileField]?: ProfileProblem }
type Checked<Value> = Result<Value, ProfileProblem>
type Reading = {
  readonly typed: ProfileEntry
  readonly now: ProfileValues
  /** The form as it would begin now. */
  readonly record: ProfileEntry
  readonly for: ReadFor
  /** Who judges, and when. */
  readonly as: Pick<Rating, 'by' | 'at'>
  /** The changed fields; the others stay what they are. */
  readonly changed: readonly ProfileField[]
}

/** More contacts of a kind than this are not one person's. */
const MOST_OF_A_KIND = 10

/** `owner` is looked up by whoever calls: what it may be is a matter of roles. */
export function readSection(reading: Reading): Result<ProfileChange, ProfileProblems> {
  const problems: { -readonly [Field in ProfileField]?: ProfileProblem } = {}
  const changes = reading.changed.map((field): ProfileChange => {
    const read = READ[field](tidyLine(reading.typed[field] ?? '') === '' ? '' : (reading.typed[field] ?? ''), reading)
    if (read.ok) return read.value
    problems[besides(field, read.refusal)] = read.refusal
    return {}
  })
  // What was said of the place says less than what was chosen of remote work.
  const change = Object.assign({}, ...changes, ...changes.filter((one) => 'remoteOk' in one && !('zone' in one)))
  const whole = { ...reading.now, ...change }
  if (whole.standing === 'told_no' && whole.standingDay === undefined && problems.standingDay === undefined)
    if (reading.changed.some((field) => field === 'standing' || field === 'standingDay'))
      problems.standingDay = { kind: 'day_missing' }
  return Object.keys(problems).length === 0 ? ok(change) : refuse(problems)
}

/** A rating without evidence is told where the evidence is missing, evidence without a rating where that is. */
function besides(field: ProfileField, { kind }: ProfileProblem): ProfileField {
  if (kind === 'score_missing')
    return field === 'skillEvidence' ? 'skillScore' : field === 'valuesEvidence' ? 'valuesScore' : field
  const isEvidence = kind === 'evidence_missing' || kind === 'evidence_thin' || kind === 'too_long'
  if (!isEvidence) return field
  return field === 'skillScore' ? 'skillEvidence' : field === 'valuesScore' ? 'valuesEvidence' : field
}

type Read = (typed: string, reading: Reading) => Checked<ProfileChange>

/** The answer under the name that the profile has for it. */
const as =
  <Field extends keyof ProfileChange>(field: Field, check: (typed: string) => Checked<ProfileChange[Field]>): Read =>
  (typed) => {
    const checked = check(typed)
    return checked.ok ? ok({ [field]: checked.value }) : checked
  }

/** A choice that cannot be none. */
const must =
  <Value>(check: (typed: string) => Checked<Value | undefined>) =>
  (typed: string): Checked<Value> => {
    const checked = check(typed)
    if (!checked.ok) return checked
    return checked.value === undefined ? refuse({ kind: 'not_offered' }) : ok(checked.value)
  }

const READ: Readonly<Record<ProfileField, Read>> = {
  standing: (typed) => {
    const standing = must(oneOf(STANDINGS))(typed)
    if (!standing.ok) return standing
    const open = standing.value === 'interviewing' || standing.value === 'not_told'
    return ok({ standing: standing.value, ...(open ? { standingDay: undefined } : {}) })
  },
  standingDay: (typed, { for: { today } }) =>
    as('standingDay', (day) => dayOf(day, (one) => (one > today ? 'day_ahead' : undefined)))(typed, NOTHING),
  reason: as('reason', oneOf(NOT_HIRED_REASONS)),
  stageReached: as('stageReached', line(PROFILE_LIMITS.stageReached)),
  advice: as('advice', checkText),
  fullName: as('fullName', checkFullName),
  email: as('email', each(checkEmail)),
  phone: (typed, { now, for: { zone } }) => {
    const place = now.location === undefined ? undefined : canonicalPlace(now.location)
    return as(
      'phone',
      each((one) => checkPhone(one, phoneRegions({ place, zone }))),
    )(typed, NOTHING)
  },
  profile: as('profile', each(checkProfileLink)),
  consideredRole: as('consideredRole', checkRole),
  headline: as('headline', line(PROFILE_LIMITS.headline)),
  company: as('company', line(PROFILE_LIMITS.company)),
  jobFunction: as('jobFunction', oneOf(JOB_FUNCTIONS)),
  seniority: as('seniority', oneOf(SENIORITIES)),
  careerStage: as('careerStage', oneOf(CAREER_STAGES)),
  skills: (typed, { now, for: { today } }) => {
    const read = skillList(today)(typed)
    if (!read.ok) return read
    const { skills, uses } = read.value
    return ok({
      ...(sameValue(skills, now.skills) ? {} : { skills }),
      ...(sameValue(uses, now.skillUses) ? {} : { skillUses: uses }),
    })
  },
  location: (typed) => {
    const checked = line(PROFILE_LIMITS.location)(typed)
    if (!checked.ok) return checked
    const { place: location, remoteOk } = splitLocation(checked.value ?? '')
    const zone = location === undefined ? undefined : locationZone(location)
    return ok({ location, zone, ...(remoteOk === undefined ? {} : { remoteOk }) })
  },
  remote: (typed) => {
    const answer = oneOf(['yes', 'no'])(typed)
    return answer.ok ? ok({ remoteOk: answer.value === undefined ? undefined : answer.value === 'yes' }) : answer
  },
  kind: as('kind', must(oneOf(KINDS))),
  relation: as('relation', oneOf(RELATIONS)),
  employment: as('employment', oneOf(EMPLOYMENTS)),
  source: as('source', line(PROFILE_LIMITS.source)),
  tier: as('tier', oneOf(TIERS)),
  owner: () => ok({}),
  nextTouch: (typed, { for: { today } }) =>
    as('nextTouch', (day) => dayOf(day, (one) => (one < today ? 'day_past' : undefined)))(typed, NOTHING),
  bringBack: as('bringBack', checkText),
  birthDay: birthday,
  birthMonth: birthday,
  skillScore: rating('skill'),
  skillEvidence: rating('skill'),
  valuesScore: rating('values'),
  valuesEvidence: rating('values'),
}
const NOTHING = {} as Reading

/** One a line; the first is the one that is used. */
function each(check: (typed: string) => Checked<string | undefined>) {
  return (typed: string): Checked<readonly string[]> => {
    const lines = typed.split('\n').filter((one) => one.trim() !== '')
    if (lines.length > MOST_OF_A_KIND) return refuse({ kind: 'too_many_contacts' })
    const values: string[] = []
    for (const one of lines) {
      const checked = check(one)
      if (!checked.ok) return checked
      if (checked.value !== undefined && !values.includes(checked.value)) values.push(checked.value)
    }
    return ok(values)
  }
}

/** Both of its fields say it together; the one that was left alone is as it stands now. */
function birthday(_typed: string, reading: Reading): Checked<ProfileChange> {
  const [day, month] = [whole(reading, 'birthDay'), whole(reading, 'birthMonth')]
  if (day === '' && month === '') return ok({ birthday: undefined })
  const read = asBirthday(`${month}-${day}`)
  return read === undefined ? refuse({ kind: 'no_birthday' }) : ok({ birthday: read })
}

const whole = ({ changed, typed, record }: Reading, field: ProfileField): string =>
  tidy((changed.includes(field) ? typed : record)[field] ?? '')

/** A score and what shows it are one answer; what is wrong with either stands beside it. */
function rating(kind: RatingKind): Read {
  return (_typed, reading) => {
    const [scoreText, evidenceText] = [whole(reading, `${kind}Score`), whole(reading, `${kind}Evidence`)]
    if (scoreText === '' && evidenceText === '') return ok({ [`${kind}Rating`]: undefined })
    const score = asScore(scoreText)
    if (score === undefined) return refuse({ kind: 'score_missing' })
    const evidence = checkEvidence(evidenceText)
    return evidence.ok ? ok({ [`${kind}Rating`]: { score, evidence: evidence.value, ...reading.as } }) : evidence
  }
}
