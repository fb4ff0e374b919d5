/** The life of one approved message. The row is the truth; workers and people only propose events, and `decide` answers. */
import type { MemberId } from '../shared/ids.ts'
import { never, ok, type Result, refuse } from '../shared/result.ts'
import { type Instant, MINUTE, plus } from '../shared/time.ts'
import type { RefusalKind } from './refusal.ts'
import { classify, type SmtpOutcome } from './smtp-outcome.ts'

export const SEND_STATES = [
  'approved',
  'claimed',
  'handing_over',
  'handed_over',
  'retry_wait',
  'failed',
  'in_doubt',
  'refused',
  'cancelled',
] as const
export type SendState = (typeof SEND_STATES)[number]

/** What a person may do; the same table makes the buttons. */
export type SendAction = 'undo' | 'it_arrived' | 'send_again' | 'give_up'
export const SEND_ACTIONS = {
  approved: ['undo'],
  // Undo wins over a claim: the hand-over reads the row again under its lock and finds it cancelled.
  claimed: ['undo'],
  handing_over: [],
  handed_over: [],
  retry_wait: ['undo'],
  failed: [],
  in_doubt: ['it_arrived', 'send_again', 'give_up'],
  refused: [],
  cancelled: [],
} as const satisfies Record<SendState, readonly SendAction[]>

/** What the delivery worker may report. `gate_refused` and `postponed` come from asking the gate and the clock once more before the hand-over. */
type WorkerStep = 'claim' | 'gate_refused' | 'postponed' | 'hand_over' | 'answered' | 'lease_expired'
const WORKER_STEPS = {
  approved: ['claim', 'gate_refused'],
  claimed: ['gate_refused', 'postponed', 'hand_over', 'lease_expired'],
  handing_over: ['answered', 'lease_expired'],
  handed_over: [],
  retry_wait: ['claim', 'gate_refused'],
  failed: [],
  in_doubt: [],
  refused: [],
  cancelled: [],
} as const satisfies Record<SendState, readonly WorkerStep[]>

export type Send = {
  readonly state: SendState
  readonly dueAt: Instant
  /** Hand-overs begun since a person last said go. */
  readonly attempts: number
  readonly handedOverAt: Instant | undefined
  /** A code such as `550 5.1.1` or `timeout`, never an address. */
  readonly lastError: string | undefined
  readonly refusals: readonly string[]
  readonly resolvedBy: MemberId | undefined
  readonly resolvedAt: Instant | undefined
}

export type SendEvent =
  | { readonly kind: 'claim'; readonly now: Instant }
  | { readonly kind: 'gate_refused'; readonly because: readonly RefusalKind[] }
  | { readonly kind: 'postponed'; readonly until: Instant }
  | { readonly kind: 'hand_over' }
  | { readonly kind: 'answered'; readonly outcome: SmtpOutcome; readonly now: Instant }
  | { readonly kind: 'lease_expired' }
  | { readonly kind: SendAction; readonly by: MemberId; readonly now: Instant }

export type SendRefusal =
  | { readonly kind: 'not_in_this_state'; readonly state: SendState; readonly event: SendEvent['kind'] }
  | { readonly kind: 'not_due'; readonly dueAt: Instant }

/** A message freshly approved. */
export const approvedSend = (dueAt: Instant): Send => ({
  state: 'approved',
  dueAt,
  attempts: 0,
  handedOverAt: undefined,
  lastError: undefined,
  refusals: [],
  resolvedBy: undefined,
  resolvedAt: undefined,
})

/** The send after the event, or why the event does not apply. Hearing the same event twice is refused, so that nothing happens twice. */
export function decide(send: Send, event: SendEvent): Result<Send, SendRefusal> {
  const allowed: readonly string[] = [...WORKER_STEPS[send.state], ...SEND_ACTIONS[send.state]]
  if (!allowed.includes(event.kind)) return refuse({ kind: 'not_in_this_state', state: send.state, event: event.kind })
  switch (event.kind) {
    case 'claim':
      return event.now < send.dueAt ? refuse({ kind: 'not_due', dueAt: send.dueAt }) : ok({ ...send, state: 'claimed' })
    case 'gate_refused':
      return ok({ ...send, state: 'refused', refusals: event.because })
    case 'postponed':
      return ok({ ...send, state: waiting(send), dueAt: event.until })
    case 'hand_over':
      return ok({ ...send, state: 'handing_over', attempts: send.attempts + 1 })
    case 'answered':
      return ok(answered(send, event.outcome, event.now))
    case 'lease_expired':
      // Before the hand-over nothing left, so it is simply planned again; after it nobody knows.
      return ok(
        send.state === 'claimed'
          ? { ...send, state: waiting(send) }
          : { ...send, state: 'in_doubt', lastError: 'no_answer' },
      )
    case 'undo':
      return ok({ ...send, state: 'cancelled', resolvedBy: event.by, resolvedAt: event.now })
    case 'it_arrived':
      return ok({ ...send, state: 'handed_over', handedOverAt: event.now, resolvedBy: event.by, resolvedAt: event.now })
    case 'send_again':
      return ok({
        ...send,
        state: 'approved',
        dueAt: event.now,
        attempts: 0,
        resolvedBy: event.by,
        resolvedAt: event.now,
      })
    case 'give_up':
      return ok({ ...send, state: 'failed', lastError: GIVEN_UP, resolvedBy: event.by, resolvedAt: event.now })
    default:
      return never(event)
  }
}

/** A claim that came to nothing goes back to where it came from. */
const waiting = (send: Send): 'approved' | 'retry_wait' => (send.attempts === 0 ? 'approved' : 'retry_wait')

const GIVEN_UP = 'given_up_in_doubt'

/**
 * Waits before the second, third … attempt. A broken connection is often back within a minute; greylisting usually wants five to
 * fifteen; after seventeen hours in all a personal note is stale and a person should hear of it.
 */
export const RETRY_AFTER_MINUTES = [1, 5, 15, 60, 240, 720] as const
export const MOST_ATTEMPTS = RETRY_AFTER_MINUTES.length + 1

function answered(send: Send, outcome: SmtpOutcome, now: Instant): Send {
  const fate = classify(outcome)
  switch (fate.kind) {
    case 'accepted':
      return { ...send, state: 'handed_over', handedOverAt: now, lastError: undefined }
    case 'rejected':
      return { ...send, state: 'failed', lastError: fate.code }
    case 'unknown':
      return { ...send, state: 'in_doubt', lastError: fate.code }
    case 'later': {
      const wait = RETRY_AFTER_MINUTES[send.attempts - 1]
      return wait === undefined
        ? { ...send, state: 'failed', lastError: fate.code }
        : { ...send, state: 'retry_wait', dueAt: plus(now, wait * MINUTE), lastError: fate.code }
    }
    default:
      return never(fate)
  }
}

/** Reached the candidate, may have reached them, or is about to: it counts for the cap and as a conversation. */
export const mayReachThem = (send: Pick<Send, 'state' | 'lastError'>): boolean => COUNTS[send.state] || isGivenUp(send)

/** A person left it in doubt. One that was sent again after a doubt and then failed is none: that one surely did not leave. */
export const isGivenUp = ({ lastError }: Pick<Send, 'lastError'>): boolean => lastError === GIVEN_UP

const COUNTS = {
  approved: true,
  claimed: true,
  handing_over: true,
  handed_over: true,
  retry_wait: true,
  in_doubt: true,
  failed: false,
  refused: false,
  cancelled: false,
} as const satisfies Record<SendState, boolean>
