import type { Candidate } from '../../domain/candidate/candidate.ts'
import { consentedSince, type PermissionRecord } from '../../domain/consent/permission.ts'
import { isAboutTheAddress, type Suppression } from '../../domain/consent/suppression.ts'
import { zoneFor } from '../../domain/outreach/due.ts'
import { keptBack } from '../../domain/outreach/fact.ts'
import { gate } from '../../domain/outreach/gate.ts'
import type { CitedFact, EarlierSend, GateFacts, OrUnknown, PlannedSend } from '../../domain/outreach/gate-facts.ts'
import type { Purpose } from '../../domain/outreach/purpose.ts'
import type { Verdict } from '../../domain/outreach/refusal.ts'
import type { OutreachSettings } from '../../domain/outreach/settings.ts'
import type { CandidateId, ContactId, FactId, JobId, MemberId } from '../../domain/shared/ids.ts'
import { DAY, type Instant, plus, type Zone } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { Contact } from '../ports/candidates.ts'
import type { RevisionRow } from '../ports/drafts.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { peopleAround } from './other-people.ts'
import { loadOutreachSettings } from './outreach-settings.ts'

export type GateQuestion = {
  readonly candidateId: CandidateId
  readonly purpose: Purpose
  /** The job that it tells of. */
  readonly jobId: JobId | undefined
  readonly revision: RevisionRow
  /** The draft's owner and whoever approves or approved. */
  readonly members: readonly MemberId[]
  /** At the moment of sending: its own row does not count against it, and its address is the one that was approved. */
  readonly send?: Pick<SendRow, 'id' | 'contactId' | 'approvedAt' | 'resolvedAt'>
  readonly notBefore?: Instant | undefined
}

export type GateAnswer = {
  readonly verdict: Verdict
  readonly candidate: Candidate | undefined
  /** The address that would be written to; there where the verdict is *OK to send*. */
  readonly contact: Contact | undefined
  readonly settings: OutreachSettings
  readonly zone: Zone
}

/**
 * Locks the person and asks the gate. Whoever changes something that the gate reads takes the same lock, so the answer holds until this
 * transaction ends; take any send's or draft's lock after this, never before.
 */
export async function askGate(ctx: SystemCtx, tx: Tx, question: GateQuestion): Promise<GateAnswer> {
  const candidate = await tx.candidates.lock(question.candidateId)
  const settings = await loadOutreachSettings(tx, ctx.services.defaults.outreach)
  const zone = zoneFor(candidate?.zone, ctx.workspace.zone)
  const planned: PlannedSend = {
    sendId: question.send?.id,
    purpose: question.purpose,
    members: question.members,
    revisionMadeAt: question.revision.createdAt,
    // *Send again* was pressed by somebody who could see their answer.
    approvedAt: question.send?.resolvedAt ?? question.send?.approvedAt,
    cites: question.revision.claims.map((claim) => claim.factId),
    notBefore: question.notBefore,
  }
  if (candidate === undefined) {
    return { verdict: gate(planned, gone(settings, zone), ctx.now), candidate, contact: undefined, settings, zone }
  }
  const contacts = await tx.candidates.contacts(candidate.id)
  const contact = addressFor(contacts, question.send?.contactId)
  const { candidateId, purpose, jobId } = question
  const asked = { candidateId, purpose, jobId, cites: planned.cites }
  const facts = await loadGateFacts(tx, ctx, asked, { candidate, contact, contacts, settings, zone })
  return { verdict: gate(planned, facts, ctx.now), candidate, contact, settings, zone }
}

/** The contact that was approved, if the person still has it; for a new message the primary address, else the first. */
function addressFor(contacts: readonly Contact[], approved: ContactId | undefined): Contact | undefined {
  const emails = contacts.filter((contact) => contact.kind === 'email')
  if (approved !== undefined) return emails.find((contact) => contact.id === approved)
  return emails.find((contact) => contact.isPrimary) ?? emails[0]
}

type Asked = Pick<GateQuestion, 'candidateId' | 'purpose' | 'jobId'> & { readonly cites: readonly FactId[] }
type Known = {
  readonly candidate: Candidate
  /** The address that would be written to. */
  readonly contact: Contact | undefined
  readonly contacts: readonly Contact[]
  readonly settings: OutreachSettings
  readonly zone: Zone
}

/** Everything that the gate reads about a person who is there. The person must be locked in this transaction. */
export async function loadGateFacts(
  tx: Tx,
  ctx: SystemCtx,
  { candidateId, purpose, jobId, cites }: Asked,
  { candidate, contact, contacts, settings, zone }: Known,
): Promise<GateFacts> {
  const { id } = candidate
  // A day more than the windows, which count calendar days in the person's zone.
  const since = plus(ctx.now, -(Math.max(settings.capDays, settings.collisionDays) + 1) * DAY)
  const domains = contacts.flatMap(({ kind, value }) =>
    kind === 'email' ? [value.slice(value.lastIndexOf('@') + 1)] : [],
  )
  // Asked in one breath.
  const [permissions, noes, conversations, doNotContact, barredCompany, sends, passes, lastReply, job, cited] =
    await Promise.all([
      tx.consent.permissions(id),
      suppressionsByAddress(tx, contacts),
      tx.candidates.conversations(id, since, MOST_CONVERSATIONS),
      tx.consent.isDoNotContact(id),
      doNotContactCompany(tx, candidate.company, domains),
      earlierSends(tx, id, since),
      tx.takeOvers.passes(id),
      tx.replies.lastOf(id),
      jobFacts(tx, jobId),
      citedFacts(tx, candidate, { purpose, cites }),
    ])
  return {
    person: id === candidateId ? { kind: 'here' } : { kind: 'merged', into: id },
    standing: { standing: candidate.standing, day: candidate.standingDay },
    permissions,
    suppressions: thatHold(noes, contact, permissions),
    doNotContact: { person: doNotContact, company: barredCompany },
    ats: { kind: 'not_connected' },
    job,
    address: contact === undefined ? 'none' : 'present',
    sends,
    passes,
    lastReply,
    conversations: conversations.length === MOST_CONVERSATIONS ? 'unknown' : conversations,
    cited,
    zone,
    settings,
  }
}

type Noes = ReadonlyMap<ContactId, readonly Suppression[]>

async function suppressionsByAddress(tx: Tx, contacts: readonly Contact[]): Promise<Noes> {
  const emails = contacts.filter(({ kind }) => kind === 'email')
  return new Map(
    await Promise.all(emails.map(async ({ id, value }) => [id, await tx.consent.suppressions(value)] as const)),
  )
}

/** Whoever said no by one address said it for all of theirs, until their own consent; what is wrong with another address is no matter here. */
function thatHold(
  noes: Noes,
  contact: Contact | undefined,
  permissions: readonly PermissionRecord[],
): readonly Suppression[] {
  const others = [...noes].flatMap(([id, those]) => (id === contact?.id ? [] : those))
  return [
    ...((contact && noes.get(contact.id)) ?? []),
    ...others.filter(({ reason, at }) => !isAboutTheAddress(reason) && !consentedSince(permissions, at)),
  ]
}

/** More than these within the windows, and what lies behind them is not known. */
const MOST_CONVERSATIONS = 500

async function citedFacts(
  tx: Tx,
  candidate: Candidate,
  { purpose, cites }: Pick<Asked, 'purpose' | 'cites'>,
): Promise<readonly CitedFact[]> {
  if (cites.length === 0) return []
  const facts = await tx.candidates.factsNamed(candidate.id, cites)
  const people = await peopleAround(tx, candidate)
  return facts.map((fact) => {
    const back = keptBack(fact, purpose, people)
    const now = back === undefined ? 'tellable' : back === 'retracted' ? 'retracted' : 'may_not_be_told'
    return { id: fact.id, changedAt: fact.changedAt, now }
  })
}

/** Held after the person, so that it is not closed before this transaction ends. */
async function jobFacts(tx: Tx, id: JobId | undefined): Promise<GateFacts['job']> {
  if (id === undefined) return { kind: 'none' }
  const job = await tx.jobs.hold(id)
  if (job === undefined) return 'unknown'
  return job.closedAt === undefined ? { kind: 'open' } : { kind: 'closed', at: job.closedAt }
}

/** As `MOST_CONVERSATIONS`. */
const MOST_SENDS = 200

async function doNotContactCompany(
  tx: Tx,
  company: string | undefined,
  domains: readonly string[],
): Promise<string | undefined> {
  const found = await Promise.all([
    tx.consent.doNotContactCompany(company, undefined),
    ...[...new Set(domains)].map((domain) => tx.consent.doNotContactCompany(undefined, domain)),
  ])
  return found.find((one) => one !== undefined)
}

async function earlierSends(tx: Tx, id: CandidateId, since: Instant): Promise<OrUnknown<readonly EarlierSend[]>> {
  const rows = await tx.sends.ofCandidate(id, since, MOST_SENDS)
  if (rows.length === MOST_SENDS) return 'unknown'
  const owners = await tx.drafts.ownersOf([...new Set(rows.map((row) => row.draftId))])
  return rows.map((row) => {
    const owner = owners.get(row.draftId) ?? row.approvedBy
    const { id: sendId, purpose, state, lastError } = row
    return { id: sendId, by: [owner, row.approvedBy], purpose, state, lastError, at: row.handedOverAt ?? row.dueAt }
  })
}

/** An erased person: the lock was taken all the same, and nothing else is known or asked. */
const gone = (settings: OutreachSettings, zone: Zone): GateFacts => ({
  person: { kind: 'erased' },
  standing: 'unknown',
  permissions: 'unknown',
  suppressions: 'unknown',
  doNotContact: 'unknown',
  ats: 'unknown',
  job: 'unknown',
  address: 'unknown',
  sends: 'unknown',
  conversations: 'unknown',
  lastReply: 'unknown',
  cited: 'unknown',
  zone,
  settings,
})
