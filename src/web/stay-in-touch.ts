import type { FastifyInstance, FastifyReply } from 'fastify'
import { readStay } from '../domain/consent/stay-in-touch.ts'
import { dayIn } from '../domain/shared/time.ts'
import type { SystemCtx } from '../usecases/context.ts'
import { answerStay, stayState } from '../usecases/outreach/stay-in-touch.ts'
import type { MailLink } from '../usecases/ports/mail.ts'
import { answerPage, contextOf, type LinkRoute, linkLimit } from './link-pages.ts'
import { renderExpired, renderStay, type StayPage } from './pages/stay-page.ts'
import { unknownPage } from './pages/unsubscribe-page.ts'
import type { UnsubscribeParts } from './unsubscribe.ts'

/** No answer is longer. */
const LONGEST = 10_000

/** `/stay/:token`, the page behind "May I stay in touch?". A GET only shows it, however often a scanner looks; the candidate's own press answers. */
export async function registerStayInTouch(web: FastifyInstance, { contexts, links }: UnsubscribeParts): Promise<void> {
  const config = { rateLimit: linkLimit((token) => links.verifyStay(token)) }

  await web.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LONGEST },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )

    scope.get<LinkRoute>('/stay/:token', { config }, async (request, reply) => {
      const link = links.verifyStay(request.params.token)
      const ctx = await contextOf(contexts, link)
      return link === undefined || ctx === undefined ? answerPage(reply, 404, unknownPage()) : show(reply, ctx, link)
    })

    scope.post<LinkRoute>('/stay/:token', { config }, async (request, reply) => {
      const link = links.verifyStay(request.params.token)
      const ctx = await contextOf(contexts, link)
      if (link === undefined || ctx === undefined) return answerPage(reply, 404, unknownPage())
      const given = givenIn(request.body)
      const answer = readStay(given, dayIn(ctx.now, ctx.workspace.zone))
      if (!answer.ok) return show(reply, ctx, link, { problem: answer.refusal, given })
      await answerStay(ctx, link, answer.value)
      return show(reply, ctx, link)
    })
  })
}

/** The page as it is now: the question, their answer, or why it can be answered no more. */
async function show(
  reply: FastifyReply,
  ctx: SystemCtx,
  link: MailLink,
  wrong: Pick<StayPage, 'problem' | 'given'> = {},
): Promise<FastifyReply> {
  const state = await stayState(ctx, link)
  if (state.kind === 'unknown') return answerPage(reply, 404, unknownPage())
  if (state.kind === 'expired') return answerPage(reply, 410, renderExpired(state.until))
  const { asks, answered } = state
  const page = renderStay({ company: ctx.workspace.name, asks, now: ctx.now, answered, ...wrong })
  return answerPage(reply, wrong.problem === undefined ? 200 : 422, page)
}

function givenIn(body: unknown): { readonly answer: string; readonly when: string; readonly day: string } {
  const form = body instanceof URLSearchParams ? body : new URLSearchParams()
  const value = (name: string) => form.get(name) ?? ''
  return { answer: value('answer'), when: value('when'), day: value('day') }
}
