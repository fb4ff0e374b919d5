import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isJson, type Json, textOr } from '../json.ts'
import { appMayRead } from '../messages/files-for-api.ts'
import { respond } from '../messages/respond.ts'
import { SlackError } from '../slack-error.ts'
import type { Workspace } from '../workspace.ts'
import { answer } from './answer.ts'
import { makeArgs } from './args.ts'
import { type Methods, needScope } from './method.ts'

/** The Web API at `/api/…`, response URLs, uploads and private files. */
export function registerApi(app: FastifyInstance, ws: Workspace, methods: Methods): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/:method',
    handler: (request, reply) => {
      const { method } = request.params as { method: string }
      const raw = rawArgs(request)
      const fault = ws.faults.take({ method, channel: typeof raw.channel === 'string' ? raw.channel : undefined })
      return answer(reply, ws.clock, fault, () => {
        reply.headers({ 'x-oauth-scopes': [...ws.scopes].join(','), 'x-slack-req-id': request.id })
        return call(ws, methods, method, request)
      })
    },
  })
  app.post('/respond/*', (request, reply) => {
    const target = ws.responseUrls.use(request.url.split('?')[0] ?? '')
    if (typeof target === 'string') return reply.code(404).send({ ok: false, error: target })
    const fault = ws.faults.take({ method: 'response_url', channel: target.channel })
    return answer(reply, ws.clock, fault, () => {
      try {
        respond(
          ws,
          target,
          isForm(request) ? makeArgs(request.body as Json).json('payload', 'invalid_payload') : request.body,
        )
        return { ok: true }
      } catch (error) {
        if (!(error instanceof SlackError)) throw error
        reply.code(error.code === 'no_original_message' ? 404 : 400)
        return error.toBody()
      }
    })
  })
  app.post('/upload/v1/:file', async (request, reply) => {
    const bytes = await uploadedBytes(request)
    return answer(reply, ws.clock, ws.faults.take({ method: 'upload', channel: undefined }), () => {
      const file = ws.world.state.files.get((request.params as { file: string }).file)
      if (!file || file.complete) {
        reply.code(404)
        return 'not found'
      }
      if (bytes.length !== file.size) {
        reply.code(400)
        return `the length announced was ${file.size}, ${bytes.length} came`
      }
      ws.world.commit({ t: 'file', file: { ...file, base64: bytes.toString('base64') } })
      return `OK - ${bytes.length}`
    })
  })
  app.get('/files-pri/:key/:name', (request, reply) => {
    const { key } = request.params as { key: string }
    const file = ws.world.state.files.get(key.slice(key.lastIndexOf('-') + 1))
    const isLetIn = headerToken(request) === ws.world.state.secrets.botToken && ws.scopes.has('files:read')
    if (!isLetIn || (file !== undefined && !appMayRead(ws, file)))
      return reply.code(302).header('location', `https://${ws.team.domain}.slack.com/?redir=`).send()
    if (!file?.complete || file.deleted === true) return reply.code(404).send('not found')
    return reply.header('content-type', file.mimetype).send(Buffer.from(file.base64, 'base64'))
  })
}

function call(ws: Workspace, methods: Methods, name: string, request: FastifyRequest): Json {
  try {
    const method = methods[name]
    if (!method) {
      if (!ws.unknownMethods.includes(name)) ws.unknownMethods.push(name)
      ws.log(`unknown method ${name}: the local workspace does not cover it`)
      throw new SlackError('unknown_method', [], { req_method: name })
    }
    const raw = rawArgs(request)
    authorise(ws, method.token ?? 'bot', tokenOf(request, raw))
    needScope(ws, method.scopes ?? [])
    return { ok: true, ...method.run(ws, makeArgs(raw)) }
  } catch (error) {
    if (error instanceof SlackError) return error.toBody()
    ws.log(`${name} broke the local workspace: ${error instanceof Error ? error.stack : String(error)}`)
    return { ok: false, error: 'internal_error' }
  }
}

const rawArgs = (request: FastifyRequest): Json => ({
  ...(request.query as Json),
  ...(isJson(request.body) ? request.body : {}),
})

function authorise(ws: Workspace, kind: 'bot' | 'app' | 'none', token: string | undefined): void {
  if (kind === 'none') return
  if (token === undefined) throw new SlackError('not_authed')
  const { botToken, appToken } = ws.world.state.secrets
  if (ws.deadTokens.has(token)) throw new SlackError(ws.deadTokens.get(token) ?? 'token_revoked')
  if (token !== botToken && token !== appToken) throw new SlackError('invalid_auth')
  if ((token === appToken) !== (kind === 'app')) throw new SlackError('not_allowed_token_type')
}

const headerToken = (request: FastifyRequest) => /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]

/** From the header; a form may carry it too, a JSON body may not. */
function tokenOf(request: FastifyRequest, raw: Json): string | undefined {
  const fromHeader = headerToken(request)
  if (fromHeader !== undefined) return fromHeader
  const json = (request.headers['content-type'] ?? '').includes('json')
  return !json && typeof raw.token === 'string' && raw.token !== '' ? raw.token : undefined
}

const isForm = (request: FastifyRequest) => (request.headers['content-type'] ?? '').includes('x-www-form-urlencoded')

/** The file itself, or the first file of a multipart form. */
async function uploadedBytes(request: FastifyRequest): Promise<Buffer> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.from(textOr(request.body, ''))
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return body
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  for (const value of form.values()) if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer())
  return Buffer.alloc(0)
}
