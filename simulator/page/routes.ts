import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { MailFull } from '../contract.ts'
import { refuseStrangers } from '../page-api.ts'
import { importMap, MODULES, readAsset, versionOfAssets } from './assets.ts'

type PageDeps = { readonly workspace: { readonly mailbox?: { get(id: string): MailFull | undefined } | undefined } }

/** Nothing but what this server sends: the import map by its hash, pictures also of other ports of this machine. */
const policy = (map = '') =>
  [
    "default-src 'none'",
    `script-src 'self' 'sha256-${createHash('sha256').update(map).digest('base64')}'`,
    "style-src 'self'",
    "img-src 'self' data: http://127.0.0.1:* http://localhost:*",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"

const index = (base: string, map: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Local workspace</title>
<link rel="icon" href="${base}page/client/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}page/client/styles/index.css">
<script type="importmap">${map}</script>
${MODULES.map((path) => `<link rel="modulepreload" href="${base}${path}">`).join('\n')}
<script type="module" src="${base}page/client/main.ts"></script>
</head>
<body><div id="root"><noscript>The local workspace needs JavaScript.</noscript></div></body>
</html>
`

/**
 * Serves the local workspace's page and its modules. The address of a module carries the version of the whole page, so that a
 * browser keeps what it has and asks again only after a change. The page's data comes from the page API.
 */
export function registerPage(app: FastifyInstance, { workspace }: PageDeps): void {
  const secure = (reply: FastifyReply, contentPolicy: string, cache = 'no-store') =>
    reply.headers({
      'cache-control': cache,
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
  let version = ''

  app.get('/', async (_request, reply) => {
    version = await versionOfAssets()
    const base = `/page/code/${version}/`
    const map = importMap(base)
    return secure(reply, policy(map)).type('text/html; charset=utf-8').send(index(base, map))
  })

  app.get<{ Params: { version: string; '*': string } }>('/page/code/:version/*', async (request, reply) => {
    const asset = await readAsset(request.params['*'])
    if (!asset) return reply.code(404).send('not here')
    const kept = request.params.version === version ? 'private, max-age=31536000, immutable' : 'no-store'
    return secure(reply, policy(), kept).type(asset.type).send(asset.body)
  })

  app.get<{ Params: { id: string } }>('/page/mail/:id', { onRequest: refuseStrangers }, (request, reply) => {
    const mail = workspace.mailbox?.get(request.params.id)
    if (!mail) return reply.code(404).send('no such mail')
    return secure(reply, MAIL_POLICY).type('text/html; charset=utf-8').send(mailDocument(mail))
  })
}

/** Mails are written for white paper; their own colours would vanish on a dark page. */
function mailDocument({ html }: MailFull): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>html{color-scheme:light;background:#fff}body{margin:16px;font:15px/1.5 -apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif;color:#1d1c1d;overflow-wrap:anywhere}img{max-width:100%}</style></head><body>${html}</body></html>`
}
