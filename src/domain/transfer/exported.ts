/**
 * A person as a row of a table and as a JSON Resume. Pure; what only our own eyes should see (notes, reasons) is in neither. The table is for
 * colleagues who may see ratings, and has them; a JSON Resume may leave us.
 */
import type { Candidate } from '../candidate/candidate.ts'
import type { RatingKind, Ratings } from '../candidate/rating.ts'
import { type SkillUse, skillUseText } from '../pool/skill-uses.ts'
import { skillLabel } from '../pool/skills.ts'
import { csvLine } from '../shared/csv.ts'
import { fold } from '../shared/text.ts'
import { dayIn, type Zone } from '../shared/time.ts'
import { standings } from '../shared/words/candidates.ts'
import { ownHeading } from './columns.ts'
import type { ImportedContact } from './imported.ts'

export type ExportedPerson = {
  readonly person: Candidate
  readonly contacts: readonly ImportedContact[]
  /** Of the relationship owner. */
  readonly owner: string | undefined
  readonly ratings?: Ratings | undefined
}

type Column = readonly [heading: string, cell: (one: ExportedPerson, zone: Zone) => string | undefined]

const contactOf = (kind: ImportedContact['kind']) => (one: ExportedPerson) =>
  one.contacts.find((contact) => contact.kind === kind)?.value

const inWords = (code: string | undefined): string | undefined => code?.replaceAll('_', ' ')
function scoreOf(kind: RatingKind) {
  return ({ ratings }: ExportedPerson) => ratings?.[kind] && String(ratings[kind].score)
}
function evidenceOf(kind: RatingKind) {
  return ({ ratings }: ExportedPerson) => ratings?.[kind]?.evidence
}

/** The headings are those that an import reads, so that what was exported can come back. */
const COLUMNS: readonly Column[] = [
  ['Name', ({ person }) => person.fullName],
  ['Email', contactOf('email')],
  ['Phone', contactOf('phone')],
  ['Profile link', contactOf('profile')],
  ['Role', ({ person }) => person.consideredRole],
  ['Headline', ({ person }) => person.headline],
  ['Company', ({ person }) => person.company],
  ['Location', ({ person }) => whereIs(person)],
  ['Skills', ({ person }) => person.skills.map((skill) => skillUseText(skill, person.skillUses)).join(', ')],
  ['Seniority', ({ person }) => person.seniority],
  ['Function', ({ person }) => person.jobFunction],
  ['Career stage', ({ person }) => inWords(person.careerStage)],
  ['Employment', ({ person }) => inWords(person.employment)],
  ['Tier', ({ person }) => person.tier],
  ['Kind', ({ person }) => inWords(person.kind)],
  ['Relation', ({ person }) => person.relation],
  ['Status', ({ person }) => standings[person.standing].replace(' on…', '')],
  ['Status date', ({ person }) => person.standingDay],
  ['Stage', ({ person }) => person.stageReached],
  ['Source', ({ person }) => person.source],
  ['Owner', ({ owner }) => owner],
  ['Skill fit', scoreOf('skill')],
  ['Skill fit evidence', evidenceOf('skill')],
  ['Values alignment', scoreOf('values')],
  ['Values alignment evidence', evidenceOf('values')],
  ['Last contacted', ({ person }, zone) => person.lastTouchAt && dayIn(person.lastTouchAt, zone)],
  ['Next touch', ({ person }) => person.nextTouch],
]

const whereIs = ({ location, remoteOk }: Candidate): string =>
  [location, remoteOk === undefined ? undefined : remoteOk ? 'remote' : 'not remote'].filter(Boolean).join(', ')

/** One of the workspace's own fields. */
type OwnField = { readonly id: string; readonly name: string }

/** The workspace's own fields stand behind the others. */
export const exportHeading = (fields: readonly OwnField[] = []): string =>
  csvLine([
    ...COLUMNS.map(([heading]) => heading),
    ...fields.map(({ name }) => ownHeading(name, (heading) => COLUMNS.some(([one]) => fold(one) === fold(heading)))),
  ])
export const exportLine = (one: ExportedPerson, zone: Zone, fields: readonly OwnField[] = []): string =>
  csvLine([...COLUMNS.map(([, cell]) => cell(one, zone)), ...fields.map(({ id }) => one.person.custom[id])])

/** What JSON Resume has no field of its own for. */
function levelOf(uses: readonly SkillUse[], skill: string): string | undefined {
  const { years, last } = uses.find((use) => use.skill === skill) ?? {}
  const parts = [
    ...(years === undefined ? [] : [years === 1 ? '1 year' : `${years} years`]),
    ...(last === undefined ? [] : [`last used in ${last}`]),
  ]
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** jsonresume.org, version 1.0.0. */
export function jsonResume({ person, contacts }: ExportedPerson): object {
  const first = (kind: ImportedContact['kind']) => contacts.find((contact) => contact.kind === kind)?.value
  const links = contacts.filter(({ kind }) => kind === 'profile').map(({ value }) => value)
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: {
      name: person.fullName,
      label: person.headline ?? person.consideredRole,
      email: first('email'),
      phone: first('phone'),
      location: person.location === undefined ? undefined : { city: person.location },
      profiles: links.map((url) => ({ network: new URL(url).hostname.replace(/^www\./, ''), url })),
    },
    work: person.company === undefined ? [] : [{ name: person.company, position: person.headline }],
    skills: person.skills.map((skill) => ({ name: skillLabel(skill), level: levelOf(person.skillUses, skill) })),
    meta: { canonical: `urn:uuid:${person.id}` },
  }
}
