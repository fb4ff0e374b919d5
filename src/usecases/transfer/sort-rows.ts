/** Who of a batch is new, who is known, and who can be neither. */
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { isAboutTheAddress } from '../../domain/consent/suppression.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { RefusalReason } from '../../domain/shared/words/transfer.ts'
import type { ImportedRow } from '../../domain/transfer/imported.ts'
import { mayBeOne } from '../../domain/transfer/may-be-one.ts'
import type { FoundContact, KnownPerson } from '../ports/imports.ts'
import type { Tx } from '../ports/unit-of-work.ts'

export type RefusedRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly reasons: readonly RefusalReason[]
}
/** A row with what is on record of its contacts. */
export type LookedUpRow = {
  readonly row: ImportedRow
  readonly contacts: readonly FoundContact[]
  /** They told us at one of these addresses not to write. */
  readonly saidNo: boolean
}
export type KnownRow = LookedUpRow & { readonly known: KnownPerson }
/** Who would be there by now, by the keys of their contacts: a dry run leaves no rows to look them up in. */
export type Imagined = Map<string, Imaginary>
/** With an id where they are on record. */
export type Imaginary = Pick<Candidate, 'fullName' | 'kind'> & { readonly id?: CandidateId }
type ImaginedRow = LookedUpRow & { readonly somebody: Imaginary }

export type Sorted = {
  readonly fresh: readonly LookedUpRow[]
  readonly known: readonly KnownRow[]
  /** In a dry run: they would be known by then. */
  readonly imagined: readonly ImaginedRow[]
  /** A contact of theirs is one that a row before them brings; whose it is can be told once those are kept. */
  readonly again: readonly ImportedRow[]
  readonly refused: readonly RefusedRow[]
}

export async function sortRows(
  tx: Tx,
  rows: readonly ImportedRow[],
  how: 'lock' | 'look',
  imagined: Imagined,
): Promise<Sorted> {
  const looked = await lookUpRows(tx, rows)
  const owners = new Set(looked.flatMap(({ contacts }) => contacts.flatMap(({ owner }) => owner ?? [])))
  const people = await tx.imports.people([...owners], how)
  const [fresh, known, again, refused] = [
    [] as LookedUpRow[],
    [] as KnownRow[],
    [] as ImportedRow[],
    [] as RefusedRow[],
  ]
  const wouldBeKnown: ImaginedRow[] = []
  const taken = new Set<string>()
  for (const one of looked) {
    const whose = whoseRow(one, people, imagined)
    if (!whose.ok) refused.push({ row: one.row.row, cells: one.row.cells, reasons: [whose.refusal] })
    else {
      const unowned = one.contacts.filter(({ owner }) => owner === undefined).map(({ key }) => key)
      if (unowned.some((key) => taken.has(key))) again.push(one.row)
      else if (whose.value === 'nobody') fresh.push(one)
      else if ('person' in whose.value) known.push({ ...one, known: whose.value })
      else wouldBeKnown.push({ ...one, somebody: whose.value })
      for (const key of unowned) taken.add(key)
    }
  }
  return { fresh, known, imagined: wouldBeKnown, again, refused }
}

async function lookUpRows(tx: Tx, rows: readonly ImportedRow[]): Promise<readonly LookedUpRow[]> {
  const found = await tx.imports.find(rows.flatMap(({ person }) => person.contacts))
  let next = 0
  return rows.map((row) => {
    const all = found.slice(next, next + row.person.contacts.length)
    next += row.person.contacts.length
    const contacts = [...new Map(all.map((contact) => [contact.key, contact])).values()]
    const saidNo = contacts.some(({ suppressed }) => suppressed.some((reason) => !isAboutTheAddress(reason)))
    return { row, contacts, saidNo }
  })
}

function whoseRow(
  { row, contacts }: LookedUpRow,
  people: ReadonlyMap<CandidateId, KnownPerson>,
  imagined: Imagined,
): Result<KnownPerson | Imaginary | 'nobody', RefusalReason> {
  if (contacts.some(({ suppressed }) => suppressed.includes('erased'))) return refuse({ kind: 'erased' })
  const owners = contacts.flatMap(({ kind, value, owner, key }) => {
    const somebody = owner === undefined ? imagined.get(key) : people.get(owner)
    return somebody === undefined ? [] : [{ kind, value, somebody }]
  })
  const [first, ...others] = owners
  if (first === undefined) return ok('nobody')
  if (others.some(({ somebody }) => idOf(somebody) !== idOf(first.somebody))) return refuse({ kind: 'several_people' })
  const { fullName, kind } = 'person' in first.somebody ? first.somebody.person : first.somebody
  if (!mayBeOne(row.person.fullName, fullName, owners)) return refuse({ kind: 'another_name', by: first.kind })
  // What was told of one of our own staff is not for everybody who sees the record.
  if (row.person.kind === 'internal' && kind !== 'internal') return refuse({ kind: 'seen_by_all' })
  return ok(first.somebody)
}

/** Somebody whom a dry run imagines is told by the very object. */
const idOf = (somebody: KnownPerson | Imaginary): CandidateId | Imaginary =>
  'person' in somebody ? somebody.person.id : (somebody.id ?? somebody)
