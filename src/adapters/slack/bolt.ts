import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  App,
  type AuthorizeResult,
  HTTPReceiver,
  type Logger,
  LogLevel,
  type Receiver,
  SocketModeReceiver,
} from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import type { Log } from '../../usecases/ports/log.ts'
import { NotInstalledError } from './installation-store.ts'
import { type Installing, installerOptions } from './installer.ts'
import { type EventEnvelope, keepEventsFirst } from './receiver.ts'

export type SlackLink = {
  readonly app: App
  /** How the bot speaks in a workspace; `undefined` where it is not installed. */
  readonly botOf: (teamId: string | undefined) => Promise<Bot | undefined>
  /** HTTP mode: what `/slack/…` hands its requests to. */
  readonly requestListener: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
  /** Connects (Socket Mode); in HTTP mode the web server's listening is enough. */
  start(): Promise<void>
  stop(): Promise<void>
}

export type Bot = AuthorizeResult & { readonly botToken: string }

export type SlackLinkOptions = {
  /** The bot of the environment, which serves one workspace. */
  readonly bot: Bot | undefined
  readonly apiUrl: string | undefined
  readonly transport:
    | { readonly mode: 'socket'; readonly appToken: string; readonly pongMs: number | undefined }
    | { readonly mode: 'http'; readonly signingSecret: string; readonly installing: Installing | undefined }
  readonly keepEvent: (envelope: EventEnvelope) => Promise<void>
  readonly log: Log
}

export const clientOptions = (apiUrl: string | undefined, log: Log): WebClientOptions => ({
  // Its own would write to the console, past every rule of ours.
  logger: boltLogger(log),
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
  // Our own rows decide about trying again; an answer to a person is told as failed instead of arriving minutes late.
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
})

export function makeSlackLink(options: SlackLinkOptions): SlackLink {
  const { transport } = options
  const logger = boltLogger(options.log)
  const webOptions = clientOptions(options.apiUrl, options.log)
  const socket =
    transport.mode === 'socket'
      ? new SocketModeReceiver({
          appToken: transport.appToken,
          logger,
          ...(transport.pongMs === undefined
            ? {}
            : { clientPingTimeout: transport.pongMs, serverPingTimeout: transport.pongMs }),
          installerOptions: { clientOptions: webOptions },
        })
      : undefined
  const http =
    transport.mode === 'http'
      ? new HTTPReceiver({
          signingSecret: transport.signingSecret,
          endpoints: '/slack/events',
          logger,
          ...(transport.installing === undefined ? {} : installerOptions(transport.installing, webOptions)),
        })
      : undefined
  const receiver = (socket ?? http) as Receiver
  const botOf = botsOf(options.bot, http?.installer)
  const app = new App({
    receiver: keepEventsFirst(receiver, options.keepEvent),
    authorize: async ({ teamId }) => {
      // Somebody of another team in a shared channel is answered too, and told that they are not known here.
      const bot = (await botOf(teamId)) ?? (http?.installer === undefined ? options.bot : undefined)
      if (bot === undefined) throw new NotInstalledError()
      return bot
    },
    clientOptions: webOptions,
    logger,
    deferInitialization: false,
    // Nothing is remembered of who wrote where; Bolt would, in memory, for as long as it runs.
    convoStore: false,
  })
  // Thrown on, so that an event which a listener could not deal with comes back from the inbox.
  app.error(async (error) => {
    options.log.error({ err: error }, 'an act failed outside its listener')
    throw error
  })
  return {
    app,
    botOf,
    requestListener: http?.requestListener,
    start: async () => {
      if (socket !== undefined) await socket.start()
    },
    stop: async () => {
      if (socket !== undefined) await socket.stop()
    },
  }
}

/** What a workspace installed counts before what the environment says, since it is the newer of the two where both speak of one workspace. */
function botsOf(own: Bot | undefined, installer: HTTPReceiver['installer']): SlackLink['botOf'] {
  const ofEnvironment = (teamId: string | undefined) => (own?.teamId === teamId ? own : undefined)
  if (installer === undefined) return async (teamId) => ofEnvironment(teamId)
  return async (teamId) => {
    if (teamId === undefined) return undefined
    try {
      const query = { teamId, enterpriseId: undefined, isEnterpriseInstall: false }
      const { botToken, ...bot } = await installer.authorize(query)
      return botToken === undefined ? undefined : { ...bot, botToken }
    } catch (error) {
      if (error instanceof Error && error.cause instanceof NotInstalledError) return ofEnvironment(teamId)
      throw error
    }
  }
}

// How the sentences of Bolt and its clients begin; what follows may quote a payload, and so may Slack's own complaints about one.
const KNOWN =
  /^(An (?:unhandled|unexpected) error occurred|Failed to|WebSocket|Could not determine|Authorization of|Request body exceeded|Malformed request body|An incoming event was not acknowledged|Peer did not complete|Something has gone wrong|A p[io]ng wasn't received)[\w ']*|^http request failed/
const POINTER = /\[json-pointer:([\w/]*)\]/g
const CODE = /^[a-z_]{3,40}$/
const KIND = /\berror: (\w{1,60})/

/** What they say without what they quote: the beginning of a known sentence, the kind of an error, a place in a payload. */
export function toldBySlackKit(said: string): string {
  const pointers = [...said.matchAll(POINTER)].map(([, pointer]) => pointer)
  if (pointers.length > 0) return `a payload is wrong at ${pointers.join(', ')}`
  if (CODE.test(said)) return said
  const sentence = KNOWN.exec(said)?.[0].trim() ?? 'it complained'
  const [, kind] = KIND.exec(said) ?? []
  return kind === undefined ? sentence : `${sentence} (${kind})`
}

/** Bolt and its clients may print payloads at debug level; only their warnings and errors are let through. */
function boltLogger(log: Log): Logger {
  const line = (parts: unknown[]) =>
    toldBySlackKit(parts.map((part) => (part instanceof Error ? `error: ${part.name}` : String(part))).join(' '))
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn({ from: 'bolt' }, line(parts)),
    error: (...parts) => log.error({ from: 'bolt' }, line(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
