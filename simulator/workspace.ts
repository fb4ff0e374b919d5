import type { Delivery } from './app/delivery.ts'
import type { ResponseUrls } from './app/response-urls.ts'
import type { Triggers } from './app/triggers.ts'
import type { Clock } from './clock.ts'
import type { ChannelId, UserId } from './contract.ts'
import type { Faults } from './faults.ts'
import type { Mailbox } from './options.ts'
import type { Manifest, WorkspaceSeed } from './seed.ts'
import type { ChannelRecord } from './world/state.ts'
import type { World } from './world/world.ts'

/** One running workspace: what every part of the simulator works on. */
export type Workspace = {
  readonly team: WorkspaceSeed['team']
  readonly plan: 'free' | 'paid'
  readonly app: WorkspaceSeed['app']
  /** What the app offers here: nothing while it is not installed. */
  readonly manifest: Manifest
  /** Where the app was installed, with what; changed by an installation alone. */
  readonly scopes: ReadonlySet<string>
  /** Tokens that were taken away, with what a call by them is refused with. */
  readonly deadTokens: ReadonlyMap<string, string>
  readonly clock: Clock
  readonly world: World
  readonly delivery: Delivery
  readonly triggers: Triggers
  readonly responseUrls: ResponseUrls
  readonly mailbox: Mailbox | undefined
  readonly log: (line: string) => void
  /** Methods somebody called that are not there. */
  readonly unknownMethods: string[]
  readonly faults: Faults
  /** `http://127.0.0.1:1234`, known once the server listens. */
  readonly address: { url: string }
}

/** A channel by its id, whoever may see it. */
export function channelOf(ws: Workspace, id: ChannelId): ChannelRecord | undefined {
  return ws.world.state.channels.get(id)
}

/** Whether somebody sees what is said in a channel: public ones always, others as a member. */
export const canSee = (channel: ChannelRecord, user: UserId): boolean =>
  channel.kind === 'public' || channel.members.includes(user)

/** The direct conversation of exactly these two, if they have one. */
export function imBetween(ws: Workspace, a: UserId, b: UserId): ChannelRecord | undefined {
  return [...ws.world.state.channels.values()].find(
    (c) => c.kind === 'im' && c.members.includes(a) && c.members.includes(b),
  )
}
