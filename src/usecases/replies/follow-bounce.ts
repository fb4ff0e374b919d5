import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { SystemCtx } from '../context.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'

export type Bounced = {
  readonly person: Candidate
  readonly send: SendRow
  /** Addresses that the report says do not exist. */
  readonly dead: readonly string[]
}

/**
 * A letter came back: whose letter it was hears so. Where the address that it went to does not exist nobody writes there again; a report on
 * another address, such as one that theirs forwards to, proves nothing of it. `true` where it does not exist.
 */
export async function followBounce(
  ctx: SystemCtx,
  tx: Tx,
  { person, send, dead }: Bounced,
  hearer: Member | undefined,
): Promise<boolean> {
  const address = (await tx.candidates.contacts(person.id)).find(({ id }) => id === send.contactId)?.value
  const isDead = address !== undefined && dead.includes(address.toLowerCase())
  if (isDead) await tx.consent.suppress(address, 'hard_bounce', ctx.now, send.id)
  if (hearer !== undefined) {
    const key = bouncedKey(send, isDead, hearer)
    await tx.posts.want(
      { key, kind: 'bounced_card', address: hearer.slackUserId, subjects: [send.id, send.draftId] },
      ctx.now,
    )
  }
  await tx.posts.redraw(person.id, ctx.now)
  return isDead
}

const bouncedKey = ({ id }: SendRow, isDead: boolean, { slackUserId }: Member): string =>
  `bounced_card:${id}:${isDead ? 'dead' : 'other'}:${slackUserId}`
/** Whether the card says that the address does not exist. */
export const saysDead = (key: string): boolean => key.split(':')[2] === 'dead'
