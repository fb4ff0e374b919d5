/** What can be done with one pool, on its page and beside what was said after a change. */
import type { App } from '@slack/bolt'
import { archivedPools, capacity, editPool, mergePool, sharePoolWords } from '../../domain/shared/words/pools.ts'
import { acceptPoolLoad } from '../../usecases/pools/accept-load.ts'
import { archivePool, restorePool } from '../../usecases/pools/archive-pool.ts'
import { slowDownPool, undoEditPool } from '../../usecases/pools/edit-pool.ts'
import { readMergeChoices, undoMergePools } from '../../usecases/pools/merge-pools.ts'
import { openPool, readPoolHistory, readPoolPage } from '../../usecases/pools/pool-page.ts'
import { undoSharePool } from '../../usecases/pools/share-pool.ts'
import { safe } from '../../views/mrkdwn.ts'
import { button } from '../../views/people-list/blocks.ts'
import { flat } from '../../views/people-list/person-row.ts'
import { renderPoolEdit } from '../../views/pool-modal/blocks.ts'
import { renderPoolDone } from '../../views/pool-page/blocks.ts'
import { capacityText } from '../../views/pool-page/capacity.ts'
import { renderPoolHistory } from '../../views/pool-page/history.ts'
import {
  ACCEPT_LOAD,
  ARCHIVE_POOL,
  EDIT_POOL,
  MERGE_POOL,
  NEWEST_TURNS,
  OLDER_TURNS,
  POOL_HISTORY,
  RESTORE_POOL,
  readPoolValue,
  SHARE_POOL,
  SLOW_DOWN,
  UNDO_EDIT_POOL,
  UNDO_MERGE_POOLS,
  UNDO_SHARE_POOL,
} from '../../views/pool-page/ids.ts'
import { renderMergePool, renderSharePool } from '../../views/pool-page/modals.ts'
import { openAbove } from '../open-modal.ts'
import { poolRefused } from '../pool-words.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'

const named = (name: string): string => safe(flat(name), 200)

export function registerPoolPage(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, EDIT_POOL, async (press) => {
    const { ctx, pressed } = press
    const opened = await openPool(ctx, { poolId: pressed.value })
    if (!opened.ok) return poolRefused(opened.refusal)
    const { pool, owner } = opened.value
    const meta = { poolId: pool.id, respondAt: pressed.body.response_url }
    return openAbove(press, renderPoolEdit(pool, owner?.slackUserId, meta))
  })

  onPress(app, shell, UNDO_EDIT_POOL, async ({ ctx, pressed }) => {
    const undone = await undoEditPool(ctx, { undoId: pressed.value })
    if (!undone.ok) return poolRefused(undone.refusal)
    return async () => {
      const page = await readPoolPage(ctx, { poolId: undone.value.poolId })
      return page.ok
        ? { text: editPool.undone(named(page.value.pool.name)), replaces: true }
        : poolRefused(page.refusal)
    }
  })

  onPress(app, shell, ARCHIVE_POOL, async ({ ctx, pressed }) => {
    const archived = await archivePool(ctx, { poolId: pressed.value })
    if (!archived.ok) return poolRefused(archived.refusal)
    const { name, poolId } = archived.value
    const undo = button(RESTORE_POOL, archivedPools.undo, poolId)
    return { ...renderPoolDone(archivedPools.done(named(name)), [undo]), replaces: true }
  })

  onPress(app, shell, RESTORE_POOL, async ({ ctx, pressed }) => {
    const restored = await restorePool(ctx, { poolId: pressed.value })
    if (!restored.ok) return poolRefused(restored.refusal)
    return { text: archivedPools.restored(named(restored.value.name)), replaces: true }
  })

  onPress(app, shell, MERGE_POOL, async (press) => {
    const { ctx, pressed } = press
    const choices = await readMergeChoices(ctx, { poolId: pressed.value })
    if (!choices.ok) return poolRefused(choices.refusal)
    const meta = { poolId: choices.value.pool.id, respondAt: pressed.body.response_url }
    return openAbove(press, renderMergePool(choices.value, meta))
  })

  onPress(app, shell, UNDO_MERGE_POOLS, async ({ ctx, pressed }) => {
    const undone = await undoMergePools(ctx, { undoId: pressed.value })
    if (!undone.ok) return poolRefused(undone.refusal)
    return { text: mergePool.undone(named(undone.value.from), named(undone.value.into)), replaces: true }
  })

  for (const actionId of [POOL_HISTORY, OLDER_TURNS, NEWEST_TURNS])
    onPress(app, shell, actionId, async ({ ctx, pressed, ack }) => {
      await ack()
      const { poolId, rest } = readPoolValue(pressed.value)
      const history = await readPoolHistory(ctx, { poolId, at: rest })
      if (!history.ok) return poolRefused(history.refusal)
      const drawn = renderPoolHistory(history.value, ctx.actor.zone)
      return actionId === POOL_HISTORY ? drawn : { ...drawn, replaces: true }
    })

  registerLoad(app, shell)
}

/** **Accept**, **Slow down** and **Share…** under what a pool asks of its owner. */
function registerLoad(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, ACCEPT_LOAD, async ({ ctx, pressed }) => {
    const accepted = await acceptPoolLoad(ctx, { poolId: pressed.value })
    if (!accepted.ok) return poolRefused(accepted.refusal)
    return { text: capacity.accepted(named(accepted.value.name)) }
  })

  onPress(app, shell, SLOW_DOWN, async ({ ctx, pressed }) => {
    const { poolId, rest } = readPoolValue(pressed.value)
    const slowed = await slowDownPool(ctx, { poolId, cadenceDays: rest })
    if (!slowed.ok) return poolRefused(slowed.refusal)
    const { undoId } = slowed.value
    return async () => {
      const page = await readPoolPage(ctx, { poolId })
      if (!page.ok) return poolRefused(page.refusal)
      const { pool, owner, capacity: load } = page.value
      const text = [
        capacity.slowed(named(pool.name), pool.cadenceDays),
        ...(load === undefined ? [] : [capacityText({ owner: named(owner?.name ?? ''), capacity: load })]),
      ].join('\n')
      return renderPoolDone(text, undoId === null ? [] : [button(UNDO_EDIT_POOL, editPool.undo, undoId)])
    }
  })

  onPress(app, shell, SHARE_POOL, async (press) => {
    const { ctx, pressed } = press
    const { poolId, rest } = readPoolValue(pressed.value)
    const opened = await openPool(ctx, { poolId })
    if (!opened.ok) return poolRefused(opened.refusal)
    const { pool } = opened.value
    const meta = { poolId: pool.id, respondAt: pressed.body.response_url }
    return openAbove(press, renderSharePool(pool.name, Math.max(1, Math.round(Number(rest)) || 1), meta))
  })

  onPress(app, shell, UNDO_SHARE_POOL, async ({ ctx, pressed }) => {
    const undone = await undoSharePool(ctx, { undoId: pressed.value })
    if (!undone.ok) return poolRefused(undone.refusal)
    return { text: sharePoolWords.undone(undone.value.given), replaces: true }
  })
}
