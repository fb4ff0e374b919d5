import type { ModalView } from '@slack/types'
import { CADENCE, PERSONA_MAX, POOL_NAME_MAX } from '../../domain/pool/pool-limits.ts'
import { poolModal as words } from '../../domain/shared/words/find.ts'
import { field, optionsOf, plain, radio, typed } from '../form-fields.ts'
import { POOL_BLOCKS, POOL_MODAL, type PoolMeta } from './schema.ts'

export type PoolModalModel = {
  readonly query: string
  /** Slack id of whoever opens it. */
  readonly owner: string
  /** What the workspace usually keeps. */
  readonly cadenceDays: number
  readonly meta: PoolMeta
}

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
    field(
      { id: POOL_BLOCKS.query, label: words.query, hint: words.queryHint },
      typed({ value: query, max: 3_000, lines: true }),
    ),
    field({ id: POOL_BLOCKS.owner, label: words.owner, required: true }, { type: 'users_select', initial_user: owner }),
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
      typed({ max: PERSONA_MAX, lines: true }),
    ),
  ],
})
