import { digits, hex } from '../ids.ts'
import type { Manifest } from '../seed.ts'
import type { World } from '../world/world.ts'

/** Whether the app is in a workspace, and with what. */
export type Installation = {
  /** Of an app that is not installed nobody sees a command, and it hears of nothing. */
  manifest(): Manifest
  readonly scopes: ReadonlySet<string>
  readonly deadTokens: ReadonlyMap<string, string>
  /** Lets the app in, or in anew, and answers with the bot's new token. */
  readonly install: (scopes: readonly string[]) => string
  readonly remove: (how: 'uninstalled' | 'revoked') => void
}

/** Slack's codes for a token of an app that was removed, and for one that was taken away. */
const REFUSED_WITH = { uninstalled: 'account_inactive', revoked: 'token_revoked' } as const

export function makeInstallation(
  world: World,
  manifest: Manifest,
  granted: readonly string[],
  fromTheStart: boolean,
): Installation {
  const scopes = new Set(granted)
  // The token that nobody was given yet is nobody's.
  const deadTokens = new Map(fromTheStart ? [] : [[world.state.secrets.botToken, 'invalid_auth']])
  const absent: Manifest = {
    ...manifest,
    features: { app_home: { home_tab_enabled: false }, slash_commands: [], shortcuts: [] },
    settings: { event_subscriptions: { bot_events: [] }, interactivity: { is_enabled: false } },
  }
  let isIn = fromTheStart
  const newToken = () => {
    const botToken = `xoxb-${digits(12)}-${digits(13)}-${hex(12)}`
    world.commit({ t: 'secrets', secrets: { ...world.state.secrets, botToken } })
    return botToken
  }
  return {
    manifest: () => (isIn ? manifest : absent),
    scopes,
    deadTokens,
    install(asked) {
      // Slack gives the same token again while the app is in; one that was taken away never comes back.
      const botToken = isIn ? world.state.secrets.botToken : newToken()
      isIn = true
      scopes.clear()
      for (const scope of asked) scopes.add(scope)
      world.touch()
      return botToken
    },
    remove(how) {
      deadTokens.set(world.state.secrets.botToken, REFUSED_WITH[how])
      newToken()
      isIn = how === 'revoked' && isIn
      world.touch()
    },
  }
}
