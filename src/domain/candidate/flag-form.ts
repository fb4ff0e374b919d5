/** What "Flag a near-miss" asks. */
import { MAX_NAME, MAX_ROLE, MAX_TEXT } from './validate.ts'

/** The longest answers. */
export const FLAG_LIMITS = { fullName: MAX_NAME, role: MAX_ROLE, impressed: MAX_TEXT } as const

/** The longest reason for a dismissal. */
export const DISMISS_LIMIT = 500

/** The answers of *Would you hire them?* */
export const WOULD_HIRE = ['yes_now', 'another_level', 'another_team'] as const
export type WouldHire = (typeof WOULD_HIRE)[number]
