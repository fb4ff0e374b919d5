/** `/pool match`: a role brings up whom we know, the best first, each with reasons and what is missing. Nobody is contacted by it. */
import { z } from 'zod'
import { SENIORITIES } from '../../domain/candidate/candidate.ts'
import { functionOf } from '../../domain/candidate/job-function.ts'
import {
  CRITERIA,
  criteriaOfJob,
  MOST_LANGUAGES,
  MOST_MUST,
  MOST_NICE,
  MOST_YEARS,
  type RoleCriteria,
  wholeOrder,
} from '../../domain/jobs/criteria.ts'
import { languageNamed } from '../../domain/jobs/languages.ts'
import { type LeftOut, withoutTraits } from '../../domain/jobs/left-out.ts'
import { LONGEST_ROLE_TEXT } from '../../domain/jobs/role-lines.ts'
import { roleWords } from '../../domain/nurture/role-words.ts'
import { lessonsIn } from '../../domain/pool/lessons.ts'
import { readSkills } from '../../domain/pool/skill-uses.ts'
import type { JobId, MatchRunId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold, normaliseSlash } from '../../domain/shared/text.ts'
import { DAY, plus } from '../../domain/shared/time.ts'
import { matchForm } from '../../domain/shared/words/match.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { lessonsOf } from '../skills/learned-skills.ts'
import { lineInput, optionalLine } from '../text-input.ts'
import { loadMatchPage, type MatchPage, type PageRefusal } from './match-page.ts'
import { orderByLikeness } from './order-by-likeness.ts'
import { rankPeople } from './rank-people.ts'
import { readRoleText } from './read-role-text.ts'

export type MatchRefusal =
  | { readonly kind: 'nothing_asked' }
  | { readonly kind: 'too_slow' }
  | { readonly kind: 'job_gone' }

/** People of a run are paged through for so long; then a new run sees who is there by now. */
const PEOPLE_KEPT = 7 * DAY
const JOBS_COMPARED = 100

/** A line or a pasted text; the title of an open job is that job. */
export const matchText = defineUseCase({
  name: 'match-text',
  permission: 'pool.read',
  input: z.object({ text: z.string().transform((text) => text.slice(0, 2 * LONGEST_ROLE_TEXT)) }),
  run: async (ctx, { text }): Promise<Result<MatchPage, MatchRefusal>> => {
    const asked = fold(normaliseSlash(text))
    const open = await ctx.uow.read((tx) => tx.jobs.open(JOBS_COMPARED))
    const job = open.find(({ title }) => fold(title) === asked)
    if (job !== undefined) return run(ctx, { criteria: criteriaOfJob(job), jobId: job.id, leftOut: [] })
    const { criteria, leftOut } = await readRoleText(ctx, text)
    const known = [...criteria.must, ...criteria.nice]
    const own = lessonsIn(text, await ctx.uow.read(lessonsOf)).filter((skill) => !known.includes(skill))
    const must = [...criteria.must, ...own].slice(0, MOST_MUST)
    return run(ctx, { criteria: { ...criteria, must }, jobId: undefined, leftOut })
  },
})

/** An open job of ours. */
export const matchJob = defineUseCase({
  name: 'match-job',
  permission: 'pool.read',
  input: z.object({ jobId: idInput('job') }),
  run: async (ctx, { jobId }): Promise<Result<MatchPage, MatchRefusal>> => {
    const job = await ctx.uow.read((tx) => tx.jobs.get(jobId))
    return job === undefined
      ? refuse({ kind: 'job_gone' })
      : run(ctx, { criteria: criteriaOfJob(job), jobId, leftOut: [] })
  },
})

/** No year is to come: how lately does not matter here. */
const ANY_YEAR = 9_999
const OR = /\s+or\s+/gi
const readNames = (text: string) => readSkills(text.replace(OR, ', '), ANY_YEAR)
const skillsLine = optionalLine(1_000).refine((text) => {
  const read = readNames(text ?? '')
  return !('kind' in read) && read.uses.every(({ years = 0 }) => years <= MOST_YEARS)
}, matchForm.skillYears)

const Listed = z.object({
  title: lineInput(150),
  must: skillsLine,
  nice: skillsLine,
  years: z.coerce
    .number({ error: 'Please write a whole number.' })
    .int({ error: 'Please write a whole number.' })
    .min(0)
    .max(MOST_YEARS, { error: `At most ${MOST_YEARS}.` })
    .optional(),
  seniority: z.enum(SENIORITIES).optional(),
  location: optionalLine(120),
  remoteOk: z.boolean(),
  languages: optionalLine(200),
  order: z.array(z.enum(CRITERIA)).max(CRITERIA.length),
  /** The run whose criteria were changed. */
  of: idInput('match_run').optional(),
})

/** The criteria as a recruiter wrote them. What must not count is taken out of them as well. */
export const matchCriteria = defineUseCase({
  name: 'match-criteria',
  permission: 'pool.read',
  input: Listed,
  run: async (ctx, input): Promise<Result<MatchPage, MatchRefusal>> => {
    const { of, order, remoteOk, seniority, years } = input
    const leftOut: LeftOut[] = []
    const plain = (text: string | undefined): string => {
      const { text: kept, leftOut: out } = withoutTraits(text ?? '')
      leftOut.push(...out)
      return kept.trim()
    }
    const title = plain(input.title)
    const asked = [skillsIn(plain(input.must)), skillsIn(plain(input.nice))] as const
    const must = asked[0].skills.slice(0, MOST_MUST)
    const anyOf = asked[0].anyOf.filter((group) => group.every((skill) => must.includes(skill)))
    const criteria: RoleCriteria = {
      title,
      must,
      nice: asked[1].skills.filter((skill) => !must.includes(skill)).slice(0, MOST_NICE),
      ...(anyOf.length === 0 ? {} : { anyOf }),
      years: years === 0 ? undefined : years,
      skillYears: Object.assign({}, ...asked.map((one) => one.years).toReversed()) as Record<string, number>,
      seniority,
      location: input.location,
      remoteOk,
      jobFunction: functionOf(title),
      languages: [...new Set((input.languages ?? '').split(/[,;]/).flatMap((name) => languageNamed(name) ?? []))].slice(
        0,
        MOST_LANGUAGES,
      ),
      order: wholeOrder(order),
    }
    const before = of === undefined ? undefined : await ctx.uow.read((tx) => tx.matches.get(of))
    return run(ctx, { criteria, jobId: before?.jobId, leftOut })
  },
})

/** Whether criteria are whole, before anybody is looked for: what is wrong belongs beside the field it was typed in. */
export const checkCriteria = defineUseCase({
  name: 'check-criteria',
  permission: 'pool.read',
  input: Listed,
  run: async (ctx, { of }): Promise<Result<null, PageRefusal>> => {
    const isThere = of === undefined || (await ctx.uow.read((tx) => tx.matches.get(of))) !== undefined
    return isThere ? ok(null) : refuse({ kind: 'match_gone' })
  },
})

function skillsIn(text: string): {
  readonly skills: readonly string[]
  readonly years: Readonly<Record<string, number>>
  /** "Python or R": any of them will do. */
  readonly anyOf: readonly (readonly string[])[]
} {
  const read = readNames(text)
  if ('kind' in read) return { skills: [], years: {}, anyOf: [] }
  const years = read.uses.flatMap(({ skill, years: count = 0 }) => (count === 0 ? [] : [[skill, count] as const]))
  const named = (item: string) => {
    const one = readNames(item)
    return 'kind' in one ? [] : one.skills
  }
  const anyOf = text.split(/[,;\n•|]+/).flatMap((item) => {
    const group = named(item)
    return group.length > 1 ? [group] : []
  })
  return { skills: read.skills, years: Object.fromEntries(years), anyOf }
}

type Asked = {
  readonly criteria: RoleCriteria
  readonly jobId: JobId | undefined
  readonly leftOut: readonly LeftOut[]
}

async function run(ctx: Ctx, { criteria, jobId, leftOut }: Asked): Promise<Result<MatchPage, MatchRefusal>> {
  const { title, must, nice } = criteria
  if (roleWords(title).size === 0 && must.length === 0 && nice.length === 0) return refuse({ kind: 'nothing_asked' })
  const ranked = await rankPeople(ctx, criteria)
  if (ranked === 'too_slow') return refuse({ kind: ranked })
  const ordered = await orderByLikeness(ctx, criteria, ranked.people)
  const people = ordered.people.map(({ person: { id } }) => ({ id, likeness: ordered.of.get(id) }))
  const kept = {
    id: ctx.newId<'match_run'>() as MatchRunId,
    memberId: ctx.actor.memberId,
    jobId,
    criteria,
    found: people.length,
    more: ranked.more,
    at: ctx.now,
    likeness: ordered.likeness,
  }
  await ctx.uow.run((tx) => tx.matches.insert(kept, people, plus(ctx.now, -PEOPLE_KEPT)))
  return ok(await loadMatchPage(ctx, kept, 0, leftOut))
}
