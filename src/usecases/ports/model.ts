import type { z } from 'zod'

/** One question to a language model whose answer must have the shape of `schema`. */
export type Question<Answer> = {
  /** Version of the prompt, such as `letter-1`; kept with whatever came of it. */
  readonly prompt: string
  /** What we ask. Nothing that anybody typed stands here. */
  readonly task: string
  /** What it is asked about: text of people, fenced. */
  readonly material: string
  readonly schema: z.ZodType<Answer>
  /** The answer may be this long. */
  readonly mostTokens: number
}

export type Usage = { readonly inputTokens: number; readonly outputTokens: number }

/**
 * Why there is no answer. `slow`: not within the deadline. `unreachable`: no connection, a server's error or its refusal to talk to us.
 * `declined`: the model would not. `nonsense`: not what the schema says. `cut_short`: it ran out of tokens.
 */
export const MODEL_FAILURES = ['slow', 'unreachable', 'declined', 'nonsense', 'cut_short'] as const
export type ModelFailure = (typeof MODEL_FAILURES)[number]

export type ModelReply<Answer> =
  /** Without `usage` where the server did not say. */
  | { readonly kind: 'answered'; readonly answer: Answer; readonly usage: Usage | undefined }
  | { readonly kind: ModelFailure; readonly usage: Usage | undefined }

/** Milliseconds after which nobody waits for a model any longer, retries included. */
export const MODEL_DEADLINE = 4_000

export type Model = {
  readonly name: string
  /** Resolves within `MODEL_DEADLINE` and never rejects. */
  ask<Answer>(question: Question<Answer>): Promise<ModelReply<Answer>>
}
