// A server that speaks OpenAI's chat completions and embeddings: strict about what it is asked, with a memory of every prompt, and with bad days.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

export const API_KEY = 'sk-test-only'
export const MODEL = 'test-model'
export const EMBEDDING_MODEL = 'test-embedding'

/** What becomes of the next requests. `answer` is given what was asked and answers the content of the message. */
export type Fault =
  | { readonly kind: 'slow' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'content'; readonly content: string }
  | { readonly kind: 'refusal' }
  | { readonly kind: 'filtered' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'html' }
  | { readonly kind: 'no_choices' }
  /** Of embeddings: one vector too few, or vectors of different lengths. */
  | { readonly kind: 'too_few' | 'uneven' }

export type Asked = {
  readonly task: string
  readonly material: string
  /** The JSON between the fence, parsed. */
  readonly data: Readonly<Record<string, unknown>>
  readonly schema: Readonly<Record<string, unknown>>
}
export type OpenAiServer = {
  readonly url: string
  /** What the app needs to speak with it. */
  readonly env: Readonly<Record<string, string>>
  /** And to have words compared. */
  readonly envWithEmbeddings: Readonly<Record<string, string>>
  /** Every text that was to become a vector, request by request. */
  readonly embedded: readonly (readonly string[])[]
  /** Every prompt that ever came, complaints about malformed requests beside it. */
  readonly asked: readonly Asked[]
  readonly complaints: readonly string[]
  /** Of every request, also of those that failed. */
  readonly bodies: readonly string[]
  /** The next `times` requests go wrong so. */
  goWrong(fault: Fault, times?: number): void
  /** What it says of its tokens on good days, instead of the truth. */
  sayUsage(usage: object | null | undefined): void
  /** How it answers on good days. */
  answerWith(answer: (asked: Asked) => unknown): void
  /** Requests that are not answered yet. */
  readonly pending: () => number
  close(): Promise<void>
}

const Message = z.strictObject({ role: z.enum(['system', 'user']), content: z.string().min(1).max(40_000) })
/** Structured outputs take no other object than one that forbids what it does not name and requires all that it does. */
const StrictObject: z.ZodType = z.looseObject({
  type: z.literal('object'),
  additionalProperties: z.literal(false),
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()),
})
const Request = z.strictObject({
  model: z.literal(MODEL),
  messages: z.tuple([Message, Message]),
  response_format: z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({ name: z.string(), strict: z.literal(true), schema: StrictObject }),
  }),
  max_completion_tokens: z.int().min(1).max(4_000),
  store: z.literal(false),
})

const EMBEDDINGS = '/v1/embeddings'
/** As the real one: 2,048 texts, none of them empty, each of at most 8,192 tokens, 300,000 in all. */
const MOST_IN_ALL = 300_000
const tokensIn = (text: string): number => Math.ceil(text.length / 4)
const EmbeddingRequest = z.strictObject({
  model: z.literal(EMBEDDING_MODEL),
  input: z
    .array(
      z
        .string()
        .min(1)
        .refine((text) => tokensIn(text) <= 8_192),
    )
    .min(1)
    .max(2_048)
    .refine((texts) => texts.reduce((sum, text) => sum + tokensIn(text), 0) <= MOST_IN_ALL),
  encoding_format: z.literal('base64'),
})

const DIMENSIONS = 64
/** Texts of the same words are near each other: each word counts in one direction. */
function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  for (const word of text.toLowerCase().match(/[a-z+#]+/g) ?? []) {
    let hash = 7
    for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
    const at = hash % DIMENSIONS
    vector[at] = (vector[at] ?? 0) + 1
  }
  const length = Math.hypot(...vector)
  return vector.map((value) => (length === 0 ? 0 : value / length))
}
const embeddings = (vectors: readonly Float32Array[], texts: readonly string[]): object => {
  const tokens = texts.reduce((sum, text) => sum + tokensIn(text), 0)
  return {
    object: 'list',
    model: EMBEDDING_MODEL,
    data: vectors.map((vector, index) => ({ object: 'embedding', index, embedding: base64Of(vector) })),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  }
}
function base64Of(vector: Float32Array): string {
  const bytes = Buffer.alloc(4 * vector.length)
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, 4 * at)
  return bytes.toString('base64')
}

export async function startOpenAiServer(): Promise<OpenAiServer> {
  const asked: Asked[] = []
  const complaints: string[] = []
  const bodies: string[] = []
  const embedded: (readonly string[])[] = []
  const faults: Fault[] = []
  const held = new Set<ServerResponse>()
  let usage: object | null | undefined
  const withUsage = (said: object): object => (usage === undefined ? said : { ...said, usage })
  let answer: (asked: Asked) => unknown = () => ({ subject: 'Hello', sentences: [] })

  const server = createServer(
    (request, response) =>
      void serve(request, response).catch((error: unknown) => {
        complaints.push(String(error))
        response.destroy()
      }),
  )
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request)
    bodies.push(body)
    const wrong = problemOf(request, body)
    if (wrong !== undefined) {
      complaints.push(wrong)
      return send(response, 400, { error: { message: wrong, type: 'invalid_request_error' } })
    }
    if (request.url === EMBEDDINGS) {
      embed(request, response, EmbeddingRequest.parse(JSON.parse(body)).input)
      return
    }
    const { messages, response_format } = Request.parse(JSON.parse(body))
    const [{ content: task }, { content: material }] = messages
    const question = {
      task,
      material,
      data: dataOf(material),
      schema: response_format.json_schema.schema as Asked['schema'],
    }
    asked.push(question)
    const fault = faults.shift()
    switch (fault?.kind) {
      case undefined:
        return send(response, 200, withUsage(completion(body, { content: JSON.stringify(answer(question)) })))
      case 'slow':
        held.add(response)
        response.on('close', () => held.delete(response))
        return
      case 'dropped':
        return void request.socket.destroy()
      case 'status':
        return send(response, fault.status, { error: { message: 'not now' } }, fault.retryAfter)
      case 'content':
        return complete(response, body, { content: fault.content })
      case 'refusal':
        return complete(response, body, { content: null, refusal: 'I cannot help with that.' })
      case 'filtered':
        return complete(response, body, { content: '' }, 'content_filter')
      case 'truncated':
        return complete(response, body, { content: JSON.stringify(answer(question)).slice(0, 20) }, 'length')
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to the network</html>')
        return
      case 'no_choices':
      case 'too_few':
      case 'uneven':
        return send(response, 200, { id: 'x', object: 'chat.completion' })
    }
  }
  const embed = (request: IncomingMessage, response: ServerResponse, texts: readonly string[]): void => {
    embedded.push(texts)
    const fault = faults.shift()
    const vectors = texts.map(vectorOf)
    switch (fault?.kind) {
      case undefined:
        send(response, 200, withUsage(embeddings(vectors, texts)))
        return
      case 'slow':
        held.add(response)
        response.on('close', () => held.delete(response))
        return
      case 'dropped':
        request.socket.destroy()
        return
      case 'status':
        send(response, fault.status, { error: { message: 'not now' } }, fault.retryAfter)
        return
      case 'too_few':
        send(response, 200, embeddings(vectors.slice(1), texts))
        return
      case 'uneven':
        send(response, 200, embeddings([...vectors.slice(1), Float32Array.of(1)], texts))
        return
      case 'content':
      case 'refusal':
      case 'filtered':
      case 'truncated':
      case 'html':
      case 'no_choices':
        send(response, 200, { object: 'list', data: 'all of them' })
        return
    }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const env = { OPENAI_BASE_URL: url, OPENAI_API_KEY: API_KEY, OPENAI_MODEL: MODEL }
  return {
    url,
    env,
    envWithEmbeddings: { ...env, OPENAI_EMBEDDING_MODEL: EMBEDDING_MODEL },
    embedded,
    asked,
    complaints,
    bodies,
    goWrong: (fault, times = 1) => void faults.push(...Array.from({ length: times }, () => fault)),
    sayUsage: (said) => {
      usage = said
    },
    answerWith: (next) => {
      answer = next
      faults.length = 0
    },
    pending: () => held.size,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function problemOf({ method, url, headers }: IncomingMessage, body: string): string | undefined {
  if (method !== 'POST' || (url !== '/v1/chat/completions' && url !== EMBEDDINGS))
    return `no such thing: ${method} ${url}`
  if (headers.authorization !== `Bearer ${API_KEY}`) return 'wrong key'
  if (headers['content-type'] !== 'application/json') return 'not JSON'
  try {
    if (url === EMBEDDINGS) return EmbeddingRequest.safeParse(JSON.parse(body)).error?.message
    const parsed = Request.safeParse(JSON.parse(body))
    if (!parsed.success) return parsed.error.message
    return looseObjectIn(parsed.data.response_format.json_schema.schema)
  } catch (error) {
    return String(error)
  }
}

/** Every object in a strict schema names all of its properties as required. */
function looseObjectIn(schema: unknown): string | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined
  const { type, properties, required, additionalProperties } = schema as Readonly<Record<string, unknown>>
  if (type === 'object') {
    const names = Object.keys(properties ?? {})
    if (additionalProperties !== false) return 'additionalProperties must be false'
    if (!names.every((name) => (required as readonly string[] | undefined)?.includes(name)))
      return 'all must be required'
  }
  for (const part of Object.values(schema)) {
    const found = looseObjectIn(part)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whoever breaks out of the fence makes this fail, and the test with it. */
function dataOf(material: string): Asked['data'] {
  const [, json] = /^<data>\n([^<>]*)\n<\/data>$/.exec(material) ?? []
  if (json === undefined) throw new Error('The material is not fenced')
  return z.record(z.string(), z.unknown()).parse(JSON.parse(json))
}

function send(response: ServerResponse, status: number, body: object, retryAfter?: number): void {
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  response.writeHead(status, { 'content-type': 'application/json', ...wait }).end(JSON.stringify(body))
}

const complete = (response: ServerResponse, body: string, message: object, finish?: string): void =>
  send(response, 200, completion(body, message, finish))

const completion = (body: string, message: object, finish = 'stop'): object => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: MODEL,
  choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', refusal: null, ...message } }],
  usage: {
    prompt_tokens: Math.ceil(body.length / 4),
    completion_tokens: 120,
    total_tokens: Math.ceil(body.length / 4) + 120,
  },
})
