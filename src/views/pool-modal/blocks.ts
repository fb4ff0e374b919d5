import type { ModalView } from '@slack/types'
import { CADENCE, PERSONA_MAX, POOL_NAME_MAX } from '../../domain/pool/pool-limits.ts'
import { poolModal as words } from '../../domain/shared/words/pool-form.ts'
import { editPool } from '../../domain/shared/words/pools.ts'
import type { Pool } from '../../usecases/ports/pools.ts'
import { field, optionsOf, plain, radio, typed } from '../form-fields.ts'
import { EDIT_POOL_MODAL } from '../pool-page/ids.ts'
import { type AboutPool, aboutPool } from '../pool-page/meta.ts'
import { POOL_BLOCKS, POOL_MODAL, type PoolMeta } from './schema.ts'

export type PoolModalModel = {
  readonly query: string
  /** Slack id of whoever opens it. */
  readonly owner: string
  /** What the workspace usually keeps. */
  readonly cadenceDays: number
  readonly meta: PoolMeta
}

/** *New pool* */
export const renderPoolModal = ({ query, owner, cadenceDays, meta }: PoolModalModel): ModalView => ({
  type: 'modal',
  callback_id: POOL_MODAL,
  title: plain(words.title),
  submit: plain(words.submit),
  close: plain(words.close),
  private_metadata: JSON.stringify(meta),
  blocks: [
    field({ id: POOL_BLOCKS.name, label: words.name, required: true }, typed({ max: POOL_NAME_MAX })),
    field({ id: POOL_BLOCKS.kind, label: words.kind, required: true }, radio(optionsOf(words.kinds), 'query')),
    queryField(query, words.queryHint),
    ...fields({ owner, cadenceDays, personaNote: undefined, channel: undefined }),
  ],
})

/** *Edit pool*. A query stays one, and so does a list. */
export const renderPoolEdit = (pool: Pool, owner: string | undefined, meta: AboutPool): ModalView => ({
  type: 'modal',
  callback_id: EDIT_POOL_MODAL,
  title: plain(editPool.title),
  submit: plain(editPool.submit),
  close: plain(words.close),
  private_metadata: aboutPool({ ...meta, version: pool.version }),
  blocks: [
    field({ id: POOL_BLOCKS.name, label: words.name, required: true }, typed({ value: pool.name, max: POOL_NAME_MAX })),
    ...(pool.query === undefined ? [] : [queryField(pool.query, words.queryHintOfQuery)]),
    ...fields({ ...pool, owner }),
  ],
})

const queryField = (value: string, hint: string) =>
  field({ id: POOL_BLOCKS.query, label: words.query, hint }, typed({ value, max: 3_000, lines: true }))

type Shared = Pick<Pool, 'cadenceDays' | 'personaNote' | 'channel'> & { readonly owner: string | undefined }

const fields = ({ owner, cadenceDays, personaNote, channel }: Shared) => [
  field(
    { id: POOL_BLOCKS.owner, label: words.owner, required: true },
    { type: 'users_select', ...(owner === undefined ? {} : { initial_user: owner }) },
  ),
  field(
    { id: POOL_BLOCKS.cadence, label: words.cadence, hint: words.cadenceHint, required: true },
    {
      type: 'number_input',
      is_decimal_allowed: false,
      initial_value: String(cadenceDays),
      min_value: String(CADENCE.least),
      max_value: String(CADENCE.most),
    },
  ),
  field(
    { id: POOL_BLOCKS.persona, label: words.persona, hint: words.personaHint },
    typed({ value: personaNote, max: PERSONA_MAX, lines: true }),
  ),
  field(
    { id: POOL_BLOCKS.channel, label: words.channel, hint: words.channelHint },
    {
      type: 'conversations_select',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(channel === undefined ? {} : { initial_conversation: channel }),
    },
  ),
]
