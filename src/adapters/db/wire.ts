/** The way of statements to the database: what is said in one breath travels together, and what needs no answer is not waited for. */
import pg from 'pg'

const { builtins } = pg.types
/** As the domain has them: a day is text, a count a number. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
])
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format),
}

/** PostgreSQL's answer to whatever follows a statement that failed. */
const ABORTED = '25P02'

/** More than this are not what an act says again and again. */
const MOST_NAMES = 300
const names = new Map<string, string>()

/** Under a name PostgreSQL keeps the plan of a statement, which costs it more than to carry it out. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known
  const name = `medallist_${names.size}`
  names.set(text, name)
  return name
}

/** What pg's types do not say. */
type Corked = { readonly connection: { readonly stream: { cork(): void; uncork(): void } } }

export type Wire = {
  /** Sends and waits for the answer. */
  ask(text: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  /** Sends without waiting. What goes wrong is thrown by whatever is asked next, at the latest by `settled`. */
  tell(text: string, values?: readonly unknown[]): void
  /** Resolves once everything told has been done; throws the first thing that went wrong. */
  settled(): Promise<void>
  /** From now on whatever is said throws: the connection belongs to others. */
  close(): void
}

/** What is said before and after whatever goes out in one breath. */
export type Around = { readonly before: string; readonly after: string }

/**
 * On a connection that nobody else uses meanwhile, opened with `pipeline`. Statements keep their order. `around` is for who reads
 * without holding a transaction.
 */
export function openWire(client: pg.ClientBase, around?: { readonly before: string; readonly after: string }): Wire {
  const told: Promise<pg.QueryResult>[] = []
  const { stream } = (client as unknown as Corked).connection
  let corked = false
  let closed = false
  const note = (sent: Promise<pg.QueryResult>) => {
    // Heard by `settled`; Node.js would take it for forgotten until then.
    sent.catch(() => undefined)
    told.push(sent)
  }
  /** One write to the socket instead of one for each statement: that is where most of a statement's time goes. */
  const breathe = () => {
    if (corked) return
    corked = true
    stream.cork()
    if (around !== undefined) note(client.query(around.before))
    process.nextTick(() => {
      corked = false
      if (around !== undefined) note(client.query(around.after))
      stream.uncork()
    })
  }
  const send = (text: string, values?: readonly unknown[]) => {
    if (closed) throw new Error('This unit of work has ended')
    breathe()
    if (values === undefined) return client.query({ text, types })
    return client.query({ name: nameOf(text), text, types, values: [...values] })
  }
  const settled = async () => void (await Promise.all(told))
  return {
    async ask(text, values) {
      try {
        return await send(text, values)
      } catch (error) {
        // The cause is worth more than "the transaction is aborted".
        if ((error as { readonly code?: string }).code === ABORTED) await settled()
        throw error
      }
    },
    tell: (text, values) => note(send(text, values)),
    settled,
    close() {
      closed = true
    },
  }
}
