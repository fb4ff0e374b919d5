/** The list of pools: turning its pages, opening one, making a new one, taking back the one just saved, and those that were put away. */
import type { App } from '@slack/bolt'
import { formOfText } from '../../domain/pool/query/builder.ts'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { poolSaved } from '../../domain/shared/words/pool-form.ts'
import { mayAct } from '../../usecases/access/may-act.ts'
import { listPools, readPool } from '../../usecases/find/list-pools.ts'
import { searchPeople } from '../../usecases/find/search-people.ts'
import { undoSavePool } from '../../usecases/find/undo-save-pool.ts'
import { listArchivedPools } from '../../usecases/pools/archive-pool.ts'
import { usualCadence } from '../../usecases/settings/usual-cadence.ts'
import { safe } from '../../views/mrkdwn.ts'
import { renderPoolModal } from '../../views/pool-modal/blocks.ts'
import {
  NEW_POOL,
  OPEN_POOL,
  renderArchivedPools,
  renderPoolOverview,
  UNDO_POOL,
} from '../../views/pool-overview/blocks.ts'
import { ARCHIVED_POOLS, NEXT_POOLS, PEOPLE_OF_POOL, PREVIOUS_POOLS } from '../../views/pool-page/ids.ts'
import { renderBuilder } from '../../views/query-builder/blocks.ts'
import { FIND_PEOPLE } from '../../views/query-builder/ids.ts'
import { edgeReply, peopleReply } from '../find-replies.ts'
import { openAbove, openModal } from '../open-modal.ts'
import { pageReply, poolWords } from '../pool-words.ts'
import { isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'

export function registerPools(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, OPEN_POOL, async ({ ctx, pressed, ack }) => {
    await ack()
    return pageReply(ctx, pressed.value)
  })

  onPress(app, shell, PEOPLE_OF_POOL, async ({ ctx, pressed, ack }) => {
    await ack()
    const line = await readPool(ctx, { poolId: pressed.value })
    if (line.ok) return peopleReply(ctx, await searchPeople(ctx, { query: `pool:"${line.value.pool.name}"` }))
    return line.refusal.kind === 'pool_gone' ? { text: listRefusals.pool_gone } : edgeReply(line.refusal)
  })

  for (const actionId of [NEXT_POOLS, PREVIOUS_POOLS])
    onPress(app, shell, actionId, async ({ ctx, pressed, ack }) => {
      await ack()
      const page = await listPools(ctx, { from: pressed.value })
      return page.ok ? { ...renderPoolOverview(page.value), replaces: true } : edgeReply(page.refusal)
    })

  onPress(app, shell, ARCHIVED_POOLS, async ({ ctx, ack }) => {
    await ack()
    const archived = await listArchivedPools(ctx, {})
    return archived.ok ? renderArchivedPools(archived.value, ctx.actor.zone) : edgeReply(archived.refusal)
  })

  onPress(app, shell, NEW_POOL, async ({ ctx, client, pressed }) => {
    if (!mayAct(ctx.actor, 'pool.change')) return { text: listRefusals.notAllowed }
    const cadenceDays = await usualCadence(ctx)
    const model = {
      query: '',
      owner: ctx.actor.slackUserId,
      cadenceDays,
      meta: { respondAt: pressed.body.response_url },
    }
    return openModal(client, pressed.triggerId, renderPoolModal(model))
  })

  onPress(app, shell, FIND_PEOPLE, async (press) => {
    const { ctx, pressed } = press
    if (!mayAct(ctx.actor, 'pool.read')) return { text: listRefusals.notAllowed }
    return openAbove(press, renderBuilder(formOfText(''), { respondAt: pressed.body.response_url }))
  })

  onPress(app, shell, UNDO_POOL, async ({ ctx, pressed }) => {
    const undone = await undoSavePool(ctx, { poolId: pressed.value })
    if (undone.ok) return { text: poolSaved.undone(safe(undone.value.name, 200)), replaces: true }
    const { refusal } = undone
    if (isEdgeRefusal(refusal)) return edgeReply(refusal)
    return {
      text: refusal.kind === 'pool_used' ? poolWords(refusal, (name) => safe(name, 200)) : listRefusals[refusal.kind],
    }
  })
}
