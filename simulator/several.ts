import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from './clock.ts'
import { makeDesk, type OAuthApp } from './oauth/desk.ts'
import type { HttpDelivery } from './options.ts'
import type { WorkspaceSeed } from './seed.ts'
import { type Simulator, startSimulator } from './server.ts'

export type SeveralOptions = {
  /** The same app in each, with its own bot user there. */
  readonly seeds: readonly WorkspaceSeed[]
  readonly oauth: OAuthApp
  readonly http: HttpDelivery & { readonly signingSecret: string }
  readonly clock?: Clock
  readonly log?: (line: string) => void
}

/** Several workspaces behind one address, as Slack's are. */
export type Several = {
  readonly url: string
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string
  /** By the order of their seeds. */
  readonly workspaces: readonly Simulator[]
  close(): Promise<void>
}

/** Starts them; each call goes to the workspace that its token or its address names, and installations to the desk that they share. */
export async function startSeveral({ seeds, oauth, http, clock = systemClock, log }: SeveralOptions): Promise<Several> {
  const desk = makeDesk(oauth, clock)
  const workspaces: Simulator[] = []
  for (const seed of seeds)
    workspaces.push(await startSimulator({ seed, http, oauth: desk, clock, ...(log ? { log } : {}) }))
  const meant = ({ url = '', headers }: IncomingMessage, body: Buffer): Simulator | undefined => {
    const team = /^\/respond\/([^/]+)\//.exec(url)?.[1]
    if (team !== undefined) return workspaces.find(({ workspace }) => workspace.team.id === team)
    const token =
      /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? new URLSearchParams(String(body)).get('token')
    const isTheirs = ({ botToken, workspace }: Simulator) =>
      botToken === token || (token && workspace.deadTokens.has(token))
    // Nobody's token is refused by whoever gets it, as is a call without any.
    return workspaces.find(isTheirs) ?? workspaces[0]
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts)
      passOn(request, response, body, meant(request, body)?.ownUrl)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // Response URLs are handed out under the address that the app knows.
  for (const { workspace } of workspaces) workspace.address.url = url
  return {
    url,
    apiUrl: `${url}/api/`,
    workspaces,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      for (const workspace of workspaces) await workspace.close()
    },
  }
}

function passOn(request: IncomingMessage, response: ServerResponse, body: Buffer, to: string | undefined): void {
  if (to === undefined) return void response.writeHead(404).end()
  const { method, url = '/', headers } = request
  const onward = ask(new URL(url, to), { method, headers: { ...headers, host: new URL(to).host } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  onward.end(body)
}
