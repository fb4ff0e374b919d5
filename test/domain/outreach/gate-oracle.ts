/** The gate once more, naively: it reads the history itself, so that it cannot share a mistake with the fold or the rules. */
import type { PlannedSend } from '../../../src/domain/outreach/gate-facts.ts'
import type { OutreachSettings } from '../../../src/domain/outreach/settings.ts'
import { DAY } from '../../../src/domain/shared/time.ts'
import { noon } from '../../support/outreach-builders.ts'
import type { Happened, History } from './gate-history.ts'

/** Every promise that sending now would break, read from the history alone, in the plainest words that the tester could find. */
export function brokenBySending(history: History, send: PlannedSend, rules: OutreachSettings): readonly string[] {
  const when = Math.max(noon, send.notBefore ?? 0)
  const happened = (what: Happened['what']) => history.some((event) => event.what === what)
  const dayNumber = (at: number) => Math.floor(at / DAY)
  const daysBefore = (at: number) => dayNumber(when) - dayNumber(at)
  const decline = send.purpose === 'decline'
  const broken: string[] = []

  if (happened('erased') || happened('merged')) broken.push('the person is gone')
  if (happened('suppressed')) broken.push('suppressed')
  if (happened('barred_person') || happened('barred_company')) broken.push('do not contact')
  if (happened('job_closed')) broken.push('the role is gone')
  if (happened('lost_address')) broken.push('no address')

  const last = history.findLast((event) => event.what === 'stands')
  const standing = last?.what === 'stands' ? last.standing : 'withdrew'
  if (standing === 'hired') broken.push('hired')
  if (standing === 'interviewing') broken.push('still interviewing')
  if (decline && standing !== 'not_told') broken.push('nothing to decline')
  if (!decline && standing === 'not_told') broken.push('not told')
  const wrote = history.findLast((event) => event.what === 'wrote')
  const wantsAnswer = wrote?.what === 'wrote' && !['not_interested', 'wrong_person'].includes(wrote.state)
  const answering =
    wantsAnswer &&
    last !== undefined &&
    dayNumber(wrote.at) >= dayNumber(last.at) &&
    daysBefore(wrote.at) < rules.collisionDays
  if (wrote !== undefined && send.approvedAt !== undefined && wrote.at > send.approvedAt)
    broken.push('approved before they wrote')
  if (
    !decline &&
    last?.what === 'stands' &&
    standing === 'told_no' &&
    (!last.dayKnown || (daysBefore(last.at) < rules.recontactDays && !answering))
  )
    broken.push('told no too lately')

  if (!decline) {
    const end = history.findLastIndex(
      (event, index) =>
        event.what === 'withdrew_permission' &&
        history
          .slice(0, index)
          .some(
            (earlier) => earlier.what === 'granted' && earlier.purpose === 'contact' && openAt(history, earlier, index),
          ),
    )
    const allowed = history.some(
      (event, index) =>
        event.what === 'granted' &&
        event.purpose === 'contact' &&
        index > end &&
        event.at + event.days * DAY > when &&
        (end < 0 || (event.basis === 'consent' && event.at > (history[end]?.at ?? 0))),
    )
    if (!allowed) broken.push('no permission')
  }

  const reached = history
    .filter((event) => event.what === 'sent')
    .filter((event) => event.givenUp || !['failed', 'refused', 'cancelled'].includes(event.state))
  const counted = reached.filter((event) => !wantsAnswer || event.at > wrote.at).map((event) => dayNumber(event.at))
  const stretches = Array.from({ length: rules.capDays }, (_, days) => dayNumber(when) - days)
  const inStretch = (first: number) => counted.filter((day) => day >= first && day < first + rules.capDays)
  if (!decline && stretches.some((first) => inStretch(first).length + 1 > rules.capCount))
    broken.push('too many messages')
  if (decline && reached.some((event) => event.purpose === 'decline' && daysBefore(event.at) < rules.capDays))
    broken.push('told twice')
  const voices = [
    ...reached.map((event) => ({ by: event.by, at: event.at })),
    ...history.flatMap((event) => (event.what === 'talked' ? [{ by: event.with, at: event.at }] : [])),
  ]
  if (voices.some(({ by, at }) => !send.members.includes(by) && Math.abs(daysBefore(at)) < rules.collisionDays))
    broken.push('a colleague is talking with them')

  for (const event of history) {
    if (event.what === 'fact_changed' && send.cites.includes(event.fact) && event.at > send.revisionMadeAt)
      broken.push('cites a changed fact')
    if ((event.what === 'fact_retracted' || event.what === 'fact_made_internal') && send.cites.includes(event.fact))
      broken.push('cites a fact that may not be told')
  }
  return broken
}

/** Whether a grant was still there to withdraw at that point: no withdrawal between. */
const openAt = (history: History, grant: Happened, index: number): boolean =>
  !history.slice(history.indexOf(grant), index).some((event) => event.what === 'withdrew_permission')
