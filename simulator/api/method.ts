import type { ChannelId, UserId } from '../contract.ts'
import { SlackError } from '../slack-error.ts'
import type { Workspace } from '../workspace.ts'
import type { ChannelRecord } from '../world/state.ts'
import type { Args } from './args.ts'

/** A Web API method: which token may call it, with which scopes (any one of them), and what it answers besides `ok: true`. */
type Method = {
  readonly token?: 'bot' | 'app' | 'none'
  readonly scopes?: readonly string[]
  run(ws: Workspace, args: Args): object
}

/** Methods by their names, such as `chat.postMessage`. */
export type Methods = Readonly<Record<string, Method>>

/** A conversation the bot may know of: every public channel, and others where it is a member. */
export function visibleChannel(ws: Workspace, id: ChannelId): ChannelRecord {
  const channel = ws.world.state.channels.get(id)
  if (!channel || (channel.kind !== 'public' && !channel.members.includes(ws.app.botUserId)))
    throw new SlackError('channel_not_found')
  return channel
}

/** The scope that covers a kind of conversation, such as `groups:history` for a private channel's history. */
export function needScopeFor(ws: Workspace, channel: ChannelRecord, verb: 'read' | 'history' | 'write'): void {
  const family = { public: 'channels', private: 'groups', im: 'im' }[channel.kind]
  needScope(ws, [`${family}:${verb}`])
}

/** Refuses unless one of the scopes was granted. */
export function needScope(ws: Workspace, anyOf: readonly string[]): void {
  if (anyOf.length === 0 || anyOf.some((scope) => ws.scopes.has(scope))) return
  throw new SlackError('missing_scope', [], { needed: anyOf.join(','), provided: [...ws.scopes].join(',') })
}

/** Somebody of the workspace; else `user_not_found`. */
export function needUser(ws: Workspace, id: UserId) {
  const person = ws.world.state.people.get(id)
  if (!person) throw new SlackError('user_not_found')
  return person
}
