import { SlackError } from '../slack-error.ts'
import type { Args } from './args.ts'

/** One page of a list and the cursor to the next; an empty cursor ends it, as Slack's does. */
export function page<T>(
  items: readonly T[],
  args: Args,
  defaultLimit = 100,
): { items: T[]; metadata: { response_metadata: { next_cursor: string } } } {
  const limit = args.number('limit', { min: 1, max: 1000, otherwise: defaultLimit })
  const from = startOf(args.text('cursor'))
  const end = from + limit
  const next = end < items.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return { items: items.slice(from, end), metadata: { response_metadata: { next_cursor: next } } }
}

function startOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const found = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())
  if (!found) throw new SlackError('invalid_cursor')
  return Number(found[1])
}
