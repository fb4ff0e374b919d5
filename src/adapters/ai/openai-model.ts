/** Any server that speaks OpenAI's chat completions with structured outputs. */
import OpenAI, { APIConnectionTimeoutError, APIError } from 'openai'
import { zodResponseFormat } from 'openai/helpers/zod'
import type { ChatCompletion } from 'openai/resources/chat/completions'
import { MODEL_DEADLINE, type Model, type ModelReply, type Question, type Usage } from '../../usecases/ports/model.ts'

export type OpenAiOptions = {
  /** None for a server that asks for none. */
  readonly apiKey: string | undefined
  readonly baseUrl: string | undefined
  readonly model: string
  readonly deadline?: number
}

const MOST_RETRIES = 2
/** Before trying again, where the server does not say how long. */
const PAUSE = 200
/** An answer needs about this long; where less is left, asking again is only a cost. */
const SHORTEST_TRY = 500

export function makeOpenAiModel({ apiKey, baseUrl, model, deadline = MODEL_DEADLINE }: OpenAiOptions): Model {
  const client = new OpenAI({
    // Everything is said here: the library would read the environment, and log what it sends where OPENAI_LOG asks for it.
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    logLevel: 'off',
    maxRetries: 0,
    fetchOptions: { redirect: 'error' },
  })
  return {
    name: model,
    async ask(question) {
      const end = Date.now() + deadline
      const overall = AbortSignal.timeout(deadline)
      for (let retries = 0; ; retries += 1) {
        try {
          return readReply(question, await complete(client, model, question, overall))
        } catch (error) {
          if (overall.aborted || error instanceof APIConnectionTimeoutError) return { kind: 'slow', usage: undefined }
          const pause = retries < MOST_RETRIES ? pauseAfter(error) : undefined
          if (pause === undefined || Date.now() + pause + SHORTEST_TRY > end)
            return { kind: 'unreachable', usage: undefined }
          await new Promise((resolve) => setTimeout(resolve, pause))
        }
      }
    },
  }
}

const complete = <Answer>(
  client: OpenAI,
  model: string,
  { task, material, schema, mostTokens }: Question<Answer>,
  signal: AbortSignal,
): Promise<ChatCompletion> =>
  client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: task },
        { role: 'user', content: material },
      ],
      response_format: zodResponseFormat(schema, 'answer'),
      max_completion_tokens: mostTokens,
      // Neither kept for the provider's own page of requests nor for anything else.
      store: false,
    },
    { signal },
  )

/** Milliseconds before another try; `undefined` where one would end the same way. */
function pauseAfter(error: unknown): number | undefined {
  if (!(error instanceof APIError)) return undefined
  const { status } = error
  if (status !== undefined && status !== 408 && status !== 429 && status < 500) return undefined
  const asked = Number(error.headers?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(asked) ? Math.max(asked * 1_000, PAUSE) : PAUSE
}

function readReply<Answer>({ schema }: Question<Answer>, completion: ChatCompletion): ModelReply<Answer> {
  const usage = usageOf(completion)
  // A server that only resembles OpenAI's may leave out what the types promise.
  const choice = (completion as Partial<ChatCompletion>).choices?.[0]
  if (choice?.finish_reason === 'length') return { kind: 'cut_short', usage }
  if (choice?.finish_reason === 'content_filter' || choice?.message?.refusal) return { kind: 'declined', usage }
  const parsed = schema.safeParse(asJson(choice?.message?.content))
  return parsed.success ? { kind: 'answered', answer: parsed.data, usage } : { kind: 'nonsense', usage }
}

const asJson = (content: unknown): unknown => {
  try {
    return typeof content === 'string' ? (JSON.parse(content) as unknown) : undefined
  } catch {
    return undefined
  }
}

const usageOf = ({ usage }: ChatCompletion): Usage | undefined =>
  Number.isInteger(usage?.prompt_tokens) && Number.isInteger(usage?.completion_tokens)
    ? { inputTokens: usage?.prompt_tokens ?? 0, outputTokens: usage?.completion_tokens ?? 0 }
    : undefined
