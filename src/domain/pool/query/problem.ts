/** Why a query was not run. Nothing of it runs: half a query would show the wrong people. */

/** Offsets in the text as the person sees it (normalised: `>` counts one), `end` not included. */
export type Span = { readonly start: number; readonly end: number }

export type QueryProblem = { readonly at: Span; readonly text: string } & (
  | { readonly kind: 'unknown_filter'; readonly suggestion: string | undefined }
  | {
      readonly kind: 'unknown_value'
      readonly filter: string
      readonly suggestion: string | undefined
      /** Everything that the filter takes, where that is a short list. */
      readonly allowed: readonly string[]
    }
  /** `pool:` of one that was put away; `suggestion` is where its people went, or the nearest that is there. */
  | {
      readonly kind: 'archived_pool'
      readonly suggestion: string | undefined
      /** The pool that it went into, where it was archived by a merge. */
      readonly mergedInto: string | undefined
    }
  /** `skill:` with nothing behind it; `example` is a whole filter to copy. */
  | { readonly kind: 'missing_value'; readonly filter: string; readonly example: string }
  | { readonly kind: 'too_long'; readonly length: number; readonly max: number }
  | { readonly kind: 'too_many_terms'; readonly count: number; readonly max: number }
  /** Signs alone: read as everybody, they would offer a draft to everybody. */
  | { readonly kind: 'nothing_asked' }
)

export const MAX_QUERY_LENGTH = 500
export const MAX_QUERY_TERMS = 40

/** The query with the suggestion in the place of what was not understood, for a button "Search that instead". */
export function repaired(query: string, problem: QueryProblem): string | undefined {
  if (!('suggestion' in problem) || problem.suggestion === undefined) return undefined
  return query.slice(0, problem.at.start) + problem.suggestion + query.slice(problem.at.end)
}
