import { addDays, at, type Day } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'

/** Writes down what became of the reminders of earlier days: acted on within their day, snoozed, or missed. */
export async function settleNudges({ uow, workspace }: SystemCtx, today: Day): Promise<void> {
  const { zone } = workspace
  const days = await uow.run((tx) => tx.nudges.unsettled(today))
  for (const day of days) await uow.run((tx) => tx.nudges.settle(day, at(day, 0, zone), at(addDays(day, 1), 0, zone)))
}
