import type { Ctx } from '../context.ts'
import { loadWorkspaceSettings } from './workspace-settings.ts'

/** Days: what a new pool begins with. */
export const usualCadence = ({ uow, services }: Ctx): Promise<number> =>
  uow.run(async (tx) => (await loadWorkspaceSettings(tx, services.places)).cadenceDays)
