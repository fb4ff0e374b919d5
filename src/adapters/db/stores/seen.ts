/** Whom a viewer sees: everybody but internal staff whom somebody else looks after, and never themselves among those. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { lookupsOf } from './beside-lookup.ts'

/** A person `c` who is on record: not merged into another, and not erased. */
export const LIVING = sql`c.merged_into IS NULL AND c.erased_at IS NULL`

export const seenIn =
  ({ viewer, ...scope }: Pick<Scope, 'viewer' | 'seal' | 'workspaceId'>) =>
  ({ eb, and, or }: ExpressionBuilder<Tables, 'candidate'>) => {
    if (viewer === undefined) return sql<boolean>`true`
    const { sees, memberId, email } = viewer
    const looksAfter = sees === 'all' ? [] : [eb('ownerId', '=', memberId as string)]
    // Their own address may stand on record twice, the second time beside the first.
    const isOther =
      email === undefined
        ? []
        : [
            sql<boolean>`NOT EXISTS (SELECT FROM contact own WHERE own.workspace_id = candidate.workspace_id
              AND own.candidate_id = candidate.id AND own.kind = 'email' AND own.lookup IN (${sql.join(lookupsOf(scope, 'email', email))}))`,
          ]
    return or([eb('kind', '!=', 'internal'), and([...looksAfter, ...isOther])])
  }
