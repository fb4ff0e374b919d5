/** The rules of the gate, apart from those that count days (gate-windows.ts). Each reads what it needs, and answers pass, a refusal, or that it cannot know. */

import { permissionFor } from '../consent/permission.ts'
import { gravest } from '../consent/suppression.ts'
import { never } from '../shared/result.ts'
import { dayIn, HOUR, type Instant } from '../shared/time.ts'
import type { GateFacts, PlannedSend } from './gate-facts.ts'
import { traitsOf } from './purpose.ts'
import type { Refusal, StaleFact, Unknowable } from './refusal.ts'

export type Answer = { readonly kind: 'pass' } | Refusal
/** `when` is the moment for which the windows are judged: now, or the day for which the message is scheduled. */
export type GateRule = (send: PlannedSend, facts: GateFacts, when: Instant) => Answer

export const PASS = { kind: 'pass' } as const
export const unknown = (about: Unknowable): Refusal => ({ kind: 'unknown', about })

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

/** Nobody hears of a role that is gone. */
export const jobIsOpen: GateRule = (_send, { job, zone }) => {
  if (job === 'unknown') return unknown('job')
  return job.kind === 'closed' ? { kind: 'job_closed', on: dayIn(job.at, zone) } : PASS
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
