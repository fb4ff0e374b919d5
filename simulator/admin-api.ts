import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { SocketMode } from './app/socket-mode.ts'
import { cutOff, type FaultRule, late, rateLimited, serverError, unheard } from './faults.ts'
import { refuseStrangers } from './page-api.ts'
import type { Workspace } from './workspace.ts'

const when = z.enum(['before', 'after'])
const Kind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rate_limited'), seconds: z.int().min(0).default(1) }),
  z.object({ kind: z.literal('server_error'), status: z.int().min(500).max(599).optional(), when: when.optional() }),
  z.object({ kind: z.literal('cut_off'), when }),
  z.object({ kind: z.literal('late'), ms: z.int().min(0), when: when.optional() }),
  z.object({ kind: z.literal('unheard') }),
])
const Rule = z.strictObject({
  method: z.string().optional(),
  channel: z.string().optional(),
  times: z.int().positive().optional(),
  fault: Kind.transform((fault) => {
    switch (fault.kind) {
      case 'rate_limited':
        return rateLimited(fault.seconds)
      case 'server_error':
        return serverError(fault.status, fault.when)
      case 'cut_off':
        return cutOff(fault.when)
      case 'late':
        return late(fault.ms, fault.when)
      case 'unheard':
        return unheard
      default:
        return fault satisfies never
    }
  }),
})
const Socket = z.object({ kind: z.enum(['refresh', 'drop']) })

/** Bad days from outside of the process, under `/admin/`: what `simulator.faults` and `simulator.socketMode` do from inside. For this machine only. */
export function registerAdminApi(app: FastifyInstance, ws: Workspace, socketMode: SocketMode | undefined): void {
  app.register((scope, _options, done) => {
    scope.addHook('onRequest', refuseStrangers)
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(error) })
      throw error
    })
    scope.get('/admin/faults', () => ws.faults.rules())
    scope.post('/admin/faults', (request) => {
      ws.faults.add(Rule.parse(request.body) satisfies FaultRule)
      return ws.faults.rules()
    })
    scope.delete('/admin/faults', () => {
      ws.faults.clear()
      return ws.faults.rules()
    })
    scope.post('/admin/socket', (request, reply) => {
      const { kind } = Socket.parse(request.body)
      if (!socketMode) return reply.code(409).send({ error: 'the app is reached by HTTP, not by a socket' })
      const cut = socketMode.connections()
      socketMode[kind]()
      return { connections: cut }
    })
    done()
  })
}
