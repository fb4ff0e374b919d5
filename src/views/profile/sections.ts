/** What is on record of a person, in sections; what is unknown is left out. */
import type { KnownBlock } from '@slack/types'
import { birthdayInWords } from '../../domain/candidate/birthday.ts'
import { functionOf } from '../../domain/candidate/job-function.ts'
import type { ProfileSection } from '../../domain/candidate/profile-form.ts'
import type { Rating } from '../../domain/candidate/rating.ts'
import { expiryOf, type PermissionVerdict } from '../../domain/consent/permission.ts'
import { skillUseText } from '../../domain/pool/skill-uses.ts'
import { never } from '../../domain/shared/result.ts'
import { type Day, dayIn, type Instant, type Zone } from '../../domain/shared/time.ts'
import { permissionBases, reasons, standingLine } from '../../domain/shared/words/candidates.ts'
import { seniorities } from '../../domain/shared/words/capture.ts'
import { customFields as customWords, yesNo } from '../../domain/shared/words/custom-fields.ts'
import { profileCheck } from '../../domain/shared/words/pools.ts'
import { kinds, suppressed as suppressedWords, profile as words } from '../../domain/shared/words/profile.ts'
import {
  careerStages,
  employments,
  profileLabels as labels,
  relations,
  sectionForm,
  sections,
} from '../../domain/shared/words/profile-form.ts'
import { functions } from '../../domain/shared/words/query-builder.ts'
import { referral } from '../../domain/shared/words/referral.ts'
import type { ProfileModel } from '../../usecases/find/read-profile.ts'
import { dayInWords, mrkdwn, safe } from '../mrkdwn.ts'
import { flat } from '../people-list/person-row.ts'

type Detail = readonly [label: string, value: string | undefined]

export function sectionBlocks(model: ProfileModel, zone: Zone): readonly KnownBlock[] {
  const details: Readonly<Record<ProfileSection, readonly Detail[]>> = {
    standing: standing(model),
    contact: contact(model, zone),
    work: work(model),
    relationship: relationship(model, zone),
    birthday: birthday(model),
    ratings: ratings(model, zone),
  }
  return [
    ...drawn(Object.entries(details).map(([name, all]) => [sections[name as ProfileSection], all])),
    ...customBlocks(model),
  ]
}

const drawn = (all: readonly (readonly [heading: string, details: readonly Detail[]])[]): readonly KnownBlock[] =>
  all.flatMap(([heading, details]) => {
    const fields = details.flatMap(([label, value]) => (value === undefined ? [] : [mrkdwn(`*${label}*\n${value}`)]))
    return fields.length === 0 ? [] : [{ type: 'section', text: mrkdwn(`*${heading}*`), fields } as const]
  })

/** Ten fields a section; a message has room for the beginnings alone. */
function customBlocks({ person, fields }: ProfileModel): readonly KnownBlock[] {
  const all = fields.flatMap(({ id, name, kind }): Detail[] => {
    const value = person.custom[id]
    if (value === undefined) return []
    const shown =
      kind === 'yes_no' ? (value === 'yes' ? yesNo.yes : yesNo.no) : kind === 'date' ? dayInWords(value as Day) : value
    return [[safe(flat(name), 80), safe(flat(shown), 80)]]
  })
  return drawn([
    [customWords.section, all.slice(0, 10)],
    [customWords.section, all.slice(10, 20)],
  ])
}
const text = (value: string | undefined, max = 150) => (value === undefined ? undefined : safe(flat(value), max))

const standing = ({ person }: ProfileModel): readonly Detail[] => [
  [labels.standing, standingLine(person.standing, person.standingDay && dayInWords(person.standingDay))],
  [words.reason, person.reason && reasons[person.reason]],
  [words.stage, text(person.stageReached)],
  [words.advice, text(person.advice, 200)],
]

const contact = (model: ProfileModel, zone: Zone): readonly Detail[] => [
  [words.contacts, contactLines(model)],
  [words.permission, permissionLine(model, zone)],
]

function work({ person }: ProfileModel): readonly Detail[] {
  const { seniority, careerStage } = person
  const jobFunction = person.jobFunction ?? functionOf(person.consideredRole)
  const remote = person.remoteOk === undefined ? [] : [person.remoteOk ? words.remote : words.notRemote]
  const place = [...(person.location === undefined ? [] : [safe(flat(person.location), 120)]), ...remote].join(', ')
  return [
    [words.role, text(person.consideredRole)],
    [words.company, text(person.company)],
    [labels.jobFunction, jobFunction && functions[jobFunction]],
    [words.seniority, seniority && seniorities[seniority]],
    [labels.careerStage, careerStage && careerStages[careerStage]],
    [
      words.skills,
      text(person.skills.map((skill) => skillUseText(skill, person.skillUses)).join(', ') || undefined, 350),
    ],
    [words.location, place || undefined],
  ]
}

function relationship({ person, members, pools }: ProfileModel, zone: Zone): readonly Detail[] {
  const owner = person.ownerId === undefined ? undefined : members.get(person.ownerId)
  return [
    [words.kind, kinds[person.kind]],
    [labels.relation, person.relation && relations[person.relation]],
    [labels.employment, person.employment && employments[person.employment]],
    [words.source, text(sourceOf(person, members))],
    [words.tier, person.tier],
    [words.owner, owner === undefined ? words.nobody : text(owner)],
    [words.nextTouch, person.nextTouch && dayInWords(person.nextTouch)],
    [
      profileCheck.label,
      person.checkedAt === undefined ? profileCheck.never : dayInWords(dayIn(person.checkedAt, zone)),
    ],
    [words.pools, text(pools.map((pool) => pool.name).join(', ') || undefined, 250)],
  ]
}

const birthday = ({ person }: ProfileModel): readonly Detail[] => [
  [sections.birthday, person.birthday && birthdayInWords(person.birthday)],
]

/** Each with what shows it, who judged and when. */
const ratings = ({ ratings: { skill, values }, members }: ProfileModel, zone: Zone): readonly Detail[] => {
  const shown = (rating: Rating | undefined) =>
    rating &&
    [
      `*${sectionForm.score(rating.score)}* · ${sectionForm.internal}`,
      safe(flat(rating.evidence), 300),
      `${words.by(safe(flat(members.get(rating.by) ?? words.somebody), 60))}, ${dayInWords(dayIn(rating.at, zone))}`,
    ].join('\n')
  return [
    [labels.skillScore, shown(skill)],
    [labels.valuesScore, shown(values)],
  ]
}

const contactLines = ({ contacts }: ProfileModel): string | undefined =>
  contacts.length === 0
    ? undefined
    : contacts
        .slice(0, 6)
        .map(({ value }) => safe(flat(value), 100))
        .join('\n')

function permissionLine({ permission, barred }: ProfileModel, zone: Zone): string {
  const said = barred.suppressed.map((reason) => suppressedWords[reason])
  return [verdictWords(permission, (at) => dayInWords(dayIn(at, zone))), ...said].join('; ')
}

/** What is on record of their permission, and until when. */
export function verdictWords(verdict: PermissionVerdict, day: (at: Instant) => string): string {
  switch (verdict.kind) {
    case 'valid':
      return words.permissionValid(permissionBases[verdict.record.basis], day(expiryOf(verdict.record)))
    case 'missing':
      return words.permissionMissing
    case 'expired':
      return words.permissionExpired(day(verdict.at))
    case 'withdrawn':
      return words.permissionWithdrawn(day(verdict.at))
    default:
      return never(verdict)
  }
}

/** Where they came from, and by whom. */
function sourceOf(
  { source, referredBy }: ProfileModel['person'],
  members: ProfileModel['members'],
): string | undefined {
  const referrer = referredBy === undefined ? undefined : members.get(referredBy)
  return referrer === undefined ? source : referral.profile(source ?? 'referral', referrer)
}
