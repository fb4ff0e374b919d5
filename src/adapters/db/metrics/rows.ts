import type { ClientBase } from 'pg'
import { type Sql, toQuery } from '../search/sql.ts'

export const rowsOf = async <Row extends object>(client: ClientBase, statement: Sql): Promise<readonly Row[]> =>
  (await client.query<Row>(toQuery(statement))).rows

export async function rowOf<Row extends object>(client: ClientBase, statement: Sql): Promise<Row> {
  const [row] = await rowsOf<Row>(client, statement)
  if (row === undefined) throw new Error('A count always has a row')
  return row
}
