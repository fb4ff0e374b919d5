import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import { unsubscribe, unsubscribeState } from '../usecases/outreach/unsubscribe.ts'
import type { MailLink, MailLinks } from '../usecases/ports/mail.ts'
import { askPage, busyPage, donePage, unknownPage } from './pages/unsubscribe-page.ts'

export type UnsubscribeParts = {
  readonly contexts: Pick<Contexts, 'forSystem' | 'workspaces'>
  readonly links: MailLinks
}

type Route = { Params: { token: string } }

/**
 * `/u/:token`. A GET only shows the page, because mail scanners open every link; a POST acts at once, without login and without a second
 * question (RFC 8058), whatever its form says, whether a mail client sent it or the page's button.
 */
export function registerUnsubscribe(web: FastifyInstance, { contexts, links }: UnsubscribeParts): void {
  // Providers post from few addresses for all their users: a true link is counted by itself, only guesses by where they come from.
  const limit = {
    max: 60,
    timeWindow: '1 minute',
    keyGenerator: (request: { params: unknown; ip: string }) => {
      const link = links.verify((request.params as Route['Params']).token)
      return link === undefined ? `from:${request.ip}` : `send:${link.sendId}`
    },
    errorResponseBuilder: () => Object.assign(new Error('busy'), { statusCode: 429, page: busyPage() }),
  }
  const contextOf = async (link: MailLink | undefined) => {
    const workspace = (await contexts.workspaces()).find(({ id }) => id === link?.workspaceId)
    return workspace === undefined ? undefined : contexts.forSystem(workspace)
  }
  const answer = (reply: FastifyReply, status: number, page: string) =>
    reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)

  web.get<Route>('/u/:token', { config: { rateLimit: limit } }, async (request, reply) => {
    const link = links.verify(request.params.token)
    const ctx = await contextOf(link)
    const state = link === undefined || ctx === undefined ? 'unknown' : await unsubscribeState(ctx, link)
    if (ctx === undefined || state === 'unknown') return answer(reply, 404, unknownPage())
    return answer(reply, 200, state === 'unsubscribed' ? donePage(ctx.workspace.name) : askPage(ctx.workspace.name))
  })

  web.post<Route>('/u/:token', { config: { rateLimit: limit } }, async (request, reply) => {
    const link = links.verify(request.params.token)
    const ctx = await contextOf(link)
    const outcome = link === undefined || ctx === undefined ? 'unknown' : await unsubscribe(ctx, link)
    if (ctx === undefined || outcome === 'unknown') return answer(reply, 404, unknownPage())
    return answer(reply, 200, donePage(ctx.workspace.name))
  })
}
