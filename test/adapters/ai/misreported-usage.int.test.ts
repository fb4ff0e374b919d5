// Servers that only resemble OpenAI's say all manner of things about their tokens; what they answered is good all the same.
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { makeOpenAiEmbedder } from '../../../src/adapters/ai/openai-embedder.ts'
import { makeOpenAiModel } from '../../../src/adapters/ai/openai-model.ts'
import { API_KEY, EMBEDDING_MODEL, MODEL, startOpenAiServer } from '../../support/openai-server.ts'

const server = await startOpenAiServer()
const reached = { apiKey: API_KEY, baseUrl: server.url }
const model = makeOpenAiModel({ ...reached, model: MODEL })
const embedder = makeOpenAiEmbedder({ ...reached, model: EMBEDDING_MODEL })
const ask = () =>
  model.ask({
    prompt: 'x-1',
    task: 'Answer.',
    material: '<data>\n{}\n</data>',
    schema: z.object({ said: z.string() }),
    mostTokens: 100,
  })
afterEach(() => server.sayUsage(undefined))
afterAll(() => server.close())
server.answerWith(() => ({ said: 'fine' }))

const IMPOSSIBLE: readonly (readonly [string, object | null])[] = [
  ['less than none', { prompt_tokens: -1_000_000, completion_tokens: 120 }],
  ['more than any server takes', { prompt_tokens: 3_000_000_000, completion_tokens: 3_000_000_000 }],
  ['none at all', { prompt_tokens: 0, completion_tokens: 0 }],
  ['words', { prompt_tokens: 'many', completion_tokens: 'few' }],
  ['nothing', {}],
  ['null', null],
]

describe('a server that says of its tokens', () => {
  it.each(IMPOSSIBLE)('%s is taken at its answer, and its figures are left aside', async (_what, usage) => {
    server.sayUsage(usage)
    expect(await ask()).toEqual({ kind: 'answered', answer: { said: 'fine' }, usage: undefined })
    expect(await embedder.embed(['calm', 'warm'])).toMatchObject({ kind: 'answered', usage: undefined })
  })

  it('what can be so is taken at that', async () => {
    server.sayUsage({ prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 })
    const usage = { inputTokens: 12, outputTokens: 3 }
    expect(await ask()).toEqual({ kind: 'answered', answer: { said: 'fine' }, usage })
    expect(await embedder.embed(['calm'])).toMatchObject({ kind: 'answered', usage: { ...usage, outputTokens: 0 } })
  })
})
