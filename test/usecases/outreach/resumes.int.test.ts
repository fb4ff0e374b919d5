// Real people and real jobs go through add and draft: the letter tells what may be told, links each claim, and fits into Slack.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkMessageBlocks } from '../../../simulator/block-kit/check.ts'
import { DAY, plus } from '../../../src/domain/shared/time.ts'
import { addSilver } from '../../../src/usecases/capture/add-silver.ts'
import { writeDraft } from '../../../src/usecases/outreach/write-draft.ts'
import { setTelling } from '../../../src/usecases/people/set-telling.ts'
import { renderDraftCard } from '../../../src/views/draft-card/blocks.ts'
import { quickDatabase, type TestDatabase } from '../../support/database.ts'
import { cardOf } from '../../support/drafting.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

type Resume = {
  readonly basics: {
    readonly name: string
    readonly email?: string
    readonly label?: string
    readonly summary?: string
  }
  readonly skills?: readonly { readonly name?: string }[]
}
type JobText = { readonly title: string }

const data = process.env.MEDALLIST_SHARED_DATA ?? join(import.meta.dirname, '../../../../shared/data')
const resumes = join(data, 'resumes')
const jobs = join(data, 'jobs/jobs.json')
const there = existsSync(resumes) && existsSync(jobs)
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const people = there ? readdirSync(resumes).filter((name) => name.endsWith('.json')) : []

describe.skipIf(!there)(`real résumés and jobs [${data}${there ? '' : ': skipped, not there'}]`, () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await quickDatabase()
  })
  afterAll(() => database.close())

  it.each(people)('a letter for %s tells only what may be told', async (file) => {
    const world = await outreachWorld(database)
    const { basics, skills = [] } = json(join(resumes, file)) as Resume
    const role = basics.label ?? 'Engineer'
    const added = await addSilver(await world.as('UINES'), {
      entry: {
        fullName: basics.name,
        email: basics.email,
        role,
        standing: 'told_no',
        standingDay: '2025-09-01',
        reason: 'close_second',
        impressed: basics.summary,
        permission: 'applied_here',
        skills: skills
          .flatMap(({ name }) => name ?? [])
          .slice(0, 20)
          .join(', '),
        bringBack: 'more say in how we work',
        advice: 'structure the design interview',
      },
      keepWords: true,
    })
    if (!added.ok) throw new Error(JSON.stringify(added.refusal))
    const { candidateId } = added.value
    const written = await writeDraft(await world.as('UINES'), { candidateId })
    if (!written.ok) throw new Error(written.refusal.kind)
    const card = await cardOf(world, written.value.draftId)
    expect(card.verdict).toEqual({ kind: 'ok_to_send' })
    const { revision } = card
    expect(revision.body).not.toMatch(/undefined|\{\{|\}\}|NaN|close second|structure the design interview/i)
    if (basics.summary !== undefined) expect(revision.body).not.toContain(basics.summary)
    expect(revision.body.split(/\s+/).length).toBeLessThanOrEqual(130)
    expect(card.facts).toHaveLength(revision.claims.length)
    expect(card.facts.length).toBeGreaterThan(0)
    for (const { said, fact } of card.facts) expect(`${said} ${fact.text}`.trim()).not.toBe('')
    expect(() => checkMessageBlocks(renderDraftCard(card).blocks)).not.toThrow()
    const facts = await world.run((tx) => tx.candidates.facts(candidateId))
    const reason = facts.find(({ kind }) => kind === 'reason')
    expect(
      await setTelling(await world.as('UINES'), { factId: reason?.id ?? '', telling: 'may_be_mentioned' }),
    ).toMatchObject({ refusal: { kind: 'always_internal' } })
  })

  it('a letter of a new role names the job as it is written, whatever its title', async () => {
    const world = await outreachWorld(database)
    const openings = (json(jobs) as readonly JobText[]).slice(0, 40)
    for (const { title } of openings) {
      const candidateId = await world.addPerson({ consideredRole: title })
      await world.run((tx) =>
        tx.jobs.insert({
          id: world.system().newId<'job'>(),
          title,
          location: undefined,
          remoteOk: true,
          skills: [],
          managerId: undefined,
          openedAt: plus(world.now(), -2 * DAY),
          closedAt: undefined,
        }),
      )
      const written = await writeDraft(await world.as('UINES'), { candidateId })
      if (!written.ok) throw new Error(written.refusal.kind)
      const card = await cardOf(world, written.value.draftId)
      expect(card.draft.purpose).toBe('new_role')
      // Long titles are cut, after a whole word and never inside a bracket.
      const [, named = ''] = /^Our (.+) role \(remote\) has opened/m.exec(card.revision.body) ?? []
      expect(title.startsWith(named) && named !== '', `${title}: ${named}`).toBe(true)
      expect(named).not.toMatch(/[(&/|,–—-]$|\([^)]*$/)
      expect(() => checkMessageBlocks(renderDraftCard(card).blocks)).not.toThrow()
    }
  })
})
