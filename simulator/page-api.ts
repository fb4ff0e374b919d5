import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { act } from './acts/act.ts'
import { suggest } from './acts/suggest.ts'
import type { Act } from './contract.ts'
import { personView } from './person-view.ts'
import type { Workspace } from './workspace.ts'

const As = z.object({ as: z.string() })
const on = z.union([z.object({ viewId: z.string() }), z.object({ channel: z.string(), ts: z.string() })])
const values = z.record(z.string(), z.record(z.string(), z.unknown()))
const inChannel = { channel: z.string() }
const onMessage = { ...inChannel, ts: z.string() }
const newFile = z.object({ name: z.string(), mimetype: z.string(), content: z.base64() })
const ActSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    ...inChannel,
    text: z.string(),
    threadTs: z.string().optional(),
    files: z.array(newFile).optional(),
  }),
  z.object({ kind: z.literal('command'), ...inChannel, command: z.string(), text: z.string() }),
  z.object({ kind: z.literal('messageShortcut'), callbackId: z.string(), ...onMessage }),
  z.object({ kind: z.literal('globalShortcut'), callbackId: z.string() }),
  z.object({ kind: z.enum(['react', 'unreact']), ...onMessage, name: z.string() }),
  z.object({ kind: z.literal('deleteFile'), file: z.string() }),
  z.object({ kind: z.literal('openHome') }),
  z.object({
    kind: z.literal('press'),
    on,
    blockId: z.string(),
    actionId: z.string(),
    value: z.unknown().optional(),
    state: values.optional(),
  }),
  z.object({ kind: z.literal('submit'), viewId: z.string(), state: values }),
  z.object({ kind: z.literal('closeModal'), viewId: z.string(), clear: z.boolean().optional() }),
  z.object({ kind: z.literal('dismissEphemeral'), ...onMessage }),
  z.object({ kind: z.literal('replyToMail'), mailId: z.string(), text: z.string() }),
])
const ActBody = As.extend({ act: ActSchema })
const SuggestBody = As.extend({
  request: z.object({ on, blockId: z.string(), actionId: z.string(), query: z.string() }),
})

/** What the browser page asks of the workspace, under `/page/api/`. Only this machine may ask: see `refuseStrangers`. */
export function registerPageApi(app: FastifyInstance, ws: Workspace): void {
  app.register((scope, _options, done) => {
    scope.addHook('onRequest', refuseStrangers)
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(error) })
      throw error
    })
    scope.get('/page/api/people', () => [...ws.world.state.people.values()].filter((p) => !p.isBot))
    scope.get('/page/api/view', (request, reply) => {
      const view = personView(ws, whoAsks(ws, request))
      return view
        ? reply.header('cache-control', 'no-store').send(view)
        : reply.code(404).send({ error: 'nobody here has that id' })
    })
    scope.get('/page/api/stream', (request, reply) => stream(ws, whoAsks(ws, request), request, reply))
    scope.post('/page/api/act', (request) => {
      const body = ActBody.parse(request.body)
      return act(ws, body.as, body.act as Act)
    })
    scope.post('/page/api/suggest', (request) => {
      const body = SuggestBody.parse(request.body)
      return suggest(ws, body.as, body.request)
    })
    scope.get('/page/api/files/:id', (request, reply) => {
      const file = ws.world.state.files.get((request.params as { id: string }).id)
      if (!file?.complete || file.deleted === true) return reply.code(404).send({ error: 'no such file' })
      // Never shown as a page of this origin, whatever was uploaded.
      return reply
        .headers({
          'content-type': file.mimetype,
          'x-content-type-options': 'nosniff',
          'content-security-policy': "sandbox; default-src 'none'",
        })
        .send(Buffer.from(file.base64, 'base64'))
    })
    scope.get('/page/api/mail/:id', (request, reply) => {
      const mail = ws.mailbox?.get((request.params as { id: string }).id)
      return mail ? reply.send(mail) : reply.code(404).send({ error: 'no such mail' })
    })
    done()
  })
}

/** `as` says who looks; without it, the first person there is. */
function whoAsks(ws: Workspace, request: FastifyRequest): string {
  const { as } = As.partial().parse(request.query)
  return as ?? [...ws.world.state.people.keys()][0] ?? ''
}

/** Whether this machine was asked by a name of its own: a foreign name may point at it (DNS rebinding). */
export const isAskedLocally = (request: FastifyRequest): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')

/** A foreign name, and a foreign page that posts here (CSRF), are both turned away. */
export async function refuseStrangers(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!isAskedLocally(request)) return reply.code(403).send({ error: 'only as 127.0.0.1 or localhost' })
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${request.headers.host}`)
    return reply.code(403).send({ error: 'not from another page' })
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return reply.code(403).send({ error: 'not from another page' })
  if (request.method === 'POST' && !(request.headers['content-type'] ?? '').startsWith('application/json'))
    return reply.code(415).send({ error: 'JSON only' })
}

/** Sends the person's whole view now and after each change; changes of one moment make one event. */
function stream(ws: Workspace, as: string, request: FastifyRequest, reply: FastifyReply): void {
  if (!personView(ws, as)) return void reply.code(404).send({ error: 'nobody here has that id' })
  reply.hijack()
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  })
  let last = ''
  let planned = false
  const send = () => {
    planned = false
    const text = JSON.stringify(personView(ws, as))
    if (text === last) return
    last = text
    reply.raw.write(`event: view\ndata: ${text}\n\n`)
  }
  const stop = ws.world.onChange(() => {
    if (planned) return
    planned = true
    setImmediate(send)
  })
  const beat = setInterval(() => reply.raw.write(': still here\n\n'), 20_000)
  beat.unref()
  request.raw.on('close', () => {
    clearInterval(beat)
    stop()
  })
  send()
}
