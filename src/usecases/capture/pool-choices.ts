import { z } from 'zod'
import { ok, type Result } from '../../domain/shared/result.ts'
import { fold } from '../../domain/shared/text.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { Pool } from '../ports/pools.ts'

const MOST_POOLS = 1_000
/** Slack takes no more options. */
const MOST_SHOWN = 100

/** The pools that somebody can be put into by hand: lists, not those that fill themselves from a query. */
export const poolChoices = defineUseCase({
  name: 'pool-choices',
  permission: 'candidate.add',
  input: z.object({ query: z.string().max(1_000) }),
  run: (ctx, { query }): Promise<Result<readonly Pool[], never>> =>
    ctx.uow.run(async (tx) => {
      const wanted = fold(query)
      const lists = (await tx.pools.list(MOST_POOLS)).filter((pool) => pool.query === undefined)
      return ok(lists.filter(({ name }) => fold(name).includes(wanted)).slice(0, MOST_SHOWN))
    }),
})
