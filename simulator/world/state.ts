import type { Channel, ChannelId, Message, Person, Ts, UserGroup, UserId } from '../contract.ts'
import type { StoredView } from '../views/stored-view.ts'

/** A channel with what the app alone is told. */
export type ChannelRecord = Channel & {
  readonly isArchived: boolean
  readonly created: number
  readonly creator: UserId
}

/** A message with what only the API shows: who posted it for whom. */
export type StoredMessage = Message & {
  readonly botId?: string
  readonly appId?: string
  readonly clientMsgId?: string
}

/** A file with its content; `size` in bytes. */
export type StoredFile = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly mimetype: string
  readonly size: number
  readonly user: UserId
  readonly altText?: string
  readonly created: number
  /** Until it is completed nobody sees it. */
  readonly complete: boolean
  readonly channels: readonly ChannelId[]
  /** Put into a file input of the app's. */
  readonly givenToApp?: boolean
  /** By whoever had brought it. */
  readonly deleted?: boolean
  readonly base64: string
}

type Secrets = { readonly botToken: string; readonly appToken: string; readonly signingSecret: string }

/** One step from one state to the next. Each is whole in itself, so that a repeated one does no harm. */
export type Mutation =
  | { readonly t: 'secrets'; readonly secrets: Secrets }
  | { readonly t: 'person'; readonly person: Person }
  | { readonly t: 'channel'; readonly channel: ChannelRecord }
  | { readonly t: 'group'; readonly group: UserGroup }
  | { readonly t: 'message'; readonly message: StoredMessage }
  | { readonly t: 'unmessage'; readonly channel: ChannelId; readonly ts: Ts }
  | { readonly t: 'home'; readonly user: UserId; readonly view: StoredView }
  | { readonly t: 'file'; readonly file: StoredFile }

/** All that outlives a restart. */
export type WorldState = {
  secrets: Secrets
  readonly people: Map<UserId, Person>
  readonly channels: Map<ChannelId, ChannelRecord>
  readonly groups: Map<string, UserGroup>
  readonly messages: Map<ChannelId, Map<Ts, StoredMessage>>
  readonly homes: Map<UserId, StoredView>
  readonly files: Map<string, StoredFile>
}

/** Carries out one step. */
export function applyMutation(state: WorldState, m: Mutation): void {
  switch (m.t) {
    case 'secrets':
      state.secrets = m.secrets
      return
    case 'person':
      state.people.set(m.person.id, m.person)
      return
    case 'channel':
      state.channels.set(m.channel.id, m.channel)
      return
    case 'group':
      state.groups.set(m.group.id, m.group)
      return
    case 'message': {
      const inChannel = state.messages.get(m.message.channel) ?? new Map<Ts, StoredMessage>()
      state.messages.set(m.message.channel, inChannel.set(m.message.ts, m.message))
      return
    }
    case 'unmessage':
      state.messages.get(m.channel)?.delete(m.ts)
      return
    case 'home':
      state.homes.set(m.user, m.view)
      return
    case 'file':
      state.files.set(m.file.id, m.file)
  }
}

/** The fewest steps that lead from nothing to this state; the journal is rewritten as these. */
export function* mutationsOf(state: WorldState): Generator<Mutation> {
  yield { t: 'secrets', secrets: state.secrets }
  for (const person of state.people.values()) yield { t: 'person', person }
  for (const channel of state.channels.values()) yield { t: 'channel', channel }
  for (const group of state.groups.values()) yield { t: 'group', group }
  for (const inChannel of state.messages.values())
    for (const message of inChannel.values()) yield { t: 'message', message }
  for (const [user, view] of state.homes) yield { t: 'home', user, view }
  for (const file of state.files.values()) yield { t: 'file', file }
}
