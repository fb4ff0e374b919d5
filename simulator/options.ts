import type { Clock } from './clock.ts'
import type { MailFull, MailSummary } from './contract.ts'
import type { Desk, OAuthApp } from './oauth/desk.ts'
import type { WorkspaceSeed } from './seed.ts'

/** The local mailbox as the workspace sees it; the mail server itself lives elsewhere. */
export type Mailbox = {
  list(): readonly MailSummary[]
  get(id: string): MailFull | undefined
  reply(id: string, text: string): Promise<void>
  /** Calls back after every change; the answer ends the subscription. */
  onChange(callback: () => void): () => void
}

/** Where Slack would send signed requests, instead of a socket. */
export type HttpDelivery = {
  readonly requestUrl: string
  readonly interactivityUrl: string
  readonly signingSecret?: string
}

/** How a workspace is started; only the seed must be given. */
export type SimulatorOptions = {
  readonly seed: WorkspaceSeed
  /** 0 or absent takes any free port. */
  readonly port?: number
  /** Loopback only. */
  readonly host?: '127.0.0.1' | 'localhost' | '::1'
  /** Directory of the journal; without it nothing outlives the process. */
  readonly dataDir?: string
  readonly http?: HttpDelivery
  /** The app is not installed from the start: an admin lets it in at `/oauth/v2/authorize`. A desk may be shared by several workspaces. */
  readonly oauth?: OAuthApp | Desk
  readonly clock?: Clock
  readonly mailbox?: Mailbox
  /** Hears of every call to a method that is not there, and of deliveries given up. Standard error by default. */
  readonly log?: (line: string) => void
}
