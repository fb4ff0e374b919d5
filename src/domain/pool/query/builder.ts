/**
 * The form that makes a query without typing one, as plain data, and the way between it and a query. Nothing is lost on the way in:
 * what the fields cannot say stands as text in the last one.
 */
import { canonicalPlace } from '../places.ts'
import { MOST_YEARS } from '../skill-uses.ts'
import { skillLabel } from '../skills.ts'
import type { Filter, PoolQuery, QueryNode } from './ast.ts'
import { plainQuery } from './lex.ts'
import { printQuery } from './print.ts'
import { every } from './tree.ts'

/** Chosen from short lists, in the codes of the query. */
export const CHOICES = [
  'seniority', 'function', 'career', 'tier', 'standing', 'reason', 'kind', 'relation', 'employment', 'consent',
] as const // biome-ignore format: a list
export type Choice = (typeof CHOICES)[number]
/** How good a rating the form offers, or better. */
export const RATED = ['5', '4', '3', '2'] as const
/** How long a silence the form offers. */
export const QUIETS = ['30d', '60d', '90d', '6m', '1y'] as const
/** When the next touchpoint is, as the form offers it. */
export const NEXTS = ['overdue', '<7d', '<30d', 'none'] as const

const TEXTS = ['words', 'skillsAll', 'skillsAny', 'location', 'role', 'rest'] as const
export type BuilderText = (typeof TEXTS)[number]
export type BuilderForm = Readonly<Record<BuilderText | 'quiet' | 'next' | 'rated' | 'remote' | 'sort', string>> &
  Readonly<Record<Choice, readonly string[]>> & {
    /** Slack ids. */
    readonly owner: readonly string[]
  }
export type BuilderField = keyof BuilderForm

const EMPTY: BuilderForm = {
  words: '',
  skillsAll: '',
  skillsAny: '',
  location: '',
  role: '',
  rest: '',
  quiet: '',
  next: '',
  rated: '',
  remote: '',
  sort: '',
  seniority: [],
  function: [],
  career: [],
  tier: [],
  standing: [],
  reason: [],
  kind: [],
  relation: [],
  employment: [],
  consent: [],
  owner: [],
}

/** The form for a query, or for none; `me` is the Slack id of whoever looks at it. */
export function formOf({ where, sort }: PoolQuery, me: string): BuilderForm {
  const nodes = where === null ? [] : where.kind === 'and' ? where.nodes : [where]
  let form: BuilderForm = { ...EMPTY, sort: sort ?? '' }
  const words: QueryNode[] = []
  const rest: QueryNode[] = []
  for (const node of nodes) {
    if (node.kind === 'words' || node.kind === 'either') words.push(node)
    else {
      const change = node.kind === 'filter' ? shown(node, form, me) : undefined
      if (change === undefined) rest.push(node)
      else form = { ...form, ...change }
    }
  }
  return { ...form, words: printed(words), rest: printed(rest) }
}

/** A text that is no query goes where it can be mended. */
export const formOfText = (text: string): BuilderForm => ({ ...EMPTY, rest: text })

const printed = (nodes: readonly QueryNode[]): string =>
  printQuery({ version: 1, where: every(nodes) ?? null, sort: null })

/** The field that says it; `undefined` where none does, or where it is taken. */
function shown(filter: Filter, form: BuilderForm, me: string): Partial<BuilderForm> | undefined {
  const free = (field: BuilderField, value: string | undefined) =>
    form[field] === '' && value !== undefined ? { [field]: value } : undefined
  switch (filter.field) {
    case 'skill': {
      if (filter.years !== undefined && (filter.any.length > 1 || filter.years.to !== MOST_YEARS)) return undefined
      const behind = filter.years === undefined ? '' : ` ${filter.years.from}y+`
      const labels = listed(filter.any.map((skill) => skillLabel(skill) + behind))
      if (filter.any.length > 1) return free('skillsAny', labels)
      return { skillsAll: form.skillsAll === '' ? labels : `${form.skillsAll}, ${labels}` }
    }
    case 'location':
      return free('location', listed(filter.any.map((place) => printedValue({ ...filter, any: [place] }))))
    case 'role':
      return free('role', listed(filter.any))
    case 'seniority':
    case 'function':
    case 'tier':
    case 'standing':
    case 'reason':
    case 'kind':
    case 'career':
    case 'relation':
    case 'employment':
    case 'consent':
      return form[filter.field].length === 0 ? { [filter.field]: filter.any } : undefined
    case 'owner': {
      const ids = filter.any.flatMap((ref) => (ref.kind === 'me' ? [me] : ref.kind === 'slack_user' ? [ref.id] : []))
      return form.owner.length === 0 && ids.length === filter.any.length ? { owner: [...new Set(ids)] } : undefined
    }
    case 'remote':
      return free('remote', filter.is ? 'yes' : 'no')
    case 'rating':
      return free(
        'rated',
        RATED.find((score) => filter.to === 5 && Number(score) === filter.from),
      )
    case 'stale':
      return free(
        'quiet',
        QUIETS.find((length) => printedValue(filter) === `>${length}`),
      )
    case 'next':
      return free(
        'next',
        NEXTS.find((one) => printedValue(filter) === one),
      )
    case 'last':
    case 'custom':
    case 'added':
    case 'company':
    case 'pool':
    case 'source':
    case 'stage':
      return undefined
  }
}

const printedValue = (filter: Filter): string =>
  printed([filter])
    .slice(filter.field.length + 1)
    .replaceAll('"', '')

/** With commas between; a value with a comma of its own stands between quotes. */
const listed = (values: readonly string[]): string =>
  values.map((value) => (value.includes(',') ? `"${value}"` : value)).join(', ')

/** A piece of the query and the field that it came from, so that a problem is told there. */
export type Piece = { readonly field: BuilderField; readonly start: number; readonly end: number }
export type Built = { readonly text: string; readonly pieces: readonly Piece[] }

/** What the form asks for, as a query's text. */
export function queryOf(form: BuilderForm, me: string): Built {
  const parts: (readonly [BuilderField, string])[] = [
    ['words', inBrackets(form.words)],
    ...valuesOf(form.skillsAll).map((skill) => ['skillsAll', filterText('skill', [skill])] as const),
    ['skillsAny', filterText('skill', valuesOf(form.skillsAny))],
    ['location', filterText('location', placesIn(form.location))],
    ['role', filterText('role', valuesOf(form.role))],
    ...CHOICES.map((field) => [field, filterText(field, form[field])] as const),
    [
      'owner',
      filterText(
        'owner',
        form.owner.map((id) => (id === me ? 'me' : `@${id}`)),
      ),
    ],
    ['remote', filterText('remote', form.remote === '' ? [] : [form.remote])],
    ['rated', form.rated === '' ? '' : `rating:>=${form.rated}`],
    ['quiet', form.quiet === '' ? '' : `stale:>${form.quiet}`],
    ['next', form.next === '' ? '' : `next:${form.next}`],
    ['sort', filterText('sort', form.sort === '' ? [] : [form.sort])],
    // Last, where nothing stands behind it that an open quote could swallow.
    ['rest', inBrackets(form.rest)],
  ]
  let text = ''
  const pieces: Piece[] = []
  for (const [field, part] of parts) {
    if (part === '') continue
    const start = text === '' ? 0 : text.length + 1
    text = text === '' ? part : `${text} ${part}`
    pieces.push({ field, start, end: text.length })
  }
  return { text, pieces }
}

/** The field in which the words at that place stand. */
export const fieldAt = ({ pieces }: Built, at: number): BuilderField =>
  pieces.find(({ start, end }) => start <= at && at < end)?.field ?? 'rest'

/** Brackets keep an OR from reaching into the next field; an open quote would swallow them. */
function inBrackets(typed: string): string {
  const text = plainQuery(typed)
  const quotes = text.split('"').length - 1
  const closed = quotes % 2 === 0 ? text : text.replace(/"(?=[^"]*$)/, ' ').trim()
  return /[\p{L}\p{N}]/u.test(closed) ? `(${closed})` : ''
}

/** Values between quotes are only ever values; what begins with a minus is left out. */
function filterText(name: string, values: readonly string[]): string {
  const quoted = (some: readonly string[]) => (some.length === 0 ? [] : [some.map((value) => `"${value}"`).join(',')])
  const not = values.filter((value) => /^[-!]/.test(value)).map((value) => value.replace(/^[-!\s]+/, ''))
  const wanted = values.filter((value) => !/^[-!]/.test(value))
  return [
    ...quoted(wanted).map((list) => `${name}:${list}`),
    ...quoted(not.filter((value) => value !== '')).map((list) => `-${name}:${list}`),
  ].join(' ')
}

/** "Lisbon, New York"; quotes keep a comma inside a value. */
function valuesOf(typed: string): readonly string[] {
  const found = plainQuery(typed).match(/"[^"]*"|[^,;"]+/g) ?? []
  return found.map(bare).filter((value) => /[\p{L}\p{N}]/u.test(value))
}

const bare = (text: string): string =>
  text
    .replace(/["<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** "Austin, TX" is one place. */
function placesIn(typed: string): readonly string[] {
  const whole = bare(plainQuery(typed))
  return whole !== '' && canonicalPlace(whole) !== undefined ? [whole] : valuesOf(typed)
}
