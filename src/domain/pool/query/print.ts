/** The canonical text of a query: read again it is the same query. For Edit, saved pools and links. */
import type { Score } from '../../candidate/rating.ts'
import { never } from '../../shared/result.ts'
import { liesIn, placeLabel } from '../places.ts'
import type { Filter, OwnerRef, PlaceRef, PoolQuery, QueryNode } from './ast.ts'
import { readBare } from './bare.ts'
import { CHOICE_NAMES } from './choices.ts'
import { printCustom } from './custom.ts'
import { printSkill } from './filters.ts'
import { printAgo, printBetween } from './when.ts'

export function printQuery({ where, sort }: PoolQuery): string {
  const nodes = where === null ? [] : where.kind === 'and' ? where.nodes : [where]
  return [sideBySide(nodes), ...(sort === null ? [] : [`sort:${sort}`])].filter((part) => part !== '').join(' ')
}

/** Bare words side by side may run together ("New" and "York"); a comma keeps them apart, and quotes keep a filter from taking them. */
function sideBySide(nodes: readonly QueryNode[]): string {
  let text = ''
  for (const [at, node] of nodes.entries()) {
    const before = nodes[at - 1]
    const separator =
      before !== undefined && lastText(before) !== undefined && bareText(node) !== undefined && runsTogether(nodes)
        ? ', '
        : ' '
    const next = nodes[at + 1]
    const exposed = next !== undefined && bareText(next) !== undefined
    text += (text === '' ? '' : separator) + print(node, exposed)
  }
  return text
}

const bareText = (node: QueryNode): string | undefined =>
  node.kind === 'either' ? node.words : node.kind === 'words' && !node.phrase ? node.text : undefined

/** "-New" ends in a word that the next one may run into. */
const lastText = (node: QueryNode): string | undefined => bareText(node.kind === 'not' ? node.node : node)

function runsTogether(nodes: readonly QueryNode[]): boolean {
  let run: string[] = []
  for (const node of [...nodes, undefined]) {
    const text = node === undefined ? undefined : bareText(node)
    if (text !== undefined) run.push(text)
    else {
      if (run.length > 1 && !staysApart(run)) return true
      const begun = node === undefined ? undefined : lastText(node)
      run = begun === undefined ? [] : [begun]
    }
  }
  return false
}

function staysApart(texts: readonly string[]): boolean {
  const words = texts.flatMap((text) => text.split(' '))
  let at = 0
  for (const text of texts) {
    const length = text.split(' ').length
    if (readBare(words.slice(at)).length !== length || readBare(words.slice(at)).node === undefined) return false
    at += length
  }
  return true
}

/** `beforeWords`: bare words stand behind it, which a filter might take. */
function print(node: QueryNode, beforeWords = false): string {
  switch (node.kind) {
    case 'and':
      return `(${sideBySide(node.nodes)})`
    case 'or':
      return `(${node.nodes.map((part) => print(part)).join(' OR ')})`
    case 'not':
      return `-${print(node.node, beforeWords)}`
    case 'either':
      return node.words
    case 'words':
      return node.phrase ? `"${node.text}"` : node.text
    case 'filter':
      return printFilter(node, beforeWords)
    default:
      return never(node)
  }
}

const TAKES_FOLLOWING_WORDS = new Set<string>([
  'skill',
  'location',
  'seniority',
  'function',
  'pool',
  'owner',
  ...CHOICE_NAMES,
])

function printFilter(filter: Filter, beforeWords: boolean): string {
  if (filter.field === 'custom') return `custom:${filter.any.map((said) => printCustom({ ...filter, said })).join(',')}`
  if (filter.field === 'skill' && filter.years !== undefined) {
    const { years } = filter
    return `skill:${filter.any.map((skill) => printSkill(skill, years)).join(',')}`
  }
  const values = printValues(filter)
  const last = values.length - 1
  const fenced = beforeWords && TAKES_FOLLOWING_WORDS.has(filter.field)
  // Paris or France, which without quotes would be Paris in France.
  const apart = (at: number) => filter.field === 'location' && at > 0 && liesIn(values[at - 1] ?? '', values[at] ?? '')
  return `${filter.field}:${values.map((value, at) => quoteWhereNeeded(value, (fenced && at === last) || apart(at))).join(',')}`
}

function printValues(filter: Exclude<Filter, { field: 'custom' }>): readonly string[] {
  switch (filter.field) {
    case 'location':
      return filter.any.map(printPlace)
    case 'owner':
      return filter.any.map(printOwner)
    case 'remote':
      return [filter.is ? 'yes' : 'no']
    case 'rating':
      return [printRating(filter)]
    case 'stale':
      return [printAgo(filter.when)]
    case 'next':
      return [
        filter.when.kind === 'ahead'
          ? printAgo(filter.when)
          : filter.when.kind === 'between'
            ? printBetween(filter.when)
            : filter.when.kind,
      ]
    case 'last':
    case 'added':
      return [
        filter.when.kind === 'never'
          ? 'never'
          : filter.when.kind === 'ago'
            ? printAgo(filter.when)
            : printBetween(filter.when),
      ]
    case 'skill':
    case 'seniority':
    case 'function':
    case 'relation':
    case 'employment':
    case 'career':
    case 'consent':
    case 'tier':
    case 'standing':
    case 'reason':
    case 'kind':
    case 'role':
    case 'pool':
    case 'source':
    case 'company':
    case 'stage':
      return filter.any
    default:
      return never(filter)
  }
}

function printRating({ from, to }: { readonly from: Score; readonly to: Score }): string {
  if (from === to) return String(from)
  if (to === 5) return `>=${from}`
  return from === 1 ? `<=${to}` : `${from}..${to}`
}

const printPlace = (place: PlaceRef): string => (place.kind === 'place' ? placeLabel(place.id) : place.text)

function printOwner(owner: OwnerRef): string {
  switch (owner.kind) {
    case 'me':
      return 'me'
    case 'nobody':
      return 'nobody'
    case 'slack_user':
      return `@${owner.id}`
    case 'name':
      return owner.name
    default:
      return never(owner)
  }
}

// Only what the lexer reads as one plain value goes without quotes; an operator's name would end the filter.
const PLAIN = /^[<>=]{0,2}[@\p{L}\p{N}][\p{L}\p{N}+#._/-]*$/u
const quoteWhereNeeded = (value: string, fenced: boolean): string =>
  !fenced && PLAIN.test(value) && !/^(and|or|not)$/i.test(value) ? value : `"${value}"`
