import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'

/** What a migration may `CREATE EXTENSION`: the embedded database loads these, and Debian's PostgreSQL ships them. */
export const EXTENSIONS = { btree_gin, citext, pg_trgm, unaccent }
