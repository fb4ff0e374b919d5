import { expect, it } from 'vitest'
import type { FactKind } from '../../../src/domain/outreach/fact.ts'
import type { CandidateId, MemberId } from '../../../src/domain/shared/ids.ts'
import type { Day } from '../../../src/domain/shared/time.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { rejectDraft } from '../../../src/usecases/outreach/reject-draft.ts'
import { writeDraft } from '../../../src/usecases/outreach/write-draft.ts'
import { addAddress } from '../../../src/usecases/people/add-address.ts'
import { loadPersonBrief } from '../../../src/usecases/people/load-person-brief.ts'
import { logCall } from '../../../src/usecases/people/log-call.ts'
import { recordPermission } from '../../../src/usecases/people/record-permission.ts'
import { remindThen } from '../../../src/usecases/people/remind-then.ts'
import { markAsTold, setStanding } from '../../../src/usecases/people/set-standing.ts'
import { setTelling } from '../../../src/usecases/people/set-telling.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { cardOf } from '../../support/drafting.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const personOf = async (world: World, id: CandidateId) => {
  const person = await world.run((tx) => tx.candidates.get(id))
  if (person === undefined) throw new Error('Nobody there')
  return person
}

onQuickDatabase('what mends a "Not yet"', (db) => {
  const ACTS: readonly (readonly [string, (ctx: Ctx, candidateId: string) => Promise<{ ok: boolean }>])[] = [
    ['setting where things stand', (ctx, candidateId) => setStanding(ctx, { candidateId, standing: 'withdrew' })],
    ['marking as told', (ctx, candidateId) => markAsTold(ctx, { candidateId, day: '2026-03-01' })],
    [
      'recording permission',
      (ctx, candidateId) => recordPermission(ctx, { candidateId, basis: 'consent', source: 'call' }),
    ],
    ['adding an address', (ctx, candidateId) => addAddress(ctx, { candidateId, address: 'new@example.com' })],
    ['logging a call', (ctx, candidateId) => logCall(ctx, { candidateId, note: 'Spoke for ten minutes.' })],
    ['being reminded', (ctx, candidateId) => remindThen(ctx, { candidateId, day: '2026-06-01' })],
    ['beginning a form', (ctx, candidateId) => loadPersonBrief(ctx, { candidateId })],
  ]
  for (const [name, act] of ACTS) {
    it(`${name} is for recruiters, and for people who are on record`, async () => {
      const world = await outreachWorld(db())
      const id = await world.addPerson({ standing: 'not_told' })
      expect(await act(await world.as('UTOM'), id)).toMatchObject({ refusal: { kind: 'not_allowed' } })
      const nobody = world.system().newId<'candidate'>()
      expect(await act(await world.as('UINES'), nobody)).toMatchObject({ refusal: { kind: 'no_such_person' } })
      expect(await act(await world.as('UINES'), "' OR 1=1")).toMatchObject({ refusal: { kind: 'bad_input' } })
      expect(await act(await world.as('UINES'), id)).toMatchObject({ ok: true })
    })
  }

  it('marks as told who waits for the news, once, on a day that has come', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson({ standing: 'not_told', standingDay: undefined })
    const told = async (day: string) => markAsTold(await world.as('UINES'), { candidateId, day })
    expect(await told('2026-03-03')).toMatchObject({ refusal: { kind: 'day_in_future' } })
    expect(await told('soon')).toMatchObject({ refusal: { kind: 'no_such_day' } })
    expect(await told('2026-03-02')).toMatchObject({ ok: true })
    expect(await personOf(world, candidateId)).toMatchObject({ standing: 'told_no', standingDay: '2026-03-02' })
    expect(await told('2026-03-02')).toMatchObject({ refusal: { kind: 'outcome_known', standing: 'told_no' } })
    const [entry, ...others] = await world.run((tx) => tx.candidates.timeline(candidateId, 10))
    expect(others).toEqual([])
    expect(entry).toMatchObject({ kind: 'told_outcome', oneToOne: true })
  })

  it('needs the day of a no, since the re-contact window counts from it', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const set = async (standing: 'told_no' | 'withdrew', day?: string) =>
      setStanding(await world.as('UINES'), { candidateId, standing, ...(day === undefined ? {} : { day }) })
    expect(await set('told_no')).toMatchObject({ refusal: { kind: 'day_needed' } })
    expect(await set('told_no', '')).toMatchObject({ refusal: { kind: 'day_needed' } })
    expect(await set('told_no', '31 February')).toMatchObject({ refusal: { kind: 'no_such_day' } })
    expect(await set('told_no', '2027-01-01')).toMatchObject({ refusal: { kind: 'day_in_future' } })
    expect(await set('withdrew')).toMatchObject({ ok: true })
    expect(await personOf(world, candidateId)).toMatchObject({ standing: 'withdrew', standingDay: undefined })
  })

  it('lets only their own consent undo a withdrawal', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    await world.run(async (tx) => {
      await tx.candidates.lock(candidateId)
      await tx.consent.withdraw(candidateId, 'contact', world.now())
    })
    const record = async (basis: 'applied_here' | 'consent') =>
      recordPermission(await world.as('UINES'), { candidateId, basis, source: 'their mail of today' })
    expect(await record('applied_here')).toMatchObject({ refusal: { kind: 'needs_their_consent' } })
    expect(await record('consent')).toMatchObject({ ok: true })
  })

  it('takes an address that is nobody else’s, and writes to it from now on', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson({ email: 'old@example.com' })
    await world.addPerson({ email: 'taken@example.com' })
    const add = async (address: string) => addAddress(await world.as('UINES'), { candidateId, address })
    expect(await add(' Taken@Example.com ')).toMatchObject({ refusal: { kind: 'taken' } })
    expect(await add('no address')).toMatchObject({ refusal: { kind: 'bad_input', problems: [{ path: 'address' }] } })
    expect(await add('ana@example.com\nbcc: all@example.com')).toMatchObject({ refusal: { kind: 'bad_input' } })
    expect(await add('new@example.com')).toMatchObject({ ok: true })
    const contacts = await world.run((tx) => tx.candidates.contacts(candidateId))
    expect(contacts.filter(({ isPrimary }) => isPrimary).map(({ value }) => value)).toEqual(['new@example.com'])
  })

  it('counts a call as being in touch', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    expect(await logCall(await world.as('UINES'), { candidateId, note: '\u0000 \n' })).toMatchObject({
      refusal: { kind: 'bad_input', problems: [{ path: 'note' }] },
    })
    await logCall(await world.as('UINES'), { candidateId, note: 'Wants remote\u0000.' })
    expect((await personOf(world, candidateId)).lastTouchAt).toBe(world.now())
    expect(await world.run((tx) => tx.candidates.timeline(candidateId, 10))).toMatchObject([
      { kind: 'call', text: 'Wants remote.', oneToOne: true },
    ])
  })

  it('reminds on a day to come, never on one that has passed', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const remind = async (day: string) => remindThen(await world.as('UINES'), { candidateId, day })
    expect(await remind('2026-03-01')).toMatchObject({ refusal: { kind: 'day_passed' } })
    expect(await remind('')).toMatchObject({ refusal: { kind: 'no_such_day' } })
    expect(await remind('2026-06-01')).toMatchObject({ ok: true })
    expect((await personOf(world, candidateId)).nextTouch).toBe('2026-06-01' as Day)
  })

  it('writes once what Slack delivers twice', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    for (const key of ['view', 'view']) await logCall(await world.as('UINES', key), { candidateId, note: 'Once.' })
    expect(await world.run((tx) => tx.candidates.timeline(candidateId, 10))).toHaveLength(1)
  })
})

onQuickDatabase('what may be mentioned', (db) => {
  async function aFact(
    world: World,
    kind: FactKind,
    from: {
      readonly authorId?: MemberId
      readonly sourceKind?: 'near_miss' | 'silver_form'
      readonly text?: string
    } = {},
  ) {
    const candidateId = await world.addPerson()
    const factId = world.system().newId<'fact'>()
    await world.run((tx) =>
      tx.candidates.addFacts(candidateId, [
        {
          id: factId,
          kind,
          text: from.text ?? 'Superb on incident design.',
          telling: 'internal_only',
          sourceKind: from.sourceKind ?? 'silver_form',
          sourceLink: undefined,
          authorId: from.authorId,
          statedAt: world.now(),
          changedAt: world.now(),
          retractedAt: undefined,
        },
      ]),
    )
    return { candidateId, factId }
  }
  const flagBy = (world: World, by: MemberId, quotable: boolean) =>
    world.run((tx) =>
      tx.nearMisses.insert({
        id: world.system().newId<'near_miss'>(),
        fullName: 'Ana Souza',
        role: 'Senior SRE',
        impressed: 'Superb on incident design.',
        wouldHire: 'yes_now',
        quotable,
        flaggedBy: by,
        flaggedAt: world.now(),
        evidenceLink: undefined,
        evidence: undefined,
        state: 'accepted',
        decidedBy: undefined,
        decidedAt: undefined,
        dismissReason: undefined,
        candidateId: undefined,
      }),
    )
  const free = async (world: World, factId: string, by = 'UINES') =>
    setTelling(await world.as(by), { factId, telling: 'may_be_mentioned' })
  const tellingOf = async (world: World, factId: string) =>
    (await world.run((tx) => tx.candidates.fact(factId as never)))?.telling

  it('is ticked by a recruiter who read the words, and can be taken back', async () => {
    const world = await outreachWorld(db())
    const { factId } = await aFact(world, 'strength')
    expect(await free(world, factId, 'UTOM')).toMatchObject({ refusal: { kind: 'not_allowed' } })
    expect(await free(world, factId)).toMatchObject({ ok: true })
    expect(await tellingOf(world, factId)).toBe('may_be_mentioned')
    const back = await setTelling(await world.as('UINES'), { factId, telling: 'internal_only' })
    expect(back).toMatchObject({ ok: true })
    expect(await tellingOf(world, factId)).toBe('internal_only')
  })

  it('is a private matter only by somebody who was told so, whose decision is on record', async () => {
    const world = await outreachWorld(db())
    const { factId, candidateId } = await aFact(world, 'wish', { text: 'to come back after her maternity leave' })
    const quoted = async () => {
      const written = await writeDraft(await world.as('UINES'), { candidateId, purpose: 'keep_warm' })
      if (!written.ok) throw new Error(written.refusal.kind)
      const { draft, revision } = await cardOf(world, written.value.draftId)
      await rejectDraft(await world.as('UINES'), { draftId: draft.id, revisionId: revision.id })
      return revision.body.includes('maternity')
    }
    await world.run((tx) => tx.candidates.changeFact(factId, { telling: 'may_be_mentioned' }, world.now()))
    expect(await quoted()).toBe(false)
    expect(await free(world, factId)).toMatchObject({
      refusal: { kind: 'private_matter', warned: [{ topic: 'pregnancy' }] },
    })
    const knowingly = { factId, telling: 'mentioned_knowingly' } as const
    expect(await setTelling(await world.as('UTOM'), knowingly)).toMatchObject({ refusal: { kind: 'not_allowed' } })
    expect(await setTelling(await world.as('UINES'), knowingly)).toMatchObject({ ok: true })
    expect(await quoted()).toBe(true)
    const [said] = await world.run((tx) => tx.events.read(`candidate:${candidateId}`, 1))
    expect(said).toMatchObject({
      type: 'fact.telling_changed',
      actor: world.ines.memberId,
      data: { factId, telling: 'mentioned_knowingly' },
    })
    await setTelling(await world.as('UINES'), { factId, telling: 'internal_only' })
    expect(await quoted()).toBe(false)
  })

  for (const kind of ['reason', 'rating', 'pay', 'other_person', 'note'] as const)
    it(`is never ${kind}`, async () => {
      const world = await outreachWorld(db())
      const { factId } = await aFact(world, kind)
      expect(await free(world, factId)).toMatchObject({ refusal: { kind: 'always_internal' } })
      expect(await tellingOf(world, factId)).toBe('internal_only')
    })

  it('is a manager’s praise only where they ticked OK to quote me', async () => {
    const world = await outreachWorld(db())
    const tom = (await world.as('UTOM')).actor.memberId
    const { factId } = await aFact(world, 'praise', { authorId: tom, sourceKind: 'near_miss' })
    const refused = await free(world, factId)
    expect(refused).toMatchObject({ refusal: { kind: 'author_has_not_agreed', author: expect.any(String) } })
    await flagBy(world, tom, false)
    expect(await free(world, factId)).toMatchObject({ refusal: { kind: 'author_has_not_agreed' } })
    await flagBy(world, tom, true)
    expect(await free(world, factId)).toMatchObject({ ok: true })
  })

  it('is one’s own praise, whoever else reads it', async () => {
    const world = await outreachWorld(db())
    const ines = (await world.as('UINES')).actor.memberId
    const { factId } = await aFact(world, 'praise', { authorId: ines })
    expect(await free(world, factId, 'UBEN')).toMatchObject({ refusal: { kind: 'author_has_not_agreed' } })
    expect(await free(world, factId)).toMatchObject({ ok: true })
  })

  it('is nothing that names a colleague, or somebody else who was considered for the same role', async () => {
    const world = await outreachWorld(db())
    await world.addColleague('Marek Novák')
    await world.addPerson({ fullName: 'Bea Lind', consideredRole: 'Senior SRE' })
    await world.addPerson({ fullName: 'Noor Haas', consideredRole: 'Product Designer' })
    const { memberId } = (await world.as('UINES')).actor
    const freed = async (text: string) =>
      free(world, (await aFact(world, 'praise', { authorId: memberId, text })).factId)
    for (const text of ['calmer in the room, Marek noticed too', 'a level above Lind, and above bea lind by far']) {
      expect([text, await freed(text)]).toMatchObject([text, { refusal: { kind: 'names_somebody_else' } }])
    }
    for (const text of ['Ana held the room; I, Ines, learnt from it', 'as warm as Noor tea'])
      expect([text, await freed(text)]).toMatchObject([text, { ok: true }])
  })

  it('is nothing that is not on record', async () => {
    const world = await outreachWorld(db())
    expect(await free(world, world.system().newId<'fact'>())).toMatchObject({ refusal: { kind: 'no_such_fact' } })
    expect(await free(world, 'forged')).toMatchObject({ refusal: { kind: 'bad_input' } })
    const { factId } = await aFact(world, 'strength')
    await db().pool.query('UPDATE fact SET retracted_at = now() WHERE id = $1', [factId])
    expect(await free(world, factId)).toMatchObject({ refusal: { kind: 'no_such_fact' } })
  })
})
