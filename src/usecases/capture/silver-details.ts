/** The form after it was judged: clean, in the one form of each thing, ready to become rows. */
import type { NotHiredReason, Seniority, Standing, Tier } from '../../domain/candidate/candidate.ts'
import type { PermissionBasis } from '../../domain/consent/permission.ts'
import type { SkillUse } from '../../domain/pool/skill-uses.ts'
import type { PoolId } from '../../domain/shared/ids.ts'
import type { Day, Zone } from '../../domain/shared/time.ts'

/** No Slack id looks like this. */
export const NO_OWNER = 'nobody'

export type SilverDetails = {
  readonly fullName: string
  readonly role: string
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly profileLink: string | undefined
  readonly standing: Standing
  readonly standingDay: Day | undefined
  readonly reason: NotHiredReason | undefined
  readonly impressed: string | undefined
  /** `undefined` where the recruiter cleared it: then nothing may be sent. */
  readonly permission: PermissionBasis | undefined
  readonly stage: string | undefined
  readonly bringBack: string | undefined
  readonly advice: string | undefined
  readonly skills: readonly string[]
  readonly skillUses: readonly SkillUse[]
  readonly location: string | undefined
  readonly remoteOk: boolean | undefined
  readonly zone: Zone | undefined
  /** What they do now, and where. */
  readonly headline: string | undefined
  readonly company: string | undefined
  readonly seniority: Seniority | undefined
  readonly tier: Tier | undefined
  readonly poolId: PoolId | undefined
  /** `NO_OWNER` where the field was cleared; `undefined` where it was never asked. */
  readonly ownerSlackId: string | undefined
  /** The colleague who referred them. */
  readonly referredBy: string | undefined
  readonly nextTouch: Day | undefined
}
