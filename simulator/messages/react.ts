import { botIsIn, sendEvent } from '../app/events.ts'
import type { UserId } from '../contract.ts'
import { SlackError } from '../slack-error.ts'
import type { Workspace } from '../workspace.ts'
import type { StoredMessage } from '../world/state.ts'

/** Adds or takes back somebody's reaction; false where there was nothing to change. */
export function react(
  ws: Workspace,
  message: StoredMessage,
  user: UserId,
  name: string,
  how: 'add' | 'remove',
): boolean {
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new SlackError('invalid_name')
  const has = message.reactions.some((r) => r.name === name && r.users.includes(user))
  if (has === (how === 'add')) return false
  const others = message.reactions.filter((r) => r.name !== name)
  const users = message.reactions.find((r) => r.name === name)?.users ?? []
  const changed = how === 'add' ? [...users, user] : users.filter((u) => u !== user)
  const reactions = changed.length === 0 ? others : [...others, { name, users: changed }]
  ws.world.commit({ t: 'message', message: { ...message, reactions } })
  if (botIsIn(ws, message.channel)) {
    const type = how === 'add' ? 'reaction_added' : 'reaction_removed'
    sendEvent(ws, type, {
      type,
      user,
      reaction: name,
      item_user: message.user,
      item: { type: 'message', channel: message.channel, ts: message.ts },
      event_ts: ws.world.nextTs(),
    })
  }
  return true
}
