import type { NotHiredReason, Seniority, Standing, Tier } from '../domain/candidate/candidate.ts'
import type { FactKind, Telling } from '../domain/outreach/fact.ts'
import type { PEOPLE } from './workspace-seed.ts'

export type Colleague = keyof typeof PEOPLE
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
  readonly touches?: readonly {
    readonly kind: 'told_outcome' | 'message_sent' | 'reply' | 'call'
    readonly text: string
    readonly by: Colleague
    readonly daysAgo: number
  }[]
}
