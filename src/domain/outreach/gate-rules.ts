/** The rules of the gate. Each reads what it needs, and answers pass, a refusal, or that it cannot know. */

import { permissionFor } from '../consent/permission.ts'
import { gravest } from '../consent/suppression.ts'
import type { MemberId } from '../shared/ids.ts'
import { never } from '../shared/result.ts'
import { addDays, dayIn, daysBetween, HOUR, type Instant } from '../shared/time.ts'
import type { EarlierSend, GateFacts, Pass, PlannedSend } from './gate-facts.ts'
import { traitsOf } from './purpose.ts'
import type { Refusal, StaleFact, Unknowable } from './refusal.ts'
import { mayReachThem } from './send.ts'

export type Answer = { readonly kind: 'pass' } | Refusal
/** `when` is the moment for which the windows are judged: now, or the day for which the message is scheduled. */
export type GateRule = (send: PlannedSend, facts: GateFacts, when: Instant) => Answer

const PASS = { kind: 'pass' } as const
const unknown = (about: Unknowable): Refusal => ({ kind: 'unknown', about })

/** Nobody writes to a person who is erased, nor to the half of a merge that is no more. */
export const personIsThere: GateRule = (_send, { person }) => {
  if (person === 'unknown') return unknown('person')
  switch (person.kind) {
    case 'here':
      return PASS
    case 'erased':
      return { kind: 'erased' }
    case 'merged':
      return { kind: 'merged_away', into: person.into }
    default:
      return never(person)
  }
}

/** Nobody hears of other roles before they hear how the last one ended; only the decline itself may tell them, and once. */
export const outcomeIsTold: GateRule = (send, { standing: known }) => {
  if (known === 'unknown') return unknown('standing')
  const telling = traitsOf(send.purpose).tellsOutcome
  switch (known.standing) {
    case 'interviewing':
      return { kind: 'still_interviewing' }
    case 'not_told':
      return telling ? PASS : { kind: 'not_told_yet' }
    case 'told_no':
    case 'withdrew':
    case 'declined_offer':
      return telling ? { kind: 'already_told', standing: known.standing, on: known.day } : PASS
    case 'hired':
      return PASS
    default:
      return never(known.standing)
  }
}

export const notHired: GateRule = (_send, { standing: known }) => {
  if (known === 'unknown') return unknown('standing')
  return known.standing === 'hired' ? { kind: 'hired', on: known.day } : PASS
}

/**
 * Holds for every purpose, declines included. A decline is correspondence about the person's own application and needs no
 * permission for contact, but whoever pressed unsubscribe, complained or cannot be reached at this address does not get one
 * more mail from a machine: a call tells them, and *Mark as told* records it.
 */
export const notUnsubscribed: GateRule = (_send, { suppressions }) => {
  if (suppressions === 'unknown') return unknown('suppression')
  const worst = gravest(suppressions)
  return worst === undefined ? PASS : { kind: 'unsubscribed', reason: worst.reason, since: worst.at }
}

export const mayBeContacted: GateRule = (_send, { doNotContact }) => {
  if (doNotContact === 'unknown') return unknown('do_not_contact')
  if (doNotContact.person) return { kind: 'do_not_contact_person' }
  return doNotContact.company === undefined ? PASS : { kind: 'do_not_contact_company', company: doNotContact.company }
}

export const notActiveInAts: GateRule = (_send, { ats, settings }, when) => {
  if (ats === 'unknown') return unknown('ats')
  if (ats.kind === 'not_connected') return PASS
  if (when - ats.asOf > settings.atsFreshHours * HOUR) return { kind: 'ats_stale', asOf: ats.asOf }
  return ats.kind === 'active' ? { kind: 'active_in_ats', since: ats.since } : PASS
}

/** A no is left to rest. Without its day we cannot count, so we wait for the day. */
export const recontactWindow: GateRule = (send, { standing: known, settings, zone }, when) => {
  if (known === 'unknown') return unknown('standing')
  if (known.standing !== 'told_no' || traitsOf(send.purpose).tellsOutcome) return PASS
  if (known.day === undefined) return unknown('day_told')
  const freeOn = addDays(known.day, settings.recontactDays)
  return dayIn(when, zone) < freeOn ? { kind: 'recontact_window', freeOn } : PASS
}

export const permission: GateRule = (send, { permissions, zone }, when) => {
  const { needs } = traitsOf(send.purpose)
  if (needs === undefined) return PASS
  if (permissions === 'unknown') return unknown('permission')
  const verdict = permissionFor(permissions, needs, when)
  switch (verdict.kind) {
    case 'valid':
      return PASS
    case 'missing':
      return { kind: 'permission_missing' }
    case 'expired':
      return { kind: 'permission_expired', on: dayIn(verdict.at, zone) }
    case 'withdrawn':
      return { kind: 'permission_withdrawn', on: dayIn(verdict.at, zone) }
    default:
      return never(verdict)
  }
}

/** Counts every message by anybody, sent or about to be. News of an outcome is not kept waiting by last week's friendly note. */
export const cap: GateRule = (send, { sends, settings, zone }, when) => {
  if (traitsOf(send.purpose).tellsOutcome) return PASS
  if (sends === 'unknown') return unknown('messages')
  const { capCount, capDays } = settings
  const today = dayIn(when, zone)
  const days = others(sends, send)
    .map((earlier) => dayIn(earlier.at, zone))
    .filter((day) => daysBetween(day, today) < capDays)
    .sort()
  const oldestThatMustPass = days.at(-capCount)
  return oldestThatMustPass === undefined
    ? PASS
    : { kind: 'cap', count: capCount, days: capDays, freeOn: addDays(oldestThatMustPass, capDays) }
}

/** The outcome is told once: while one decline is on its way, or has just left and nobody has marked it, there is no second. */
export const toldOnlyOnce: GateRule = (send, { sends, settings, zone }, when) => {
  if (!traitsOf(send.purpose).tellsOutcome) return PASS
  if (sends === 'unknown') return unknown('messages')
  const today = dayIn(when, zone)
  const [latest] = others(sends, send)
    .filter((earlier) => traitsOf(earlier.purpose).tellsOutcome)
    .map((earlier) => dayIn(earlier.at, zone))
    .filter((day) => daysBetween(day, today) < settings.capDays)
    .sort()
    .toReversed()
  return latest === undefined ? PASS : { kind: 'outcome_on_its_way', on: latest }
}

/** One voice at a time: a colleague's message, or a reply or call to them, makes it their conversation for a while, unless they left it to us. */
export const collision: GateRule = (send, { sends, conversations, passes = [], settings, zone }, when) => {
  if (sends === 'unknown') return unknown('messages')
  if (conversations === 'unknown') return unknown('conversations')
  const today = dayIn(when, zone)
  const isOurs = (by: EarlierSend['by'], at: Instant) =>
    by.some((member) => send.members.includes(voiceOf(member, at, passes)))
  const theirs = [
    ...others(sends, send).flatMap(({ by, at }) =>
      isOurs(by, at) || by[0] === undefined ? [] : [{ by: voiceOf(by[0], at, passes), at, how: 'message' as const }],
    ),
    ...conversations.flatMap(({ with: by, at, how = 'reply' }) =>
      isOurs([by], at) ? [] : [{ by: voiceOf(by, at, passes), at, how }],
    ),
  ].filter(({ at }) => daysBetween(dayIn(at, zone), today) < settings.collisionDays)
  const last = theirs.reduce<(typeof theirs)[number] | undefined>(
    (latest, touch) => (latest === undefined || touch.at > latest.at ? touch : latest),
    undefined,
  )
  if (last === undefined) return PASS
  const began = Math.min(...theirs.filter(({ by }) => by === last.by).map(({ at }) => at)) as Instant
  const day = dayIn(last.at, zone)
  return {
    kind: 'collision',
    by: last.by,
    since: dayIn(began, zone),
    last: day,
    how: last.how,
    freeOn: addDays(day, settings.collisionDays),
  }
}

/** Whose conversation it is by now; it may have been passed on more than once. */
const voiceOf = (member: MemberId, at: Instant, passes: readonly Pass[]): MemberId =>
  passes
    .toSorted((one, other) => one.at - other.at)
    .reduce((voice, pass) => (pass.from === voice && at <= pass.at ? pass.to : voice), member)

export const hasAddress: GateRule = (_send, { address }) => {
  if (address === 'unknown') return unknown('address')
  return address === 'present' ? PASS : { kind: 'no_address' }
}

/** The text was true when it was written; every fact that it cites must still be so, and still be free to tell. */
export const factsStillStand: GateRule = (send, { cited }) => {
  if (cited === 'unknown') return unknown('facts')
  const known = new Map(cited.map((fact) => [fact.id, fact]))
  const [first, ...rest] = send.cites.flatMap((factId): StaleFact[] => {
    const fact = known.get(factId)
    if (fact === undefined || fact.now === 'retracted') return [{ factId, why: 'retracted' }]
    if (fact.now === 'may_not_be_told') return [{ factId, why: 'may_not_be_told' }]
    return fact.changedAt > send.revisionMadeAt ? [{ factId, why: 'changed' }] : []
  })
  return first === undefined ? PASS : { kind: 'stale_facts', facts: [first, ...rest] }
}

/** Everything that reached or may yet reach them, apart from the message in question. */
const others = (sends: readonly EarlierSend[], send: PlannedSend): readonly EarlierSend[] =>
  sends.filter((earlier) => earlier.id !== send.sendId && mayReachThem(earlier))
