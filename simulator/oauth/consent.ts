import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isAskedLocally } from '../page-api.ts'
import type { Branch, Desk } from './desk.ts'

const Question = z.object({
  client_id: z.string().default(''),
  scope: z.string().default(''),
  state: z.string().default(''),
  redirect_uri: z.string().optional(),
})
type Question = z.output<typeof Question>
const Decision = Question.extend({ team: z.string(), user: z.string() })

const STYLE =
  'body{max-width:40rem;margin:3rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color-scheme:light dark}li{margin:.4rem 0}a{display:inline-block;padding:.2rem 0}'
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Slack's page of consent: who lets the app into which workspace. One of its people is chosen instead of signing in; owners and admins may. */
export function registerConsent(server: FastifyInstance, desk: Desk): void {
  server.register((scope, _options, done) => {
    // The app's own page links here, so only the name counts.
    scope.addHook('onRequest', async (request, reply) =>
      isAskedLocally(request) ? undefined : reply.code(403).send('only as 127.0.0.1 or localhost'),
    )
    scope.get('/oauth/v2/authorize', (request, reply) => {
      const question = Question.parse(request.query)
      const wrong = whatIsWrong(desk, question)
      return reply
        .code(wrong === undefined ? 200 : 400)
        .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(
          wrong === undefined ? consentPage(desk, question) : page('Something went wrong', `<p>${escaped(wrong)}</p>`),
        )
    })
    scope.get('/oauth/v2/allow', (request, reply) => {
      const decision = Decision.parse(request.query)
      const branch = desk.branches().find(({ workspace }) => workspace.team.id === decision.team)
      const person = branch?.workspace.world.state.people.get(decision.user)
      if (whatIsWrong(desk, decision) !== undefined || !person || !mayInstall(person)) return reply.code(400).send('no')
      const code = desk.issue({
        team: decision.team,
        user: decision.user,
        scopes: scopesOf(decision),
        redirectUri: decision.redirect_uri,
      })
      return reply.redirect(returnTo(desk, decision, { code }))
    })
    done()
  })
}

function whatIsWrong(desk: Desk, question: Question): string | undefined {
  if (question.client_id !== desk.app.clientId) return 'Invalid client_id parameter'
  if (!desk.mayReturnTo(question.redirect_uri))
    return `redirect_uri did not match any configured URIs. Passed URI: ${question.redirect_uri}`
  const scopes = scopesOf(question)
  if (scopes.length === 0) return 'Invalid permissions requested: no scopes'
  const known = new Set(desk.branches().flatMap(({ workspace }) => declaredScopes(workspace)))
  const strange = scopes.filter((scope) => !known.has(scope))
  return strange.length > 0 ? `Invalid permissions requested: ${strange.join(', ')}` : undefined
}

const scopesOf = ({ scope }: Question): readonly string[] => scope.split(/[\s,]+/).filter((each) => each !== '')

/** What the app's manifest may ask for. */
const declaredScopes = ({ app }: Branch['workspace']): readonly string[] => {
  const { bot, bot_optional = [] } = ManifestScopes.parse(app.manifest).oauth_config.scopes
  return [...bot, ...bot_optional]
}
const ManifestScopes = z.object({
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).optional() }),
  }),
})

const mayInstall = ({ isAdmin, isOwner, isBot }: { isAdmin: boolean; isOwner: boolean; isBot: boolean }): boolean =>
  !isBot && (isAdmin || isOwner)

function returnTo(desk: Desk, { redirect_uri, state }: Question, outcome: Record<string, string>): string {
  const address = new URL(redirect_uri ?? desk.app.redirectUrls[0] ?? 'http://localhost/')
  for (const [name, value] of Object.entries({ ...outcome, state })) address.searchParams.set(name, value)
  return address.href
}

function consentPage(desk: Desk, question: Question): string {
  const workspaces = desk.branches().map(({ workspace: { team, world } }) => {
    const people = [...world.state.people.values()].filter(mayInstall).map(({ id, realName }) => {
      const query = new URLSearchParams({ ...definedIn(question), team: team.id, user: id })
      return `<li><a href="/oauth/v2/allow?${escaped(String(query))}">Allow as ${escaped(realName)}</a></li>`
    })
    return `<h2>${escaped(team.name)}</h2><ul>${people.join('')}</ul>`
  })
  const cancel = returnTo(desk, question, { error: 'access_denied' })
  const scopes = scopesOf(question).map((scope) => `<li><code>${escaped(scope)}</code></li>`)
  return page(
    'An app asks for permission',
    `<p>It asks for:</p><ul>${scopes.join('')}</ul>${workspaces.join('')}<p><a href="${escaped(cancel)}">Cancel</a></p>`,
  )
}

const definedIn = ({ redirect_uri, ...rest }: Question): Record<string, string> =>
  redirect_uri === undefined ? rest : { ...rest, redirect_uri }

const page = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${content}</main></body></html>`

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
