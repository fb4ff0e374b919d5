/** Any server that speaks OpenAI's chat completions with structured outputs. */
import type OpenAI from 'openai'
import { zodResponseFormat } from 'openai/helpers/zod'
import type { ChatCompletion } from 'openai/resources/chat/completions'
import { MODEL_DEADLINE, type Model, type ModelReply, type Question, type Usage } from '../../usecases/ports/model.ts'
import { makeClient, type OpenAiServer, withinDeadline } from './openai-calls.ts'
import { saidUsage } from './said-usage.ts'

export type OpenAiOptions = OpenAiServer & { readonly model: string; readonly deadline?: number }

export function makeOpenAiModel({ model, deadline = MODEL_DEADLINE, ...server }: OpenAiOptions): Model {
  const client = makeClient(server)
  return {
    name: model,
    ask: (question) =>
      withinDeadline(deadline, async (signal) => readReply(question, await complete(client, model, question, signal))),
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

// Nor does it keep to them: there may be no usage at all.
const usageOf = ({ usage }: Partial<ChatCompletion>): Usage | undefined =>
  saidUsage(usage?.prompt_tokens, usage?.completion_tokens)
