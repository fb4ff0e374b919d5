// What stays inside: whatever is internal reaches neither the mail nor the candidate's pages, whichever way the text was made.
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { newUuid } from '../../src/adapters/system/ids.ts'
import { FACT_KINDS, type FactKind } from '../../src/domain/outreach/fact.ts'
import type { CandidateId } from '../../src/domain/shared/ids.ts'
import { plus, SECOND } from '../../src/domain/shared/time.ts'
import { addPerson } from '../support/outreach-rows.ts'
import { PATIENT } from '../support/patient.ts'
import { press } from './acts.ts'
import { aStrictWorld, INES, TOM } from './strict-world.ts'

const strict = aStrictWorld()
const KINDS = Object.keys(FACT_KINDS) as FactKind[]
/** No text that must stay inside is without it. */
const INSIDE = /inside(word|secret)/i
const people: { readonly purpose: string; readonly email: string; readonly id: CandidateId }[] = []

beforeAll(async () => {
  const { as, world } = strict()
  const tom = (await as(TOM)).actor.memberId
  const ctx = world.app.contexts.forSystem(world.app.workspace)
  for (const purpose of ['keep_warm', 'decline', 'new_role']) {
    const email = `${purpose}@example.com`
    const id = await addPerson(ctx, {
      email,
      fullName: 'Ana Souza',
      consideredRole: purpose === 'new_role' ? 'Data Engineer' : 'Analyst',
      standing: purpose === 'decline' ? 'not_told' : 'told_no',
      headline: 'insidesecret headline',
      company: 'insidesecret company',
      reason: 'pay',
      stageReached: 'insidesecret stage',
      bringBack: 'insidesecret wish',
      advice: 'insidesecret advice',
      source: 'insidesecret source',
    })
    people.push({ purpose, email, id })
    await ctx.uow.run(async (tx) => {
      const fact = (kind: FactKind, text: string, more: object = {}) => ({
        id: newUuid<'fact'>(),
        kind,
        text,
        telling: 'internal_only' as const,
        authorId: tom,
        statedAt: ctx.now,
        changedAt: ctx.now,
        retractedAt: undefined,
        sourceKind: 'note' as const,
        sourceLink: undefined,
        ...more,
      })
      await tx.candidates.addFacts(id, [
        ...KINDS.map((kind) => fact(kind, `insideword ${kind}`)),
        // Ticked all the same, by whatever way: what its kind forbids stays inside.
        ...KINDS.filter((kind) => FACT_KINDS[kind].told === 'never').map((kind) =>
          fact(kind, `insideword ticked ${kind}`, { telling: 'may_be_mentioned' }),
        ),
        fact('strength', 'insideword taken back', { telling: 'may_be_mentioned', retractedAt: ctx.now }),
        fact('strength', 'calm in every incident', { telling: 'may_be_mentioned', statedAt: plus(ctx.now, -SECOND) }),
      ])
      if (purpose === 'new_role')
        await tx.jobs.insert({
          id: newUuid<'job'>(),
          title: 'Senior Data Engineer',
          location: 'London',
          remoteOk: true,
          skills: [],
          managerId: tom,
          openedAt: ctx.now,
          closedAt: undefined,
        })
    })
  }
})

describe.each(['keep_warm', 'decline', 'new_role'])('a %s letter', (purpose) => {
  it('says what may be told, and nothing of what may not', async () => {
    const { client, rows, pass, world } = strict()
    const { email, id } = people.find((one) => one.purpose === purpose) ?? { email: '', id: '' }
    await client.command(INES, '/outreach', `draft ${email}`)
    const [draft] = await rows<{ id: string; revision_id: string; purpose: string }>(
      'SELECT * FROM draft WHERE candidate_id = $1',
      [id],
    )
    expect(draft?.purpose).toBe(purpose)
    await press(
      client,
      INES,
      { actionId: 'draft_approve', value: `${draft?.id}:${draft?.revision_id}` },
      { quiet: true },
    )
    pass(11_000)
    world.app.contexts.forSystem(world.app.workspace).services.wake.sends()
    const mail = await vi.waitUntil(() => world.local.mailbox.list().find(({ to }) => to.includes(email)), PATIENT)
    const read = world.local.mailbox.get(mail.id)
    expect(read?.text).toContain('calm in every incident')
    for (const part of [read?.source, read?.html, read?.text, read?.subject]) expect(part).not.toMatch(INSIDE)
    const link = /https?:\/\/[^\s<>"]+\/u\/[^\s<>"]+/.exec(read?.text ?? '')?.[0] ?? ''
    const path = new URL(link).pathname
    for (const method of ['GET', 'POST', 'GET'] as const) {
      const page = await fetch(world.app.url + path, { method })
      expect(page.status).toBe(200)
      const html = await page.text()
      expect(html).not.toMatch(INSIDE)
      expect(html).not.toContain(email)
    }
  })
})

describe('May be mentioned', () => {
  it('is refused for what its kind keeps inside, and for praise without its author', async () => {
    const { client, rows } = strict()
    const [{ id: person } = { id: '' }] = people
    const before = await rows('SELECT id, telling FROM fact ORDER BY id')
    const kept = await rows<{ id: string }>(
      `SELECT id FROM fact WHERE candidate_id = $1 AND telling = 'internal_only' AND kind = ANY($2)`,
      [
        person,
        KINDS.filter((kind) => FACT_KINDS[kind].told === 'never' || FACT_KINDS[kind].told === 'if_author_agrees'),
      ],
    )
    expect(kept.length).toBeGreaterThan(5)
    for (const { id } of kept) await press(client, INES, { actionId: 'fact_telling', value: `${id}:may_be_mentioned` })
    expect(await rows('SELECT id, telling FROM fact ORDER BY id')).toEqual(before)
  })
})
