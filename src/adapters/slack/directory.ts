import { ErrorCode, type UsersInfoResponse, WebAPIRateLimitedError, type WebClient } from '@slack/web-api'
import { asZone, UTC } from '../../domain/shared/time.ts'
import type { Directory } from '../../usecases/ports/directory.ts'

/** The `error` of a Web API answer, such as `user_not_found`; `undefined` for a fault of the network. */
export const slackErrorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === ErrorCode.PlatformError
    ? (error as unknown as { data: { error: string } }).data.error
    : undefined

/** User groups are a paid-plan feature, and a workspace may withhold the scope: both mean that no group gives a role. */
const NO_GROUPS = new Set(['plan_upgrade_required', 'paid_teams_only', 'missing_scope', 'no_such_subteam'])

/** Asks Slack about people. Where Slack asked to wait it is not asked again before, but the question fails at once. */
export function makeDirectory(client: WebClient, teamId: string): Directory {
  const info = heedful((user: string) => client.users.info({ user }))
  const list = heedful(() => client.usergroups.list({ include_users: true }))
  let listing: ReturnType<typeof list> | undefined
  /** One list answers for every handle that is asked about meanwhile: Slack grants twenty a minute. */
  const listed = () =>
    (listing ??= list().finally(() => {
      listing = undefined
    }))
  return {
    async person(user) {
      try {
        const { user: found } = await info(user)
        if (found?.id === undefined) return undefined
        return {
          slackUserId: found.id,
          name: found.profile?.real_name || found.real_name || found.name || found.id,
          email: found.profile?.email,
          zone: asZone(found.tz ?? '') ?? UTC,
          isSlackAdmin: found.is_admin === true || found.is_owner === true,
          isColleague: found.is_bot !== true && found.deleted !== true && isOfTeam(found, teamId),
        }
      } catch (error) {
        if (slackErrorCode(error) === 'user_not_found') return undefined
        throw error
      }
    },
    async group(handle) {
      try {
        const { usergroups = [] } = await listed()
        const group = usergroups.find((one) => one.handle === handle)
        if (group?.id === undefined) return 'none'
        return { slackGroupId: group.id, slackUserIds: group.users ?? [] }
      } catch (error) {
        const code = slackErrorCode(error)
        if (code !== undefined && NO_GROUPS.has(code)) return 'none'
        throw error
      }
    },
  }
}

/** Over a shared channel (Slack Connect) people of other workspaces press our buttons too. In an organisation one person is of several teams. */
const isOfTeam = (found: Found, teamId: string): boolean =>
  found.is_stranger !== true &&
  (found.team_id === undefined || found.team_id === teamId || found.enterprise_user?.teams?.includes(teamId) === true)
type Found = NonNullable<UsersInfoResponse['user']>

/** The same question, which fails without being asked for as long as Slack last asked to wait. */
function heedful<Args extends readonly unknown[], Value>(
  ask: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<Value> {
  let asked: { readonly until: number; readonly error: WebAPIRateLimitedError } | undefined
  return async (...args) => {
    if (asked !== undefined && performance.now() < asked.until) throw asked.error
    try {
      return await ask(...args)
    } catch (error) {
      if (error instanceof WebAPIRateLimitedError)
        asked = { until: performance.now() + error.retryAfter * 1_000, error }
      throw error
    }
  }
}
