import { firstDays } from '../../domain/pool/first-days.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { DAY, dayIn, plus } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { Pool } from '../ports/pools.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'

/**
 * People came into a pool. Who was in nobody's care before gets a day from which on they may count as overdue: a morning's work a working
 * day, so that a pool made of an import does not bring up everybody at once. Who was looked after already stays as due as they were.
 */
export async function enterCare(
  { now, workspace, services }: Pick<SystemCtx, 'now' | 'workspace' | 'services'>,
  tx: Tx,
  { id, cadenceDays }: Pick<Pool, 'id' | 'cadenceDays'>,
  people: readonly CandidateId[],
): Promise<void> {
  if (people.length === 0) return
  const newcomers = await tx.candidates.newToCare(people, id, plus(now, -cadenceDays * DAY))
  if (newcomers.length === 0) return
  const { holidays } = await loadWorkspaceSettings(tx, services.places)
  const today = dayIn(now, workspace.zone)
  const overdue = newcomers.filter((one) => one.overdue)
  const days = firstDays(overdue.length, cadenceDays, { today, holidays })
  await tx.candidates.giveFirstDays([
    ...overdue.map(({ candidateId }, at) => ({ candidateId, day: days[at] ?? today })),
    // Their cadence says when: nothing else holds them back.
    ...newcomers.filter((one) => !one.overdue).map(({ candidateId }) => ({ candidateId, day: today })),
  ])
}
