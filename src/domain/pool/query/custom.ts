/**
 * Fields that a workspace defines for itself, as filters: `custom:notice-period=3`, or by the field's own name, `notice-period:3`, where no
 * filter has it. What is asked is kept as text; the kind of the field tells what it means, when it is read and again when it is looked for.
 */
import { type FieldDefinition, readAsGroups } from '../../candidate/custom-field.ts'
import { fold, nearest } from '../../shared/text.ts'
import type { Instant, Zone } from '../../shared/time.ts'
import type { Between } from './ast.ts'
import type { Value } from './lex.ts'
import type { QueryProblem } from './problem.ts'
import { type Read, unknown } from './read.ts'
import { readBetween } from './when.ts'

/** "Notice period" → `notice-period`. */
export const fieldSlug = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')

export const fieldNamed = <Field extends { readonly name: string }>(
  fields: readonly Field[],
  name: string,
): Field | undefined => fields.find((field) => fieldSlug(field.name) === fieldSlug(name))

export type CustomAsked = { readonly name: string; readonly said: string }
type Moment = { readonly now: Instant; readonly zone: Zone }

const NAME_AND_VALUE = /^([^<>=]+?)\s*(>=|<=|[<>=])\s*(.+)$/u
/** Behind a comparison no space can stand: it would need quotes, which take signs away. */
const COMPARED = /^-?[\p{L}\p{N}][\p{L}\p{N}.-]*$/u

/** `fields` are those of the workspace; where they are not known, any is taken. */
export function readCustom(
  { text }: Value,
  fields: readonly FieldDefinition[] | undefined,
  moment: Moment,
): Read<CustomAsked> {
  const [, typed = text, sign = '', rest = ''] = NAME_AND_VALUE.exec(text) ?? []
  const name = fieldSlug(typed)
  const said = rest
    .replace(/[<>|"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const field = fields === undefined ? undefined : fieldNamed(fields, name)
  if (name === '' || (fields !== undefined && field === undefined)) {
    const slugs = (fields ?? []).map((one) => fieldSlug(one.name))
    const guess = nearest(name, slugs)
    return unknown(guess === undefined ? undefined : whole(guess, sign, said), slugs.slice(0, 10))
  }
  const grouped = field?.kind === 'number' ? ungrouped(said) : undefined
  if (grouped !== undefined) return unknown(whole(name, sign, grouped))
  if (said === '' || (/[<>]/.test(sign) && !COMPARED.test(said)))
    return unknown(
      undefined,
      field === undefined ? [] : examplesOf(field).map((one) => printCustom({ name, said: one })),
    )
  const asked = { name, said: /[<>]/.test(sign) ? sign + said : said }
  if (field === undefined) return { item: asked }
  const read = whatIsAsked(field, asked.said, moment)
  if (read !== undefined) return { item: read.kind === 'choice' ? { name, said: read.value } : asked }
  const guess = nearest(said, field.choices)
  return unknown(
    guess === undefined ? undefined : printCustom({ name, said: guess }),
    examplesOf(field).map((one) => printCustom({ name, said: one })),
  )
}

/** "50.000..60.000" → "50000..60000"; `undefined` where no number is ambiguous. */
function ungrouped(said: string): string | undefined {
  const plain = said
    .split('..')
    .map((part) => readAsGroups(part.trim()) ?? part)
    .join('..')
  return plain === said ? undefined : plain
}

const whole = (name: string, sign: string, said: string): string =>
  printCustom({ name, said: /[<>]/.test(sign) ? sign + said : said === '' ? 'any' : said })

const examplesOf = ({ kind, choices }: FieldDefinition): readonly string[] => {
  switch (kind) {
    case 'choice':
      return choices.slice(0, 10)
    case 'yes_no':
      return ['yes', 'no']
    case 'number':
      return ['3', '>=3', '1..3']
    case 'date':
      return ['2026-03', '>=2026-03-01']
    case 'text':
      return ['any', 'none']
  }
}

/** What a field of that kind is asked for. */
export type AskedOfField =
  | { readonly kind: 'any' | 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'number'; readonly from: number | null; readonly to: number | null; readonly isOpen: boolean }
  | { readonly kind: 'days'; readonly between: Between }

export function whatIsAsked(
  { kind, choices }: FieldDefinition,
  said: string,
  { now, zone }: Moment,
): AskedOfField | undefined {
  const typed = fold(said)
  const offered = kind === 'yes_no' ? ['yes', 'no'] : kind === 'choice' ? choices : []
  const value = offered.find((one) => fold(one) === typed)
  if (value !== undefined) return { kind: 'choice', value }
  if (typed === 'any' || typed === 'none') return { kind: typed }
  if (kind === 'number') return numbers(typed)
  if (kind === 'date') {
    const between = readBetween(said, now, zone)
    return between && { kind: 'days', between }
  }
  return kind === 'text' ? { kind: 'text', text: said } : undefined
}

const NUMBER = String.raw`-?\d{1,12}(?:\.\d{1,6})?`
const NUMBERS = new RegExp(`^(>=|<=|[<>=])?(${NUMBER})(?:\\.\\.(${NUMBER}))?$`)
function numbers(typed: string): AskedOfField | undefined {
  const [, sign = '', first, last] = NUMBERS.exec(typed.replace(/\s/g, '')) ?? []
  if (first === undefined || (last !== undefined && (sign !== '' || Number(last) < Number(first)))) return undefined
  const one = Number(first)
  return {
    kind: 'number',
    from: sign.startsWith('<') ? null : one,
    to: sign.startsWith('>') ? null : last === undefined ? one : Number(last),
    isOpen: sign === '<' || sign === '>',
  }
}

const PLAIN = /^[\p{L}\p{N}-][\p{L}\p{N}+#._/-]*$/u
/** As one value behind `custom:`. */
export function printCustom({ name, said }: CustomAsked): string {
  if (/^[<>]/.test(said)) return name + said
  return PLAIN.test(said) ? `${name}=${said}` : `"${name}=${said}"`
}

/** `notice-period:3,-6` as the values of `custom:`. */
export const asCustom = ({ name, kind }: FieldDefinition, values: readonly Value[]): readonly Value[] =>
  (kind === 'number' ? regrouped(values) : values).map((value) => {
    const [, minus = '', said = ''] = value.quoted
      ? ['', '', value.text]
      : (/^([-!]+(?=[\p{L}\p{N}]))?(.*)$/su.exec(value.text) ?? [])
    return { ...value, text: `${minus}${fieldSlug(name)}${/^[<>=]/.test(said) ? '' : '='}${said}` }
  })

/** "salary:>=50,000" is no list of 50 and of 000: three digits right behind a comma may belong to what stands before it. */
function regrouped(values: readonly Value[]): readonly Value[] {
  const whole: Value[] = []
  for (const value of values) {
    const before = whole.at(-1)
    const belongs = before !== undefined && !before.quoted && !value.quoted && value.at.start === before.at.end + 1
    if (!belongs || !/(?:^|[^\d,])[1-9]\d{0,2}(?:,\d{3})*$/.test(before.text) || !/^\d{3}(?:\.\.|$)/.test(value.text))
      whole.push(value)
    else
      whole[whole.length - 1] = {
        text: `${before.text},${value.text}`,
        quoted: false,
        at: { start: before.at.start, end: value.at.end },
      }
  }
  return whole
}

/** Problems of such values, with what would stand in the place of the value alone. */
export function unprefixed({ name }: FieldDefinition, problems: readonly QueryProblem[]): readonly QueryProblem[] {
  const prefix = `${fieldSlug(name)}=`
  const bare = (text: string): string =>
    text.replace(`"${prefix}`, '"').replace(prefix, '').replace(fieldSlug(name), '')
  return problems.map((problem): QueryProblem => {
    if (problem.kind !== 'unknown_value') return problem
    const { suggestion, allowed, text } = problem
    return {
      ...problem,
      filter: fieldSlug(name),
      text: bare(text),
      suggestion: suggestion === undefined ? undefined : bare(suggestion),
      allowed: allowed.map(bare),
    }
  })
}
