import { DAY, plus } from '../domain/shared/time.ts'
import type { SystemCtx } from './context.ts'

/** Slack repeats a delivery within the hour; a form may stay open for days. */
const KEYS_LAST = 30 * DAY
const PORTION = 1_000

/** The table of keys stays as long as a month is busy. In portions, so that no transaction is long. */
export async function forgetActKeys({ uow, now }: Pick<SystemCtx, 'uow' | 'now'>): Promise<void> {
  const portion = () => uow.run((tx) => tx.actKeys.forget(plus(now, -KEYS_LAST), PORTION))
  while ((await portion()) === PORTION);
}
