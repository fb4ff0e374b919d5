import { expect, it } from 'vitest'
import { makeCandidateSearch } from '../../../src/adapters/db/search/candidate-search.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { DAY, type Day, plus } from '../../../src/domain/shared/time.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { approveDraft } from '../../../src/usecases/outreach/approve-draft.ts'
import { approveInDeck, openDeck, readDeckCard } from '../../../src/usecases/outreach/deck.ts'
import { draftForAll, previewForAll } from '../../../src/usecases/outreach/deck-for-all.ts'
import { editDraft } from '../../../src/usecases/outreach/edit-draft.ts'
import { rejectDraft } from '../../../src/usecases/outreach/reject-draft.ts'
import { onQuickDatabase, type TestDatabase } from '../../support/database.ts'
import { aDraft, cardOf, draftBy } from '../../support/drafting.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const kindOf = (answer: { ok: boolean; refusal?: unknown }) =>
  answer.ok ? 'ok' : (answer as { refusal: { kind: string } }).refusal.kind
const sendsTo = (world: World, id: CandidateId) => world.run((tx) => tx.sends.ofCandidate(id, 0 as never, 10))
const cardPost = (world: World, draftId: string) => world.run((tx) => tx.posts.byKey(`draft_card:${draftId}`))

onQuickDatabase('reviewing many drafts', (db) => {
  it('takes the fifteen that have waited longest, says how many more wait, and that they are the same', async () => {
    const world = await outreachWorld(db())
    const drafts = []
    for (let at = 0; at < 17; at += 1) {
      drafts.push(await aDraft(world, { fullName: `Person ${at}` }))
      world.pass(1_000)
    }
    const deck = await openDeck(await world.as('UINES'), {})
    expect(deck).toMatchObject({ ok: true, value: { more: 2 } })
    expect(deck.ok && deck.value.draftIds).toEqual(drafts.slice(0, 15).map(({ draftId }) => draftId))
    expect(deck.ok && deck.value.alike?.percent).toBeGreaterThanOrEqual(80)
    const only = [drafts[16]?.draftId ?? '']
    expect(await openDeck(await world.as('UINES'), { only })).toMatchObject({
      value: { draftIds: only, more: 16, alike: undefined },
    })
  })

  it('shows whoever asks their own drafts alone', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    expect(await openDeck(await world.as('UBEN'), {})).toMatchObject({ value: { draftIds: [], more: 0 } })
    expect(kindOf(await readDeckCard(await world.as('UBEN'), draft))).toBe('not_yours')
    expect(kindOf(await readDeckCard(await world.as('UTOM'), draft))).toBe('not_allowed')
    expect(kindOf(await approveInDeck(await world.as('UBEN'), draft))).toBe('not_yours')
    expect(kindOf(await openDeck(await world.as('UTOM'), {}))).toBe('not_allowed')
    expect(kindOf(await readDeckCard(await world.as('UINES'), { draftId: world.system().newId<'draft'>() }))).toBe(
      'no_such_draft',
    )
  })

  it('approves exactly what was shown, once, wherever else it is pressed', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const edited = await editDraft(await world.as('UINES'), { ...draft, subject: 'New', body: 'A newer text' })
    expect(kindOf(await approveInDeck(await world.as('UINES'), draft))).toBe('superseded')
    const current = { draftId: draft.draftId, revisionId: edited.ok ? edited.value.revisionId : '' }
    const both = await Promise.all([
      approveInDeck(await world.as('UINES'), current),
      approveDraft(await world.as('UINES'), current),
    ])
    expect(both.map(kindOf).toSorted()).toEqual(['already_decided', 'ok'])
    expect(await sendsTo(world, draft.candidateId)).toHaveLength(1)
    expect(kindOf(await readDeckCard(await world.as('UINES'), draft))).toBe('already_decided')
  })

  it('leaves what was not decided for the next sitting', async () => {
    const world = await outreachWorld(db())
    const [one, two, three] = [await aDraft(world), await aDraft(world), await aDraft(world)]
    await approveInDeck(await world.as('UINES'), one)
    await rejectDraft(await world.as('UINES'), two)
    expect(await openDeck(await world.as('UINES'), {})).toMatchObject({ value: { draftIds: [three.draftId] } })
  })

  it('gives an approved draft a card with Undo send where it had none', async () => {
    const world = await outreachWorld(db())
    const { draftId, revisionId } = await aDraft(world)
    const number = (await cardPost(world, draftId))?.wanted
    await db().pool.query('DELETE FROM slack_post WHERE key = $1', [`draft_card:${draftId}`])
    expect(number).toBeDefined()
    expect(await approveInDeck(await world.as('UINES'), { draftId, revisionId })).toMatchObject({ ok: true })
    expect(await cardPost(world, draftId)).toMatchObject({ address: 'UINES' })
    expect((await cardOf(world, draftId)).draft.state).toBe('approved')
  })
})

/** The search is real; the world of outreach does without one. */
async function finding(world: World, db: TestDatabase, slackUserId = 'UINES'): Promise<Ctx> {
  const ctx = await world.as(slackUserId)
  return { ...ctx, services: { ...ctx.services, search: makeCandidateSearch(db, world.workspace.id) } }
}
async function listingOf(world: World, ctx: Ctx, query: string): Promise<string> {
  const id = world.system().newId<'listing'>()
  const listing = { id, memberId: ctx.actor.memberId, query }
  await world.run((tx) => tx.pools.keepListing(listing, world.now()))
  return id
}

onQuickDatabase('drafting for everybody on a list', (db) => {
  it('says who gets a draft and why the others cannot, and writes nothing yet', async () => {
    const world = await outreachWorld(db())
    const ready = await world.addPerson({ fullName: 'Ready Now', skills: ['go'] })
    await world.addPerson({ fullName: 'Told Lately', skills: ['go'], standingDay: '2026-02-20' as Day })
    await world.addPerson({ fullName: 'Hired Since', skills: ['go'], standing: 'hired', standingDay: undefined })
    const drafted = await world.addPerson({ fullName: 'Drafted Already', skills: ['go'] })
    await draftBy(world, drafted, 'UINES')
    const ctx = await finding(world, db())
    const listingId = await listingOf(world, ctx, 'skill:go')
    const sorted = await previewForAll(ctx, { listingId })
    if (!sorted.ok) throw new Error(sorted.refusal.kind)
    const { people, cannot, waiting, more } = sorted.value
    expect(people.map(({ id }) => id)).toEqual([ready])
    expect(new Map(cannot.map(({ person, because }) => [person.fullName, because[0].kind]))).toEqual(
      new Map([
        ['Told Lately', 'recontact_window'],
        ['Hired Since', 'hired'],
      ]),
    )
    expect([waiting, more]).toEqual([1, false])
    expect(await world.run((tx) => tx.drafts.waitingFor(ready))).toEqual([])
  })

  it('writes fifteen at most, sends none, and goes on where it stopped', async () => {
    const world = await outreachWorld(db())
    for (let at = 0; at < 18; at += 1) await world.addPerson({ fullName: `Person ${at}`, skills: ['rust'] })
    const ctx = await finding(world, db())
    const listingId = await listingOf(world, ctx, 'skill:rust')
    const first = await draftForAll(ctx, { listingId })
    expect(first.ok && first.value.draftIds).toHaveLength(15)
    const second = await draftForAll(ctx, { listingId })
    expect(second.ok && second.value.draftIds).toHaveLength(3)
    expect(await draftForAll(ctx, { listingId })).toEqual({ ok: true, value: { draftIds: [] } })
    const waiting = await world.run((tx) => tx.drafts.waitingOf(ctx.actor.memberId, 100))
    expect(waiting).toHaveLength(18)
    for (const { candidateId } of waiting) expect(await sendsTo(world, candidateId)).toEqual([])
    // They wait to be reviewed, and do not flood the DM with cards.
    expect(await cardPost(world, waiting[0]?.id ?? '')).toBeUndefined()
  })

  it('writes none where one of them fails, and all once it is pressed again', async () => {
    const world = await outreachWorld(db())
    for (let at = 0; at < 3; at += 1) await world.addPerson({ fullName: `Person ${at}`, skills: ['rust'] })
    const ctx = await finding(world, db())
    const listingId = await listingOf(world, ctx, 'skill:rust')
    const waiting = () => world.run((tx) => tx.drafts.waitingOf(ctx.actor.memberId, 100))
    let left = 2
    const failing: typeof ctx = {
      ...ctx,
      newId: () => {
        left -= 1
        if (left < 0) throw new Error('no more')
        return ctx.newId()
      },
    }
    await expect(draftForAll(failing, { listingId })).rejects.toThrow('no more')
    expect(await waiting()).toEqual([])
    const written = await draftForAll(ctx, { listingId })
    expect(written.ok && written.value.draftIds).toHaveLength(3)
    expect(await waiting()).toHaveLength(3)
  })

  it('refuses a list that is another’s, too old or none, and whoever may not', async () => {
    const world = await outreachWorld(db())
    const ctx = await finding(world, db())
    const listingId = await listingOf(world, ctx, 'skill:go')
    expect(kindOf(await previewForAll(await finding(world, db(), 'UBEN'), { listingId }))).toBe('not_yours')
    expect(kindOf(await draftForAll(await finding(world, db(), 'UTOM'), { listingId }))).toBe('not_allowed')
    expect(kindOf(await draftForAll(ctx, { listingId: world.system().newId<'listing'>() }))).toBe('gone')
    expect(kindOf(await draftForAll(ctx, { listingId: "'; --" }))).toBe('bad_input')
    const broken = await listingOf(world, ctx, 'skil:go')
    expect(kindOf(await previewForAll(ctx, { listingId: broken }))).toBe('not_understood')
    const later = { ...ctx, now: plus(ctx.now, 2 * DAY) }
    expect(kindOf(await previewForAll(later, { listingId }))).toBe('gone')
  })
})
