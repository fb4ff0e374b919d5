import type { ActResult } from '../contract.ts'

export const OK: ActResult = { ok: true }
export const refused = (notice: string): ActResult => ({ ok: false, notice })
