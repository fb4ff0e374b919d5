/** A claim ties a span of the body to the fact that it tells. No fact, no claim. */
import type { FactId } from '../shared/ids.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { type Fact, type KeptBack, keptBack, type People } from './fact.ts'
import type { Purpose } from './purpose.ts'

/** `start` and `end` count UTF-16 units of the body; `end` is exclusive. */
export type Claim = { readonly factId: FactId; readonly start: number; readonly end: number }

export type ClaimProblem =
  | { readonly kind: 'out_of_bounds'; readonly claim: Claim }
  | { readonly kind: 'overlaps'; readonly claim: Claim }
  | { readonly kind: 'no_such_fact'; readonly claim: Claim }
  | { readonly kind: 'not_tellable'; readonly claim: Claim; readonly because: KeptBack }

/** Every claim lies inside the body, apart from the others, and cites a fact that may be told for this purpose. */
export function checkClaims(
  body: string,
  claims: readonly Claim[],
  known: { readonly facts: readonly Fact[]; readonly purpose: Purpose; readonly people: People },
): Result<readonly Claim[], readonly ClaimProblem[]> {
  const facts = new Map(known.facts.map((fact) => [fact.id, fact]))
  const inOrder = [...claims].sort((a, b) => a.start - b.start)
  let reached = 0
  const problems = inOrder.flatMap((claim): ClaimProblem[] => {
    const { start, end } = claim
    const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= body.length
    if (!inside) return [{ kind: 'out_of_bounds', claim }]
    const overlaps = start < reached
    reached = Math.max(reached, end)
    if (overlaps) return [{ kind: 'overlaps', claim }]
    const fact = facts.get(claim.factId)
    if (fact === undefined) return [{ kind: 'no_such_fact', claim }]
    const because = keptBack(fact, known.purpose, known.people)
    return because === undefined ? [] : [{ kind: 'not_tellable', claim, because }]
  })
  return problems.length === 0 ? ok(inOrder) : refuse(problems)
}

/** After a person edited the text: each claim whose words are still there, in the same order, moves with them; the others are gone. */
export function carryClaims(before: string, claims: readonly Claim[], after: string): readonly Claim[] {
  let from = 0
  return [...claims]
    .sort((a, b) => a.start - b.start)
    .flatMap((claim) => {
      const words = before.slice(claim.start, claim.end)
      const start = words === '' ? -1 : after.indexOf(words, from)
      if (start < 0) return []
      from = start + words.length
      return [{ factId: claim.factId, start, end: from }]
    })
}
