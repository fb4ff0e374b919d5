import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { MailFull } from '../contract.ts'
import { refuseStrangers } from '../page-api.ts'

type PageDeps = { readonly workspace: { readonly mailbox?: { get(id: string): MailFull | undefined } | undefined } }

/** Packages the browser loads as they are, by the name that the import map gives them. */
const VENDOR: Readonly<Record<string, { readonly bare: string; readonly file: string }>> = {
  'preact.mjs': { bare: 'preact', file: 'preact' },
  'hooks.mjs': { bare: 'preact/hooks', file: 'preact/hooks' },
  'htm.mjs': { bare: 'htm', file: 'htm' },
}
const IMPORT_MAP = JSON.stringify({
  imports: Object.fromEntries(Object.entries(VENDOR).map(([name, { bare }]) => [bare, `/page/vendor/${name}`])),
})

/** Nothing but what this server sends: the import map by its hash, pictures also of other ports of this machine. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(IMPORT_MAP).digest('base64')}'`,
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

const INDEX = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Local workspace</title>
<link rel="icon" href="/page/client/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/client/styles/index.css">
<script type="importmap">${IMPORT_MAP}</script>
<script type="module" src="/page/client/main.ts"></script>
</head>
<body><div id="root"><noscript>The local workspace needs JavaScript.</noscript></div></body>
</html>
`

/**
 * Serves the local workspace's page: its client modules with their types stripped, so that there is no build step.
 * Its data comes from the page API, which the workspace registers itself.
 */
export function registerPage(app: FastifyInstance, { workspace }: PageDeps): void {
  const secure = (reply: FastifyReply, policy = POLICY) =>
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })

  app.get('/', (_request, reply) => secure(reply).type('text/html; charset=utf-8').send(INDEX))

  app.get<{ Params: { '*': string } }>('/page/client/*', async (request, reply) => {
    const asset = await readAsset(request.params['*'])
    return asset ? secure(reply).type(asset.type).send(asset.body) : reply.code(404).send('not here')
  })

  app.get<{ Params: { name: string } }>('/page/vendor/:name', async (request, reply) => {
    const vendor = Object.hasOwn(VENDOR, request.params.name) ? VENDOR[request.params.name] : undefined
    if (!vendor) return reply.code(404).send('not here')
    const body = await readFile(fileURLToPath(import.meta.resolve(vendor.file)), 'utf8')
    return secure(reply).type('text/javascript; charset=utf-8').send(body)
  })

  app.get<{ Params: { id: string } }>('/page/mail/:id', { onRequest: refuseStrangers }, (request, reply) => {
    const mail = workspace.mailbox?.get(request.params.id)
    if (!mail) return reply.code(404).send('no such mail')
    return secure(reply, MAIL_POLICY).type('text/html; charset=utf-8').send(mailDocument(mail))
  })
}

const TYPES: Readonly<Record<string, string>> = {
  ts: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}
const stripped = new Map<string, { readonly changed: number; readonly body: string }>()

/** A client file by its path; only plain names, so that no path leads out of the folder. */
async function readAsset(path: string): Promise<{ readonly type: string; readonly body: string } | undefined> {
  const match = /^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(ts|css|svg)$/.exec(path)
  const type = TYPES[match?.[1] ?? '']
  if (type === undefined) return undefined
  const file = new URL(`./client/${path}`, import.meta.url)
  const facts = await stat(file).catch(() => undefined)
  if (!facts) return undefined
  if (!path.endsWith('.ts')) return { type, body: await readFile(file, 'utf8') }
  const known = stripped.get(path)
  if (known?.changed === facts.mtimeMs) return { type, body: known.body }
  const body = stripTypeScriptTypes(await readFile(file, 'utf8'), { mode: 'strip' })
  stripped.set(path, { changed: facts.mtimeMs, body })
  return { type, body }
}

/** Mails are written for white paper; their own colours would vanish on a dark page. */
function mailDocument({ html }: MailFull): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>html{color-scheme:light;background:#fff}body{margin:16px;font:15px/1.5 -apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif;color:#1d1c1d;overflow-wrap:anywhere}img{max-width:100%}</style></head><body>${html}</body></html>`
}
