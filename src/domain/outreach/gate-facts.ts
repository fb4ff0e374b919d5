/** Everything the gate reads, gathered by a use case under the person's lock. Whatever could not be read is `unknown`, which refuses. */
import type { Standing } from '../candidate/candidate.ts'
import type { PermissionRecord } from '../consent/permission.ts'
import type { Suppression } from '../consent/suppression.ts'
import type { ReplyState } from '../replies/reply.ts'
import type { CandidateId, FactId, MemberId, SendId } from '../shared/ids.ts'
import type { Day, Instant, Zone } from '../shared/time.ts'
import type { Purpose } from './purpose.ts'
import type { SendState } from './send.ts'
import type { OutreachSettings } from './settings.ts'

export type OrUnknown<Value> = Value | 'unknown'

/** The message that somebody wants to send, or that is about to leave. */
export type PlannedSend = {
  /** Its own row, where there is one already: it does not count against itself. */
  readonly sendId: SendId | undefined
  readonly purpose: Purpose
  /** Whose conversation it is: the sender and whoever approves. */
  readonly members: readonly MemberId[]
  readonly revisionMadeAt: Instant
  /** When a person last said that it may go; none where they are about to. */
  readonly approvedAt: Instant | undefined
  readonly cites: readonly FactId[]
  /** Where it is scheduled for later; windows are then judged as of that moment, and once more when it leaves. */
  readonly notBefore: Instant | undefined
}

export type EarlierSend = {
  readonly id: SendId
  readonly by: readonly MemberId[]
  readonly purpose: Purpose
  readonly state: SendState
  readonly lastError: string | undefined
  /** When it left, or is to leave. */
  readonly at: Instant
}

/** A reply to, or a call with, one of our members. */
export type Conversation = { readonly with: MemberId; readonly at: Instant; readonly how?: 'reply' | 'call' }

/** When they wrote, and what somebody made of it. */
export type LastReply = { readonly at: Instant; readonly state: ReplyState }

/** A colleague left their conversation to another, who was asked or was handed the person: what they said until then counts as the other's. */
export type Pass = { readonly from: MemberId; readonly to: MemberId; readonly at: Instant }

export type CitedFact = {
  readonly id: FactId
  readonly changedAt: Instant
  readonly now: 'tellable' | 'retracted' | 'may_not_be_told'
}

/** Nothing is connected in the first release, which is knowledge, not ignorance. */
export type AtsFacts =
  | { readonly kind: 'not_connected' }
  | { readonly kind: 'inactive'; readonly asOf: Instant }
  | { readonly kind: 'active'; readonly since: Day | undefined; readonly asOf: Instant }

/** The job that a message tells of, if it tells of one. */
export type JobFacts = { readonly kind: 'none' | 'open' } | { readonly kind: 'closed'; readonly at: Instant }

export type GateFacts = {
  readonly person: OrUnknown<
    { readonly kind: 'here' } | { readonly kind: 'erased' } | { readonly kind: 'merged'; readonly into: CandidateId }
  >
  readonly standing: OrUnknown<{ readonly standing: Standing; readonly day: Day | undefined }>
  readonly permissions: OrUnknown<readonly PermissionRecord[]>
  /** Those of the address that would be written to. */
  readonly suppressions: OrUnknown<readonly Suppression[]>
  readonly doNotContact: OrUnknown<{ readonly person: boolean; readonly company: string | undefined }>
  readonly ats: OrUnknown<AtsFacts>
  readonly job: OrUnknown<JobFacts>
  readonly address: OrUnknown<'present' | 'none'>
  /** Every message by anybody, at least as far back as cap and collision look. */
  readonly sends: OrUnknown<readonly EarlierSend[]>
  readonly conversations: OrUnknown<readonly Conversation[]>
  readonly passes?: readonly Pass[]
  /** Their latest answer by mail, whatever became of it. */
  readonly lastReply: OrUnknown<LastReply | undefined>
  readonly cited: OrUnknown<readonly CitedFact[]>
  /** The person's own zone, else the workspace's: it says which day it is. */
  readonly zone: Zone
  readonly settings: OutreachSettings
}
