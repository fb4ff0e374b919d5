import type { Clock } from '../clock.ts'
import type { ChannelId, Message, Ts, UserId } from '../contract.ts'
import type { WorkspaceSeed } from '../seed.ts'
import type { StoredView } from '../views/stored-view.ts'
import { stateFromSeed } from './from-seed.ts'
import { noJournal, openJournal, readJournal } from './journal.ts'
import { seededMessages } from './seeded-messages.ts'
import { applyMutation, type Mutation, mutationsOf, type WorldState } from './state.ts'
import { formatTs, microsOf } from './ts.ts'

/** What a client shows and a reload loses. */
type Screen = {
  ephemerals: readonly Message[]
  modals: readonly StoredView[]
  modalErrors: Readonly<Record<string, string>>
  notices: readonly string[]
}

/** The workspace as it is: what outlives a restart in `state`, what clients show in screens. */
export type World = {
  readonly state: Readonly<WorldState>
  /** Writes the steps down, carries them out, then tells whoever watches. */
  commit(...steps: Mutation[]): void
  screen(user: UserId): Readonly<Screen>
  /** Changes what one person's client shows. */
  show(user: UserId, change: Partial<Screen>): void
  notice(user: UserId, text: string): void
  /** A `ts` later than every one before it, also after a restart. */
  nextTs(): Ts
  onChange(callback: () => void): () => void
  /** Tells whoever watches that something outside the state changed, such as the mailbox. */
  touch(): void
  close(): void
}

/** Opens the workspace: the seed, and over it what its journal remembers. */
export function openWorld(seed: WorkspaceSeed, clock: Clock, dataDir?: string): World {
  const state = stateFromSeed(seed, clock.now())
  const remembered = dataDir === undefined ? [] : readJournal(dataDir)
  for (const step of remembered) applyMutation(state, step)
  // Days ago are counted from the first start: a later one would hear the same words again, at another time.
  if (remembered.length === 0)
    for (const message of seededMessages(seed, clock.now())) applyMutation(state, { t: 'message', message })
  const journal = dataDir === undefined ? noJournal : openJournal(dataDir, mutationsOf(state))
  const screens = new Map<UserId, Screen>()
  const watchers = new Set<() => void>()
  let lastMicros = latestMicros(state)

  const screen = (user: UserId): Screen => {
    const shown = screens.get(user) ?? { ephemerals: [], modals: [], modalErrors: {}, notices: [] }
    screens.set(user, shown)
    return shown
  }
  const touch = () => {
    for (const watcher of Array.from(watchers)) watcher()
  }
  const show = (user: UserId, change: Partial<Screen>) => {
    Object.assign(screen(user), change)
    touch()
  }
  return {
    state,
    commit(...steps) {
      journal.append(steps)
      for (const step of steps) applyMutation(state, step)
      touch()
    },
    screen,
    show,
    notice: (user, text) => show(user, { notices: [...screen(user).notices, text].slice(-50) }),
    nextTs() {
      lastMicros = Math.max(clock.now() * 1000, lastMicros + 1)
      return formatTs(lastMicros)
    },
    onChange(callback) {
      watchers.add(callback)
      return () => void watchers.delete(callback)
    },
    touch,
    close: () => journal.close(),
  }
}

function latestMicros(state: WorldState): number {
  let latest = 0
  for (const inChannel of state.messages.values())
    for (const ts of inChannel.keys()) latest = Math.max(latest, microsOf(ts))
  return latest
}

/** The messages of a channel, oldest first: `ts` only grows, also over a restart, and an edit keeps its message's place. */
export function messagesIn(world: World, channel: ChannelId) {
  return [...(world.state.messages.get(channel)?.values() ?? [])]
}
