/** How well somebody fits, as a colleague judged it, each time with what was seen or heard. Ours alone: no letter and no prompt gets any of it. */
import type { MemberId } from '../shared/ids.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { tidy } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'

export const RATING_KINDS = ['skill', 'values'] as const
export type RatingKind = (typeof RATING_KINDS)[number]
export const SCORES = [1, 2, 3, 4, 5] as const
export type Score = (typeof SCORES)[number]

export type Rating = {
  readonly score: Score
  readonly evidence: string
  readonly by: MemberId
  readonly at: Instant
}
/** Of each kind the newest. */
export type Ratings = { readonly [Kind in RatingKind]: Rating | undefined }

export const asScore = (text: string): Score | undefined => SCORES.find((score) => String(score) === text)

export const MAX_EVIDENCE = 1_000
/** "Good." is an opinion; what somebody did takes a few words more. */
const FEWEST_WORDS = 4

export type EvidenceProblem =
  | { readonly kind: 'evidence_missing' | 'evidence_thin' }
  | { readonly kind: 'too_long'; readonly length: number; readonly max: number }

export function checkEvidence(typed: string): Result<string, EvidenceProblem> {
  const evidence = tidy(typed)
  if (evidence === '') return refuse({ kind: 'evidence_missing' })
  if (evidence.length > MAX_EVIDENCE) return refuse({ kind: 'too_long', length: evidence.length, max: MAX_EVIDENCE })
  const words = evidence.match(/[\p{L}\p{N}]+/gu) ?? []
  // Scripts without spaces say as much in one word.
  return words.length < FEWEST_WORDS && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]{6}/u.test(evidence)
    ? refuse({ kind: 'evidence_thin' })
    : ok(evidence)
}
