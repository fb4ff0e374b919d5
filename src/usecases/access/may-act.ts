import { may, type Permission } from '../../domain/shared/roles.ts'
import type { Actor } from '../context.ts'

/** Slack could not say who is in a group, and it hangs on that whether somebody may do this. Nothing was done; a minute later it may be known. */
export class RolesUnknownError extends Error {
  override readonly name = 'RolesUnknownError'
}

/**
 * Whether the roles that the actor is known to have allow it. Throws a `RolesUnknownError` where only a group could that Slack was asked about
 * in vain: whoever is told "you may not" must not be somebody who may.
 */
export function mayAct({ roles, unheard }: Pick<Actor, 'roles' | 'unheard'>, permission: Permission): boolean {
  if (may(roles, permission)) return true
  if (may(unheard, permission)) throw new RolesUnknownError(`Slack could not say who may ${permission}`)
  return false
}
