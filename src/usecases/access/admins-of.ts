import type { SystemCtx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** More would be a crowd for one piece of news. */
const MOST_ADMINS = 5

/**
 * Slack ids of whoever administers, at most five: those whom the environment names, else Slack's own admins as far as we have met them,
 * and in either case whoever was given the role by hand. The same people as `rolesOf` makes admins.
 */
export async function adminsOf({ services }: SystemCtx, tx: Tx): Promise<readonly string[]> {
  const given = await tx.members.withRole('admin')
  const named = services.places.admins ?? (await tx.members.slackAdmins(MOST_ADMINS)).map((one) => one.slackUserId)
  return [...new Set([...named, ...given.map((one) => one.slackUserId)])].slice(0, MOST_ADMINS)
}
