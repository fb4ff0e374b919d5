/** Everybody on record whom a role may suit, the best first: one way for *who fits* and for `/pool match`. It only looks. */
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { RoleCriteria } from '../../domain/jobs/criteria.ts'
import { type Evidence, type Fit, fitOf, levelOf, NO_EVIDENCE } from '../../domain/jobs/fit.ts'
import { type Lessons, meantBy, withLessons } from '../../domain/pool/lessons.ts'
import { skillLabel } from '../../domain/pool/skills.ts'
import type { CandidateId, MemberId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import { lessonsOf } from '../skills/learned-skills.ts'
import { gatherPeople } from './gather-people.ts'

export type Fitting = {
  readonly person: Candidate
  readonly fit: Fit
  /** By what counts most: whoever is equal in it may change places by other means. */
  readonly level: string
  /** Who flagged them, where somebody did. */
  readonly flaggedBy: MemberId | undefined
}
export type RankedPeople = {
  /** The best first. */
  readonly people: readonly Fitting[]
  /** There are more who have something of the role. */
  readonly more: boolean
}

/** At most `MOST_RANKED`, none of `without`; `too_slow` where every search was stopped. Must not be called inside a unit of work. */
export async function rankPeople(
  ctx: SystemCtx,
  asked: RoleCriteria,
  without: readonly CandidateId[] = [],
): Promise<RankedPeople | 'too_slow'> {
  const wanted = asMeant(asked, await ctx.uow.read(lessonsOf))
  const found = await gatherPeople(ctx, wanted, without)
  if (found === 'too_slow') return found
  const people = await judgePeople(ctx, wanted, found.ids)
  return { people: people.toSorted(byPoints), more: found.more }
}

/** These people as the role sees them now, in the order in which they are named; whoever is gone is left out. */
export async function judgePeople(
  ctx: SystemCtx,
  asked: RoleCriteria,
  ids: readonly CandidateId[],
): Promise<readonly Fitting[]> {
  const lessons = await ctx.uow.read(lessonsOf)
  const wanted = asMeant(asked, lessons)
  const evidence = await evidenceOf(ctx, wanted, ids)
  return ctx.uow.read(async (tx) => {
    const known = new Map((await tx.candidates.getMany(ids)).map((person) => [person.id, person]))
    const flags = await tx.nearMisses.ofPeople(ids)
    const flaggers = new Map(flags.map(({ candidateId, flaggedBy }) => [candidateId, flaggedBy]))
    return ids.flatMap((id): readonly Fitting[] => {
      const person = known.get(id)
      if (person === undefined) return []
      const skilled = {
        ...person,
        skills: withLessons(person.skills, lessons),
        skillUses: asMeantHere(person, lessons),
      }
      const said = evidence.get(id) ?? NO_EVIDENCE
      const fit = fitOf(skilled, wanted, said)
      return [{ person, fit, level: levelOf(skilled, wanted, said), flaggedBy: flaggers.get(id) }]
    })
  })
}

/** With skills as they are called here. */
const asMeant = (asked: RoleCriteria, lessons: Lessons): RoleCriteria => {
  const must = meantBy(asked.must, lessons)
  const years = Object.entries(asked.skillYears ?? {}).flatMap(([skill, count]) =>
    meantBy([skill], lessons).map((meant) => [meant, count] as const),
  )
  return {
    ...asked,
    must,
    nice: meantBy(asked.nice, lessons).filter((skill) => !must.includes(skill)),
    skillYears: Object.fromEntries(years),
    ...(asked.anyOf === undefined ? {} : { anyOf: asked.anyOf.map((group) => meantBy(group, lessons)) }),
  }
}
const asMeantHere = ({ skillUses }: Candidate, lessons: Lessons): Candidate['skillUses'] =>
  skillUses.flatMap((use) => meantBy([use.skill], lessons).map((skill) => ({ ...use, skill })))

/** Whoever was hired here comes last: they are shown, but have what they wanted. A manager's word counts where the rest is equal; then who was heard of last. */
const byPoints = (one: Fitting, other: Fitting): number =>
  Number(one.person.standing === 'hired') - Number(other.person.standing === 'hired') ||
  other.fit.points - one.fit.points ||
  Number(other.flaggedBy !== undefined) - Number(one.flaggedBy !== undefined) ||
  (other.person.lastTouchAt ?? 0) - (one.person.lastTouchAt ?? 0) ||
  (one.person.id < other.person.id ? -1 : 1)

async function evidenceOf(
  { services }: SystemCtx,
  { title, must, nice, languages }: RoleCriteria,
  ids: readonly CandidateId[],
): Promise<ReadonlyMap<CandidateId, Evidence>> {
  const asked = new Map([...must, ...nice].map((skill) => [skillLabel(skill), skill]))
  for (const language of languages) asked.set(language, language)
  const found = await services.search.mentions(ids, {
    phrases: [...asked.keys()],
    text: [title, ...asked.keys()].join(' '),
  })
  const best = Math.max(0, ...[...found.values()].map(({ rank }) => rank))
  return new Map(
    [...found].map(([id, { phrases, rank }]) => [
      id,
      {
        mentions: new Set([...phrases].flatMap((phrase) => asked.get(phrase) ?? [])),
        words: best === 0 ? 0 : rank / best,
      },
    ]),
  )
}
