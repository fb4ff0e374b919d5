// Everything at once at its biggest, in letters that grow when they are escaped: each message, modal and Home still fits into Slack.
import { beforeAll, describe, expect, it } from 'vitest'
import { newUuid } from '../../src/adapters/system/ids.ts'
import { FACT_KINDS, type FactKind } from '../../src/domain/outreach/fact.ts'
import type { CandidateId, DraftId } from '../../src/domain/shared/ids.ts'
import { DAY, type Day, MINUTE, plus } from '../../src/domain/shared/time.ts'
import { addPerson } from '../support/outreach-rows.ts'
import { modalOf, NOT_THERE, press, replyOf } from './acts.ts'
import { complaintsAbout, stateOf, typedInto } from './client.ts'
import type { Json } from './recorder.ts'
import { aStrictWorld, INES, TOM } from './strict-world.ts'

/** Words of letters that Slack wants escaped, so long; `n` tells them apart. */
const big = (length: number, n = 0) => `${n} ${'&<>'.repeat(length)}`.slice(0, length)
const strict = aStrictWorld()
const drafts: { id: DraftId; card: string }[] = []
let person: CandidateId
const EMAIL = `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.example.com`

beforeAll(async () => {
  const { as, world } = strict()
  const ines = (await as(INES)).actor.memberId
  const tom = (await as(TOM)).actor.memberId
  const ctx = world.app.contexts.forSystem(world.app.workspace)
  const huge = {
    headline: big(200),
    company: big(200),
    consideredRole: big(150),
    standing: 'told_no' as const,
    stageReached: big(150),
    bringBack: big(3_000),
    advice: big(3_000),
    skills: Array.from({ length: 100 }, (_, n) => `skill-number-${n}-${'x'.repeat(20)}`),
    location: big(150),
    remoteOk: true,
    seniority: 'senior' as const,
    tier: 'A' as const,
    source: big(200),
    ownerId: ines,
    nextTouch: '2030-01-01' as Day,
  }
  const people: CandidateId[] = []
  for (let n = 0; n < 22; n += 1)
    people.push(await addPerson(ctx, { ...huge, fullName: big(200, n), ...(n === 0 ? { email: EMAIL } : {}) }))
  person = people[0] as CandidateId
  const kinds = Object.keys(FACT_KINDS) as FactKind[]
  await ctx.uow.run(async (tx) => {
    await tx.candidates.addContact(person, { kind: 'phone', value: '+44 7700 900123', isPrimary: true })
    await tx.candidates.addContact(person, {
      kind: 'profile',
      value: `https://example.com/${'p'.repeat(200)}`,
      isPrimary: true,
    })
    await tx.candidates.addFacts(
      person,
      Array.from({ length: 500 }, (_, n) => ({
        id: newUuid<'fact'>(),
        kind: kinds[n % kinds.length] as FactKind,
        text: big(3_000, n),
        telling: 'internal_only' as const,
        authorId: tom,
        statedAt: plus(ctx.now, -n * MINUTE),
        changedAt: ctx.now,
        retractedAt: undefined,
        sourceKind: 'near_miss',
        sourceLink: `https://fernhollow.slack.com/archives/C0HIRESRE1/p${'1'.repeat(90)}`,
      })),
    )
    for (let n = 0; n < 200; n += 1)
      await tx.candidates.record(person, {
        id: newUuid<'interaction'>(),
        kind: 'call',
        at: plus(ctx.now, -n * DAY),
        memberId: tom,
        text: big(1_000, n),
        link: `https://fernhollow.slack.com/archives/C0HIRESRE1/p${'1'.repeat(90)}`,
        sendId: undefined,
        oneToOne: true,
      })
  })
  await ctx.uow.run(async (tx) => {
    for (let n = 0; n < 50; n += 1) {
      const id = newUuid<'pool'>()
      const name = `${n} ${'&<>'.repeat(30)}`.slice(0, 80)
      const pool = {
        id,
        name,
        query: undefined,
        ownerId: ines,
        cadenceDays: 365,
        personaNote: big(1_000),
        createdAt: ctx.now,
        archivedAt: undefined,
      }
      await tx.pools.insert(pool)
      await tx.pools.addMembers(id, people, ines, ctx.now)
    }
    const facts = await tx.candidates.facts(person)
    for (const [n, candidateId] of people.slice(0, 20).entries()) {
      const id = newUuid<'draft'>()
      const body = big(3_000, n)
      const revision = {
        id: newUuid<'draft_revision'>(),
        draftId: id,
        number: 1,
        subject: big(150, n),
        body,
        author: 'template' as const,
        authorId: undefined,
        template: 'keep_warm',
        createdAt: ctx.now,
        claims:
          n === 0
            ? facts.slice(0, 20).map((fact, at) => ({ factId: fact.id, start: at * 150, end: at * 150 + 149 }))
            : [],
      }
      await tx.drafts.insert(
        {
          id,
          candidateId,
          ownerId: ines,
          jobId: undefined,
          purpose: 'keep_warm',
          whyNow: big(900),
          state: 'waiting',
          revisionId: revision.id,
          decidedBy: undefined,
          decidedAt: undefined,
          rejectReason: undefined,
          createdAt: ctx.now,
        },
        revision,
      )
      drafts.push({ id, card: `${id}:${revision.id}` })
    }
  })
})

const buttonsIn = (blocks: unknown): readonly { action_id: string; value: string }[] =>
  JSON.stringify(blocks ?? [])
    .match(/\{[^{}]*"action_id":"[^"]*"[^{}]*(\{[^{}]*\}[^{}]*)*\}/g)
    ?.map((one) => JSON.parse(one) as { action_id: string; value: string }) ?? []

describe('at its biggest', () => {
  it('a profile, in a message and in a modal, through its whole timeline', async () => {
    const { client } = strict()
    replyOf(await client.command(INES, '/candidate', EMAIL))
    let view = modalOf(await press(client, INES, { actionId: 'open_person', value: person }))
    let pages = 1
    for (;;) {
      const older = buttonsIn(view.blocks).find((one) => one.action_id === 'profile_older')
      if (older === undefined) break
      const turned = await client.pressIn(INES, view, { actionId: 'profile_older', value: older.value })
      if (turned?.kind !== 'redrawn') throw new Error('The page is turned')
      view = turned.view
      pages += 1
    }
    expect(pages).toBe(20)
  })

  it('the pools, and a list of people', async () => {
    const { client } = strict()
    const pools = await client.command(INES, '/pool', '')
    replyOf(pools)
    replyOf(await client.command(INES, '/pool', 'tier:A'))
    replyOf(await client.command(INES, '/candidate', '1 &<>'))
    replyOf(await client.command(INES, '/outreach', 'draft &<>'))
    const open = buttonsIn((pools as { said: Json }).said.blocks).find((one) => one.action_id === 'pool_open')
    replyOf(await press(client, INES, { actionId: 'pool_open', value: open?.value ?? '' }))
    replyOf(await client.command(INES, '/pool', `tier:A ${Array.from({ length: 38 }, (_, n) => `w${n}`).join(' ')}`))
  })

  it('the queue, the cards, Home and the forms of drafts', async () => {
    const { client, recorder, posted } = strict()
    replyOf(await client.command(INES, '/outreach', ''))
    for (const { id } of drafts.slice(0, 3))
      await press(client, INES, { actionId: 'draft_open', value: id }, { quiet: true })
    await posted()
    const { card } = drafts[0] as { card: string }
    const edit = modalOf(await press(client, INES, { actionId: 'draft_edit', value: card }))
    const changed = typedInto(stateOf(edit), { draft_subject: big(150, 7), draft_body: big(3_000, 7) })
    expect(await client.submit(INES, edit, changed)).toEqual({ kind: 'closed' })
    // An older text was edited meanwhile: the newer one stands above it.
    const late = await client.submit(INES, { ...edit, id: 'V0LATE' }, changed)
    expect(late.kind).toBe('update')
    const since = recorder.mark()
    await client.event({ type: 'app_home_opened', user: INES, channel: 'D0X', tab: 'home', event_ts: '1.1' })
    await recorder.heard(since, ({ method }) => method === 'views.publish', 'Home')
    await press(client, INES, { actionId: 'draft_approve', value: card })
    await posted()
  })

  it('a flag on a long message, its card, the form that accepts it and the comparison', async () => {
    const { client, rows, posted } = strict()
    const flag = modalOf(
      await client.messageAction(TOM, 'flag_near_miss', { ts: '1700000001.000100', text: big(12_000) }),
    )
    const filled = typedInto(stateOf(flag), {
      flag_full_name: `N ${big(190)}`,
      flag_role: big(150),
      flag_impressed: big(3_000),
    })
    expect(await client.submit(TOM, flag, filled)).toEqual({ kind: 'closed' })
    await posted()
    const [row] = await rows<{ id: string }>('SELECT id FROM near_miss')
    const folded = modalOf(await press(client, INES, { actionId: 'near_miss_accept', value: row?.id ?? '' }))
    const unfolded = await client.pressIn(INES, folded, { actionId: 'silver_more' })
    if (unfolded?.kind !== 'redrawn') throw new Error('More details unfolds')
    const typed = {
      silver_email: EMAIL,
      silver_phone: '+44 7700 900999',
      silver_profileLink: `https://example.com/${'q'.repeat(150)}`,
      silver_stageReached: `other ${big(140)}`,
      silver_bringBack: `other ${big(2_900)}`,
      silver_advice: `other ${big(2_900)}`,
      silver_location: `other ${big(140)}`,
      silver_skills: Array.from({ length: 30 }, (_, n) => `other skill ${n}`).join(', '),
    }
    const compared = await client.submit(INES, unfolded.view, typedInto(stateOf(unfolded.view), typed))
    if (compared.kind !== 'push') throw new Error(JSON.stringify(compared).slice(0, 500))
    expect(await client.submit(INES, compared.view, stateOf(compared.view))).toEqual({ kind: 'closed' })
    await posted()
    replyOf(await client.command(INES, '/candidate', EMAIL))
  })

  it('keeps every limit', () => {
    const { recorder, faults } = strict()
    expect([...new Set(complaintsAbout(recorder.calls, NOT_THERE))]).toEqual([])
    expect(faults()).toEqual([])
  })
})
