import type { Instant } from '../../domain/shared/time.ts'

/** What a workspace granted when the app was installed into it. */
export type Installation = {
  readonly botToken: string
  /** Where tokens rotate: the next one is had for this, before `expiresAt`. */
  readonly refreshToken: string | undefined
  readonly expiresAt: Instant | undefined
  readonly appId: string
  readonly botId: string
  readonly botUserId: string
  readonly scopes: readonly string[]
  /** Slack's id of the person who allowed it. */
  readonly installedBy: string
  readonly installedAt: Instant
}

export type InstallationStore = {
  /** What counts now; `undefined` where nobody installed it by OAuth, or where it was taken away again. */
  get(): Promise<Installation | undefined>
  /** Replaces what was granted before. */
  keep(installation: Installation): Promise<void>
  /** Slack took this one away: its token is erased. `false` where another has come in its place meanwhile. */
  revoke(installation: Pick<Installation, 'installedAt'>, at: Instant): Promise<boolean>
}
