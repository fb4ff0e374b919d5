/** Reads the head of a table: which column holds what, by its heading and, where that says nothing, by what stands in it. */
import { fieldSlug } from '../pool/query/custom.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { fold } from '../shared/text.ts'
import { fieldOfContent } from './cell-content.ts'
import { type ColumnField, isEither, type Mapping, OF_APPLICANTS } from './fields.ts'
import { fieldOfHeading, hintOfHeading, isSomebodyElse, plainHeading } from './headings.ts'
import type { OwnField } from './own-fields.ts'

export type Columns = {
  readonly mapping: Mapping
  /** As the file calls them; without a heading `Column 3`. */
  readonly names: readonly string[]
  /** Names of the columns that are not read. */
  readonly ignored: readonly string[]
  /** Whether the first row is a heading and not a person. */
  readonly headed: boolean
  /** A row with more in it has slipped: a comma that should have stood between quotation marks. */
  readonly width: number
}
/** What a person decided of single columns (from 0); `none` is not read. */
export type ChosenColumns = Readonly<Record<number, ColumnField | 'none'>>

/** Field to the names of its columns; of no names it is not read. */
export type ByHand = Readonly<Partial<Record<ColumnField, readonly string[]>>>

export type ColumnsProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'no_names' | 'no_contacts'; readonly names: readonly string[] }

/** What an own field is headed in our files where its name alone is another column's. */
const CUSTOM = ' (custom)'
export const ownHeading = (name: string, isTaken: (heading: string) => boolean): string =>
  isTaken(name) || fieldOfHeading(name) !== undefined ? name + CUSTOM : name

/** An own field by its name, where that says nothing else; said to be one, it always is. */
function ownColumns(first: readonly string[], own: readonly OwnField[]): readonly (readonly [ColumnField, number])[] {
  const named = (heading: (field: OwnField) => string, at: readonly number[]) =>
    own.flatMap((field) =>
      at.flatMap((column) =>
        fieldSlug(first[column] ?? '') === fieldSlug(heading(field)) ? [[`own:${field.id}`, column] as const] : [],
      ),
    )
  const all = first.map((_, at) => at)
  const unsaid = all.filter((at) => fieldOfHeading(first[at] ?? '') === undefined)
  return [...named(({ name }) => name + CUSTOM, all), ...named(({ name }) => name, unsaid)]
}

/** Contacts, notes and what shows a wish or an application: each column counts. Of the others two would contradict each other. */
export const SEVERAL: ReadonlySet<ColumnField> = new Set([
  'email',
  'phone',
  'profileLink',
  'note',
  'skills',
  'applied',
  'doNotContact',
])

/**
 * `rows` are the first rows of the file, the heading among them. A person's mapping by hand comes on top: field to the name of a column, or
 * column by column.
 */
export function mapColumns(
  rows: readonly (readonly string[])[],
  byHand: ByHand = {},
  chosen: ChosenColumns = {},
  own: readonly OwnField[] = [],
): Result<Columns, ColumnsProblem> {
  const [first] = rows
  if (first === undefined || first.every((cell) => cell.trim() === '')) return refuse({ kind: 'empty' })
  const headed = isHeading(first)
  const body = headed ? rows.slice(1) : rows
  const width = Math.max(first.length, ...body.map((row) => row.length))
  const names = Array.from({ length: width }, (_, at) => (headed && first[at]?.trim()) || `Column ${at + 1}`)
  const found = new Map<ColumnField, number[]>()
  const taken = new Set<number>()
  const take = (field: ColumnField, at: number) => {
    if (taken.has(at) || (found.has(field) && !SEVERAL.has(field))) return
    taken.add(at)
    found.set(field, [...(found.get(field) ?? []), at])
  }
  const left = new Set<number>()
  for (const [column, field] of Object.entries(chosen)) {
    const at = Number(column)
    if (field !== 'none') take(field, at)
    if (!taken.has(at)) left.add(at)
  }
  for (const at of left) taken.add(at)
  for (const [field, wanted] of Object.entries(byHand) as [ColumnField, readonly string[]][]) {
    for (const name of wanted) {
      const at = names.findIndex((one) => plainHeading(one) === plainHeading(name))
      if (at >= 0) take(field, at)
    }
  }
  const applied = headed && first.some(saysApplied)
  if (headed) {
    for (const [field, at] of ownColumns(first, own)) take(field, at)
    for (const [at, heading] of first.entries()) {
      const either: boolean = applied && isEither(plainHeading(heading)) && !first.some(isRole)
      const field: ColumnField | undefined = either ? 'role' : fieldOfHeading(heading)
      if (field !== undefined && byHand[field] === undefined) take(field, at)
    }
  }
  // A heading is surer than a look: where one says what the address is, another column of addresses is somebody else's.
  const said = new Set(found.keys())
  const headings = headed ? first.findLastIndex((cell) => cell.trim() !== '') + 1 : width
  for (let at = 0; at < headings; at += 1) {
    if (taken.has(at) || (headed && isSomebodyElse(first[at] ?? ''))) continue
    const field = fieldOfContent(body.map((row) => row[at] ?? ''))
    if (field === 'fullName' && (found.has('firstName') || found.has('lastName'))) continue
    if (field === undefined || byHand[field] !== undefined) continue
    if (!said.has(field) || (headed && hintOfHeading(first[at] ?? '') === field)) take(field, at)
  }
  const byPerson = byHand.fullName !== undefined || Object.values(chosen).includes('fullName')
  const [named] = byPerson ? [] : (found.get('fullName') ?? [])
  const [given] = found.get('firstName') ?? []
  if (named !== undefined && given !== undefined && !found.has('lastName') && isFamilyName(names, body, named, given)) {
    found.set('lastName', [named])
    found.delete('fullName')
  }
  if (named !== undefined && given === undefined && found.has('lastName') && isBareName(names[named] ?? '')) {
    found.set('firstName', [named])
    found.delete('fullName')
  }
  if (!found.has('fullName') && !found.has('firstName') && !found.has('lastName'))
    return refuse({ kind: 'no_names', names })
  if (!found.has('email') && !found.has('phone') && !found.has('profileLink'))
    return refuse({ kind: 'no_contacts', names })
  return ok({
    mapping: Object.fromEntries(found),
    names,
    headed,
    width: Math.max(headings, ...[...found.values()].flat().map((at) => at + 1)),
    ignored: names.filter((_, at) => !taken.has(at) || left.has(at)),
  })
}

const isBareName = (heading: string): boolean => /^(?:name|nom|naam)$/.test(plainHeading(heading))
const isRole = (heading: string): boolean => fieldOfHeading(heading) === 'role'
const saysApplied = (heading: string): boolean => {
  const field = fieldOfHeading(heading)
  return OF_APPLICANTS.some((one) => one === field)
}

/** "Name" beside "First name": the two together are the whole, unless the one has the other in it already. */
function isFamilyName(
  names: readonly string[],
  body: readonly (readonly string[])[],
  named: number,
  given: number,
): boolean {
  if (!isBareName(names[named] ?? '')) return false
  return !body.some(
    (row) => fold(row[given] ?? '') !== '' && fold(row[named] ?? '').startsWith(`${fold(row[given] ?? '')} `),
  )
}

/** A row with an address or a link in it is a person; headings have none. */
function isHeading(row: readonly string[]): boolean {
  if (row.some((cell) => fieldOfContent([cell]) === 'email' || fieldOfContent([cell]) === 'profileLink')) return false
  return row.some((cell) => fieldOfHeading(cell) !== undefined) || isOurs(row)
}

/** Of our file of refused rows, whose columns had no names in the file that it came from. */
const isOurs = (row: readonly string[]): boolean =>
  row.length > 2 &&
  plainHeading(row[0] ?? '') === 'row' &&
  row.slice(1, -1).every((cell) => /^column \d+$/.test(plainHeading(cell)))
