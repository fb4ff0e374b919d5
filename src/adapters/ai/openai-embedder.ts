/** Any server that speaks OpenAI's embeddings. */
import { z } from 'zod'
import { type Embedder, type EmbedReply, LONGEST_VECTOR } from '../../usecases/ports/embedder.ts'
import { MODEL_DEADLINE } from '../../usecases/ports/model.ts'
import { makeClient, type OpenAiServer, withinDeadline } from './openai-calls.ts'
import { saidUsage } from './said-usage.ts'

export type EmbedderOptions = OpenAiServer & { readonly model: string; readonly deadline?: number }

export function makeOpenAiEmbedder({ model, deadline = MODEL_DEADLINE, ...server }: EmbedderOptions): Embedder {
  const client = makeClient(server)
  return {
    name: model,
    embed: (texts) =>
      withinDeadline(deadline, async (signal) =>
        readVectors(
          await client.embeddings.create({ model, input: [...texts], encoding_format: 'base64' }, { signal }),
          texts.length,
        ),
      ),
  }
}

const Response = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.union([z.string(), z.array(z.number())]) })).optional(),
  // What it says of its cost is judged apart: vectors are good whatever it says there.
  usage: z.looseObject({ prompt_tokens: z.unknown() }).nullish().catch(undefined),
})

/** A server that only resembles OpenAI's may answer anything: as many vectors as there are texts, all of one length, or it is nonsense. */
function readVectors(response: unknown, count: number): EmbedReply {
  const read = Response.safeParse(response)
  const { data, usage: said } = read.success ? read.data : {}
  const usage = saidUsage(said?.prompt_tokens, 0)
  if (data === undefined || data.length !== count) return { kind: 'nonsense', usage }
  const vectors = new Map(data.map(({ index, embedding }) => [index, numbersOf(embedding)]))
  const inOrder = Array.from({ length: count }, (_, at) => vectors.get(at))
  const length = inOrder[0]?.length ?? 0
  const isSound = inOrder.every((one) => one !== undefined && one.length === length && one.every(Number.isFinite))
  return isSound && length > 0 && length <= LONGEST_VECTOR
    ? { kind: 'answered', vectors: inOrder.flatMap((one) => one ?? []), usage }
    : { kind: 'nonsense', usage }
}

/** What was asked for is base64 of little-endian floats; some servers answer plain numbers whatever was asked. */
function numbersOf(embedding: string | readonly number[]): Float32Array | undefined {
  if (typeof embedding !== 'string') return Float32Array.from(embedding)
  const bytes = Buffer.from(embedding, 'base64')
  if (bytes.length % 4 > 0) return undefined
  return Float32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4))
}
