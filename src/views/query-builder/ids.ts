import { z } from 'zod'
import type { BuilderField } from '../../domain/pool/query/builder.ts'

export const BUILDER_MODAL = 'people_builder_modal'
/** Below a list of people; the value is its listing. */
export const REFINE_QUERY = 'people_refine'
/** Below the pools, where there is no query yet. */
export const FIND_PEOPLE = 'pool_find_people'

export const blockOf = (field: BuilderField): string => `builder_${field}`

/** What Slack gave for answering the press that opened the form; and whether a list stands there that shall show the answer. */
const Meta = z.object({ respondAt: z.url().max(1_000).optional(), inPlace: z.boolean().optional() })
export type BuilderMeta = z.infer<typeof Meta>

export function readBuilderMeta(metadata: string): BuilderMeta {
  try {
    return Meta.parse(JSON.parse(metadata))
  } catch {
    return {}
  }
}
