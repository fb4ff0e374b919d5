import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'

/** What a migration may `CREATE EXTENSION`: the embedded database unpacks these at each start, and Debian's PostgreSQL ships them. */
export const EXTENSIONS = { btree_gin, pg_trgm }
