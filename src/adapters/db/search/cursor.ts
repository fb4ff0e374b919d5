/** Where a page of a list begins, as a button carries it. It is opaque to everybody else, and whatever is no cursor is none. */
import { z } from 'zod'

const ORDERS = ['stale', 'match', 'name', 'added'] as const
export type Order = (typeof ORDERS)[number]

export type Cursor = {
  readonly order: Order
  readonly near: boolean
  readonly towards: 'next' | 'previous'
  /** The key of the row that the page lies behind or before, in the order's own type. */
  readonly key: string
  readonly id: string
  /** How many people come before the page, for "11–20 of 42". */
  readonly before: number
}

const Shape = z.tuple([
  z.enum(ORDERS),
  z.boolean(),
  z.enum(['next', 'previous']),
  z
    .string()
    .max(300)
    .regex(/^[\x20-\x7e]*$/),
  z.uuid(),
  z.number().int().min(0),
])

export const writeCursor = ({ order, near, towards, key, id, before }: Cursor): string =>
  Buffer.from(JSON.stringify([order, near, towards, key, id, before])).toString('base64url')

export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined || text.length > 1_000) return undefined
  try {
    const [order, near, towards, key, id, before] = Shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return KEYS[order].test(key) ? { order, near, towards, key, id, before } : undefined
  } catch {
    return undefined
  }
}

const MILLISECONDS = /^-?\d{1,14}$/
const KEYS: Readonly<Record<Order, RegExp>> = {
  stale: /^(?:-infinity|-?\d{1,14})$/,
  match: /^-?\d{1,10}$/,
  name: /^/,
  added: MILLISECONDS,
}
