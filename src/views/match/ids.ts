import { z } from 'zod'

/** The value is `<run id>:<place from which the page begins>`. */
export const MATCH_NEXT = 'match_next'
export const MATCH_PREVIOUS = 'match_previous'
/** The value is the run's id. */
export const MATCH_CRITERIA = 'match_criteria'
export const MATCH_OPEN = 'match_open'

export const MATCH_START_MODAL = 'match_start_modal'
export const MATCH_START_BLOCKS = { text: 'match_text', more: 'match_text_more', job: 'match_job' } as const
export const MATCH_MODAL = 'match_modal'
export const MATCH_BLOCKS = {
  title: 'match_title',
  must: 'match_must',
  nice: 'match_nice',
  years: 'match_years',
  seniority: 'match_seniority',
  location: 'match_location',
  remote: 'match_remote',
  languages: 'match_languages',
  first: 'match_first',
  second: 'match_second',
  third: 'match_third',
} as const

export const pageValue = (runId: string, from: number): string => `${runId}:${from}`
export function readPageValue(value: string): { readonly runId: string; readonly from: number } {
  const [runId = '', from = ''] = value.split(':')
  return { runId, from: Number(from) }
}

/** Where the answer shall stand, and the run whose criteria are changed. */
const Meta = z.object({ respondAt: z.url().max(1_000).optional(), of: z.string().optional() })
export type MatchMeta = z.infer<typeof Meta>
export function readMatchMeta(metadata: string): MatchMeta {
  try {
    return Meta.parse(JSON.parse(metadata))
  } catch {
    return {}
  }
}
