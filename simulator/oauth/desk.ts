import type { Clock } from '../clock.ts'
import type { UserId } from '../contract.ts'
import { digits, hex } from '../ids.ts'
import type { Workspace } from '../workspace.ts'

/** The app as api.slack.com knows it: what it installs itself with. */
export type OAuthApp = {
  readonly clientId: string
  readonly clientSecret: string
  /** Where people may be sent back to, or below that: the redirect URLs of the app's settings. */
  readonly redirectUrls: readonly string[]
}

/** What one person allowed, until the app comes for it. */
export type Grant = {
  readonly team: string
  readonly user: UserId
  readonly scopes: readonly string[]
  readonly redirectUri: string | undefined
}

/** One workspace as the desk knows it. `install` gives the bot a new token and answers with it. */
export type Branch = {
  readonly workspace: Workspace
  install(scopes: readonly string[]): string
}

/** Where apps are installed: it hands out codes for what people allow, and takes each back once, for ten minutes. */
export type Desk = {
  readonly app: OAuthApp
  /** The workspaces in which the app can be installed. */
  branches(): readonly Branch[]
  join(branch: Branch): void
  issue(grant: Grant): string
  redeem(code: string): Grant | 'invalid_code' | 'code_already_used'
  /** Whether people may be sent to this address. */
  mayReturnTo(redirectUri: string | undefined): boolean
}

const CODE_LIFETIME_MS = 10 * 60_000

/** Several workspaces may share one desk: then a code of each is known to all. */
export function makeDesk(app: OAuthApp, clock: Clock): Desk {
  const branches: Branch[] = []
  const codes = new Map<string, { readonly grant: Grant; readonly at: number; used: boolean }>()
  return {
    app,
    branches: () => branches,
    join: (branch) => void branches.push(branch),
    issue(grant) {
      const code = `${digits(12)}.${digits(13)}.${hex(32)}`
      codes.set(code, { grant, at: clock.now(), used: false })
      return code
    },
    redeem(code) {
      const found = codes.get(code)
      if (!found || clock.now() - found.at > CODE_LIFETIME_MS) return 'invalid_code'
      if (found.used) return 'code_already_used'
      found.used = true
      return found.grant
    },
    mayReturnTo: (redirectUri) =>
      redirectUri === undefined || app.redirectUrls.some((known) => isBelow(redirectUri, known)),
  }
}

/** Slack takes a redirect URL that begins with one of the app's. */
function isBelow(address: string, known: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(known)) return false
  const [one, other] = [new URL(address), new URL(known)]
  return one.origin === other.origin && `${one.pathname}/`.startsWith(`${other.pathname.replace(/\/$/, '')}/`)
}
