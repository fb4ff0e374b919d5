/** Who hears what a candidate says: whose conversation it is, as long as they are here and may read it. */
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { isSeenBy } from '../../domain/candidate/internal.ts'
import type { MemberId } from '../../domain/shared/ids.ts'
import { may } from '../../domain/shared/roles.ts'
import { adminsOf } from '../access/admins-of.ts'
import type { SystemCtx } from '../context.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'

/**
 * Of these members, in their order, who has not left and may read of this person. `sender` wrote the letter in their own name, and reads its
 * answer without being a recruiter. While the group that makes recruiters is not known, nobody is taken to have left it.
 */
export async function hearersAmong(
  { services }: SystemCtx,
  tx: Tx,
  person: Pick<Candidate, 'kind' | 'ownerId'>,
  { members, sender }: { readonly members: readonly MemberId[]; readonly sender: MemberId | undefined },
): Promise<readonly Member[]> {
  const { admins, recruitersGroup } = services.places
  const slackIds = (await tx.members.getMany(members)).map(({ slackUserId }) => slackUserId)
  const { people, groups } = await tx.members.standings(slackIds, [recruitersGroup])
  const group = groups.get(recruitersGroup)
  const here = new Map([...people.values()].map((one) => [one.member.id, one]))
  return members.flatMap((id) => {
    const found = here.get(id)
    if (found === undefined) return []
    const { member, assigned } = found
    const inList = admins === undefined ? member.isSlackAdmin : admins.includes(member.slackUserId)
    const isAdmin = inList || assigned.includes('admin')
    const inGroup = group === undefined || group.slackUserIds.includes(member.slackUserId)
    const mayRead = isAdmin || inGroup || may(assigned, 'candidate.read')
    const seen = isSeenBy(person, { memberId: id, sees: isAdmin ? 'all' : 'own', email: member.email })
    return seen && (mayRead || id === sender) ? [member] : []
  })
}

/** Whoever wrote it in their own name, asked by whose draft it was. */
export async function ownVoiceOf(tx: Tx, { draftId, approvedBy }: SendRow): Promise<MemberId | undefined> {
  const draft = await tx.drafts.get(draftId)
  return draft?.ownerId === approvedBy ? undefined : approvedBy
}

/** Where nobody speaks with them, the recruiters hear, a few of them at least. */
const MOST_RECRUITERS = 20

/** Slack ids of whoever hears where nobody is left to; of our own staff no recruiter knows, and of no recruiters the admins hear. */
export async function hearersInstead(
  ctx: SystemCtx,
  tx: Tx,
  { kind }: Pick<Candidate, 'kind'>,
): Promise<readonly string[]> {
  if (kind === 'internal') return adminsOf(ctx, tx)
  const group = await tx.members.group(ctx.services.places.recruitersGroup)
  const given = (await tx.members.withRole('recruiter')).map(({ slackUserId }) => slackUserId)
  const recruiters = [...new Set([...(group?.slackUserIds ?? []), ...given])].slice(0, MOST_RECRUITERS)
  return recruiters.length > 0 ? recruiters : adminsOf(ctx, tx)
}
