/** What a message is for. The purpose decides which rules of the gate apply and which facts may be told. */
import type { PermissionPurpose } from '../consent/permission.ts'

export type PurposeTraits = {
  /** The permission that the person must have given; `undefined` for correspondence about their own application. */
  readonly needs: PermissionPurpose | undefined
  /** It is itself the news of the outcome, so it goes to those who were not told, and to nobody else. */
  readonly tellsOutcome: boolean
  /** Advice for next time belongs here; in any other mail it would arrive out of the blue. */
  readonly givesAdvice: boolean
  /** It may end with "May I stay in touch?", where the recruiter chose to keep the door open. */
  readonly mayAskToStay: boolean
}

/** Three of content.md's twelve; the others join by adding a row here and a template beside the others. */
export const PURPOSES = {
  keep_warm: { needs: 'contact', tellsOutcome: false, givesAdvice: false, mayAskToStay: false },
  new_role: { needs: 'contact', tellsOutcome: false, givesAdvice: false, mayAskToStay: false },
  decline: { needs: undefined, tellsOutcome: true, givesAdvice: true, mayAskToStay: true },
} as const satisfies Record<string, PurposeTraits>

export type Purpose = keyof typeof PURPOSES

export const traitsOf = (purpose: Purpose): PurposeTraits => PURPOSES[purpose]
