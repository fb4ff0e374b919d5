/** Kysely over a wire that somebody else has opened: whoever made the transaction ends it. */
import {
  CamelCasePlugin,
  type Compilable,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
} from 'kysely'
import type { Tables } from './tables.ts'
import type { Wire } from './wire.ts'

export type Db = Kysely<Tables>
/** A write whose answer nobody needs. */
export type Statement = Compilable | RawBuilder<unknown>

class Connection implements DatabaseConnection {
  readonly #wire: Wire
  constructor(wire: Wire) {
    this.#wire = wire
  }
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, rowCount } = await this.#wire.ask(sql, parameters)
    return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }
  }
  streamQuery(): never {
    throw new Error('Pages are read by keyset, not streamed')
  }
}

const NOT_HERE = async (): Promise<never> => {
  throw new Error('The unit of work is the transaction')
}

const driverOver = (wire: Wire): Driver => {
  const connection = new Connection(wire)
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: NOT_HERE,
    commitTransaction: NOT_HERE,
    rollbackTransaction: NOT_HERE,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  }
}

const adapter = new PostgresAdapter()
const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

/** The query builder of one unit of work: rows and columns in camel case, keys within JSON as they are. */
export const queriesOver = (wire: Wire): Db =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => driverOver(wire),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
    plugins,
  })
