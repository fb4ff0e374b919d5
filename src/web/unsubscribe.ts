import type { FastifyInstance } from 'fastify'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import { unsubscribe, unsubscribeState } from '../usecases/outreach/unsubscribe.ts'
import type { MailLinks } from '../usecases/ports/mail.ts'
import { answerPage, contextOf, type LinkRoute, linkLimit } from './link-pages.ts'
import { askPage, donePage, unknownPage } from './pages/unsubscribe-page.ts'

export type UnsubscribeParts = {
  readonly contexts: Pick<Contexts, 'forSystem' | 'workspaces'>
  readonly links: MailLinks
}

/**
 * `/u/:token`. A GET only shows the page, because mail scanners open every link; a POST acts at once, without login and without a second
 * question (RFC 8058), whatever its form says, whether a mail client sent it or the page's button.
 */
export function registerUnsubscribe(web: FastifyInstance, { contexts, links }: UnsubscribeParts): void {
  const config = { rateLimit: linkLimit((token) => links.verify(token)) }

  web.get<LinkRoute>('/u/:token', { config }, async (request, reply) => {
    const link = links.verify(request.params.token)
    const ctx = await contextOf(contexts, link)
    const state = link === undefined || ctx === undefined ? 'unknown' : await unsubscribeState(ctx, link)
    if (ctx === undefined || state === 'unknown') return answerPage(reply, 404, unknownPage())
    return answerPage(reply, 200, state === 'unsubscribed' ? donePage(ctx.workspace.name) : askPage(ctx.workspace.name))
  })

  web.post<LinkRoute>('/u/:token', { config }, async (request, reply) => {
    const link = links.verify(request.params.token)
    const ctx = await contextOf(contexts, link)
    const outcome = link === undefined || ctx === undefined ? 'unknown' : await unsubscribe(ctx, link)
    if (ctx === undefined || outcome === 'unknown') return answerPage(reply, 404, unknownPage())
    return answerPage(reply, 200, donePage(ctx.workspace.name))
  })
}
