import { profileKey } from '../../domain/candidate/profile-link.ts'
import { isContactTaken } from '../../usecases/ports/imports.ts'
import type { Log } from '../../usecases/ports/log.ts'
import type { Database } from './open.ts'
import type { Seal } from './seal.ts'
import { lookupsOf } from './stores/beside-lookup.ts'

type Row = { readonly workspace: string; readonly id: string; readonly sealed: Uint8Array; readonly lookup: Uint8Array }

const PORTION = 500

/**
 * Files profile links that a migration marked (a byte in front of their key) under the key that they have by now, a portion at a time. Runs
 * behind the migrations and before anybody is looked up; what a kill leaves is done at the next start. A mark stays where the link is
 * nobody's page, where another record has the same page, and where the secret does not open it: nobody is found by those. Answers how
 * many were filed.
 */
export async function rekeyLinks(
  { pool }: Pick<Database, 'pool'>,
  seal: Pick<Seal, 'open' | 'lookup'>,
  log: Log,
): Promise<number> {
  let after = { workspace: '00000000-0000-0000-0000-000000000000', key: '' }
  let filed = 0
  for (;;) {
    // The index is read where the marked ones stand together.
    const { rows } = await pool.query<Row>(
      `SELECT c.workspace_id AS workspace, c.id, c.sealed, c.lookup FROM workspace w
        JOIN contact c ON c.workspace_id = w.id AND c.kind = 'profile' AND c.lookup < '\\x01'::bytea
      WHERE octet_length(c.lookup) = 33 AND (c.workspace_id, c.lookup) > ($1::uuid, $2::bytea)
      ORDER BY c.workspace_id, c.lookup LIMIT ${PORTION}`,
      [after.workspace, `\\x${after.key}`],
    )
    const last = rows.at(-1)
    if (last === undefined) break
    const wanted = new Map(rows.flatMap((row) => fileUnder(row, seal)).map((one) => [one.workspace + one.key, one]))
    try {
      filed += await file(pool, [...wanted.values()])
    } catch (error) {
      // Another process took one of these keys meanwhile; it is seen the next time.
      if (!isContactTaken(error)) throw error
      continue
    }
    after = { workspace: last.workspace, key: hex(last.lookup) }
  }
  if (filed > 0) log.info({ links: filed }, 'Filed profile links under their new keys')
  return filed
}

type Filed = { readonly workspace: string; readonly id: string; readonly was: string; readonly key: string }

function fileUnder({ workspace, id, sealed, lookup }: Row, seal: Pick<Seal, 'open' | 'lookup'>): readonly Filed[] {
  const value = openOrNone(sealed, workspace, seal)
  if (value === undefined || profileKey(value) === undefined) return []
  const old = hex(lookup.subarray(1))
  const [plain, beside] = lookupsOf({ seal, workspaceId: workspace }, 'profile', value)
  const wasBeside = old === hex(seal.lookup('profile', `beside ${oldKey(value)}`, workspace))
  return [{ workspace, id, was: hex(lookup), key: hex(wasBeside ? beside : plain) }]
}

function openOrNone(sealed: Uint8Array, workspace: string, seal: Pick<Seal, 'open'>): string | undefined {
  try {
    return seal.open(sealed, workspace)
  } catch {
    return undefined
  }
}

const file = async (pool: Database['pool'], links: readonly Filed[]): Promise<number> => {
  const column = (name: keyof Filed, prefix = '') => links.map((one) => prefix + one[name])
  const { rowCount } = await pool.query(
    `UPDATE contact c SET lookup = n.key
      FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[]) AS n(workspace_id, id, was, key)
      WHERE c.workspace_id = n.workspace_id AND c.id = n.id AND c.lookup = n.was AND NOT EXISTS (
        SELECT FROM contact o WHERE o.workspace_id = n.workspace_id AND o.kind = 'profile' AND o.lookup = n.key)`,
    [column('workspace'), column('id'), column('was', '\\x'), column('key', '\\x')],
  )
  return rowCount ?? 0
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** As it was: without query and fragment, whatever they told. */
const oldKey = (value: string): string =>
  value
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
