/** The way of statements to the database: what is said in one breath travels together, and what needs no answer is not waited for. */
import pg from 'pg'
import { type Answer, Breath, type Part } from './breath.ts'

/** What pg's types do not say. */
const { prepareValue } = (pg as unknown as { readonly utils: { prepareValue(value: unknown): string | Buffer | null } })
  .utils

/** PostgreSQL's answers to whatever follows a statement that failed: the transaction is aborted, or the statement was never prepared. */
const CONSEQUENCES = new Set<unknown>(['25P02', '26000'])

export type Said = { readonly text: string; readonly values?: readonly unknown[] }

export type Wire = {
  /** Sends and waits for the answer. */
  ask(text: string, values?: readonly unknown[]): Promise<Answer>
  /** Sends without waiting. What goes wrong is thrown by whatever is asked next, at the latest by `settled`. */
  tell(text: string, values?: readonly unknown[]): void
  /** Resolves once everything told has been done; throws the first thing that went wrong. */
  settled(): Promise<void>
  /** From now on whatever is said throws: the connection belongs to others. */
  close(): void
}

/**
 * On a connection that nobody else uses meanwhile, opened with `pipeline`. Statements keep their order; one that fails takes with it what
 * was said after it in the same breath. `first` is for who reads without holding a transaction: it goes before whatever is said in a
 * breath, and what it sets for a transaction ends with the breath, since PostgreSQL takes one without a `BEGIN` for a transaction.
 */
export function openWire(client: pg.ClientBase, first?: Said): Wire {
  const told: Promise<Answer>[] = []
  let waiting: Part[] | undefined
  let closed = false
  const add = (parts: Part[], { text, values = [] }: Said, heard: boolean): Promise<Answer> => {
    const travelling = values.map((value) => prepareValue(value))
    return new Promise((answer, fail) => parts.push({ text, values: travelling, heard, answer, fail }))
  }
  const note = (sent: Promise<Answer>) => {
    // Heard by `settled`; Node.js would take it for forgotten until then.
    sent.catch(() => undefined)
    told.push(sent)
  }
  const begin = (): Part[] => {
    const parts: Part[] = []
    if (first !== undefined) note(add(parts, first, false))
    process.nextTick(() => {
      waiting = undefined
      client.query(new Breath(parts))
    })
    return parts
  }
  const send = (said: Said, heard: boolean) => {
    if (closed) throw new Error('This unit of work has ended')
    waiting ??= begin()
    return add(waiting, said, heard)
  }
  const settled = async () => void (await Promise.all(told))
  return {
    async ask(text, values) {
      try {
        return await send({ text, values: values ?? [] }, true)
      } catch (error) {
        // The cause is worth more than "the transaction is aborted".
        if (CONSEQUENCES.has((error as { readonly code?: string }).code)) await settled()
        if (error instanceof Error) Error.captureStackTrace(error)
        throw error
      }
    },
    tell: (text, values) => note(send({ text, values: values ?? [] }, false)),
    settled,
    close() {
      closed = true
    },
  }
}
