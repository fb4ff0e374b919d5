import { ErrorCode, WebClient } from '@slack/web-api'
import { asZone, UTC } from '../../domain/shared/time.ts'
import type { Directory } from '../../usecases/ports/directory.ts'
import type { Log } from '../../usecases/ports/log.ts'
import { clientOptions } from './bolt.ts'

/** The `error` of a Web API answer, such as `user_not_found`; `undefined` for a fault of the network. */
export const slackErrorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === ErrorCode.PlatformError
    ? (error as unknown as { data: { error: string } }).data.error
    : undefined

/** User groups are a paid-plan feature, and a workspace may withhold the scope: both mean that no group gives a role. */
const NO_GROUPS = new Set(['plan_upgrade_required', 'paid_teams_only', 'missing_scope', 'no_such_subteam'])

/** Somebody waits for the answer: after this long it counts as unknown, and what is unknown gives no role. */
const PATIENCE = 1_200

export function makeDirectory(botToken: string, apiUrl: string | undefined, log: Log): Directory {
  const client = new WebClient(botToken, clientOptions(apiUrl, log, PATIENCE))
  return {
    async person(user) {
      try {
        const { user: found } = await client.users.info({ user })
        if (found?.id === undefined) return undefined
        return {
          slackUserId: found.id,
          name: found.profile?.real_name || found.real_name || found.name || found.id,
          email: found.profile?.email,
          zone: asZone(found.tz ?? '') ?? UTC,
          isSlackAdmin: found.is_admin === true || found.is_owner === true,
          isBot: found.is_bot === true,
        }
      } catch (error) {
        if (slackErrorCode(error) === 'user_not_found') return undefined
        throw error
      }
    },
    async group(handle) {
      try {
        const { usergroups = [] } = await client.usergroups.list({ include_users: true })
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
