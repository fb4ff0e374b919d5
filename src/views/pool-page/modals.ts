/** **Merge…** and **Share…** */
import type { ModalView } from '@slack/types'
import { MOST_SHARED } from '../../domain/pool/pool-limits.ts'
import { mergePool, sharePoolWords } from '../../domain/shared/words/pools.ts'
import type { MergeChoices } from '../../usecases/pools/merge-pools.ts'
import { chosen, field, option, plain } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'
import { flat } from '../people-list/person-row.ts'
import { MERGE_INTO, MERGE_POOL_MODAL, SHARE_PEOPLE, SHARE_POOL_MODAL, SHARE_WITH } from './ids.ts'
import { type AboutPool, aboutPool } from './meta.ts'

export function renderMergePool({ pool, into }: MergeChoices, meta: AboutPool): ModalView {
  const name = safe(flat(pool.name), 200)
  const options = into.map((one) => option(one.id, one.query === undefined ? mergePool.list(one.name) : one.name))
  const about = section(pool.query === undefined ? mergePool.about(name) : mergePool.aboutQuery(name))
  const frame = { type: 'modal', title: plain(mergePool.title), close: plain(mergePool.close) } as const
  if (options.length === 0) return { ...frame, blocks: [section(mergePool.noOther)] }
  return {
    ...frame,
    callback_id: MERGE_POOL_MODAL,
    submit: plain(mergePool.submit),
    private_metadata: aboutPool(meta),
    blocks: [about, field({ id: MERGE_INTO, label: mergePool.into, required: true }, chosen(options, undefined))],
  }
}

/** `give`: so many, and the rest fits. */
export const renderSharePool = (name: string, give: number, meta: AboutPool): ModalView => ({
  type: 'modal',
  callback_id: SHARE_POOL_MODAL,
  title: plain(sharePoolWords.title),
  submit: plain(sharePoolWords.submit),
  close: plain(sharePoolWords.close),
  private_metadata: aboutPool(meta),
  blocks: [
    section(sharePoolWords.about(safe(flat(name), 200))),
    field({ id: SHARE_WITH, label: sharePoolWords.who, required: true }, { type: 'users_select' }),
    field(
      { id: SHARE_PEOPLE, label: sharePoolWords.people, hint: sharePoolWords.peopleHint(give), required: true },
      {
        type: 'number_input',
        is_decimal_allowed: false,
        initial_value: String(Math.min(MOST_SHARED, give)),
        min_value: '1',
        max_value: String(MOST_SHARED),
      },
    ),
  ],
})
