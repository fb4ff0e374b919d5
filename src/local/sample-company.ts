import type { Simulator } from '../../simulator/server.ts'
import { defaultExpiry } from '../domain/consent/permission.ts'
import type { CandidateId, JobId, MemberId, PoolId } from '../domain/shared/ids.ts'
import { addDays, DAY, type Day, dayIn, type Instant, plus, UTC, weekday, type Zone } from '../domain/shared/time.ts'
import type { SystemCtx } from '../usecases/context.ts'
import type { Tx } from '../usecases/ports/unit-of-work.ts'
import { type Colleague, NAMED, OTHERS, type SamplePerson, type SamplePool } from './sample-people.ts'
import { CHANNELS, PEOPLE } from './workspace-seed.ts'

const APPLIED = 'Applied here; covered by our privacy notice'
const NOTICE = 'privacy-notice-1'

/** What Tom has just written in #hiring-sre; the first thing to try is to flag it. */
const ABOUT_NADIA =
  "Debrief for Nadia Rahimi, Senior SRE: superb on incident design; we went with Marek by a hair. I'd hire her tomorrow."

/** Fills a workspace that has no people yet; on a second start there is nothing to do. */
export async function seedSampleCompany(
  ctx: SystemCtx,
  simulator: Simulator | undefined,
): Promise<'seeded' | 'there already'> {
  const isSeeded = await ctx.uow.run(async (tx) => (await tx.pools.list(1)).length > 0)
  if (isSeeded) return 'there already'
  const colleagues = await ctx.uow.run((tx) => keepColleagues(ctx, tx))
  const pools = await ctx.uow.run((tx) => keepPoolsAndJobs(ctx, tx, colleagues))
  for (const batch of inBatches([...NAMED, ...OTHERS], 10)) {
    await ctx.uow.run(async (tx) => {
      for (const person of batch) await keepPerson(ctx, tx, colleagues, pools, person)
    })
  }
  await simulator?.as(PEOPLE.tom.id).say(CHANNELS.hiringSre, ABOUT_NADIA)
  return 'seeded'
}

type Colleagues = Readonly<Record<Colleague, MemberId>>
type Pools = Readonly<Record<SamplePool, PoolId>>

async function keepColleagues({ newId, now }: SystemCtx, tx: Tx): Promise<Colleagues> {
  const ids: [string, MemberId][] = []
  for (const [key, person] of Object.entries(PEOPLE)) {
    const { id, realName: name, email, tz } = person
    const isSlackAdmin = 'isAdmin' in person
    const member = await tx.members.keep({
      id: newId(),
      slackUserId: id,
      name,
      email,
      zone: tz as Zone,
      isSlackAdmin,
      refreshedAt: now,
    })
    ids.push([key, member.id])
  }
  return Object.fromEntries(ids) as Colleagues
}

async function keepPoolsAndJobs(
  { newId, now }: SystemCtx,
  tx: Tx,
  { ines, ben, tom, lucia, sam }: Colleagues,
): Promise<Pools> {
  const today = dayIn(now, UTC)
  const monday = plus(now, -(weekday(today) - 1) * DAY)
  const job = (
    title: string,
    managerId: MemberId,
    openedAt: Instant,
    location: string,
    skills: readonly string[],
    remoteOk = false,
  ) =>
    tx.jobs.insert({
      id: newId<'job'>() as JobId,
      title,
      location,
      remoteOk,
      skills,
      managerId,
      openedAt,
      closedAt: undefined,
    })
  await job('Senior SRE', tom, monday, 'London', ['kubernetes', 'terraform'], true)
  await job('Product Designer', lucia, plus(now, -20 * DAY), 'Amsterdam', ['figma', 'design-systems'])
  await job('Account Executive', sam, plus(now, -12 * DAY), 'London', ['enterprise-sales'])
  const pool = async (name: SamplePool, ownerId: MemberId, personaNote: string) => {
    const id = newId<'pool'>()
    await tx.pools.insert({
      id,
      name,
      query: undefined,
      ownerId,
      cadenceDays: 90,
      personaNote,
      createdAt: plus(now, -300 * DAY),
      archivedAt: undefined,
    })
    return id
  }
  return {
    'SRE bench': await pool('SRE bench', ines, 'Calm under pressure; cares about how on-call feels.'),
    'Design finalists': await pool('Design finalists', ben, 'Designs for people who stand in the rain.'),
  }
}

async function keepPerson(
  { newId, now }: SystemCtx,
  tx: Tx,
  colleagues: Colleagues,
  pools: Pools,
  person: SamplePerson,
): Promise<void> {
  const ago = (days: number): Instant => plus(now, -days * DAY)
  const id = newId<'candidate'>() as CandidateId
  const standingDay: Day = addDays(dayIn(now, UTC), -person.daysAgo)
  const by = person.owner === undefined ? colleagues.ines : colleagues[person.owner]
  await tx.candidates.insert({
    id,
    fullName: person.name,
    headline: undefined,
    company: undefined,
    consideredRole: person.role,
    jobId: undefined,
    standing: person.standing,
    standingDay: person.standing === 'interviewing' || person.standing === 'not_told' ? undefined : standingDay,
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
    ownerId: person.owner === undefined ? undefined : by,
    nextTouch: undefined,
    zone: undefined,
    createdAt: ago(person.daysAgo + 30),
  })
  await tx.candidates.addContact(id, { kind: 'email', value: addressOf(person.name), isPrimary: true })
  // An application a year ago would have lapsed by now; the yearly notice was answered.
  const grantedAt = ago(Math.min(person.daysAgo, 200))
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
  const wish =
    person.bringBack === undefined
      ? []
      : [
          {
            kind: 'wish' as const,
            text: person.bringBack,
            telling: 'may_be_mentioned' as const,
            by: 'ines' as const,
            daysAgo: person.daysAgo,
          },
        ]
  for (const fact of [...(person.facts ?? []), ...wish]) {
    const statedAt = ago(fact.daysAgo)
    const { kind, text, telling } = fact
    await tx.candidates.addFact(id, {
      id: newId(),
      kind,
      text,
      telling,
      sourceKind: 'sample',
      sourceLink: undefined,
      authorId: colleagues[fact.by],
      statedAt,
      changedAt: statedAt,
      retractedAt: undefined,
    })
  }
  for (const touch of person.touches ?? []) {
    const at = ago(touch.daysAgo)
    await tx.candidates.record(id, {
      id: newId(),
      kind: touch.kind,
      at,
      memberId: colleagues[touch.by],
      text: touch.text,
      link: undefined,
      sendId: undefined,
      oneToOne: true,
    })
    await tx.candidates.touch(id, at)
  }
  if (person.pool !== undefined) await tx.pools.addMembers(pools[person.pool], [id], by, ago(person.daysAgo))
}

/** `Lucía Ferrer` → `lucia.ferrer@example.com` */
const addressOf = (name: string): string =>
  `${name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}@example.com`

function* inBatches<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
