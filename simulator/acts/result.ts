import type { ActResult } from '../contract.ts'

/** The act was done. */
export const OK: ActResult = { ok: true }
/** Nothing was done; `notice` is what Slack shows the person. */
export const refused = (notice: string): ActResult => ({ ok: false, notice })
