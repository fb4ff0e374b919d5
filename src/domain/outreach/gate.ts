/** Why a message may or may not go out now. Asked at approval and again in the transaction that hands it over. Pure. */
import type { Instant } from '../shared/time.ts'
import type { GateFacts, PlannedSend } from './gate-facts.ts'
import {
  factsStillStand,
  type GateRule,
  hasAddress,
  jobIsOpen,
  mayBeContacted,
  notActiveInAts,
  notHired,
  notUnsubscribed,
  outcomeIsTold,
  permission,
  personIsThere,
} from './gate-rules.ts'
import { cap, collision, notAnsweredMeanwhile, recontactWindow, toldOnlyOnce } from './gate-windows.ts'
import type { Refusal, Verdict } from './refusal.ts'

/** In the order in which a person would want to hear them: what is final first, what only takes time later, what we can mend last. */
export const GATE_RULES = [
  notHired,
  outcomeIsTold,
  toldOnlyOnce,
  notUnsubscribed,
  mayBeContacted,
  notActiveInAts,
  jobIsOpen,
  permission,
  notAnsweredMeanwhile,
  recontactWindow,
  collision,
  cap,
  hasAddress,
  factsStillStand,
] as const satisfies readonly GateRule[]

/** What keeps the message back. A rule that cannot know answers `unknown`, which refuses too. Quiet hours are not asked: see due.ts. */
export function gate(send: PlannedSend, facts: GateFacts, now: Instant): Verdict {
  const when = Math.max(now, send.notBefore ?? now) as Instant
  // Where there is no person any more, everything else we know of them is noise.
  const gone = personIsThere(send, facts, when)
  if (gone.kind !== 'pass') return { kind: 'not_yet', because: [gone] }
  const kept = GATE_RULES.map((rule) => rule(send, facts, when)).filter((answer) => answer.kind !== 'pass')
  const [first, ...rest] = withoutRepeats(kept)
  return first === undefined ? { kind: 'ok_to_send' } : { kind: 'not_yet', because: [first, ...rest] }
}

/** Two rules may read the same thing and both not know it; a person needs to hear it once. */
const withoutRepeats = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.filter(
    (refusal, index) =>
      refusal.kind !== 'unknown' ||
      refusals.findIndex((other) => other.kind === 'unknown' && other.about === refusal.about) === index,
  )
