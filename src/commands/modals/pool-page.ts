/** The forms of one pool: **Edit**, **Merge…** and **Share…** */
import type { App } from '@slack/bolt'
import { may } from '../../domain/shared/roles.ts'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { poolProblems } from '../../domain/shared/words/pool-form.ts'
import { mergePool, sharePoolWords, editPool as words } from '../../domain/shared/words/pools.ts'
import { editPool } from '../../usecases/pools/edit-pool.ts'
import { followPool } from '../../usecases/pools/follow-pool.ts'
import { mergePools } from '../../usecases/pools/merge-pools.ts'
import { readPoolPage } from '../../usecases/pools/pool-page.ts'
import { sharePool } from '../../usecases/pools/share-pool.ts'
import { type Answers, answer } from '../../views/form-fields.ts'
import { safe } from '../../views/mrkdwn.ts'
import { button } from '../../views/people-list/blocks.ts'
import { flat } from '../../views/people-list/person-row.ts'
import { POOL_BLOCKS } from '../../views/pool-modal/schema.ts'
import { poolEntry, poolErrors } from '../../views/pool-modal/submit.ts'
import { renderPoolDone } from '../../views/pool-page/blocks.ts'
import { capacityBlocks } from '../../views/pool-page/capacity.ts'
import {
  EDIT_POOL_MODAL,
  MERGE_INTO,
  MERGE_POOL_MODAL,
  SHARE_PEOPLE,
  SHARE_POOL_MODAL,
  SHARE_WITH,
  UNDO_EDIT_POOL,
  UNDO_MERGE_POOLS,
  UNDO_SHARE_POOL,
} from '../../views/pool-page/ids.ts'
import { readAboutPool } from '../../views/pool-page/meta.ts'
import { poolRefused, poolWords } from '../pool-words.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit } from '../shell/on-submit.ts'
import type { Reply } from '../shell/tell.ts'

const named = (name: string): string => safe(flat(name), 200)

export function registerPoolForms(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, EDIT_POOL_MODAL, async ({ ctx, teamId, view }) => {
    const { owner, kind: _kind, ...entry } = poolEntry(view.state.values)
    const { poolId, version = 0, respondAt } = readAboutPool(view.private_metadata)
    // As for a new pool: whoever Slack knows may own it, if their role at this moment allows it.
    const keeper =
      owner === ''
        ? undefined
        : await shell.contexts.forPerson({ teamId, slackUserId: owner, idempotencyKey: undefined })
    if (keeper === undefined || !may(keeper.actor.roles, 'pool.change'))
      return { kind: 'errors', errors: { [POOL_BLOCKS.owner]: poolProblems.unknown_owner } }
    const edited = await editPool(ctx, { ...entry, poolId, version, ownerId: keeper.actor.memberId })
    if (!edited.ok) {
      const { refusal } = edited
      return refusal.kind === 'not_allowed'
        ? { kind: 'errors', errors: { [POOL_BLOCKS.name]: listRefusals.notAllowed } }
        : { kind: 'errors', errors: poolErrors(refusal) }
    }
    const { undoId } = edited.value
    const work = async (): Promise<Reply> => {
      await followPool(ctx, edited.value.poolId)
      const page = await readPoolPage(ctx, { poolId })
      if (!page.ok) return poolRefused(page.refusal)
      const { pool, owner: theirs, capacity } = page.value
      const load = capacity === undefined ? [] : capacityBlocks({ poolId, owner: named(theirs?.name ?? ''), capacity })
      return undoId === null
        ? renderPoolDone(words.nothing(named(pool.name)), [], load)
        : renderPoolDone(words.done(named(pool.name)), [button(UNDO_EDIT_POOL, words.undo, undoId)], load)
    }
    return { kind: 'later', isDone: true, respondAt, work }
  })

  onSubmit(app, shell, MERGE_POOL_MODAL, async ({ ctx, view }) => {
    const { poolId, respondAt } = readAboutPool(view.private_metadata)
    const values: Answers = view.state.values
    const merged = await mergePools(ctx, { fromId: poolId, intoId: answer(values, MERGE_INTO) ?? '' })
    if (!merged.ok) {
      const { refusal } = merged
      const text = isEdgeRefusal(refusal) ? edgeWords(refusal) : poolWords(refusal)
      return { kind: 'errors', errors: { [MERGE_INTO]: text } }
    }
    const { from, into, came, undoId } = merged.value
    const undo = button(UNDO_MERGE_POOLS, mergePool.undo, undoId)
    const text = mergePool.done(named(from), named(into), came)
    return { kind: 'later', isDone: true, respondAt, work: () => Promise.resolve(renderPoolDone(text, [undo])) }
  })

  onSubmit(app, shell, SHARE_POOL_MODAL, async ({ ctx, teamId, view }) => {
    const { poolId, respondAt } = readAboutPool(view.private_metadata)
    const values: Answers = view.state.values
    const slackUserId = answer(values, SHARE_WITH) ?? ''
    const to =
      slackUserId === ''
        ? undefined
        : await shell.contexts.forPerson({ teamId, slackUserId, idempotencyKey: undefined })
    const shared = await sharePool(ctx, { poolId, to: to?.actor, people: answer(values, SHARE_PEOPLE) ?? '' })
    if (!shared.ok) {
      const { refusal } = shared
      if (refusal.kind === 'bad_input') {
        const [problem] = refusal.problems
        return { kind: 'errors', errors: { [SHARE_PEOPLE]: problem?.message ?? edgeWords(refusal) } }
      }
      const text = isEdgeRefusal(refusal) ? edgeWords(refusal) : poolWords(refusal)
      return { kind: 'errors', errors: { [SHARE_WITH]: text } }
    }
    const { given, undoId } = shared.value
    const work = async (): Promise<Reply> => {
      const page = await readPoolPage(ctx, { poolId })
      if (!page.ok) return poolRefused(page.refusal)
      const { pool, owner, capacity } = page.value
      const load = capacity === undefined ? [] : capacityBlocks({ poolId, owner: named(owner?.name ?? ''), capacity })
      const text = sharePoolWords.done(given, `<@${slackUserId}>`, named(pool.name))
      return renderPoolDone(text, [button(UNDO_SHARE_POOL, sharePoolWords.undo, undoId)], load)
    }
    return { kind: 'later', isDone: true, respondAt, work }
  })
}
