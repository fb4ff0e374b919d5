import { defaultExpiry } from '../../domain/consent/permission.ts'
import { type FactKind, tellingAtFirst } from '../../domain/outreach/fact.ts'
import { skillLabel } from '../../domain/pool/skills.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { addDays, DAY, dayIn, type Instant, plus, UTC } from '../../domain/shared/time.ts'
import { reasons } from '../../domain/shared/words/candidates.ts'
import type { SystemCtx } from '../context.ts'
import type { FactRow, Interaction } from '../ports/candidates.ts'
import type { PastLetter } from '../ports/samples.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { beforeMonday, daysAgo } from './moments.ts'
import { pastLetters } from './past-letters.ts'
import type { Pools } from './sample-jobs.ts'
import type { Colleague, Colleagues, SamplePerson } from './sample-person.ts'

/** The manager's message about somebody, and who wrote it. */
export type Source = { readonly by: Colleague; readonly link: string }

const SOURCE = 'Careers page'
const APPLIED = 'Applied here; covered by our privacy notice'
const NOTICE = 'privacy-notice-1'

type Company = { readonly colleagues: Colleagues; readonly pools: Pools; readonly source: Source | undefined }

/** One sample person with all that a form, a timeline and a yearly notice would have left behind; answers what they were written. */
export async function keepPerson(
  ctx: SystemCtx,
  tx: Tx,
  company: Company,
  person: SamplePerson,
): Promise<{
  readonly id: CandidateId
  readonly letters: readonly PastLetter[]
  readonly touches: readonly Interaction[]
}> {
  const { newId, now } = ctx
  const { colleagues, pools, source } = company
  const ago = (days: number): Instant => plus(now, -days * DAY)
  const id = newId<'candidate'>()
  const isOpen = person.standing === 'interviewing' || person.standing === 'not_told'
  await tx.candidates.insert({
    id,
    fullName: person.name,
    headline: undefined,
    company: undefined,
    consideredRole: person.role,
    jobId: undefined,
    standing: person.standing,
    standingDay: isOpen ? undefined : addDays(dayIn(now, UTC), -person.daysAgo),
    reason: person.reason,
    stageReached: person.stage,
    bringBack: person.bringBack,
    advice: person.advice,
    skills: person.skills,
    location: person.location,
    remoteOk: person.remoteOk,
    seniority: person.seniority,
    tier: person.tier,
    kind: 'near_miss',
    source: SOURCE,
    ownerId: person.owner === undefined ? undefined : colleagues[person.owner],
    nextTouch: person.promisedFor === undefined ? undefined : addDays(dayIn(now, UTC), -person.promisedFor),
    zone: undefined,
    createdAt: ago(person.daysAgo + 30),
  })
  await tx.candidates.addContact(id, { kind: 'email', value: addressOf(person.name), isPrimary: true })
  // Somebody has looked through their profile since they were added.
  await tx.candidates.checked(id, ago(Math.floor(person.daysAgo / 2)))
  const grantedAt = ago(grantedDaysAgo(person))
  await tx.consent.grant(id, {
    id: newId(),
    purpose: 'contact',
    basis: 'applied_here',
    source: APPLIED,
    wording: NOTICE,
    grantedAt,
    expiresAt: defaultExpiry('applied_here', grantedAt),
    withdrawnAt: undefined,
  })
  await tx.candidates.addFacts(id, factsOf(ctx, { colleagues, source }, person))
  const [contact] = person.letter === undefined ? [] : await tx.candidates.contacts(id)
  const letters =
    contact === undefined ? [] : pastLetters(ctx, { candidateId: id, contactId: contact.id, colleagues }, person)
  if (person.waiting !== undefined) await keepReply(ctx, tx, id, person.waiting)
  if (person.flag !== undefined) await keepFlag(ctx, tx, { id, colleagues, source }, person)
  if (person.pool !== undefined)
    await tx.pools.addMembers(pools[person.pool], [id], colleagues[person.owner ?? 'ines'], ago(person.daysAgo))
  return {
    id,
    letters,
    touches: [...touchesOf(ctx, colleagues, person), ...letters.flatMap((letter) => letter.touches)],
  }
}

/** Whoever applied long ago was asked again and said yes, except the longest ago: those have not answered, and theirs has lapsed. */
const grantedDaysAgo = ({ daysAgo }: SamplePerson): number => (daysAgo > 380 ? daysAgo : Math.min(daysAgo, 200))

/** What stands out, and what follows from the form. */
function factsOf(
  { newId, now }: SystemCtx,
  { colleagues, source }: Pick<Company, 'colleagues' | 'source'>,
  person: SamplePerson,
): readonly FactRow[] {
  const heard = ({ kind, by }: NonNullable<SamplePerson['facts']>[number]) =>
    source !== undefined && source.by === by && (kind === 'strength' || kind === 'praise')
  const fact = (kind: FactKind, text: string, daysAgo: number, how: Partial<FactRow> = {}): FactRow => ({
    id: newId<'fact'>(),
    kind,
    text,
    telling: tellingAtFirst(kind, text),
    sourceKind: 'sample',
    sourceLink: undefined,
    authorId: colleagues[person.owner ?? 'ines'],
    statedAt: plus(now, -daysAgo * DAY),
    changedAt: plus(now, -daysAgo * DAY),
    retractedAt: undefined,
    ...how,
  })
  const { bringBack, advice, reason, daysAgo, role, location, skills, facts = [] } = person
  const said = (kind: FactKind, text: string | undefined) => (text === undefined ? [] : [fact(kind, text, daysAgo)])
  return [
    ...facts.map((known) =>
      fact(known.kind, known.text, known.daysAgo, {
        telling: known.telling,
        authorId: colleagues[known.by],
        ...(heard(known) ? { sourceLink: source?.link } : {}),
      }),
    ),
    ...said('wish', bringBack),
    ...said('advice', advice),
    ...skills.flatMap((skill) => said('skill', skillLabel(skill))),
    // A promise says more about why now than the role does, and a draft cites three facts at most.
    ...(facts.some(({ kind }) => kind === 'promise') ? [] : said('role', role)),
    ...said('location', location),
    ...said('reason', reason === undefined ? undefined : reasons[reason]),
  ]
}

const touchesOf = (ctx: SystemCtx, colleagues: Colleagues, { touches = [] }: SamplePerson): readonly Interaction[] =>
  touches.map((touch) => ({
    id: ctx.newId(),
    kind: touch.kind,
    at: 'daysAgo' in touch ? daysAgo(ctx, touch.daysAgo) : beforeMonday(ctx, touch.beforeMonday),
    memberId: colleagues[touch.by],
    text: touch.text,
    link: undefined,
    sendId: undefined,
    oneToOne: true,
  }))

async function keepReply(
  ctx: SystemCtx,
  tx: Tx,
  candidateId: CandidateId,
  { text, daysAgo: days }: NonNullable<SamplePerson['waiting']>,
): Promise<void> {
  const id = ctx.newId<'reply'>()
  await tx.replies.insert({
    id,
    candidateId,
    sendId: undefined,
    contactId: undefined,
    messageId: `<${id}@example.com>`,
    receivedAt: daysAgo(ctx, days),
    text,
    original: undefined,
    state: 'waiting',
    laterOn: undefined,
    decidedBy: undefined,
    decidedAt: undefined,
  })
}

/** A manager flagged them; where they came back, it was taken up last week and they are being interviewed again. */
async function keepFlag(
  ctx: SystemCtx,
  tx: Tx,
  { id, colleagues, source }: Pick<Company, 'colleagues' | 'source'> & { readonly id: CandidateId },
  person: SamplePerson,
): Promise<void> {
  const { flag, name, role, daysAgo: days, facts = [] } = person
  if (flag === undefined) return
  const decidedAt = flag.cameBack ? beforeMonday(ctx, 5) : daysAgo(ctx, days + 1)
  const nearMissId = ctx.newId<'near_miss'>()
  await tx.nearMisses.insert({
    id: nearMissId,
    fullName: name,
    role,
    impressed: facts.find(({ kind }) => kind === 'strength')?.text ?? '',
    wouldHire: 'yes_now',
    quotable: false,
    flaggedBy: colleagues[flag.by],
    flaggedAt: plus(decidedAt, -DAY),
    evidenceLink: source?.by === flag.by ? source.link : undefined,
    evidence: undefined,
    state: 'waiting',
    decidedBy: undefined,
    decidedAt: undefined,
    dismissReason: undefined,
    candidateId: undefined,
  })
  const by = colleagues[person.owner ?? 'ines']
  await tx.nearMisses.decide(nearMissId, { state: 'accepted', by, at: decidedAt, candidateId: id })
  if (flag.cameBack) await tx.samples.keepInterview(id, beforeMonday(ctx, 3))
}

/** `Lucía Ferrer` → `lucia.ferrer@example.com`: the domain is reserved for examples, so nobody real is ever written to. */
const addressOf = (name: string): string =>
  `${name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}@example.com`
