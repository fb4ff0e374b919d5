/** Chooses what a draft says: which tellable facts it cites, and everything else that its template needs. */
import { ok, type Result, refuse } from '../shared/result.ts'
import { DAY, type Instant } from '../shared/time.ts'
import { cite, type SlotFacts } from './citing.ts'
import type { Claim } from './claims.ts'
import type { Fact, People } from './fact.ts'
import { greetingName } from './greeting-name.ts'
import { clip, SHORT } from './plain-text.ts'
import { type Purpose, traitsOf } from './purpose.ts'

export type ComposeRequest = {
  readonly purpose: Purpose
  /** The candidate by full name, whom no cited text may name, and the colleagues who wrote the praise, for "Tom put it this way". */
  readonly people: People
  readonly facts: readonly Fact[]
  readonly senderName: string
  readonly companyName: string
  /** The job that opened; `new_role` cannot do without. */
  readonly job:
    | { readonly title: string; readonly location: string | undefined; readonly remoteOk: boolean }
    | undefined
  readonly lastTouchAt: Instant | undefined
  readonly now: Instant
  /** The recruiter keeps the door open; counts where the purpose allows it. */
  readonly asksToStay?: boolean
}

/** What a template gets. Every key is always there, so that a template can ask for anything without a guard. */
export type ComposeInput = {
  readonly purpose: Purpose
  /** First name where we are sure of it, else the full name, else nothing. */
  readonly greeting: string | undefined
  readonly sender: string
  readonly company: string
  readonly job: { readonly title: string; readonly place: string | undefined } | undefined
  /** How long nobody wrote, in words, where it is long enough to own up to: "seven months". */
  readonly silence: string | undefined
  readonly cited: SlotFacts
  /** Ends with "May I stay in touch?", and the mail carries the link where they answer. */
  readonly asksToStay?: boolean
}

export type ComposedText = {
  readonly subject: string
  readonly body: string
  readonly claims: readonly Claim[]
  /** Which template made it, such as `keep_warm`. */
  readonly template: string
}

export type ComposeRefusal = { readonly kind: 'no_job' }

/** At most this many words reach a candidate. */
export const MOST_WORDS = 120

export function compose(request: ComposeRequest): Result<ComposeInput, ComposeRefusal> {
  const { purpose, job, people } = request
  if (purpose === 'new_role' && job === undefined) return refuse({ kind: 'no_job' })
  return ok({
    purpose,
    greeting: greetingName(people.own),
    sender: clip(request.senderName, SHORT),
    company: clip(request.companyName, SHORT),
    job: job === undefined ? undefined : { title: clip(job.title, SHORT), place: placeOf(job) },
    silence: silenceInWords(request.lastTouchAt, request.now),
    cited: cite(request.facts, purpose, people),
    asksToStay: request.asksToStay === true && traitsOf(purpose).mayAskToStay,
  })
}

function placeOf(job: { readonly location: string | undefined; readonly remoteOk: boolean }): string | undefined {
  const place = job.location === undefined ? '' : clip(job.location, SHORT)
  if (place === '') return job.remoteOk ? 'remote' : undefined
  return job.remoteOk && !/remote/iu.test(place) ? `${place} or remote` : place
}

const LONG_SILENCE_DAYS = 60
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'] as const

/** Rounded down, since "six months" for seven is modest and "seven" for six is wrong. */
export function silenceInWords(lastTouchAt: Instant | undefined, now: Instant): string | undefined {
  if (lastTouchAt === undefined) return undefined
  const days = Math.floor((now - lastTouchAt) / DAY)
  if (days < LONG_SILENCE_DAYS) return undefined
  const months = Math.floor(days / 30.44)
  if (months < 2) return 'two months'
  if (months < 12) return `${NUMBERS[months]} months`
  const years = Math.floor(months / 12)
  return years === 1 ? 'more than a year' : `more than ${NUMBERS[years] ?? 'ten'} years`
}
