import { defaultExpiry } from '../domain/consent/permission.ts'
import { type FactKind, tellingAtFirst } from '../domain/outreach/fact.ts'
import { skillLabel } from '../domain/pool/skills.ts'
import type { CandidateId } from '../domain/shared/ids.ts'
import { addDays, DAY, dayIn, type Instant, plus, UTC } from '../domain/shared/time.ts'
import { reasons } from '../domain/shared/words/candidates.ts'
import type { SystemCtx } from '../usecases/context.ts'
import type { FactRow } from '../usecases/ports/candidates.ts'
import type { Tx } from '../usecases/ports/unit-of-work.ts'
import type { Colleagues } from './sample-company.ts'
import type { Pools } from './sample-jobs.ts'
import type { SamplePerson } from './sample-person.ts'

const APPLIED = 'Applied here; covered by our privacy notice'
const NOTICE = 'privacy-notice-1'

type Company = { readonly colleagues: Colleagues; readonly pools: Pools }

/** One sample person with all that a form, a timeline and a yearly notice would have left behind. */
export async function keepPerson(ctx: SystemCtx, tx: Tx, company: Company, person: SamplePerson): Promise<void> {
  const { newId, now } = ctx
  const { colleagues, pools } = company
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
    source: 'Careers page',
    ownerId: person.owner === undefined ? undefined : colleagues[person.owner],
    nextTouch: undefined,
    zone: undefined,
    createdAt: ago(person.daysAgo + 30),
  })
  await tx.candidates.addContact(id, { kind: 'email', value: addressOf(person.name), isPrimary: true })
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
  await tx.candidates.addFacts(id, factsOf(ctx, colleagues, person))
  await recordTouches(ctx, tx, colleagues, id, person)
  if (person.pool !== undefined)
    await tx.pools.addMembers(pools[person.pool], [id], colleagues[person.owner ?? 'ines'], ago(person.daysAgo))
}

/** Whoever applied long ago was asked again and said yes, except the longest ago: those have not answered, and theirs has lapsed. */
const grantedDaysAgo = ({ daysAgo }: SamplePerson): number => (daysAgo > 380 ? daysAgo : Math.min(daysAgo, 200))

/** What stands out, and what follows from the form. */
function factsOf({ newId, now }: SystemCtx, colleagues: Colleagues, person: SamplePerson): readonly FactRow[] {
  const fact = (kind: FactKind, text: string, daysAgo: number, how: Partial<FactRow> = {}): FactRow => ({
    id: newId<'fact'>(),
    kind,
    text,
    telling: tellingAtFirst(kind),
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
      fact(known.kind, known.text, known.daysAgo, { telling: known.telling, authorId: colleagues[known.by] }),
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

async function recordTouches(
  { newId, now }: SystemCtx,
  tx: Tx,
  colleagues: Colleagues,
  id: CandidateId,
  { touches = [] }: SamplePerson,
): Promise<void> {
  const latest = Math.min(...touches.map(({ daysAgo }) => daysAgo))
  for (const { kind, text, by, daysAgo } of touches) {
    await tx.candidates.record(id, {
      id: newId(),
      kind,
      at: plus(now, -daysAgo * DAY),
      memberId: colleagues[by],
      text,
      link: undefined,
      sendId: undefined,
      oneToOne: true,
    })
  }
  if (touches.length > 0) await tx.candidates.touch(id, plus(now, -latest * DAY))
}

/** `Lucía Ferrer` → `lucia.ferrer@example.com`: the domain is reserved for examples, so nobody real is ever written to. */
const addressOf = (name: string): string =>
  `${name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}@example.com`
