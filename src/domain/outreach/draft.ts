/** A draft waits for a person. Its text lives in immutable revisions, and an approval names one of them. */
import type { DraftId, MemberId, RevisionId } from '../shared/ids.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import type { Instant } from '../shared/time.ts'

export const DRAFT_STATES = ['waiting', 'approved', 'rejected', 'superseded', 'withdrawn'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** A subject is a line, a body is what one text field of Slack holds, a reason is a remark. */
export const LONGEST = { subject: 150, body: 3_000, reason: 300 } as const

export type DraftAction = 'approve' | 'edit' | 'schedule' | 'reject' | 'regenerate' | 'ask_colleague' | 'preview'
/** What a person may do with a draft; the same table makes the card's buttons. Undoing is the send's business. */
export const DRAFT_ACTIONS = {
  waiting: ['approve', 'edit', 'schedule', 'reject', 'regenerate', 'ask_colleague', 'preview'],
  approved: ['preview'],
  rejected: [],
  superseded: [],
  withdrawn: [],
} as const satisfies Record<DraftState, readonly DraftAction[]>

export type Draft = {
  readonly id: DraftId
  readonly state: DraftState
  /** The text that may be approved now. */
  readonly revisionId: RevisionId
  readonly decidedBy: MemberId | undefined
  readonly decidedAt: Instant | undefined
  readonly rejectReason: string | undefined
}

export type DraftRefusal =
  /** The card shows an older text than the one that would be sent. */
  | { readonly kind: 'superseded'; readonly current: RevisionId }
  | {
      readonly kind: 'already_decided'
      readonly by: MemberId | undefined
      readonly at: Instant | undefined
      readonly what: Exclude<DraftState, 'waiting'>
    }
  | { readonly kind: 'not_approved'; readonly state: DraftState }

type Decision = { readonly by: MemberId; readonly at: Instant }

/** Says yes to exactly this text. */
export const approve = (draft: Draft, revisionId: RevisionId, { by, at }: Decision): Result<Draft, DraftRefusal> =>
  onCurrent(draft, revisionId, () => ({ ...draft, state: 'approved', decidedBy: by, decidedAt: at }))

/** A reason is asked for, so that the next draft is better; it may be left out. */
export const reject = (
  draft: Draft,
  revisionId: RevisionId,
  { by, at, reason }: Decision & { readonly reason: string | undefined },
): Result<Draft, DraftRefusal> =>
  onCurrent(draft, revisionId, () => ({
    ...draft,
    state: 'rejected',
    decidedBy: by,
    decidedAt: at,
    rejectReason: reason,
  }))

/** The next text, made from `basedOn`. Whoever edited an older one would silently undo a colleague's edit, so that is refused. */
export const revise = (draft: Draft, basedOn: RevisionId, next: RevisionId): Result<Draft, DraftRefusal> =>
  onCurrent(draft, basedOn, () => ({ ...draft, revisionId: next }))

/** A newer draft for the same person and purpose takes its place. */
export const supersede = (draft: Draft, at: Instant): Result<Draft, DraftRefusal> => close(draft, 'superseded', at)

/** The reason for it is gone: the person was hired, erased or merged. */
export const withdraw = (draft: Draft, at: Instant): Result<Draft, DraftRefusal> => close(draft, 'withdrawn', at)

/** After *Undo send*, or where the gate refused at the last moment: the text waits again and needs a fresh approval. */
export function reopen(draft: Draft): Result<Draft, DraftRefusal> {
  if (draft.state !== 'approved') return refuse({ kind: 'not_approved', state: draft.state })
  return ok({ ...draft, state: 'waiting', decidedBy: undefined, decidedAt: undefined })
}

function onCurrent(draft: Draft, revisionId: RevisionId, change: () => Draft): Result<Draft, DraftRefusal> {
  if (draft.state !== 'waiting') return decided(draft, draft.state)
  if (draft.revisionId !== revisionId) return refuse({ kind: 'superseded', current: draft.revisionId })
  return ok(change())
}

const close = (draft: Draft, state: 'superseded' | 'withdrawn', at: Instant): Result<Draft, DraftRefusal> =>
  draft.state === 'waiting' ? ok({ ...draft, state, decidedAt: at }) : decided(draft, draft.state)

const decided = (draft: Draft, what: Exclude<DraftState, 'waiting'>): Result<Draft, DraftRefusal> =>
  refuse({ kind: 'already_decided', by: draft.decidedBy, at: draft.decidedAt, what })
