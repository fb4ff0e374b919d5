// People made from real résumés and jobs are found by what those say: their names, skills, places, titles.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { Candidate } from '../../../src/domain/candidate/candidate.ts'
import { skillSlug } from '../../../src/domain/pool/skills.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { searchPeople } from '../../../src/usecases/find/search-people.ts'
import { quickDatabase } from '../../support/database.ts'
import { LISBON, NOW, type SearchWorld, type Someone, searchWorld } from '../../support/search-world.ts'

const folder = process.env.MEDALLIST_SHARED_DATA ?? join(import.meta.dirname, '../../../../shared/data')
const there = existsSync(join(folder, 'resumes')) && existsSync(join(folder, 'jobs/jobs.json'))

type Skills = readonly { readonly name?: string; readonly keywords?: readonly string[] }[]
type Resume = {
  readonly basics: {
    readonly name: string
    readonly label?: string
    readonly summary?: string
    readonly location?: { readonly city?: string; readonly region?: string; readonly countryCode?: string }
  }
  readonly skills?: Skills
}
type Job = { readonly id: number; readonly title: string; readonly description?: string; readonly skills: Skills }

const namesIn = (skills: Skills = []) =>
  [
    ...new Set(skills.flatMap(({ name, keywords = [] }) => [...(name === undefined ? [] : [name]), ...keywords])),
  ].filter((name) => skillSlug(name) !== undefined)
/** Of each job's many skills; the fifty-two jobs together still name most of them. */
const SKILLS_A_JOB = 5
const slugs = (skills: Skills = []) => [...new Set(namesIn(skills).flatMap((name) => skillSlug(name) ?? []))]
/** A quotation mark inside would end the quotation. */
const quoted = (text: string) => `"${text.replace(/["<>|]/g, ' ').trim()}"`

const title = there
  ? 'people made from real résumés and jobs'
  : `people made from real résumés and jobs (skipped: there is no ${folder})`
describe.skipIf(!there)(title, () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const resumes = there
    ? readdirSync(join(folder, 'resumes'))
        .filter((name) => name.endsWith('.json'))
        .map((name) => read(`resumes/${name}`) as Resume)
    : []
  const jobs = there ? (read('jobs/jobs.json') as readonly Job[]) : []
  const ofJobs = new Map<number, Candidate>()
  const ofResumes = new Map<Resume, Candidate>()
  let world: SearchWorld
  let ctx: Ctx
  beforeAll(async () => {
    const database = await quickDatabase()
    world = await searchWorld(database)
    const fromResumes: Someone[] = resumes.map(({ basics, skills }) => ({
      fullName: basics.name,
      ...(basics.label === undefined ? {} : { headline: basics.label, consideredRole: basics.label }),
      skills: slugs(skills),
      ...(basics.location?.city === undefined
        ? {}
        : {
            location: [basics.location.city, basics.location.region ?? basics.location.countryCode]
              .filter(Boolean)
              .join(', '),
          }),
      notes: basics.summary === undefined ? [] : [basics.summary],
    }))
    const fromJobs: Someone[] = jobs.map((job) => ({
      fullName: `Finalist ${job.id}`,
      consideredRole: job.title,
      skills: slugs(job.skills),
      notes: job.description === undefined ? [] : [job.description],
    }))
    const people = await world.addPeople([...fromResumes, ...fromJobs])
    for (const [at, resume] of resumes.entries()) ofResumes.set(resume, people[at] as Candidate)
    for (const [at, job] of jobs.entries()) ofJobs.set(job.id, people[resumes.length + at] as Candidate)
    const bearer = { workspaceId: world.workspace.id, actor: world.ines, correlationId: newUuid(), now: NOW }
    ctx = {
      workspace: world.workspace,
      actor: {
        memberId: world.ines,
        slackUserId: 'UINES001',
        name: 'Inês',
        zone: LISBON,
        roles: new Set(['recruiter']),
        unheard: [],
      },
      now: NOW,
      correlationId: bearer.correlationId,
      idempotencyKey: undefined,
      newId: newUuid,
      uow: world.transactions.unitOfWork(bearer),
      services: { search: world.search } as Partial<Ctx['services']> as Ctx['services'],
    }
    return () => database.close()
  })

  /** Those of the queries that did not find the person, with what came instead. */
  const missed = async (person: Candidate | undefined, queries: readonly string[]) => {
    const misses: string[] = []
    for (const query of queries) {
      const found = await searchPeople(ctx, { query })
      if (!found.ok) misses.push(`${query}: ${JSON.stringify(found.refusal)}`)
      else if (!(await everyone(query)).includes(person?.id ?? '')) misses.push(query)
    }
    return misses
  }
  const everyone = async (query: string): Promise<readonly string[]> => {
    const { readQuery } = await import('../../../src/usecases/find/read-query.ts')
    const read = await readQuery(ctx, query)
    return read.ok ? (await world.search.find(read.value.query, world.reader, { size: 200 })).ids : []
  }

  it.each(resumes.map((resume) => [resume.basics.name, resume] as const))(
    'finds %s by name, title, place and every skill',
    async (name, resume) => {
      const { basics, skills } = resume
      const queries = [
        name,
        quoted(name),
        ...(basics.label === undefined ? [] : [basics.label, `role:${quoted(basics.label)}`]),
        ...(basics.location?.city === undefined ? [] : [`location:${quoted(basics.location.city)}`]),
        ...namesIn(skills).map((skill) => `skill:${quoted(skill)}`),
      ]
      expect(await missed(ofResumes.get(resume), queries)).toEqual([])
    },
  )

  it.each(jobs.map((job) => [job.title, job] as const))(
    'finds who was considered for %s by title and by skill',
    async (title, job) => {
      // A colon names a filter, a slash or a semicolon several jobs: nobody types that as one search.
      const simple = /[:;/&()—]/.test(title) ? [] : [title]
      const queries = [
        ...simple,
        `role:${quoted(title)}`,
        ...namesIn(job.skills)
          .slice(0, SKILLS_A_JOB)
          .map((skill) => `skill:${quoted(skill)}`),
      ]
      expect(await missed(ofJobs.get(job.id), queries)).toEqual([])
    },
  )
})
