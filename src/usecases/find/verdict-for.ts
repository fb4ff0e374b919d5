import type { Candidate } from '../../domain/candidate/candidate.ts'
import { zoneFor } from '../../domain/outreach/due.ts'
import { gate } from '../../domain/outreach/gate.ts'
import type { Purpose } from '../../domain/outreach/purpose.ts'
import type { Verdict } from '../../domain/outreach/refusal.ts'
import type { Ctx } from '../context.ts'
import { choosePurpose, JOBS_LOOKED_AT } from '../outreach/choose-purpose.ts'
import { loadGateFacts } from '../outreach/load-gate-facts.ts'
import { loadOutreachSettings } from '../outreach/outreach-settings.ts'
import type { Contact } from '../ports/candidates.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/**
 * What the gate would say to a message that is written now and cites nothing. It is for showing only, so nobody is locked; whoever
 * writes, approves or sends asks again.
 */
export async function purposeAndVerdict(
  ctx: Ctx,
  tx: Tx,
  person: Candidate,
  contacts: readonly Contact[],
): Promise<{ readonly purpose: Purpose; readonly verdict: Verdict }> {
  const emails = contacts.filter((contact) => contact.kind === 'email')
  const { purpose } = choosePurpose(person, await tx.jobs.open(JOBS_LOOKED_AT), ctx.now)
  const settings = await loadOutreachSettings(tx, ctx.services.defaults.outreach)
  const known = {
    candidate: person,
    contact: emails.find((contact) => contact.isPrimary) ?? emails[0],
    contacts,
    settings,
    zone: zoneFor(person.zone, ctx.workspace.zone),
  }
  // The job would be one of the open ones just read.
  const asked = { candidateId: person.id, purpose, jobId: undefined, cites: [] }
  const facts = await loadGateFacts(tx, ctx, asked, known)
  const members = [ctx.actor.memberId]
  const none = { sendId: undefined, approvedAt: undefined, notBefore: undefined }
  const verdict = gate({ ...none, purpose, members, revisionMadeAt: ctx.now, cites: [] }, facts, ctx.now)
  return { purpose, verdict }
}

/** The verdict alone, where it does not matter what the message is for. */
export const verdictFor = async (...asked: Parameters<typeof purposeAndVerdict>): Promise<Verdict> =>
  (await purposeAndVerdict(...asked)).verdict
