import type { Clock } from '../clock.ts'
import type { ChannelId, Message, Ts, UserId } from '../contract.ts'
import type { WorkspaceSeed } from '../seed.ts'
import type { StoredView } from '../views/stored-view.ts'
import { stateFromSeed } from './from-seed.ts'
import { noJournal, openJournal, readJournal } from './journal.ts'
import { applyMutation, type Mutation, mutationsOf, type WorldState } from './state.ts'

/** What a client shows and a reload loses. */
type Screen = {
  ephemerals: readonly Message[]
  modals: readonly StoredView[]
  modalErrors: Readonly<Record<string, string>>
  notices: readonly string[]
}

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
  if (dataDir !== undefined) for (const step of readJournal(dataDir)) applyMutation(state, step)
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

/** Microseconds as Slack writes them: seconds, a dot, six digits. */
const formatTs = (micros: number): Ts => `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`

const microsOf = (ts: Ts): number => Number(ts.replace('.', ''))

function latestMicros(state: WorldState): number {
  let latest = 0
  for (const inChannel of state.messages.values())
    for (const ts of inChannel.keys()) latest = Math.max(latest, microsOf(ts))
  return latest
}

/** The messages of a channel, oldest first. */
export function messagesIn(world: World, channel: ChannelId) {
  return [...(world.state.messages.get(channel)?.values() ?? [])].toSorted((a, b) => microsOf(a.ts) - microsOf(b.ts))
}
