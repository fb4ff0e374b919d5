/** Shows where in a query its problems are: the query on one line, carets under what was not understood on the next. */
import type { QueryProblem } from './problem.ts'

export type PointedOut = { readonly line: string; readonly carets: string }

/** Wider than this a phone breaks the line, and then carets point at nothing. */
const WIDEST = 60
/** What stands before the first problem, so that its place is recognised. */
const BEFORE = 20

/** `undefined` where no single place is to blame: a query that is too long, or too much. */
export function pointOut(text: string, problems: readonly QueryProblem[]): PointedOut | undefined {
  const places = problems.flatMap((problem) => (hasPlace(problem) && problem.at.end <= text.length ? [problem.at] : []))
  if (places.length === 0) return undefined
  const first = Math.min(...places.map(({ start }) => start))
  const from = text.length <= WIDEST || first <= BEFORE ? 0 : Math.min(first - BEFORE, text.length - WIDEST)
  const to = Math.min(text.length, from + WIDEST)
  const before = from === 0 ? '' : '…'
  let carets = ' '.repeat(before.length)
  for (let at = from; at < to; at += 1) {
    // A letter and the marks upon it are drawn in one column, whatever the string counts.
    if (isPartOfTheLast(text, at)) continue
    carets += places.some(({ start, end }) => start <= at && at < end) ? '^' : ' '
  }
  return { line: `${before}${text.slice(from, to)}${to === text.length ? '' : '…'}`, carets: carets.trimEnd() }
}

const hasPlace = ({ kind }: QueryProblem): boolean => kind !== 'too_long' && kind !== 'too_many_terms'

const isPartOfTheLast = (text: string, at: number): boolean => /^[\p{M}\udc00-\udfff]/u.test(text.charAt(at))
