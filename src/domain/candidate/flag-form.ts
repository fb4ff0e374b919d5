/** The longest answers of "Flag near-miss". */
import { MAX_NAME, MAX_ROLE, MAX_TEXT } from './validate.ts'

export const FLAG_LIMITS = { fullName: MAX_NAME, role: MAX_ROLE, impressed: MAX_TEXT } as const

/** The longest reason for a dismissal. */
export const DISMISS_LIMIT = 500
