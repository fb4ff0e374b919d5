/** One way to call a server that speaks as OpenAI's does: nothing is read from the environment, nothing logged, and a deadline holds over all tries. */
import OpenAI, { APIConnectionTimeoutError, APIError } from 'openai'

export type OpenAiServer = {
  /** None for a server that asks for none. */
  readonly apiKey: string | undefined
  readonly baseUrl: string | undefined
}

const MOST_RETRIES = 2
/** Before trying again, where the server does not say how long. */
const PAUSE = 200
/** An answer needs about this long; where less is left, asking again is only a cost. */
const SHORTEST_TRY = 500

export const makeClient = ({ apiKey, baseUrl }: OpenAiServer): OpenAI =>
  new OpenAI({
    // Everything is said here: the library would read the environment, and log what it sends where OPENAI_LOG asks for it.
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    logLevel: 'off',
    maxRetries: 0,
    fetchOptions: { redirect: 'error' },
  })

/** Resolves within the deadline and never rejects. */
export async function withinDeadline<Reply>(
  deadline: number,
  call: (signal: AbortSignal) => Promise<Reply>,
): Promise<Reply | { readonly kind: 'slow' | 'unreachable'; readonly usage: undefined }> {
  const end = Date.now() + deadline
  const overall = AbortSignal.timeout(deadline)
  for (let retries = 0; ; retries += 1) {
    try {
      return await call(overall)
    } catch (error) {
      if (overall.aborted || error instanceof APIConnectionTimeoutError) return { kind: 'slow', usage: undefined }
      const pause = retries < MOST_RETRIES ? pauseAfter(error) : undefined
      if (pause === undefined || Date.now() + pause + SHORTEST_TRY > end)
        return { kind: 'unreachable', usage: undefined }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** Milliseconds before another try; `undefined` where one would end the same way. */
function pauseAfter(error: unknown): number | undefined {
  if (!(error instanceof APIError)) return undefined
  const { status } = error
  if (status !== undefined && status !== 408 && status !== 429 && status < 500) return undefined
  const asked = Number(error.headers?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(asked) ? Math.max(asked * 1_000, PAUSE) : PAUSE
}
