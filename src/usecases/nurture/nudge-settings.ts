import type { WorkspaceSettings } from '../../domain/settings/workspace-settings.ts'
import { addDays, type Day, type Instant, type Zone } from '../../domain/shared/time.ts'
import { loadOutreachSettings } from '../outreach/outreach-settings.ts'
import type { NudgeDay } from '../ports/nudges.ts'
import type { Defaults } from '../ports/services.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** By which rules somebody may be brought up on that day. */
export async function nudgeDay(
  tx: Tx,
  { outreach }: Defaults,
  { cadenceDays }: Pick<WorkspaceSettings, 'cadenceDays'>,
  { day, now, zone }: { readonly day: Day; readonly now: Instant; readonly zone: Zone },
): Promise<NudgeDay> {
  const { recontactDays } = await loadOutreachSettings(tx, outreach)
  return { day, now, zone, cadenceDays, toldNoBefore: addDays(day, -recontactDays) }
}
