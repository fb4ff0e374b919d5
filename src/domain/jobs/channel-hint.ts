/** Which sources brought the hires for jobs like one that opened. Pure; every figure is some of all such hires. */
import { type JobToFill, similarJob } from '../nurture/similar-job.ts'
import type { HireSource } from './hire.ts'

/** Fewer say nothing. */
export const ENOUGH_HIRES = 5
/** Older hires tell of another market. */
export const HINT_YEARS = 3

export type PastHire = { readonly source: HireSource; readonly job: JobToFill }
export type ChannelHint = {
  /** Of how many hires for jobs like it. */
  readonly hires: number
  /** The most first; empty where there are too few to say. */
  readonly sources: readonly { readonly source: HireSource; readonly hires: number }[]
}

export function channelHint(job: JobToFill, past: readonly PastHire[]): ChannelHint {
  const like = past.filter((one) => {
    const { title, ...past } = one.job
    return (
      similarJob({ ...past, consideredRole: title, seniority: past.seniority, company: undefined }, job) !== undefined
    )
  })
  if (like.length < ENOUGH_HIRES) return { hires: like.length, sources: [] }
  const counted = new Map<HireSource, number>()
  for (const { source } of like) counted.set(source, (counted.get(source) ?? 0) + 1)
  return {
    hires: like.length,
    sources: [...counted]
      .map(([source, hires]) => ({ source, hires }))
      .toSorted((one, other) => other.hires - one.hires || (one.source < other.source ? -1 : 1)),
  }
}
