import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTemplates } from '../../src/adapters/templates/make-templates.ts'
import type { Candidate } from '../../src/domain/candidate/candidate.ts'
import { purposes } from '../../src/domain/shared/words/outreach.ts'
import { seedSampleCompany } from '../../src/local/sample-company.ts'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import type { SystemCtx } from '../../src/usecases/context.ts'
import { choosePurpose } from '../../src/usecases/outreach/choose-purpose.ts'
import { askGate, type GateAnswer } from '../../src/usecases/outreach/load-gate-facts.ts'
import { textByTemplate } from '../../src/usecases/outreach/text-by-template.ts'
import type { RevisionRow } from '../../src/usecases/ports/drafts.ts'
import { SAMPLE_PEOPLE } from '../../src/usecases/sample/sample-people.ts'
import { quickDatabase, type TestDatabase } from '../support/database.ts'
import { outreachWorld } from '../support/outreach-world.ts'

type Looked = { readonly answer: GateAnswer; readonly text: RevisionRow; readonly purpose: keyof typeof purposes }

describe('the sample company', () => {
  const people = new Map<string, Looked>()
  const opened: TestDatabase[] = []
  let ctx: SystemCtx

  const aWorld = async () => {
    const database = await quickDatabase()
    opened.push(database)
    return outreachWorld(database)
  }
  afterAll(() => Promise.all(opened.map((database) => database.close())))

  beforeAll(async () => {
    const world = await aWorld()
    const system = world.system()
    ctx = { ...system, services: { ...system.services, templates: makeTemplates() } }
    expect(await seedSampleCompany(ctx, undefined)).toBe('seeded')
    for (const person of await everybody(ctx)) people.set(person.fullName, await lookAt(ctx, person))
  })

  it('has sixty people with Nadia, who is only spoken of', () => {
    expect([...people.keys()].toSorted()).toEqual(SAMPLE_PEOPLE.map(({ name }) => name).toSorted())
    expect(people.size).toBe(59)
  })

  it('lets Ines write to Ana today, about the job that opened on Monday and the promise that she made', () => {
    const ana = people.get('Ana Souza') as Looked
    expect(ana.answer.verdict).toEqual({ kind: 'ok_to_send' })
    expect(ana.purpose).toBe('new_role')
    expect(ana.text.body).toContain('how calmly you led the failover exercise')
    expect(ana.text.body).toContain('to speak again in the autumn')
    expect(ana.text.claims).toHaveLength(3)
  })

  it.each([
    ['Jonas Berg', 'ok_to_send'],
    ['Leila Haddad', 'ok_to_send'],
    ['Mei Tan', 'recontact_window'],
    ['Omar Aziz', 'hired'],
  ])('answers %s with %s', (name, expected) => {
    expect(kindsOf(people.get(name) as Looked)).toEqual([expected])
  })

  it('leaves most people free to be written to, and keeps each of the others back for one reason', () => {
    const counts: Record<string, number> = {}
    for (const looked of people.values()) {
      const kinds = kindsOf(looked)
      expect(kinds).toHaveLength(1)
      counts[kinds[0] as string] = (counts[kinds[0] as string] ?? 0) + 1
    }
    expect(counts.ok_to_send).toBeGreaterThan(30)
    expect(Object.keys(counts).toSorted()).toEqual([
      'hired',
      'ok_to_send',
      'permission_expired',
      'recontact_window',
      'still_interviewing',
    ])
  })

  it('shows every kind of draft, and never a name in lower case for a skill', () => {
    expect(new Set([...people.values()].map(({ purpose }) => purpose))).toEqual(new Set(Object.keys(purposes)))
    const skills = [...people.values()].filter(({ text }) => text.body.includes('I still think of you when'))
    expect(skills.length).toBeGreaterThan(0)
    for (const { text } of skills) expect(text.body).toMatch(/think of you when \p{Lu}/u)
  })

  it('is filled once, however often it is started', async () => {
    expect(await seedSampleCompany(ctx, undefined)).toBe('there already')
    expect(await everybody(ctx)).toHaveLength(59)
  })

  it('goes on where a kill cut the filling off, without losing or doubling anybody', async () => {
    const world = await aWorld()
    const system = world.system()
    await expect(seedSampleCompany(dyingAfter(3, system), undefined)).rejects.toThrow('killed')
    const half = (await everybody(system)).length
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(59)
    await seedSampleCompany(system, undefined)
    const names = (await everybody(system)).map(({ fullName }) => fullName)
    expect(names).toHaveLength(59)
    expect(new Set(names).size).toBe(59)
    expect(await system.uow.run(async (tx) => (await tx.pools.list(10)).length)).toBe(2)
  })
})

async function everybody(ctx: SystemCtx): Promise<readonly Candidate[]> {
  const address = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
  return ctx.uow.run(async (tx) => {
    const found: Candidate[] = []
    for (const { name } of SAMPLE_PEOPLE) {
      const id = await tx.candidates.findByContact('email', address(name))
      const person = id === undefined ? undefined : await tx.candidates.get(id)
      if (person !== undefined) found.push(person)
    }
    return found
  })
}

const lookAt = (ctx: SystemCtx, candidate: Candidate): Promise<Looked> =>
  ctx.uow.run(async (tx) => {
    const ines = await tx.members.bySlackId(PEOPLE.ines.id)
    if (ines === undefined) throw new Error('Ines is not there')
    const { purpose, job } = choosePurpose(candidate, await tx.jobs.open(10), ctx.now)
    const draft = { candidate, purpose, job, draftId: ctx.newId<'draft'>(), number: 1, sender: ines }
    const { revision: text } = await textByTemplate(ctx, tx, draft)
    const question = { candidateId: candidate.id, purpose, jobId: job?.id, revision: text, members: [ines.id] }
    return { answer: await askGate(ctx, tx, question), text, purpose }
  })

const kindsOf = ({ answer: { verdict } }: Looked): readonly string[] =>
  verdict.kind === 'ok_to_send' ? ['ok_to_send'] : verdict.because.map(({ kind }) => kind)

/** The process dies inside a transaction, after so many that were kept. */
function dyingAfter(kept: number, ctx: SystemCtx): SystemCtx {
  let count = 0
  return {
    ...ctx,
    uow: {
      ...ctx.uow,
      run: (work) =>
        ctx.uow.run(async (tx) => {
          const value = await work(tx)
          count += 1
          if (count > kept) throw new Error('killed')
          return value
        }),
    },
  }
}
