/** Our own staff among the candidates: a wish to move on is told to one colleague, not to the house. */
import type { MemberId } from '../shared/ids.ts'
import type { Role } from '../shared/roles.ts'
import type { Candidate } from './candidate.ts'

/** For whom people are looked up. `own`: of internal staff only those whom they look after. */
export type Viewer = {
  readonly memberId: MemberId
  readonly sees: 'all' | 'own'
  /** Whose own record nobody is shown, whatever their role. */
  readonly email: string | undefined
}

export const viewerOf = (memberId: MemberId, roles: ReadonlySet<Role>, email: string | undefined): Viewer => ({
  memberId,
  sees: roles.has('admin') ? 'all' : 'own',
  email,
})

/** Whoever may be in a channel: no internal staff are shown there, whoever looks after them. */
export const NOBODY: Viewer = {
  memberId: '00000000-0000-0000-0000-000000000000' as MemberId,
  sees: 'own',
  email: undefined,
}

export const isSeenBy = ({ kind, ownerId }: Pick<Candidate, 'kind' | 'ownerId'>, { memberId, sees }: Viewer): boolean =>
  kind !== 'internal' || sees === 'all' || ownerId === memberId
