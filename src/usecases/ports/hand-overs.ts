import type { Group, Shares, ShareWay } from '../../domain/candidate/share-out.ts'
import type { CandidateId, DraftAskId, DraftId, HandOverId, MemberId, PoolId, SendId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type HandOverState = 'running' | 'done' | 'undoing' | 'undone'
export type HandOverPlan = Shares & {
  readonly to: readonly MemberId[]
  readonly way: ShareWay
  readonly people: number
}
/** Ids and amounts. */
export type HandOverDone = {
  /** People and drafts by who got them. */
  readonly people: Readonly<Record<string, number>>
  readonly drafts: Readonly<Record<string, number>>
  /** Whom nobody could get, because each of the chosen is that very person. */
  readonly nobody: number
  /** Messages that were approved and wait for a person again. */
  readonly held: readonly SendId[]
  readonly pools: Readonly<Record<string, MemberId>>
  /** The last one who was walked past, so that each portion begins where the one before ended. */
  readonly after?: CandidateId | undefined
  /** Who went back, where it was undone. */
  readonly back: number
}
export type HandOver = {
  readonly id: HandOverId
  readonly from: MemberId
  readonly startedBy: MemberId
  readonly plan: HandOverPlan
  readonly done: HandOverDone
  readonly state: HandOverState
  readonly startedAt: Instant
  readonly finishedAt: Instant | undefined
}

/** What somebody looks after, and what waits in their name. */
export type Estate = {
  readonly people: number
  /** Of the people, to whom a next touchpoint was promised. */
  readonly promises: number
  readonly replies: number
  readonly drafts: number
  readonly scheduled: number
  readonly pools: number
}
export type Scheduled = { readonly id: SendId; readonly candidateId: CandidateId; readonly dueAt: Instant }
export type Given = { readonly candidateId: CandidateId; readonly to: MemberId | undefined }
export type Giving = {
  readonly handOverId: HandOverId
  readonly from: MemberId
  readonly by: MemberId
  readonly at: Instant
}

/** Of one member all that goes to others. Whatever takes people locks them, in the order of their ids. */
export type HandOverStore = {
  estateOf(member: MemberId): Promise<Estate>
  /** How many people each of them looks after. */
  loads(members: readonly MemberId[]): Promise<ReadonlyMap<MemberId, number>>
  /** The largest groups of somebody's people, at most `limit`; by pool with whose the pool is. */
  groups(member: MemberId, way: Exclude<ShareWay, 'load'>, limit: number): Promise<readonly Group[]>
  /** Messages that somebody approved and that wait for their time, the soonest first. */
  scheduled(member: MemberId, limit: number): Promise<readonly Scheduled[]>
  /** Nobody else begins or takes back a hand-over of this colleague's before the transaction ends. */
  lockEstate(member: MemberId): Promise<void>
  /** The hand-over of theirs that is not at its end. */
  underWay(member: MemberId): Promise<HandOver | undefined>
  insert(handOver: HandOver): Promise<void>
  get(id: HandOverId): Promise<HandOver | undefined>
  lock(id: HandOverId): Promise<HandOver | undefined>
  change(
    id: HandOverId,
    change: Pick<HandOver, 'state' | 'done' | 'finishedAt'> & { readonly plan?: HandOverPlan },
  ): Promise<void>
  /** Newest first. */
  recent(limit: number): Promise<readonly HandOver[]>
  /** Of living people whose messages these were, in that order, at most `limit`; with `owner` only those whose draft is theirs by now. */
  heldPeople(sends: readonly SendId[], owner: MemberId | undefined, limit: number): Promise<readonly CandidateId[]>
  /** Members who left and still look after somebody, at most `limit`. */
  leavers(limit: number): Promise<readonly MemberId[]>
  /** The next of somebody's people behind `after`, locked, each with the group that they are in. */
  next(
    member: MemberId,
    way: ShareWay,
    limit: number,
    after?: CandidateId,
  ): Promise<readonly { readonly id: CandidateId; readonly key: string | undefined }[]>
  /** Gives people away with all that remembers it: search, timeline, log, conversations and cards. `lines` are the timeline's words by owner. */
  give(giving: Giving, people: readonly Given[], lines: ReadonlyMap<MemberId | undefined, string>): Promise<void>
  /** The next portion of an undoing: how many were looked at and how many went back. Whom somebody else got since stays there. */
  takeBack(
    giving: Giving,
    line: string,
    limit: number,
    after?: CandidateId,
  ): Promise<{ readonly seen: number; readonly back: number; readonly last: CandidateId | undefined }>
  waitingDrafts(member: MemberId, limit: number): Promise<readonly DraftId[]>
  reown(draft: DraftId, to: MemberId): Promise<void>
  /** Questions that wait for an answer of theirs. */
  waitingAsks(member: MemberId, limit: number): Promise<readonly DraftAskId[]>
  poolsOf(member: MemberId): Promise<readonly PoolId[]>
  /** `false` where it is not `from`'s any more. */
  givePool(pool: PoolId, from: MemberId, to: MemberId): Promise<boolean>
}
