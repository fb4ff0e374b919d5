import { expect, it } from 'vitest'
import type { CandidateId, TakeOverId } from '../../../src/domain/shared/ids.ts'
import { DAY } from '../../../src/domain/shared/time.ts'
import { approveDraft } from '../../../src/usecases/outreach/approve-draft.ts'
import { loadDraftCard } from '../../../src/usecases/outreach/load-draft-card.ts'
import { agreeTakeOver, askToTakeOver, declineTakeOver, loadTakeOver } from '../../../src/usecases/owners/take-over.ts'
import { loadPersonBrief } from '../../../src/usecases/people/load-person-brief.ts'
import { logCall } from '../../../src/usecases/people/log-call.ts'
import { onQuickDatabase, type TestDatabase } from '../../support/database.ts'
import { waitingDraft } from '../../support/outreach-rows.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

/** Ben called Ana two days ago, and Ines has a draft for her. */
async function talking(database: TestDatabase) {
  const world = await outreachWorld(database)
  const ana: CandidateId = await world.addPerson({ fullName: 'Ana Souza' })
  await logCall(await world.as('UBEN'), { candidateId: ana, note: 'She will think about it.' })
  world.pass(2 * DAY)
  const draft = await waitingDraft(world.system(), world.ines.memberId, ana)
  const ask = async (by = 'UINES') => askToTakeOver(await world.as(by), { candidateId: ana })
  const asked = async (): Promise<TakeOverId> => {
    const { rows } = await database.pool.query<{ id: TakeOverId }>(
      `SELECT id FROM take_over WHERE candidate_id = $1 ORDER BY asked_at DESC LIMIT 1`,
      [ana],
    )
    return rows[0]?.id as TakeOverId
  }
  const approve = async () => {
    const { draftId, revisionId } = draft
    const approved = await approveDraft(await world.as('UINES'), { draftId, revisionId })
    return approved.ok ? 'approved' : approved.refusal
  }
  return { world, ana, draft, ask, asked, approve, ben: (await world.as('UBEN')).actor }
}

onQuickDatabase('somebody whom a colleague is already talking with', (db) => {
  it('is held back with who spoke last, when and how, and with what can be done', async () => {
    const { world, ana, draft, approve, ben } = await talking(db())
    const refusal = { kind: 'collision', by: ben.memberId, last: '2026-03-02', how: 'call', freeOn: '2026-03-16' }
    expect(await approve()).toMatchObject({ kind: 'not_yet', because: [refusal] })
    const card = await loadDraftCard(world.system(), draft.draftId)
    expect(card?.nextActs.map(({ kind }) => kind)).toEqual(['talk_to', 'ask_to_take_over', 'remind_then'])
    // Whoever logs a call or becomes the owner is told the same.
    const brief = await loadPersonBrief(await world.as('UINES'), { candidateId: ana })
    expect(brief).toMatchObject({ value: { talking: { slackUserId: 'UBEN', last: '2026-03-02', how: 'call' } } })
    const own = await loadPersonBrief(await world.as('UBEN'), { candidateId: ana })
    expect(own.ok && own.value.talking).toBeUndefined()
  })

  it('may be written to once the colleague left the conversation, which stands on the timeline', async () => {
    const { world, ana, ask, asked, approve } = await talking(db())
    expect(await ask()).toMatchObject({ value: { kind: 'asked', of: 'UBEN' } })
    const takeOverId = await asked()
    expect(await world.run((tx) => tx.posts.byKey(`take_over_ask:${takeOverId}`))).toMatchObject({ address: 'UBEN' })
    expect(await approve()).toMatchObject({ kind: 'not_yet' })
    expect(await agreeTakeOver(await world.as('UBEN'), { takeOverId })).toMatchObject({ ok: true })
    const [entry] = await world.run((tx) => tx.candidates.timeline(ana, 1))
    expect(entry?.text).toMatch(/ left the conversation to /)
    expect(await world.run((tx) => tx.posts.byKey(`take_over_answer:${takeOverId}`))).toMatchObject({
      address: 'UINES',
    })
    expect(await loadTakeOver(world.system(), takeOverId)).toMatchObject({ who: 'Ana Souza', ask: { state: 'agreed' } })
    expect(await approve()).toBe('approved')
  })

  it('stays with the colleague who says not yet, and may be asked for again', async () => {
    const { world, ask, asked, approve } = await talking(db())
    await ask()
    expect(await ask()).toMatchObject({ refusal: { kind: 'asked_already' } })
    const takeOverId = await asked()
    expect(await declineTakeOver(await world.as('UBEN'), { takeOverId })).toMatchObject({ ok: true })
    expect(await approve()).toMatchObject({ kind: 'not_yet' })
    expect(await agreeTakeOver(await world.as('UBEN'), { takeOverId })).toMatchObject({ refusal: { kind: 'over' } })
    expect(await ask()).toMatchObject({ value: { kind: 'asked' } })
  })

  it('is the colleague’s alone to leave, and nobody is asked where nobody talks', async () => {
    const { world, ask, asked } = await talking(db())
    await ask()
    const takeOverId = await asked()
    const answer = await agreeTakeOver(await world.as('UINES'), { takeOverId })
    expect(answer).toMatchObject({ refusal: { kind: 'not_asked' } })
    expect(await ask('UBEN')).toMatchObject({ refusal: { kind: 'nobody_talks' } })
    expect(await ask('USAM')).toMatchObject({ refusal: { kind: 'not_allowed' } })
  })

  it('is anybody’s where the colleague has left', async () => {
    const { world, ask, approve } = await talking(db())
    await world.run((tx) => tx.members.left('UBEN', world.now()))
    expect(await ask()).toMatchObject({ value: { kind: 'yours', of: 'UBEN' } })
    expect(await approve()).toBe('approved')
  })
})
