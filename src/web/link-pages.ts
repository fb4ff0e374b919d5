/** What the pages behind signed links share: whose they are, how often they may be asked for, how they answer. */
import type { FastifyReply } from 'fastify'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { SystemCtx } from '../usecases/context.ts'
import type { MailLink } from '../usecases/ports/mail.ts'
import { busyPage } from './pages/unsubscribe-page.ts'

export type LinkRoute = { Params: { token: string } }

/** Providers ask from few addresses for all their users: a true link is counted by itself, only guesses by where they come from. */
export const linkLimit = (verify: (token: string) => MailLink | undefined) => ({
  max: 60,
  timeWindow: '1 minute',
  keyGenerator: (request: { params: unknown; ip: string }) => {
    const link = verify((request.params as LinkRoute['Params']).token)
    return link === undefined ? `from:${request.ip}` : `send:${link.sendId}`
  },
  errorResponseBuilder: () => Object.assign(new Error('busy'), { statusCode: 429, page: busyPage() }),
})

/** The workspace that a link belongs to; `undefined` where it is none of ours. */
export async function contextOf(
  contexts: Pick<Contexts, 'forSystem' | 'workspaces'>,
  link: MailLink | undefined,
): Promise<SystemCtx | undefined> {
  const workspace = (await contexts.workspaces()).find(({ id }) => id === link?.workspaceId)
  return workspace === undefined ? undefined : contexts.forSystem(workspace)
}

export const answerPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)
