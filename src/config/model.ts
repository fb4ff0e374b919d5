import type { ConfigProblem, Values } from './environment.ts'

export type ModelConfig = {
  readonly apiKey: string | undefined
  /** None for OpenAI's own. */
  readonly baseUrl: string | undefined
  readonly model: string
  /** What compares words; none where a server of one's own was named and no such model of it. */
  readonly embeddingModel: string | undefined
}
/** Quick enough for a person who waits four seconds, and good at keeping to a schema. */
const DEFAULT_MODEL = 'gpt-4.1-mini'
const DEFAULT_EMBEDDING_MODEL = 'text-embedding-3-small'

/**
 * A key or an address turns the model on; a server of one's own may ask for no key, and then somebody has to name what it serves. One that
 * does ask for a key is taken for a way to OpenAI's own.
 */
export function modelConfig(values: Values, problems: ConfigProblem[]): ModelConfig | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = values
  const { OPENAI_EMBEDDING_MODEL: named } = values
  if (apiKey === undefined && baseUrl === undefined) {
    const alone = { OPENAI_MODEL: model, OPENAI_EMBEDDING_MODEL: named }
    for (const [variable, value] of Object.entries(alone))
      if (value !== undefined) problems.push({ variable, message: 'needs OPENAI_API_KEY, OPENAI_BASE_URL or both' })
    return undefined
  }
  if (baseUrl !== undefined && apiKey === undefined && model === undefined)
    problems.push({
      variable: 'OPENAI_MODEL',
      message: 'is required with OPENAI_BASE_URL alone: the model that is served there',
    })
  const embeddingModel = named ?? (baseUrl === undefined ? DEFAULT_EMBEDDING_MODEL : undefined)
  return { apiKey, baseUrl, model: model ?? DEFAULT_MODEL, embeddingModel }
}
