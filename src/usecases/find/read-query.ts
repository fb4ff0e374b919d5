/** What somebody typed behind `/pool`, read with what this workspace knows: its pools and its people. */
import { viewerOf } from '../../domain/candidate/internal.ts'
import { queryMeant } from '../../domain/pool/lessons.ts'
import type { OwnerRef, PoolQuery, QueryNode } from '../../domain/pool/query/ast.ts'
import { fieldNamed } from '../../domain/pool/query/custom.ts'
import type { Names } from '../../domain/pool/query/explain.ts'
import { FILTERS } from '../../domain/pool/query/filters.ts'
import { plainQuery } from '../../domain/pool/query/lex.ts'
import { parseQuery } from '../../domain/pool/query/parse.ts'
import { MAX_QUERY_TERMS, type QueryProblem, repaired } from '../../domain/pool/query/problem.ts'
import { filtersIn } from '../../domain/pool/query/tree.ts'
import { skillSlug } from '../../domain/pool/skills.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold, nearest } from '../../domain/shared/text.ts'
import type { Ctx } from '../context.ts'
import { type Reader, SearchTooSlowError } from '../ports/services.ts'
import type { Member } from '../ports/workspace.ts'
import { lessonsOf } from '../skills/learned-skills.ts'

export const MOST_POOLS = 1_000
const MOST_MEMBERS = 5_000

export type UnderstoodQuery = {
  /** As the person typed it, made plain. */
  readonly text: string
  readonly query: PoolQuery
  readonly readAs: readonly string[]
  /** The words as a name, where they were read as more and perhaps nobody is meant by that. */
  readonly asName?: readonly string[]
  /** Of the members and own fields that the query mentions. */
  readonly names: Names
}
export type NotUnderstood = {
  readonly kind: 'not_understood'
  readonly text: string
  readonly problems: readonly QueryProblem[]
  /** The query with every suggestion in its place; there where it would run. */
  readonly repaired: string | undefined
}

export function readerOf({ now, actor: { zone, memberId, roles, email } }: Ctx): Reader {
  return { now, zone, memberId, sees: viewerOf(memberId, roles, email).sees, email }
}

/** Asks the search whether an unknown skill is in use, so it must not be called inside a unit of work. */
export async function readQuery(ctx: Ctx, typed: string): Promise<Result<UnderstoodQuery, NotUnderstood>> {
  const { pools, lessons, fields } = await ctx.uow.read(async (tx) => {
    const [found, learned, own] = await Promise.all([
      tx.pools.list(MOST_POOLS),
      lessonsOf(tx),
      // Words alone name no field.
      typed.includes(':') ? tx.customFields.active() : [],
    ])
    return { pools: found.map((pool) => pool.name), lessons: learned, fields: own }
  })
  const text = plainQuery(typed.slice(0, LONGEST_TYPED))
  const listed = NAMES_A_MEMBER.test(text) ? await ctx.uow.read((tx) => tx.members.list(MOST_MEMBERS)) : []
  const contextWith = (skills: readonly string[]) => ({
    now: ctx.now,
    zone: ctx.actor.zone,
    me: ctx.actor.slackUserId,
    known: { pools, skills, fields, lessons, members: listed.map(({ name }) => name) },
  })
  let context = contextWith([...lessons.keys()])
  let read = parseQuery(text, context)
  if (!read.ok) {
    context = contextWith([...lessons.keys(), ...(await skillsInUse(ctx, read.refusal))])
    read = parseQuery(text, context)
  }
  if (!read.ok) {
    const problems = await withArchived(ctx, read.refusal)
    const fixed = repairedAll(text, problems)
    const works = fixed !== undefined && parseQuery(fixed, context).ok
    return refuse({ kind: 'not_understood', text, problems, repaired: works ? fixed : undefined })
  }
  const { where: asked, sort } = read.value.query
  if (text !== '' && asked === null && sort === null) {
    const nothing = { kind: 'nothing_asked', at: { start: 0, end: text.length }, text } as const
    return refuse({ kind: 'not_understood', text, problems: [nothing], repaired: undefined })
  }
  const refs = ownersIn(read.value.query.where)
  const members = [...listed, ...(await othersAmong(ctx, refs, listed))]
  const problems = refs.flatMap((ref) => unknownOwner(ref, members, text) ?? [])
  if (problems.length > 0)
    return refuse({ kind: 'not_understood', text, problems, repaired: repairedAll(text, problems) })
  const { where } = read.value.query
  const query = { ...read.value.query, where: where === null ? null : queryMeant(where, lessons) }
  const names = {
    owner: (id: string) => members.find((member) => member.slackUserId === id)?.name ?? `@${id}`,
    field: (slug: string) => fieldNamed(fields, slug)?.name,
  }
  return ok({ text, ...read.value, query, names })
}

/** The filter `owner` with anything behind it but the words for oneself and for nobody. */
const NAMES_A_MEMBER = new RegExp(
  `(?:${FILTERS.owner.names.join('|').replace('-', '[-_]')}) ?: ?(?!(?:me|nobody)(?:\\s|\\)|$))`,
  'i',
)

/** What the table does not know may be a skill that recruiters of this workspace gave to somebody; one that cannot be looked up in time passes for it. */
async function skillsInUse(ctx: Ctx, problems: readonly QueryProblem[]): Promise<readonly string[]> {
  const slugs = problems.flatMap((problem) =>
    problem.kind === 'unknown_value' && problem.filter === 'skill' ? (skillSlug(problem.text) ?? []) : [],
  )
  const used: string[] = []
  for (const slug of [...new Set(slugs)].slice(0, MAX_QUERY_TERMS)) {
    const where = { kind: 'filter', field: 'skill', any: [slug] } as const
    const found = await ctx.services.search
      .find({ version: 1, where, sort: null }, readerOf(ctx), { size: 1 })
      .catch((error: unknown) => {
        if (error instanceof SearchTooSlowError) return 'too_slow' as const
        throw error
      })
    if (found === 'too_slow' || found.ids.length > 0) used.push(slug)
  }
  return used
}

/** Slack takes 3,000 characters in a field; a query has fewer by far, and what is longer is refused by the parser. */
export const LONGEST_TYPED = 3_000

/** From the end, so that the places of the others stay what they were. */
function repairedAll(text: string, problems: readonly QueryProblem[]): string | undefined {
  let fixed: string | undefined = text
  for (const problem of problems.toSorted((a, b) => b.at.start - a.at.start))
    fixed = fixed === undefined ? undefined : repaired(fixed, problem)
  return fixed
}

/** A pool that nobody knows by its name may have been put away under it. */
async function withArchived(ctx: Ctx, problems: readonly QueryProblem[]): Promise<readonly QueryProblem[]> {
  const isPool = (problem: QueryProblem) => problem.kind === 'unknown_value' && problem.filter === 'pool'
  if (!problems.some(isPool)) return problems
  const { archived, living } = await ctx.uow.run(async (tx) => ({
    archived: await tx.pools.archived(MOST_POOLS),
    living: await tx.pools.list(MOST_POOLS),
  }))
  return problems.map((problem): QueryProblem => {
    const pool = isPool(problem) ? archived.find(({ name }) => fold(name) === fold(unquoted(problem.text))) : undefined
    if (pool === undefined || problem.kind !== 'unknown_value') return problem
    const into = living.find(({ id }) => id === pool.mergedInto)?.name
    const { at, suggestion } = problem
    return {
      kind: 'archived_pool',
      at,
      text: pool.name,
      mergedInto: into,
      suggestion: into === undefined ? suggestion : quoted(into),
    }
  })
}
const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1')
const quoted = (name: string): string => (/^[\p{L}\p{N}]+$/u.test(name) ? name : `"${name}"`)

/** People may still be owned by somebody who has left and is listed no more. */
const othersAmong = (ctx: Ctx, refs: readonly OwnerRef[], listed: readonly Member[]): Promise<readonly Member[]> => {
  const ids = refs.flatMap((ref) => (ref.kind === 'slack_user' ? ref.id : []))
  const missing = ids.filter((id) => !listed.some((member) => member.slackUserId === id))
  if (missing.length === 0) return Promise.resolve([])
  return ctx.uow.read(async (tx) =>
    (await Promise.all(missing.map((id) => tx.members.bySlackId(id)))).flatMap((one) => one ?? []),
  )
}

function unknownOwner(ref: OwnerRef, members: readonly Member[], text: string): QueryProblem | undefined {
  if (ref.kind === 'slack_user') {
    const start = Math.max(0, text.indexOf(ref.id))
    const [at, filter] = [{ start, end: start + ref.id.length }, 'owner']
    return members.some(({ slackUserId }) => slackUserId === ref.id)
      ? undefined
      : { kind: 'unknown_value', filter, text: ref.id, at, suggestion: undefined, allowed: ['me', 'nobody'] }
  }
  if (ref.kind !== 'name') return undefined
  const wanted = fold(ref.name).split(/[^a-z0-9]+/)
  const isMeant = ({ name }: Member) => {
    const words = fold(name).split(/[^a-z0-9]+/)
    return wanted.every((word) => word === '' || words.includes(word))
  }
  if (members.some(isMeant)) return undefined
  const start = Math.max(0, text.indexOf(ref.name))
  const guess = nearest(
    ref.name,
    members.flatMap(({ name }) => [name, ...name.split(' ')]),
  )
  const suggestion = guess?.replace(/[<>|"]/g, ' ').trim()
  return {
    kind: 'unknown_value',
    filter: 'owner',
    text: ref.name,
    at: { start, end: start + ref.name.length },
    suggestion: suggestion !== undefined && /\s/.test(suggestion) ? `"${suggestion}"` : suggestion,
    allowed: ['me', 'nobody'],
  }
}

const ownersIn = (node: QueryNode | null): readonly OwnerRef[] =>
  filtersIn(node).flatMap((filter) =>
    filter.field === 'owner' ? filter.any.filter(({ kind }) => kind === 'name' || kind === 'slack_user') : [],
  )
