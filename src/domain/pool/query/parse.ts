/**
 * The query language of `/pool`.
 *
 *   query    = group*                        side by side: all of them
 *   group    = all ( OR all )*               OR groups its neighbours: `senior London OR Berlin` is senior, in London or Berlin
 *   all      = one ( AND one )*              AND binds closer than OR, as in LinkedIn's search
 *   one      = ( NOT | "-" | "!" ) one | "(" query ")" | filter | phrase | words
 *   filter   = name ":" value ( "," value )* values are alternatives; a filter repeated means all of them
 *   value    = word | "several words"        without quotes several words are one value where they are known together: a place, a skill, "told no", "march 2025"
 *   of skill, also with years: `kubernetes>=3y`, `kubernetes 3y+`, `kubernetes<2y`, `"kubernetes 3..5y"`; whoever did not say how long is not meant
 *   of custom: `name=value`, `name>=3`, `name=any`, `name=none`; an own field's name is a filter itself where no other has it: `notice-period:3`
 *   words    = the longest run that is a known level, skill or place, else one word
 *
 * Operators and names may be in any case. Quoted words are only ever words. What makes no sense (a lone bracket, a dangling OR,
 * punctuation) is dropped; an unknown filter or value is a problem, and then nothing runs.
 */
import { never, ok, type Result, refuse } from '../../shared/result.ts'
import { fold } from '../../shared/text.ts'
import type { PoolQuery, PoolSort, QueryNode } from './ast.ts'
import { readBare } from './bare.ts'
import { asCustom, unprefixed } from './custom.ts'
import { readFilterNode } from './filter-node.ts'
import { filterNamed, isWholeTime, isWholeValue, nearestFilter, ownField, type QueryContext } from './filters.ts'
import { type Lexeme, lex, plainQuery, type Value } from './lex.ts'
import { printQuery } from './print.ts'
import { MAX_QUERY_LENGTH, MAX_QUERY_TERMS, type QueryProblem } from './problem.ts'
import { countTerms, every, not, some } from './tree.ts'
import { readSkillAsked } from './years.ts'

/** A query and how its bare words were understood: "Read as: senior · SRE · London". */
export type ReadQuery = {
  readonly query: PoolQuery
  readonly readAs: readonly string[]
  /** Where there is nothing but words and some were read as more: the words, for those whose name they are. */
  readonly asName?: readonly string[]
}

/** Reads what somebody typed behind `/pool`. Positions in problems refer to the text as `plainQuery` gives it. */
export function parseQuery(raw: string, context: QueryContext): Result<ReadQuery, readonly QueryProblem[]> {
  // An entity is five characters at most for one that is meant, so this much can never shrink to a legal length.
  if (raw.length > 20 * MAX_QUERY_LENGTH) return tooLong(raw, raw.length)
  const text = plainQuery(raw)
  if (text.length > MAX_QUERY_LENGTH) return tooLong(text, text.length)
  const lexemes = lex(text)
  const reader = new QueryReader(lexemes, context)
  const where = reader.read() ?? null
  if (reader.problems.length > 0) return refuse(reader.problems)
  const query: PoolQuery = { version: 1, where, sort: reader.sort }
  const count = where === null ? 0 : countTerms(where)
  if (count > MAX_QUERY_TERMS) {
    return refuse([{ kind: 'too_many_terms', at: { start: 0, end: text.length }, text, count, max: MAX_QUERY_TERMS }])
  }
  // Written out in full ("k8s" is skill:kubernetes) it must still be a query, or Edit would open what cannot be sent.
  const written = printQuery(query).length
  return written > MAX_QUERY_LENGTH
    ? tooLong(text, written)
    : ok({ query, readAs: [...reader.readAs], ...nameIn(lexemes, reader) })
}

/** No name has more. */
const MOST_NAMES = 6

function nameIn(lexemes: readonly Lexeme[], { readAs }: QueryReader): Pick<ReadQuery, 'asName'> {
  const names = lexemes.flatMap((lexeme) => (lexeme.kind === 'word' ? [lexeme.text] : []))
  const isName =
    readAs.size > 0 &&
    names.length <= MOST_NAMES &&
    lexemes.every(({ kind }) => kind === 'word' || kind === 'comma') &&
    !names.some((name) => /[<>\d]/.test(name))
  return isName ? { asName: names } : {}
}

const tooLong = (text: string, length: number) =>
  refuse([
    {
      kind: 'too_long',
      at: { start: MAX_QUERY_LENGTH, end: text.length },
      text: text.slice(0, 60),
      length,
      max: MAX_QUERY_LENGTH,
    } as const,
  ])

class QueryReader {
  readonly problems: QueryProblem[] = []
  readonly readAs = new Set<string>()
  sort: PoolSort | null = null
  readonly #lexemes: readonly Lexeme[]
  readonly #context: QueryContext
  #at = 0

  constructor(lexemes: readonly Lexeme[], context: QueryContext) {
    this.#lexemes = lexemes
    this.#context = context
  }

  read(): QueryNode | undefined {
    const parts: (QueryNode | undefined)[] = []
    // A bracket that closes nothing ends a group here and is stepped over.
    while (this.#at < this.#lexemes.length) {
      parts.push(this.#query())
      this.#at += 1
    }
    return every(parts)
  }

  #query(): QueryNode | undefined {
    const groups: (QueryNode | undefined)[] = []
    while (this.#at < this.#lexemes.length && this.#kind() !== 'close') groups.push(this.#group())
    return every(groups)
  }

  #group(): QueryNode | undefined {
    const parts = [this.#all()]
    while (this.#kind() === 'or') {
      this.#at += 1
      parts.push(this.#all())
    }
    return some(parts)
  }

  #all(): QueryNode | undefined {
    const parts = [this.#one()]
    while (this.#kind() === 'and') {
      this.#at += 1
      parts.push(this.#one())
    }
    return every(parts)
  }

  #one(): QueryNode | undefined {
    const lexeme = this.#lexemes[this.#at]
    if (lexeme === undefined) return undefined
    switch (lexeme.kind) {
      case 'close':
      case 'and':
      case 'or':
        return undefined
      case 'not': {
        this.#at += 1
        const node = this.#one()
        return node === undefined ? undefined : not(node)
      }
      case 'open': {
        this.#at += 1
        const node = this.#query()
        this.#at += 1
        return node
      }
      case 'comma':
        this.#at += 1
        return undefined
      case 'phrase':
        this.#at += 1
        return { kind: 'words', text: lexeme.text, phrase: true }
      case 'word':
        return this.#bare()
      case 'filter':
        this.#at += 1
        return this.#filter(lexeme)
      default:
        return never(lexeme)
    }
  }

  #kind(): Lexeme['kind'] | undefined {
    return this.#lexemes[this.#at]?.kind
  }

  #bare(): QueryNode | undefined {
    const bare = readBare(this.#following(), this.#context.known?.lessons)
    this.#at += bare.length
    if (bare.readAs !== undefined) this.readAs.add(bare.readAs)
    return bare.node ?? this.#one()
  }

  #filter(lexeme: Extract<Lexeme, { kind: 'filter' }>): QueryNode | undefined {
    const own = filterNamed(lexeme.name) === undefined ? ownField(lexeme.name, this.#context) : undefined
    const filter = own === undefined ? filterNamed(lexeme.name) : 'custom'
    if (filter === undefined) {
      this.problems.push({
        kind: 'unknown_filter',
        at: lexeme.nameAt,
        text: lexeme.name,
        suggestion: nearestFilter(lexeme.name, this.#context),
      })
      return undefined
    }
    const isWhole = (text: string) =>
      own === undefined
        ? isWholeValue(filter, text, this.#context)
        : own.choices.some((choice) => fold(choice) === fold(text))
    const values = this.#absorb(filter, lexeme, isWhole)
    const read = readFilterNode(filter, own === undefined ? values : asCustom(own, values), lexeme, this.#context)
    if (!read.ok) this.problems.push(...(own === undefined ? read.refusal : unprefixed(own, read.refusal)))
    else if ('sort' in read.value) this.sort = read.value.sort
    else return read.value.node
    return undefined
  }

  /** "location:New York", "skill:go, rust", "stale:>90 days": following words that belong to the value. */
  #absorb(
    filter: NonNullable<ReturnType<typeof filterNamed>>,
    lexeme: Extract<Lexeme, { kind: 'filter' }>,
    isWhole: (text: string) => boolean,
  ): readonly Value[] {
    const values = [...lexeme.values]
    const last = values.at(-1)
    if (last === undefined || (last.quoted && !lexeme.open)) return values
    if (!lexeme.open) {
      const taken = this.#longest((words) =>
        belongs(filter, [last.text, ...words].join(' '), words, isWhole, this.#context),
      )
      if (taken !== undefined)
        values[values.length - 1] = {
          ...taken,
          text: `${last.text} ${taken.text}`,
          at: { start: last.at.start, end: taken.at.end },
        }
    }
    let open = lexeme.open || (this.#kind() === 'comma' && !last.quoted)
    while (open) {
      const from = this.#at
      if (this.#kind() === 'comma') this.#at += 1
      const taken = this.#longest((words) => isWhole(words.join(' ')))
      if (taken === undefined) {
        this.#at = from
        return values
      }
      values.push(taken)
      open = this.#kind() === 'comma'
    }
    return values
  }

  /** Takes the most of the following words that pass; takes nothing where none do. */
  #longest(passes: (words: readonly string[]) => boolean): Value | undefined {
    const words = this.#following().slice(0, 5)
    for (let length = words.length; length > 0; length -= 1) {
      if (!passes(words.slice(0, length))) continue
      const [first, last] = [this.#lexemes[this.#at], this.#lexemes[this.#at + length - 1]]
      this.#at += length
      return {
        text: words.slice(0, length).join(' '),
        quoted: false,
        at: { start: first?.at.start ?? 0, end: last?.at.end ?? 0 },
      }
    }
    return undefined
  }

  /** The words from here on, up to anything that is not one. */
  #following(): readonly string[] {
    const words: string[] = []
    for (let at = this.#at; ; at += 1) {
      const lexeme = this.#lexemes[at]
      if (lexeme?.kind !== 'word') return words
      words.push(lexeme.text)
    }
  }
}

function belongs(
  filter: NonNullable<ReturnType<typeof filterNamed>>,
  text: string,
  words: readonly string[],
  isWhole: (text: string) => boolean,
  context: QueryContext,
): boolean {
  if (isWholeTime(filter, text, context)) return true
  const asked = filter === 'skill' ? readSkillAsked(text) : undefined
  const [first = ''] = text.split(` ${words[0] ?? ''}`)
  if (asked?.years !== undefined && (asked.name === first || isWhole(asked.name))) return true
  return isWhole(text)
}
