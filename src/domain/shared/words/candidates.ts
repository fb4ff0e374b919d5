/** Where things stand with a person, and the fixed choices of the forms. */
import type { NotHiredReason, Standing } from '../../candidate/candidate.ts'
import type { PermissionBasis } from '../../consent/permission.ts'

/** As the modal offers them; "Told no on…" is followed by a date. */
export const standings = {
  interviewing: 'Still interviewing',
  not_told: 'Not told yet',
  told_no: 'Told no on…',
  withdrew: 'Withdrew',
  declined_offer: 'Declined our offer',
  hired: 'Hired',
} as const satisfies Record<Standing, string>

/** As a profile or a card shows it. */
export function standingLine(standing: Standing, day: string | undefined): string {
  if (standing === 'told_no') return day === undefined ? 'Told no' : `Told no on ${day}`
  return day === undefined ? standings[standing] : `${standings[standing]}, ${day}`
}

export const reasons = {
  close_second: 'Close second',
  role_closed: 'Role closed or paused',
  level: 'Level',
  skill_gap: 'Skill gap',
  pay: 'Pay',
  location: 'Location or right to work',
  timing: 'Timing',
  withdrew: 'Withdrew',
  declined_offer: 'Declined our offer',
} as const satisfies Record<NotHiredReason, string>

export const permissionBases = {
  applied_here: 'Applied here; covered by our privacy notice',
  consent: 'Said yes to being contacted',
  legitimate_interest: 'Legitimate interest',
  referral: 'Referred; they know of it',
} as const satisfies Record<PermissionBasis, string>
