/** Who may do what. One table: use cases name a permission, roles hold permissions, and the docs and tests are made from it. */

export const ROLES = ['admin', 'recruiter', 'hiring_manager', 'employee'] as const
/** Everybody in the workspace is at least an `employee`; only the other three are ever assigned. */
export type Role = (typeof ROLES)[number]

export const PERMISSIONS = [
  'near_miss.flag',
  'near_miss.decide',
  'candidate.add',
  'candidate.read',
  'candidate.change',
  'pool.read',
  'pool.change',
  'job.change',
  'draft.write',
  'draft.approve',
  'draft.answer',
  'send.resolve',
  'settings.change',
] as const
export type Permission = (typeof PERMISSIONS)[number]

const EMPLOYEE = ['near_miss.flag'] as const
const RECRUITER = [
  ...EMPLOYEE,
  'near_miss.decide',
  'candidate.add',
  'candidate.read',
  'candidate.change',
  'pool.read',
  'pool.change',
  'job.change',
  'draft.write',
  'draft.approve',
  'draft.answer',
  'send.resolve',
] as const
/** Asked by a recruiter about one draft: its text, and nothing else about the candidate. */
const HIRING_MANAGER = [...EMPLOYEE, 'draft.answer'] as const

export const ROLE_PERMISSIONS = {
  admin: [...RECRUITER, 'settings.change'],
  recruiter: RECRUITER,
  hiring_manager: HIRING_MANAGER,
  employee: EMPLOYEE,
} as const satisfies Record<Role, readonly Permission[]>

export const may = (roles: Iterable<Role>, permission: Permission): boolean =>
  [...roles].some((role) => (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission))

/** The assigned role that would allow it, for "ask a recruiter". */
export const whoMay = (permission: Permission): Role =>
  ROLES.toReversed().find((role) => may([role], permission)) ?? 'admin'
