import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { Log } from '../usecases/ports/log.ts'
import { type HealthParts, registerHealth } from './health.ts'
import { type InboundParts, registerInbound } from './inbound.ts'
import { STYLE } from './pages/page.ts'
import { faultPage, unknownPage } from './pages/unsubscribe-page.ts'
import { registerStayInTouch } from './stay-in-touch.ts'
import { registerUnsubscribe, type UnsubscribeParts } from './unsubscribe.ts'

export type WebParts = UnsubscribeParts &
  InboundParts &
  HealthParts & {
    readonly log: Log
    /** HTTP mode: Bolt's receiver, which reads and verifies the raw request by itself. */
    readonly slackEvents?: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
    /** HTTP mode: workspaces may install the app by themselves. */
    readonly isInstallable?: boolean
  }

/** What the outside reaches: the candidate's pages, the checks of whoever runs us, and in HTTP mode Slack. It listens when the caller says so. */
export async function buildWeb(parts: WebParts): Promise<FastifyInstance> {
  const web = Fastify({
    bodyLimit: 64 * 1024,
    // A token has about 120 characters; the default of 100 would answer 404 to every link.
    routerOptions: { maxParamLength: 256 },
    // Only proxies of our own network are believed about where a request came from.
    trustProxy: 'loopback, linklocal, uniquelocal',
    // A stop must not wait for browsers that keep their connection.
    forceCloseConnections: 'idle',
  })
  await web.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // The address of a page holds its token.
    referrerPolicy: { policy: 'no-referrer' },
  })
  await web.register(rateLimit, { global: false })
  // One-click requests come as forms of either kind, and what they say does not matter.
  web.removeAllContentTypeParsers()
  web.addContentTypeParser('*', { bodyLimit: 64 * 1024, parseAs: 'buffer' }, (_request, _body, done) =>
    done(null, undefined),
  )

  web.setErrorHandler((error: FastifyError & { readonly page?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    // The route, never the address: that holds the token.
    if (status >= 500) parts.log.error({ err: error, route: request.routeOptions.url }, 'a page failed')
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(error.page ?? faultPage())
  })
  web.setNotFoundHandler((_request, reply) => reply.code(404).type('text/html; charset=utf-8').send(unknownPage()))

  web.get('/assets/page.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(STYLE),
  )
  registerHealth(web, parts)
  registerUnsubscribe(web, parts)
  await registerStayInTouch(web, parts)
  await registerInbound(web, parts)
  const { slackEvents } = parts
  if (slackEvents !== undefined) {
    await web.register(async (scope) => {
      scope.removeAllContentTypeParsers()
      // Unread: the signature is over the very bytes.
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
      // What Slack's servers read needs no headers for browsers.
      scope.post('/slack/events', { helmet: false }, (request, reply) => {
        reply.hijack()
        slackEvents(request.raw, reply.raw)
      })
      if (!parts.isInstallable) return
      for (const path of ['/slack/install', '/slack/oauth_redirect']) {
        scope.get(path, { exposeHeadRoute: false }, (request, reply) => {
          reply.hijack()
          slackEvents(request.raw, reply.raw)
        })
      }
    })
  }
  return web
}
