import type { Seniority } from '../../domain/candidate/candidate.ts'
import type { CandidateId, JobId, MemberId } from '../../domain/shared/ids.ts'
import type { Role } from '../../domain/shared/roles.ts'
import type { Day, Instant, Zone } from '../../domain/shared/time.ts'

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

/** A user group as last heard from Slack. */
export type HeardGroup = { readonly slackUserIds: readonly string[]; readonly refreshedAt: Instant }

export type Standings = {
  /** By id at Slack, whoever is known and has not left; `assigned` are the roles that were explicitly given. */
  readonly people: ReadonlyMap<string, { readonly member: Member; readonly assigned: readonly Role[] }>
  /** By handle; absent where Slack was never asked. */
  readonly groups: ReadonlyMap<string, HeardGroup>
}

export type MemberStore = {
  get(id: MemberId): Promise<Member | undefined>
  getMany(ids: readonly MemberId[]): Promise<readonly Member[]>
  /** Everybody who is still there, by name, at most `limit`. */
  list(limit: number): Promise<readonly Member[]>
  /** Those of them who have not left. */
  present(ids: readonly MemberId[]): Promise<readonly Member[]>
  /** Names of everybody on record, those who left included, at most `limit`, who was seen last first. */
  names(limit: number): Promise<ReadonlyMap<MemberId, string>>
  bySlackId(slackUserId: string): Promise<Member | undefined>
  /** Whoever of the workspace has this address at Slack, however it is written. */
  byEmail(address: string): Promise<Member | undefined>
  /** Keeps what Slack says of somebody; the id of a person who is known already stays theirs. */
  keep(member: Member): Promise<Member>
  /** All that says who these people are and what they may, in one breath, since every act asks it. */
  standings(slackUserIds: readonly string[], groups: readonly string[]): Promise<Standings>
  group(handle: string): Promise<HeardGroup | undefined>
  /** What was heard of groups counts no more; the next act asks Slack anew. */
  forgetGroups(): Promise<void>
  /** The person is asked for anew at their next act. */
  forgetPerson(slackUserId: string): Promise<void>
  /** Slack deactivated them at that moment, or they are back; `undefined` where that is known, or they never were here. */
  left(slackUserId: string, at: Instant | undefined): Promise<Member | undefined>
  keepGroup(handle: string, slackGroupId: string, slackUserIds: readonly string[], at: Instant): Promise<void>
  /** Slack's own admins who are still there, at most `limit`. */
  slackAdmins(limit: number): Promise<readonly Member[]>
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
  readonly seniority?: Seniority | undefined
  readonly openedBy?: MemberId | undefined
  readonly openedAt: Instant
  readonly closedAt: Instant | undefined
  readonly outcome?: JobOutcome | undefined
}
export type WokenByJob = { readonly candidateId: CandidateId; readonly until: Day }
export type JobOutcome = 'hired' | 'cancelled'

export type JobStore = {
  get(id: JobId): Promise<Job | undefined>
  /** Locks the row, so that of two who close it at once the second finds it closed. */
  lock(id: JobId): Promise<Job | undefined>
  /** Nobody closes it before this transaction ends; others may hold it, too. Take the person's lock first. */
  hold(id: JobId): Promise<Job | undefined>
  /** Newest first, at most `limit`; titles are compared folded. */
  open(limit: number): Promise<readonly Job[]>
  insert(job: Job): Promise<void>
  close(
    id: JobId,
    how: { readonly outcome: JobOutcome; readonly openedAt: Instant; readonly at: Instant },
  ): Promise<void>
  reopen(id: JobId, openedAt: Instant): Promise<void>
  /** Whom its opening woke, and until when they were to be left in peace. */
  keepWoken(id: JobId, woken: readonly WokenByJob[]): Promise<void>
  /** By person; their erasure forgets them here. */
  wokenBy(id: JobId): Promise<readonly WokenByJob[]>
  /** Takes back an opening; `in_use` where a draft, a person or a hire refers to it. Lock it first. */
  remove(id: JobId): Promise<'removed' | 'in_use'>
}

export type SettingStore = {
  /** All settings of the workspace that were ever changed, as JSON by key. */
  all(): Promise<Readonly<Record<string, unknown>>>
  set(key: string, value: unknown, by: MemberId | undefined, at: Instant): Promise<void>
  /** As if it had never been set. */
  remove(key: string): Promise<void>
}
