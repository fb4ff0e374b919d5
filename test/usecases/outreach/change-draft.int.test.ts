import { expect, it } from 'vitest'
import { LONGEST } from '../../../src/domain/outreach/draft.ts'
import type { DraftId } from '../../../src/domain/shared/ids.ts'
import { DAY, type Day, plus } from '../../../src/domain/shared/time.ts'
import { approveDraft } from '../../../src/usecases/outreach/approve-draft.ts'
import { editDraft, redraft } from '../../../src/usecases/outreach/edit-draft.ts'
import { loadDraftText } from '../../../src/usecases/outreach/load-draft-text.ts'
import { loadQueue } from '../../../src/usecases/outreach/load-queue.ts'
import { openDraft } from '../../../src/usecases/outreach/open-draft.ts'
import { rejectDraft } from '../../../src/usecases/outreach/reject-draft.ts'
import { writeDraft } from '../../../src/usecases/outreach/write-draft.ts'
import { setStanding } from '../../../src/usecases/people/set-standing.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { aDraft, cardOf, draftBy } from '../../support/drafting.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const postsOf = (world: World, draftId: DraftId) =>
  world.run(async (tx) => {
    const keys = [`draft_card:${draftId}`, `draft_card:${draftId}:2`, `draft_card:${draftId}:3`]
    return (await Promise.all(keys.map((key) => tx.posts.byKey(key)))).flatMap((post) => post ?? [])
  })
/** As the post worker leaves it. */
async function posted(world: World, draftId: DraftId): Promise<void> {
  for (const { id, wanted } of await postsOf(world, draftId)) {
    const owner = world.system().newId<'lease'>()
    const outcome = { kind: 'posted', channel: 'D1', ts: id, hash: 'x', drawn: wanted } as const
    await world.run((tx) => tx.posts.claim(id, owner, 60, world.now()))
    await world.run((tx) => tx.posts.settle(id, owner, outcome))
  }
}
const aFact = (world: World, text: string) => ({
  id: world.system().newId<'fact'>(),
  kind: 'strength' as const,
  text,
  telling: 'may_be_mentioned' as const,
  sourceKind: 'note' as const,
  sourceLink: undefined,
  authorId: undefined,
  statedAt: world.now(),
  changedAt: world.now(),
  retractedAt: undefined,
})

onQuickDatabase('writing a draft', (db) => {
  it('puts one card into the DM of whoever asked, and sends nothing', async () => {
    const world = await outreachWorld(db())
    const { draftId, candidateId } = await aDraft(world)
    expect(await postsOf(world, draftId)).toMatchObject([
      { kind: 'draft_card', address: 'UINES', subjects: [draftId, candidateId], state: 'wanted' },
    ])
    expect(await world.run((tx) => tx.sends.ofCandidate(candidateId, plus(world.now(), -DAY), 10))).toEqual([])
  })

  it('finds the one that waits instead of making a twin, and brings it up again once', async () => {
    const world = await outreachWorld(db())
    const { draftId, candidateId } = await aDraft(world)
    await posted(world, draftId)
    const again = await writeDraft(await world.as('UINES'), { candidateId })
    expect(again).toEqual({ ok: true, value: { draftId, kind: 'waiting_already' } })
    const [older, newer, ...others] = await postsOf(world, draftId)
    expect(others).toEqual([])
    expect(older).toMatchObject({ subjects: [], state: 'wanted' })
    expect(newer).toMatchObject({ subjects: [draftId, candidateId], address: 'UINES' })
  })

  it('names no colleague and no other finalist, whatever was marked as one that may be mentioned', async () => {
    const world = await outreachWorld(db())
    await world.addColleague('Marek Novák')
    await world.addPerson({ fullName: 'Bea Lind' })
    const candidateId = await world.addPerson()
    const [named, compared, fine] = ['as calm as Marek', 'quicker than Bea', 'your talk on paging'] as const
    const facts = [aFact(world, named), aFact(world, compared), { ...aFact(world, fine), statedAt: 0 as never }]
    await world.run((tx) => tx.candidates.addFacts(candidateId, facts))
    const { draftId } = await draftBy(world, candidateId, 'UINES')
    const card = await cardOf(world, draftId)
    expect(card.facts.map(({ said }) => said)).toEqual([fine])
    expect(card.revision.body).not.toMatch(/Marek|Bea/)
  })

  it('makes one draft of one press that Slack delivers twice', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const first = await writeDraft(await world.as('UINES', 'press'), { candidateId })
    expect(await writeDraft(await world.as('UINES', 'press'), { candidateId })).toEqual(first)
    expect(await world.run((tx) => tx.drafts.waitingFor(candidateId))).toHaveLength(1)
  })

  it('tells the outcome first, and of a new role only where one opened', async () => {
    const world = await outreachWorld(db())
    const waits = await aDraft(world, { standing: 'not_told' })
    expect((await cardOf(world, waits.draftId)).draft.purpose).toBe('decline')
    const candidateId = await world.addPerson()
    const none = await writeDraft(await world.as('UINES'), { candidateId, purpose: 'new_role' })
    expect(none).toEqual({ ok: false, refusal: { kind: 'no_job' } })
  })

  it('is for recruiters, and for people who are on record', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    expect(await writeDraft(await world.as('UTOM'), { candidateId })).toMatchObject({
      refusal: { kind: 'not_allowed', permission: 'draft.write' },
    })
    const nobody = world.system().newId<'candidate'>()
    expect(await writeDraft(await world.as('UINES'), { candidateId: nobody })).toEqual({
      ok: false,
      refusal: { kind: 'no_such_person' },
    })
  })
})

onQuickDatabase('changing a draft', (db) => {
  it('keeps the older text and the claims whose words are still there', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    await world.run((tx) => tx.candidates.addFacts(candidateId, [aFact(world, 'your calm in the failover exercise')]))
    const draft = await draftBy(world, candidateId, 'UINES')
    const body = `Dear Ana, I still think of your calm in the failover exercise.`
    const edited = await editDraft(await world.as('UINES'), { ...draft, subject: '  Hello\u0000 ', body })
    if (!edited.ok) throw new Error(edited.refusal.kind)
    const card = await cardOf(world, draft.draftId)
    expect(card.revision).toMatchObject({ number: 2, subject: 'Hello', body, author: 'person' })
    expect(card.facts.map(({ said }) => said)).toEqual(['your calm in the failover exercise'])
    expect(await world.run((tx) => tx.drafts.revision(draft.revisionId))).toMatchObject({
      number: 1,
      author: 'template',
    })
  })

  it('refuses an edit of an older text, of a decided draft and of a colleague', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const words = { subject: 'One', body: 'One' }
    expect(await editDraft(await world.as('UBEN'), { ...draft, ...words })).toMatchObject({
      refusal: { kind: 'not_yours' },
    })
    const edited = await editDraft(await world.as('UINES'), { ...draft, ...words })
    if (!edited.ok) throw new Error(edited.refusal.kind)
    const current = { ...draft, revisionId: edited.value.revisionId }
    expect(await editDraft(await world.as('UINES'), { ...draft, subject: 'Two', body: 'Two' })).toMatchObject({
      refusal: { kind: 'superseded', current: current.revisionId },
    })
    expect(await approveDraft(await world.as('UINES'), current)).toMatchObject({ ok: true })
    expect(await editDraft(await world.as('UINES'), { ...current, ...words })).toMatchObject({
      refusal: { kind: 'already_decided', what: 'approved' },
    })
    expect(await loadDraftText(await world.as('UINES'), draft)).toMatchObject({ refusal: { kind: 'already_decided' } })
    expect((await cardOf(world, draft.draftId)).revision.body).toBe('One')
  })

  it('names what is wrong with the words, each on its field', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const refused = await editDraft(await world.as('UINES'), {
      ...draft,
      subject: ' \u200b\u0000 ',
      body: 'x'.repeat(LONGEST.body + 1),
    })
    expect(refused).toMatchObject({
      refusal: { kind: 'bad_input', problems: [{ path: 'subject' }, { path: 'body' }] },
    })
  })

  it('writes the text anew where a fact was changed since', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const fact = aFact(world, 'your calm in the failover exercise')
    await world.run((tx) => tx.candidates.addFacts(candidateId, [fact]))
    const draft = await draftBy(world, candidateId, 'UINES')
    world.pass(DAY)
    await world.run((tx) => tx.candidates.changeFact(fact.id, { text: 'your talk on paging' }, world.now()))
    const again = await redraft(await world.as('UINES'), draft)
    if (!again.ok) throw new Error(again.refusal.kind)
    const card = await cardOf(world, draft.draftId)
    expect(card.verdict).toEqual({ kind: 'ok_to_send' })
    expect(card.facts.map(({ said }) => said)).toEqual(['your talk on paging'])
    expect(await redraft(await world.as('UINES'), draft)).toMatchObject({ refusal: { kind: 'superseded' } })
    expect(await redraft(await world.as('UBEN'), draft)).toMatchObject({ refusal: { kind: 'not_yours' } })
  })

  it('leaves the queue once it is rejected, with the reason', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    expect(await rejectDraft(await world.as('UBEN'), draft)).toMatchObject({ refusal: { kind: 'not_yours' } })
    expect(await rejectDraft(await world.as('UINES'), { ...draft, reason: ' too\nsoon ' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await rejectDraft(await world.as('UINES'), draft)).toMatchObject({ refusal: { kind: 'already_decided' } })
    expect((await cardOf(world, draft.draftId)).draft).toMatchObject({ state: 'rejected', rejectReason: 'too soon' })
    const queue = await loadQueue(await world.as('UINES'), {})
    expect(queue).toMatchObject({ value: { rows: [], more: 0 } })
  })
})

onQuickDatabase('the queue', (db) => {
  it('holds only her own drafts, the oldest first, each with what the gate would say', async () => {
    const world = await outreachWorld(db())
    const first = await aDraft(world, { fullName: 'Ana Souza' })
    world.pass(3 * DAY)
    const second = await aDraft(world, { fullName: 'Mei Tan', standingDay: '2026-03-01' as Day })
    await aDraft(world, { fullName: 'Omar Aziz' }, 'UBEN')
    const queue = await loadQueue(await world.as('UINES'), {})
    if (!queue.ok) throw new Error('refused')
    expect(queue.value.rows.map(({ draft, candidate, verdict }) => [draft.id, candidate.fullName, verdict])).toEqual([
      [first.draftId, 'Ana Souza', 'ok_to_send'],
      [second.draftId, 'Mei Tan', 'not_yet'],
    ])
    const one = await loadQueue(await world.as('UINES'), { limit: 1 })
    expect(one).toMatchObject({ value: { more: 1 } })
    expect(await loadQueue(await world.as('UTOM'), {})).toMatchObject({ refusal: { kind: 'not_allowed' } })
  })

  it('brings up a card for its owner alone', async () => {
    const world = await outreachWorld(db())
    const { draftId } = await aDraft(world)
    await posted(world, draftId)
    expect(await openDraft(await world.as('UBEN'), { draftId })).toMatchObject({ refusal: { kind: 'not_yours' } })
    expect(await openDraft(await world.as('UINES', 'press'), { draftId })).toMatchObject({ ok: true })
    expect(await openDraft(await world.as('UINES', 'press'), { draftId })).toMatchObject({ ok: true })
    expect(await postsOf(world, draftId)).toHaveLength(2)
    const none = world.system().newId<'draft'>()
    expect(await openDraft(await world.as('UINES'), { draftId: none })).toMatchObject({
      refusal: { kind: 'no_such_draft' },
    })
  })

  it('draws the living cards of a person anew when where things stand changes', async () => {
    const world = await outreachWorld(db())
    const { draftId, candidateId } = await aDraft(world)
    await posted(world, draftId)
    await setStanding(await world.as('UINES'), { candidateId, standing: 'hired' })
    expect(await postsOf(world, draftId)).toMatchObject([{ state: 'wanted' }])
  })
})
