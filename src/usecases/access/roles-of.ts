import type { Role } from '../../domain/shared/roles.ts'
import { type Instant, MINUTE } from '../../domain/shared/time.ts'
import type { HeardGroup, Member } from '../ports/workspace.ts'

export type RoleSources = {
  /** `MEDALLIST_ADMINS`; where it is not set, Slack's own workspace admins administer. */
  readonly admins: readonly string[] | undefined
  readonly recruitersGroup: string
  readonly hiringManagersGroup: string
}

/** A group that was not confirmed for this long counts for nobody: a role taken away in Slack must not linger here. */
export const GROUP_LASTS = 5 * MINUTE

const isHeard = (group: HeardGroup | undefined, now: Instant): group is HeardGroup =>
  group !== undefined && now - group.refreshedAt <= GROUP_LASTS

type Groups = { readonly recruiters: HeardGroup | undefined; readonly hiringManagers: HeardGroup | undefined }

/** The roles of the groups of which nobody knows just now who is in them. */
export const unheardRoles = ({ recruiters, hiringManagers }: Groups, now: Instant): readonly Role[] => [
  ...(isHeard(recruiters, now) ? [] : (['recruiter'] as const)),
  ...(isHeard(hiringManagers, now) ? [] : (['hiring_manager'] as const)),
]

/** Everything that gives somebody a role. Explicit assignment always works; groups add to it while they are fresh. */
export function rolesOf(
  member: Pick<Member, 'slackUserId' | 'isSlackAdmin'>,
  assigned: readonly Role[],
  groups: Groups,
  sources: Pick<RoleSources, 'admins'>,
  now: Instant,
): ReadonlySet<Role> {
  const inGroup = (group: HeardGroup | undefined) =>
    isHeard(group, now) && group.slackUserIds.includes(member.slackUserId)
  const isAdmin = sources.admins === undefined ? member.isSlackAdmin : sources.admins.includes(member.slackUserId)
  return new Set<Role>([
    'employee',
    ...assigned,
    ...(isAdmin ? (['admin'] as const) : []),
    ...(inGroup(groups.recruiters) ? (['recruiter'] as const) : []),
    ...(inGroup(groups.hiringManagers) ? (['hiring_manager'] as const) : []),
  ])
}
