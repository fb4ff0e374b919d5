/** A person as a row of a table and as a JSON Resume. Pure; what only our own eyes should see (notes, ratings, reasons) is in neither. */
import type { Candidate } from '../candidate/candidate.ts'
import { skillLabel } from '../pool/skills.ts'
import { csvLine } from '../shared/csv.ts'
import { dayIn, type Zone } from '../shared/time.ts'
import { standings } from '../shared/words/candidates.ts'
import type { ImportedContact } from './imported.ts'

export type ExportedPerson = {
  readonly person: Candidate
  readonly contacts: readonly ImportedContact[]
  /** Of the relationship owner. */
  readonly owner: string | undefined
}

type Column = readonly [heading: string, cell: (one: ExportedPerson, zone: Zone) => string | undefined]

const contactOf = (kind: ImportedContact['kind']) => (one: ExportedPerson) =>
  one.contacts.find((contact) => contact.kind === kind)?.value

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
  ['Skills', ({ person }) => person.skills.map(skillLabel).join(', ')],
  ['Seniority', ({ person }) => person.seniority],
  ['Tier', ({ person }) => person.tier],
  ['Kind', ({ person }) => person.kind.replaceAll('_', ' ')],
  ['Status', ({ person }) => standings[person.standing].replace(' on…', '')],
  ['Status date', ({ person }) => person.standingDay],
  ['Stage', ({ person }) => person.stageReached],
  ['Source', ({ person }) => person.source],
  ['Owner', ({ owner }) => owner],
  ['Last contacted', ({ person }, zone) => person.lastTouchAt && dayIn(person.lastTouchAt, zone)],
  ['Next touch', ({ person }) => person.nextTouch],
]

const whereIs = ({ location, remoteOk }: Candidate): string =>
  [location, remoteOk === undefined ? undefined : remoteOk ? 'remote' : 'not remote'].filter(Boolean).join(', ')

export const exportHeading = (): string => csvLine(COLUMNS.map(([heading]) => heading))
export const exportLine = (one: ExportedPerson, zone: Zone): string =>
  csvLine(COLUMNS.map(([, cell]) => cell(one, zone)))

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
    skills: person.skills.map((skill) => ({ name: skillLabel(skill) })),
    meta: { canonical: `urn:uuid:${person.id}` },
  }
}
