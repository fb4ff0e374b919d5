/** Statements that travel together, and their answers too: PostgreSQL sends what it has to say when it is asked to, which pg does once for each. */
import pg from 'pg'

const { builtins } = pg.types
/** As the domain has them: a day is text, a count a number. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
])

export type Answer = {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** What was done, as PostgreSQL says it: `INSERT`, `COMMIT`. */
  readonly command: string
  readonly rowCount: number | null
}
export type Part = {
  readonly text: string
  /** As they travel. */
  readonly values: readonly (string | Buffer | null)[]
  /** Where nobody waits for rows, PostgreSQL is not asked what they look like. */
  readonly heard: boolean
  readonly answer: (answer: Answer) => void
  readonly fail: (error: Error) => void
}

/** What pg's types do not say of a connection: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY */
type Line = {
  readonly stream: { cork(): void; uncork(): void }
  close(statement: { type: 'S'; name: string }): void
  parse(statement: { name: string; text: string }): void
  bind(portal: { statement: string; values: readonly (string | Buffer | null)[] }): void
  describe(portal: { type: 'P' }): void
  execute(portal: { portal: string; rows: number }): void
  sync(): void
}

/** More than this are not what an act says again and again. */
const MOST_NAMES = 300
const names = new Map<string, string>()

/** Under a name PostgreSQL keeps the plan of a statement, which costs it more than to carry it out. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known ?? ''
  const name = `medallist_${names.size}`
  names.set(text, name)
  return name
}

/** Of a named statement on a connection: it is there; it is told by a breath without an answer yet; or nobody knows, for that breath failed. */
type Standing = 'there' | 'doubtful' | Breath
const standings = new WeakMap<Line, Map<string, Standing>>()

type Row = Record<string, unknown>
type TypeId = (typeof builtins)[keyof typeof builtins]
type Field = { readonly name: string; readonly dataTypeID: TypeId }

/** Sent by `client.query`. After the first statement that fails PostgreSQL passes over the others, and so all that follow fail with the same error. */
export class Breath extends pg.Query {
  readonly #parts: readonly Part[]
  #standing = new Map<string, Standing>()
  #at = 0
  #rows: Row[] = []
  #read: (values: readonly (string | null)[]) => Row = () => ({})

  constructor(parts: readonly Part[]) {
    super('')
    this.#parts = parts
  }

  // How pg's client speaks with a query; its types know `submit` alone.
  override submit = (connection: object): null => {
    const line = connection as Line
    this.#standing = standings.get(line) ?? new Map<string, Standing>()
    standings.set(line, this.#standing)
    line.stream.cork()
    for (const { text, values, heard } of this.#parts) {
      line.bind({ statement: this.#prepare(line, text), values })
      if (heard) line.describe({ type: 'P' })
      line.execute({ portal: '', rows: 0 })
    }
    line.sync()
    line.stream.uncork()
    return null
  }

  /** What the statement is called on the other side. */
  #prepare(line: Line, text: string): string {
    const name = nameOf(text)
    const standing = this.#standing.get(name)
    if (standing === 'there' || standing === this) return name
    if (name === '' || standing instanceof Breath) {
      line.parse({ name: '', text })
      return ''
    }
    // To close one that is not there is no error.
    if (standing === 'doubtful') line.close({ type: 'S', name })
    line.parse({ name, text })
    this.#standing.set(name, this)
    return name
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    const readers = fields.map(({ name, dataTypeID }) => ({
      name,
      read: PARSERS.get(dataTypeID) ?? pg.types.getTypeParser(dataTypeID, 'text'),
    }))
    this.#read = (values) => {
      const row: Row = {}
      for (const [index, { name, read }] of readers.entries()) {
        const value = values[index]
        row[name] = value === null || value === undefined ? null : read(value)
      }
      return row
    }
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#parts[this.#at]?.heard) this.#rows.push(this.#read(fields))
  }

  /** `INSERT 0 1`, `SELECT 5`, `COMMIT`. */
  handleCommandComplete({ text }: { readonly text: string }): void {
    const said = text.split(' ')
    this.#answered({ command: said[0] ?? '', rowCount: said.length > 1 ? Number(said.at(-1)) : null })
  }

  handleEmptyQuery(): void {
    this.#answered({ command: '', rowCount: null })
  }

  #answered(answer: Omit<Answer, 'rows'>): void {
    const part = this.#parts[this.#at]
    if (part === undefined) return
    const name = nameOf(part.text)
    if (this.#standing.get(name) === this) this.#standing.set(name, 'there')
    const rows = this.#rows
    this.#rows = []
    this.#at += 1
    part.answer({ ...answer, rows })
  }

  handleError(error: Error): void {
    const failed = this.#parts.slice(this.#at)
    this.#at = this.#parts.length
    for (const { text } of failed) {
      const name = nameOf(text)
      if (this.#standing.get(name) === this) this.#standing.set(name, 'doubtful')
    }
    for (const { fail } of failed) fail(error)
  }

  handleReadyForQuery(): void {}
}
