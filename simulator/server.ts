import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { type Admin, makeAdmin } from './admin.ts'
import { registerAdminApi } from './admin-api.ts'
import { authMethods } from './api/auth-methods.ts'
import { chatMethods } from './api/chat-methods.ts'
import { conversationMethods } from './api/conversation-methods.ts'
import { fileMethods } from './api/file-methods.ts'
import { oauthMethods } from './api/oauth-methods.ts'
import { reactionMethods } from './api/reaction-methods.ts'
import { registerApi } from './api/routes.ts'
import { userMethods } from './api/user-methods.ts'
import { viewMethods } from './api/view-methods.ts'
import { makeSignedHttp, type SignedHttp } from './app/http-delivery.ts'
import { makeResponseUrls } from './app/response-urls.ts'
import { makeSocketMode, type SocketMode } from './app/socket-mode.ts'
import { makeTriggers } from './app/triggers.ts'
import { systemClock } from './clock.ts'
import type { UserId } from './contract.ts'
import { type Faults, makeFaults } from './faults.ts'
import { type Hands, makeHands } from './hands.ts'
import { registerConsent } from './oauth/consent.ts'
import { makeDesk } from './oauth/desk.ts'
import { makeInstallation } from './oauth/installation.ts'
import type { SimulatorOptions } from './options.ts'
import { registerPage } from './page/routes.ts'
import { registerPageApi } from './page-api.ts'
import { Manifest } from './seed.ts'
import type { Workspace } from './workspace.ts'
import { openWorld } from './world/world.ts'

/** A running local workspace. */
export type Simulator = {
  /** Where the page is, such as `http://127.0.0.1:1234`. */
  readonly url: string
  /** Where it listens, also where another address was put before it. */
  readonly ownUrl: string
  /** The Web API's root, for `slackApiUrl`. */
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  /** The hands of one of its people. */
  as(user: UserId): Hands
  readonly workspace: Workspace
  /** Present where the app connects by Socket Mode. */
  readonly socketMode: SocketMode | undefined
  /** Present where the app is reached by HTTP. */
  readonly http: SignedHttp | undefined
  /** What happens in the workspace besides what its people do with the app. */
  readonly admin: Admin
  /** Bad days, set by tests; from outside of the process by `/admin/faults`. */
  readonly faults: Faults
  /** Methods that were called and are not there. */
  readonly unknownMethods: readonly string[]
  close(): Promise<void>
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '::1']

/** Starts a workspace on loopback; it listens when the promise resolves. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const {
    seed,
    clock = systemClock,
    host = '127.0.0.1',
    log = (line) => void process.stderr.write(`simulator: ${line}\n`),
  } = options
  if (!LOOPBACK.includes(host))
    throw new Error(`the local workspace lets anybody act as anybody: it listens on loopback, not on ${host}`)
  const manifest = Manifest.parse(seed.app.manifest)
  const server = makeServer()
  const world = openWorld(seed, clock, options.dataDir)
  if (options.http?.signingSecret !== undefined) {
    world.commit({ t: 'secrets', secrets: { ...world.state.secrets, signingSecret: options.http.signingSecret } })
  }
  const { secrets } = world.state
  const address = { url: '' }
  const socketMode = options.http ? undefined : makeSocketMode(server.server, clock, seed.app.id, () => address.url)
  const http = options.http && makeSignedHttp(options.http, secrets.signingSecret, clock)
  const delivery = http ?? socketMode
  if (!delivery) throw new Error('no way to the app')
  const desk = options.oauth && ('redeem' in options.oauth ? options.oauth : makeDesk(options.oauth, clock))
  const installation = makeInstallation(world, manifest, seed.app.scopes ?? manifest.oauth_config.scopes.bot, !desk)
  const workspace: Workspace = {
    team: seed.team,
    plan: seed.plan ?? 'paid',
    app: seed.app,
    get manifest() {
      return installation.manifest()
    },
    scopes: installation.scopes,
    deadTokens: installation.deadTokens,
    clock,
    world,
    delivery,
    triggers: makeTriggers(clock),
    responseUrls: makeResponseUrls(clock, seed.team.id, () => address.url),
    mailbox: options.mailbox,
    log,
    unknownMethods: [],
    faults: makeFaults(),
    address,
  }
  const methods = {
    ...authMethods(socketMode && (() => socketMode.ticket())),
    ...userMethods,
    ...conversationMethods,
    ...chatMethods,
    ...viewMethods,
    ...reactionMethods,
    ...fileMethods,
    ...oauthMethods(desk),
  }
  desk?.join({ workspace, install: installation.install })
  if (desk) registerConsent(server, desk)
  registerApi(server, workspace, methods)
  registerPageApi(server, workspace)
  registerAdminApi(server, workspace, socketMode)
  registerPage(server, { workspace })
  const stopMail = options.mailbox?.onChange(() => world.touch())
  try {
    await server.listen({ port: options.port ?? 0, host })
  } catch (error) {
    stopMail?.()
    world.close()
    throw error
  }
  const { port } = server.server.address() as AddressInfo
  address.url = `http://${host === '::1' ? '[::1]' : host}:${port}`
  return {
    url: address.url,
    ownUrl: address.url,
    apiUrl: `${address.url}/api/`,
    appToken: secrets.appToken,
    signingSecret: secrets.signingSecret,
    get botToken() {
      return world.state.secrets.botToken
    },
    as: handsOf(workspace),
    workspace,
    socketMode,
    http,
    admin: makeAdmin(workspace, installation.remove),
    faults: workspace.faults,
    unknownMethods: workspace.unknownMethods,
    close: once(async () => {
      stopMail?.()
      await delivery.close()
      await server.close()
      world.close()
    }),
  }
}

/** However often it is called, it happens once. */
function once(task: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= task()
    return done
  }
}

function makeServer(): FastifyInstance {
  const server = Fastify({ forceCloseConnections: true, bodyLimit: 50 * 1024 * 1024 })
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.setErrorHandler((error, request, reply) => {
    const isJsonError = error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_INVALID_JSON_BODY'
    if (isJsonError && request.url.startsWith('/api/')) return reply.send({ ok: false, error: 'invalid_json' })
    throw error
  })
  return server
}

/** One pair of hands a person, so that what somebody typed into a modal stays there. */
function handsOf(workspace: Workspace): (user: UserId) => Hands {
  const known = new Map<UserId, Hands>()
  return (user) => {
    const hands = known.get(user) ?? makeHands(workspace, user)
    known.set(user, hands)
    return hands
  }
}
