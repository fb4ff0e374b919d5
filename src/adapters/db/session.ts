/** Kysely on one connection that somebody else has taken from the pool: whoever made the transaction ends it. */
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

const { builtins } = pg.types
/** As the domain has them: a day is text, a count a number. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
])
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/** Runs one statement on a connection. */
export function execute(client: pg.ClientBase, { sql, parameters }: CompiledQuery): Promise<pg.QueryResult> {
  return client.query({ text: sql, values: parameters as unknown[], types })
}

class Connection implements DatabaseConnection {
  readonly #client: pg.ClientBase
  constructor(client: pg.ClientBase) {
    this.#client = client
  }
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, rowCount } = await execute(this.#client, query)
    return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }
  }
  streamQuery(): never {
    throw new Error('Pages are read by keyset, not streamed')
  }
}

class OneConnection implements Driver {
  readonly #connection: Connection
  constructor(client: pg.ClientBase) {
    this.#connection = new Connection(client)
  }
  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async beginTransaction(): Promise<never> {
    throw new Error('The unit of work is the transaction')
  }
  commitTransaction = this.beginTransaction
  rollbackTransaction = this.beginTransaction
  async releaseConnection() {}
  async destroy() {}
}

// Their state is what is compiled, not for whom.
const adapter = new PostgresAdapter()
const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

const known = new WeakMap<pg.ClientBase, Db>()

/** The query builder of this connection: rows and columns in camel case. */
export function queriesOn(client: pg.ClientBase): Db {
  const before = known.get(client)
  if (before !== undefined) return before
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new OneConnection(client),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (on) => new PostgresIntrospector(on),
    },
    plugins,
  })
  known.set(client, db)
  return db
}
