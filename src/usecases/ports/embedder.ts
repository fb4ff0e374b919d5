import type { CandidateId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { ModelFailure, Usage } from './model.ts'

export type EmbedReply =
  /** One vector for each text, in their order, all of one length. */
  | { readonly kind: 'answered'; readonly vectors: readonly Float32Array[]; readonly usage: Usage | undefined }
  | { readonly kind: ModelFailure; readonly usage: Usage | undefined }

/** So many texts at a time. */
export const MOST_TEXTS = 100
export const LONGEST_VECTOR = 8_192

/** Turns texts into vectors that are near each other where the texts mean the same. */
export type Embedder = {
  readonly name: string
  /** At most `MOST_TEXTS`. Resolves within `MODEL_DEADLINE` and never rejects. */
  embed(texts: readonly string[]): Promise<EmbedReply>
}

/** A vector of somebody's job words; it counts for the very text and model by which it was made. */
export type KeptVector = {
  readonly candidateId: CandidateId
  readonly fingerprint: string
  readonly vector: Float32Array
}
export type VectorStore = {
  /** Those of these people that were made by this model. */
  of(people: readonly CandidateId[], model: string): Promise<readonly KeptVector[]>
  /** In place of what was kept of them. */
  keep(vectors: readonly KeptVector[], model: string, at: Instant): Promise<void>
}
