import type { App } from '@slack/bolt'
import { may } from '../../domain/shared/roles.ts'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { poolProblems } from '../../domain/shared/words/pool-form.ts'
import { savePool } from '../../usecases/find/save-pool.ts'
import { followPool } from '../../usecases/pools/follow-pool.ts'
import { readPoolPage } from '../../usecases/pools/pool-page.ts'
import { POOL_BLOCKS, POOL_MODAL, readPoolMeta } from '../../views/pool-modal/schema.ts'
import { poolEntry, poolErrors } from '../../views/pool-modal/submit.ts'
import { renderPoolSaved } from '../../views/pool-overview/blocks.ts'
import { poolRefused } from '../pool-words.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit } from '../shell/on-submit.ts'

/** *New pool*. What it holds is counted after it was saved, and told beside the command that it began with. */
export function registerPoolModal(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, POOL_MODAL, async ({ ctx, teamId, view }) => {
    const { owner, ...entry } = poolEntry(view.state.values)
    // Slack knows people who have never met the bot; meeting them here gives them a row of their own.
    const keeper =
      owner === ''
        ? undefined
        : await shell.contexts.forPerson({ teamId, slackUserId: owner, idempotencyKey: undefined })
    if (keeper === undefined || !may(keeper.actor.roles, 'pool.change'))
      return { kind: 'errors', errors: { [POOL_BLOCKS.owner]: poolProblems.unknown_owner } }
    const saved = await savePool(ctx, { ...entry, ownerId: keeper.actor.memberId })
    if (!saved.ok) {
      const { refusal } = saved
      return refusal.kind === 'not_allowed'
        ? { kind: 'errors', errors: { [POOL_BLOCKS.name]: listRefusals.notAllowed } }
        : { kind: 'errors', errors: poolErrors(refusal) }
    }
    const { poolId } = saved.value
    return {
      kind: 'later',
      isDone: true,
      respondAt: readPoolMeta(view.private_metadata).respondAt,
      work: async () => {
        await followPool(ctx, poolId)
        const page = await readPoolPage(ctx, { poolId })
        return page.ok ? renderPoolSaved(page.value) : poolRefused(page.refusal)
      },
    }
  })
}
