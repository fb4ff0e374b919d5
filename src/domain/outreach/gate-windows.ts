/** The rules of the gate that count days and messages: how often, how soon, and who is talking with them already. */
import type { MemberId } from '../shared/ids.ts'
import { addDays, type Day, dayIn, daysBetween, type Instant } from '../shared/time.ts'
import type { EarlierSend, GateFacts, Pass, PlannedSend } from './gate-facts.ts'
import { type GateRule, PASS, unknown } from './gate-rules.ts'
import { traitsOf } from './purpose.ts'
import { mayReachThem } from './send.ts'
import type { OutreachSettings } from './settings.ts'

/** A no is left to rest, until they write themselves: an answer is owed to that. Without its day we cannot count, so we wait for the day. */
export const recontactWindow: GateRule = (send, { standing: known, lastReply, settings, zone }, when) => {
  if (known === 'unknown') return unknown('standing')
  if (known.standing !== 'told_no' || traitsOf(send.purpose).tellsOutcome) return PASS
  if (known.day === undefined) return unknown('day_told')
  const freeOn = addDays(known.day, settings.recontactDays)
  const today = dayIn(when, zone)
  const wrote = awaitsAnswer(lastReply)
  const since = wrote === undefined ? undefined : dayIn(wrote, zone)
  if (since !== undefined && since >= known.day && daysBetween(since, today) < settings.collisionDays) return PASS
  return today < freeOn ? { kind: 'recontact_window', freeOn } : PASS
}

/**
 * Counts every message by anybody, sent or about to be, since they last wrote: what they answered was welcome, and one answer to that counts
 * anew. News of an outcome is not kept waiting by last week's friendly note.
 */
export const cap: GateRule = (send, { sends, lastReply, settings, zone }, when) => {
  if (traitsOf(send.purpose).tellsOutcome) return PASS
  if (sends === 'unknown') return unknown('messages')
  const { capCount, capDays } = settings
  const today = dayIn(when, zone)
  const wrote = awaitsAnswer(lastReply)
  const days = others(sends, send)
    .filter((earlier) => wrote === undefined || earlier.at > wrote)
    .map((earlier) => dayIn(earlier.at, zone))
    .sort()
  if (!tooMany(days, today, settings)) return PASS
  const later = days.map((day) => addDays(day, capDays)).filter((day) => day > today)
  const freeOn = later.find((day) => !tooMany(days, day, settings)) ?? addDays(today, capDays)
  return { kind: 'cap', count: capCount, days: capDays, freeOn }
}

/** Whether one more on that day would be one too many in any stretch of `capDays` days around it, planned messages included. */
const tooMany = (days: readonly Day[], on: Day, { capCount, capDays }: OutreachSettings): boolean =>
  days.some((first, index) => {
    const last = days[index + capCount - 1]
    return last !== undefined && daysBetween(first < on ? first : on, last > on ? last : on) < capDays
  })

/** Whoever wrote hears back; whoever wants no more, or is somebody else, wrote to be left in peace. */
const awaitsAnswer = (reply: GateFacts['lastReply']): Instant | undefined =>
  reply === undefined || reply === 'unknown' || reply.state === 'not_interested' || reply.state === 'wrong_person'
    ? undefined
    : reply.at

/** What was approved before they wrote waits for somebody who has read it. Asked when it leaves. */
export const notAnsweredMeanwhile: GateRule = ({ approvedAt }, { lastReply, zone }) => {
  if (approvedAt === undefined) return PASS
  if (lastReply === 'unknown') return unknown('replies')
  return lastReply === undefined || lastReply.at <= approvedAt
    ? PASS
    : { kind: 'answered_meanwhile', on: dayIn(lastReply.at, zone) }
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
    // What a colleague has planned for long after is no conversation yet.
  ].filter(({ at }) => Math.abs(daysBetween(dayIn(at, zone), today)) < settings.collisionDays)
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

/** Everything that reached or may yet reach them, apart from the message in question. */
const others = (sends: readonly EarlierSend[], send: PlannedSend): readonly EarlierSend[] =>
  sends.filter((earlier) => earlier.id !== send.sendId && mayReachThem(earlier))
