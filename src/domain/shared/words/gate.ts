/** Why a message waits, and what to do about it, in the words that a recruiter reads. */

import type { Standing } from '../../candidate/candidate.ts'
import type { SuppressionReason } from '../../consent/suppression.ts'
import type { NextAct, Refusal, StaleFact, Unknowable } from '../../outreach/refusal.ts'
import type { CandidateId, MemberId } from '../ids.ts'
import { never } from '../result.ts'
import type { Day, Instant } from '../time.ts'

/** How names and dates look where the sentence is shown; the caller escapes and formats, in the reader's zone and locale. */
export type Speaking = {
  /** The candidate, as this reader may see them. */
  readonly who: string
  readonly day: (day: Day) => string
  readonly moment: (at: Instant) => string
  readonly member: (id: MemberId) => string
  readonly person: (id: CandidateId) => string
}

export const verdicts = { ok_to_send: 'OK to send', not_yet: 'Not yet' } as const

/** Beside the outcome that nobody told: of all messages this one may go. */
export const onlyTheDecline = 'Only the decline may go.'
/** A row's verdict, where what is meant is the decline alone. */
export const declineOnly = 'OK to send the decline'

/** One sentence, whole and without the next act: the buttons say that. */
export function refusalSentence(refusal: Refusal, say: Speaking): string {
  const { who } = say
  switch (refusal.kind) {
    case 'erased':
      return 'This person asked to be erased. Nothing can be sent.'
    case 'merged_away':
      return `${who} was merged into ${say.person(refusal.into)}.`
    case 'hired':
      return refusal.on === undefined ? `${who} was hired.` : `${who} was hired on ${say.day(refusal.on)}.`
    case 'still_interviewing':
      return `${who} is still interviewing.`
    case 'not_told_yet':
      return `Nobody has told ${who} the outcome.`
    case 'already_told':
      return outcomeKnown[refusal.standing](who, refusal.on === undefined ? undefined : say.day(refusal.on))
    case 'outcome_on_its_way':
      return `A decline to ${who} is dated ${say.day(refusal.on)} already. The outcome is told once.`
    case 'answered_meanwhile':
      return `${who} has answered since this was approved, on ${say.day(refusal.on)}.`
    case 'unsubscribed':
      return suppressed[refusal.reason](who, say.moment(refusal.since))
    case 'do_not_contact_person':
      return `${who} is marked *do not contact*.`
    case 'do_not_contact_company':
      return `${who} is at ${refusal.company}, which is on the do-not-contact list.`
    case 'active_in_ats':
      return refusal.since === undefined
        ? `${who} has an open application in the ATS.`
        : `${who} has an open application in the ATS since ${say.day(refusal.since)}.`
    case 'job_closed':
      return `The role that this tells of was closed on ${say.day(refusal.on)}.`
    case 'ats_stale':
      return `The ATS was last read ${say.moment(refusal.asOf)}, too long ago to trust.`
    case 'recontact_window':
      return `${who} was told no a short while ago. Free on ${say.day(refusal.freeOn)}.`
    case 'permission_missing':
      return `There is no permission to contact ${who} on record.`
    case 'permission_expired':
      return `The permission to contact ${who} ran out on ${say.day(refusal.on)}.`
    case 'permission_withdrawn':
      return `${who} withdrew the permission to contact on ${say.day(refusal.on)}.`
    case 'cap':
      return `${who} may get ${messages(refusal.count)} in ${days(refusal.days)}, and has. Free on ${say.day(refusal.freeOn)}.`
    case 'collision':
      return `${say.member(refusal.by)} is already talking with ${who}, since ${say.day(refusal.since)}; the last word was ${lastWords[refusal.how]} on ${say.day(refusal.last)}.`
    case 'no_address':
      return `There is no e-mail address for ${who}.`
    case 'stale_facts':
      return `The draft is older than what it says: ${listOf([...new Set(refusal.facts.map((fact) => staleness[fact.why]))])}.`
    case 'unknown':
      return `We could not check ${unknowns[refusal.about](who)}, so this waits.`
    default:
      return never(refusal)
  }
}

export function nextActLabel(act: NextAct, say: Pick<Speaking, 'day' | 'member'>): string {
  switch (act.kind) {
    case 'remind_then':
      return `Remind me then (${say.day(act.day)})`
    case 'schedule':
      return `Schedule for ${say.day(act.day)}`
    case 'talk_to':
      return `Talk to ${say.member(act.member)}`
    case 'draft_decline':
      return 'Draft the decline'
    case 'mark_as_told':
      return 'Mark as told'
    case 'update_standing':
      return 'Update where things stand'
    case 'record_permission':
      return 'Record permission'
    case 'allow_contact':
      return 'Allow contact again'
    case 'ask_to_take_over':
      return 'Ask to take over'
    case 'log_call':
      return 'Log a call'
    case 'add_address':
      return 'Add an address'
    case 'redraft':
      return 'Draft again'
    case 'discard_draft':
      return 'Discard the draft'
    case 'open_person':
      return 'Open the profile'
    case 'ask_admin':
      return 'Ask an admin'
    case 'try_again':
      return 'Try again'
    default:
      return never(act)
  }
}

/** How somebody spoke last. */
export const lastWords = { message: 'a message', reply: 'an answer of theirs', call: 'a call' } as const

type Known = (who: string, day: string | undefined) => string
const on = (day: string | undefined): string => (day === undefined ? '' : ` on ${day}`)

const outcomeKnown = {
  interviewing: (who) => `${who} is still interviewing.`,
  not_told: (who) => `Nobody has told ${who} the outcome.`,
  told_no: (who, day) => `${who} was already told no${on(day)}.`,
  withdrew: (who, day) => `${who} withdrew${on(day)}; there is nothing to decline.`,
  declined_offer: (who, day) => `${who} declined our offer${on(day)}; there is nothing to decline.`,
  hired: (who, day) => `${who} was hired${on(day)}.`,
} as const satisfies Record<Standing, Known>

const suppressed = {
  unsubscribed: (who, since) => `${who} unsubscribed on ${since}.`,
  asked_not_to: (who, since) => `${who} asked us on ${since} not to write.`,
  complaint: (who, since) => `${who} reported a message of ours as spam on ${since}.`,
  hard_bounce: (who, since) => `Mail to ${who} came back on ${since}: the address does not exist.`,
  wrong_person: (who, since) => `The address of ${who} turned out on ${since} to be somebody else’s.`,
  erased: () => 'The owner of this address asked to be erased.',
} as const satisfies Record<SuppressionReason, (who: string, since: string) => string>

const staleness = {
  changed: 'a fact was changed',
  retracted: 'a fact was taken back',
  may_not_be_told: 'a fact may no longer be mentioned',
} as const satisfies Record<StaleFact['why'], string>

const unknowns = {
  person: (who) => `whether ${who} is still on record`,
  standing: (who) => `where things stand with ${who}`,
  day_told: (who) => `on which day ${who} was told no`,
  permission: (who) => `whether ${who} allowed contact`,
  suppression: (who) => `whether ${who} unsubscribed`,
  do_not_contact: () => 'the do-not-contact list',
  ats: () => 'the ATS',
  job: () => 'whether the role is still open',
  address: (who) => `the address of ${who}`,
  messages: (who) => `what was sent to ${who} lately`,
  conversations: (who) => `who is talking with ${who}`,
  replies: (who) => `whether ${who} has answered`,
  facts: () => 'the facts that the draft cites',
} as const satisfies Record<Unknowable, (who: string) => string>

const messages = (count: number): string => (count === 1 ? 'one message' : `${count} messages`)
const days = (count: number): string => (count === 1 ? 'a day' : `${count} days`)
const listOf = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
