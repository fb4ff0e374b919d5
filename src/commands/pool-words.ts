/** What acts on pools refuse, in words, and what stands there afterwards. */

import { never } from '../domain/shared/result.ts'
import { poolProblems } from '../domain/shared/words/pool-form.ts'
import { editPool, poolPage, poolRefusals as words } from '../domain/shared/words/pools.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import type { ArchivePoolRefusal, RestorePoolRefusal } from '../usecases/pools/archive-pool.ts'
import type { ChangeRefusal, UndoEditRefusal } from '../usecases/pools/edit-pool.ts'
import type { MergePoolsRefusal, UndoMergePoolsRefusal } from '../usecases/pools/merge-pools.ts'
import { type NoSuchPool, readPoolPage } from '../usecases/pools/pool-page.ts'
import type { SharePoolRefusal, UndoShareRefusal } from '../usecases/pools/share-pool.ts'
import { asTyped, safe } from '../views/mrkdwn.ts'
import { button } from '../views/people-list/blocks.ts'
import { renderPoolDone, renderPoolPage } from '../views/pool-page/blocks.ts'
import { RESTORE_POOL } from '../views/pool-page/ids.ts'
import { edgeReply } from './find-replies.ts'
import type { Reply } from './shell/tell.ts'

export type PoolRefusal =
  | ArchivePoolRefusal
  | RestorePoolRefusal
  | UndoEditRefusal
  | ChangeRefusal
  | MergePoolsRefusal
  | UndoMergePoolsRefusal
  | SharePoolRefusal
  | UndoShareRefusal

/** Plain text where it stands beside a field. */
export function poolWords(refusal: PoolRefusal, inert: (text: string) => string = (text) => text): string {
  switch (refusal.kind) {
    case 'pool_used':
      return words.pool_used(inert(refusal.by))
    case 'name_used':
      return words.name_used(inert(refusal.by))
    case 'too_many_for_list':
      return words.too_many_for_list(refusal.max)
    case 'name_taken':
      return poolProblems.name_taken
    case 'pool_gone':
    case 'changed_since':
    case 'name_taken_since':
    case 'pool_living':
    case 'too_late':
    case 'same_pool':
    case 'list_into_query':
    case 'query_too_long':
    case 'too_slow':
    case 'made_of_each_other':
    case 'no_such_member':
    case 'may_not_look_after':
    case 'is_the_owner':
    case 'nobody_to_share':
      return words[refusal.kind]
    default:
      return never(refusal)
  }
}

export const poolRefused = (refusal: PoolRefusal | EdgeRefusal): Reply =>
  refusal.kind === 'not_allowed' || refusal.kind === 'bad_input'
    ? edgeReply(refusal)
    : { text: poolWords(refusal, (text) => asTyped(text)) }

/** A pool's page as it is now. */
export async function pageReply(ctx: Ctx, poolId: string): Promise<Reply> {
  const page = await readPoolPage(ctx, { poolId })
  return page.ok ? renderPoolPage(page.value, ctx.actor.zone) : poolRefused(page.refusal)
}

/** A name that no living pool has: the nearest, or the one that was put away under it. */
export function noSuchPool(name: string, refusal: NoSuchPool | EdgeRefusal): Reply {
  if (refusal.kind !== 'no_pool') return edgeReply(refusal)
  const { nearest, archived } = refusal
  if (archived === undefined) return { text: editPool.noPool(asTyped(name), nearest && safe(nearest, 100)) }
  return renderPoolDone(editPool.archived(asTyped(archived.name)), [
    button(RESTORE_POOL, poolPage.restore, archived.id),
  ])
}
