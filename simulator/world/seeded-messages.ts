import type { ChannelId, Ts } from '../contract.ts'
import type { MessageSeed, SaidSeed, WorkspaceSeed } from '../seed.ts'
import type { StoredMessage } from './state.ts'
import { formatTs } from './ts.ts'

const DAY_MS = 86_400_000

/** What was said before anybody came, oldest first, each with a `ts` of its own. Throws where it could not have been said. */
export function seededMessages(seed: WorkspaceSeed, now: number): readonly StoredMessage[] {
  const ofRoots = new Map<MessageSeed, Ts>()
  let last = 0
  return (seed.messages ?? [])
    .flatMap((root) => [said(root, root, now), ...(root.thread ?? []).map((reply) => said(reply, root, now))])
    .toSorted((a, b) => a.at - b.at)
    .map(({ root, words, at }) => {
      const { user, text, reactions = [] } = words
      check(seed, root.channel, [user, ...reactions.flatMap(({ users }) => users)], text)
      if (at > now) throw new Error(`"${text}" would be said in the future`)
      last = Math.max(at * 1000, last + 1)
      const ts = formatTs(last)
      const message = { channel: root.channel, ts, user, text, reactions }
      if (words === root) {
        ofRoots.set(root, ts)
        return message
      }
      const threadTs = ofRoots.get(root)
      if (threadTs === undefined) throw new Error(`"${text}" would answer what was not said yet`)
      return { ...message, threadTs }
    })
}

function said(words: SaidSeed, root: MessageSeed, now: number) {
  const at = 'at' in words ? Date.parse(words.at) : now - Math.round(words.daysAgo * DAY_MS)
  if (Number.isNaN(at)) throw new Error(`nobody knows when "${words.text}" was said`)
  return { root, words, at }
}

function check(seed: WorkspaceSeed, channelId: ChannelId, users: readonly string[], text: string): void {
  const channel = seed.channels.find(({ id }) => id === channelId)
  if (!channel) throw new Error(`"${text}" was said in ${channelId}, which is no channel of the seed`)
  const stranger = users.find((user) => !channel.members.includes(user))
  if (stranger !== undefined) throw new Error(`${stranger} is not in #${channel.name}, where "${text}" was said`)
}
