import { z } from 'zod'

export const POOL_MODAL = 'pool_modal'
export const POOL_BLOCKS = {
  name: 'pool_name',
  kind: 'pool_kind',
  query: 'pool_query',
  owner: 'pool_owner',
  cadence: 'pool_cadence',
  persona: 'pool_persona',
  channel: 'pool_channel',
} as const

/** What Slack gave for answering the command or the press that opened the modal. */
const Meta = z.object({ respondAt: z.url().max(1_000).optional() })
export type PoolMeta = z.infer<typeof Meta>

export function readPoolMeta(metadata: string): PoolMeta {
  try {
    return Meta.parse(JSON.parse(metadata))
  } catch {
    return {}
  }
}
