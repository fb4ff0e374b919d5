import type { JobId, MemberId } from '../../domain/shared/ids.ts'
import type { Role } from '../../domain/shared/roles.ts'
import type { Instant, Zone } from '../../domain/shared/time.ts'

export type Member = {
  readonly id: MemberId
  readonly slackUserId: string
  readonly name: string
  readonly email: string | undefined
  readonly zone: Zone
  readonly isSlackAdmin: boolean
  /** When Slack was last asked about them. */
  readonly refreshedAt: Instant
}

export type MemberStore = {
  get(id: MemberId): Promise<Member | undefined>
  getMany(ids: readonly MemberId[]): Promise<readonly Member[]>
  /** Everybody who is still there, by name, at most `limit`. */
  list(limit: number): Promise<readonly Member[]>
  bySlackId(slackUserId: string): Promise<Member | undefined>
  /** Keeps what Slack says of somebody; the id of a person who is known already stays theirs. */
  keep(member: Member): Promise<Member>
  /** Roles that were explicitly given. */
  roles(id: MemberId): Promise<readonly Role[]>
  /** A user group as last heard from Slack. */
  group(
    handle: string,
  ): Promise<{ readonly slackUserIds: readonly string[]; readonly refreshedAt: Instant } | undefined>
  /** What was heard of groups counts no more; the next act asks Slack anew. */
  forgetGroups(): Promise<void>
  /** The person is asked for anew at their next act. */
  forgetPerson(slackUserId: string): Promise<void>
  keepGroup(handle: string, slackGroupId: string, slackUserIds: readonly string[], at: Instant): Promise<void>
  /** Members who were explicitly given the role. */
  withRole(role: Role): Promise<readonly Member[]>
  grantRole(id: MemberId, role: Role, by: MemberId | undefined, at: Instant): Promise<void>
  revokeRole(id: MemberId, role: Role): Promise<void>
}

export type Job = {
  readonly id: JobId
  readonly title: string
  readonly location: string | undefined
  readonly remoteOk: boolean
  readonly skills: readonly string[]
  readonly managerId: MemberId | undefined
  readonly openedAt: Instant
  readonly closedAt: Instant | undefined
}

export type JobStore = {
  get(id: JobId): Promise<Job | undefined>
  /** Newest first, at most `limit`; titles are compared folded. */
  open(limit: number): Promise<readonly Job[]>
  insert(job: Job): Promise<void>
}

export type SettingStore = {
  /** All settings of the workspace that were ever changed, as JSON by key. */
  all(): Promise<Readonly<Record<string, unknown>>>
  set(key: string, value: unknown, by: MemberId | undefined, at: Instant): Promise<void>
}
