/** What can keep a message back. Each kind carries what its sentence and its next act need. */
import type { Standing } from '../candidate/candidate.ts'
import type { SuppressionReason } from '../consent/suppression.ts'
import type { CandidateId, FactId, MemberId } from '../shared/ids.ts'
import type { Day, Instant } from '../shared/time.ts'

/** What the gate could not find out. Not knowing refuses. */
export type Unknowable =
  | 'person'
  | 'standing'
  | 'day_told'
  | 'permission'
  | 'suppression'
  | 'do_not_contact'
  | 'ats'
  | 'job'
  | 'address'
  | 'messages'
  | 'conversations'
  | 'replies'
  | 'facts'

export type StaleFact = { readonly factId: FactId; readonly why: 'changed' | 'retracted' | 'may_not_be_told' }

export type Refusal =
  | { readonly kind: 'erased' }
  | { readonly kind: 'merged_away'; readonly into: CandidateId }
  | { readonly kind: 'hired'; readonly on: Day | undefined }
  | { readonly kind: 'still_interviewing' }
  | { readonly kind: 'not_told_yet' }
  /** They wrote after somebody approved it: a text is not sent by whoever has not seen their answer. */
  | { readonly kind: 'answered_meanwhile'; readonly on: Day }
  /** A decline for somebody whose outcome is known. */
  | { readonly kind: 'already_told'; readonly standing: Standing; readonly on: Day | undefined }
  /** Another decline to them is approved, or has just left. */
  | { readonly kind: 'outcome_on_its_way'; readonly on: Day }
  | { readonly kind: 'unsubscribed'; readonly reason: SuppressionReason; readonly since: Instant }
  | { readonly kind: 'do_not_contact_person' }
  | { readonly kind: 'do_not_contact_company'; readonly company: string }
  | { readonly kind: 'active_in_ats'; readonly since: Day | undefined }
  | { readonly kind: 'ats_stale'; readonly asOf: Instant }
  /** The role that it tells of is there no more. */
  | { readonly kind: 'job_closed'; readonly on: Day }
  | { readonly kind: 'recontact_window'; readonly freeOn: Day }
  | { readonly kind: 'permission_missing' }
  | { readonly kind: 'permission_expired'; readonly on: Day }
  | { readonly kind: 'permission_withdrawn'; readonly on: Day }
  | { readonly kind: 'cap'; readonly count: number; readonly days: number; readonly freeOn: Day }
  | {
      readonly kind: 'collision'
      readonly by: MemberId
      readonly since: Day
      /** The last word between them, and how it was said. */
      readonly last: Day
      readonly how: 'message' | 'reply' | 'call'
      readonly freeOn: Day
    }
  | { readonly kind: 'no_address' }
  | { readonly kind: 'stale_facts'; readonly facts: readonly [StaleFact, ...StaleFact[]] }
  | { readonly kind: 'unknown'; readonly about: Unknowable }

export type RefusalKind = Refusal['kind']

/** *OK to send* or *Not yet*. Quiet hours are not here: they delay (see due.ts) and never refuse. */
export type Verdict =
  | { readonly kind: 'ok_to_send' }
  | { readonly kind: 'not_yet'; readonly because: readonly [Refusal, ...Refusal[]] }

/** What a person can do about a refusal. A button or two; never nothing. */
export type NextAct =
  | { readonly kind: 'draft_decline' }
  | { readonly kind: 'mark_as_told' }
  | { readonly kind: 'update_standing' }
  | { readonly kind: 'remind_then'; readonly day: Day }
  | { readonly kind: 'schedule'; readonly day: Day }
  | { readonly kind: 'record_permission' }
  | { readonly kind: 'allow_contact' }
  | { readonly kind: 'talk_to'; readonly member: MemberId }
  /** The colleague is asked to leave the conversation to us. */
  | { readonly kind: 'ask_to_take_over' }
  | { readonly kind: 'log_call' }
  | { readonly kind: 'add_address' }
  | { readonly kind: 'redraft' }
  | { readonly kind: 'discard_draft' }
  | { readonly kind: 'open_person'; readonly candidateId: CandidateId | undefined }
  | { readonly kind: 'ask_admin' }
  | { readonly kind: 'try_again' }

export type NextActKind = NextAct['kind']
