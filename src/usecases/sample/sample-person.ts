import type { NotHiredReason, Seniority, Standing, Tier } from '../../domain/candidate/candidate.ts'
import type { FactKind, Telling } from '../../domain/outreach/fact.ts'
import type { MemberId } from '../../domain/shared/ids.ts'

/** The colleagues of the sample company: recruiters, hiring managers, the talent lead and somebody from sales. */
export const COLLEAGUES = ['ines', 'tom', 'priya', 'ben', 'lucia', 'sam'] as const
export type Colleague = (typeof COLLEAGUES)[number]
export type Colleagues = Readonly<Record<Colleague, MemberId>>
export type SamplePool = 'SRE bench' | 'Design finalists'

/** Somebody invented. Days are counted back from today, so that the company is as alive on any day. */
export type SamplePerson = {
  readonly name: string
  readonly role: string
  readonly standing: Standing
  /** How long it has been so. */
  readonly daysAgo: number
  readonly reason?: NotHiredReason
  readonly stage?: string
  /** Canonical names, as they are stored. */
  readonly skills: readonly string[]
  readonly location: string
  readonly seniority: Seniority
  readonly tier: Tier
  readonly owner: Colleague | undefined
  readonly pool?: SamplePool
  readonly remoteOk?: boolean
  readonly bringBack?: string
  readonly advice?: string
  /** What stands out, beside what follows from the fields above. */
  readonly facts?: readonly {
    readonly kind: FactKind
    readonly text: string
    readonly telling: Telling
    readonly by: Colleague
    readonly daysAgo: number
  }[]
  /** What the manager wrote to the team who noted the strength; without it, a sentence made of the strength. */
  readonly debrief?: string
  readonly touches?: readonly SampleTouch[]
  /** Sent three weeks ago, on a day of that week: 0 is Monday. */
  readonly letter?: { readonly by: Colleague; readonly weekday: number; readonly answer?: SampleAnswer }
  /** Their own words, which wait for somebody since so many days; they are on the timeline by their touch. */
  readonly waiting?: { readonly text: string; readonly daysAgo: number }
  /** A manager flagged them; `cameBack`: it became an interview last week. */
  readonly flag?: { readonly by: Colleague; readonly cameBack: boolean }
  /** The day on which we promised to speak again, so many days ago. */
  readonly promisedFor?: number
}

export type SampleTouch = {
  readonly kind: 'told_outcome' | 'message_sent' | 'reply' | 'call'
  readonly text: string
  readonly by: Colleague
} & ({ readonly daysAgo: number } | { readonly beforeMonday: number })

export type SampleAnswer = { readonly text: string; readonly meant: 'interested' | 'later' | 'done' }
