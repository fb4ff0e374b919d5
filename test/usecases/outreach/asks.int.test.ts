import { expect, it } from 'vitest'
import { makeMailLinks } from '../../../src/adapters/system/tokens.ts'
import type { DraftAskId } from '../../../src/domain/shared/ids.ts'
import { realTimers } from '../../../src/jobs/pump.ts'
import { approveDraft } from '../../../src/usecases/outreach/approve-draft.ts'
import { declineAsk, looksGood, suggestChange } from '../../../src/usecases/outreach/ask-answer.ts'
import { loadAskAnswer, loadAskCard } from '../../../src/usecases/outreach/ask-card.ts'
import { askColleague, withdrawAsk } from '../../../src/usecases/outreach/ask-colleague.ts'
import { loadVoiceText, sendInOwnVoice, undoOwnVoice } from '../../../src/usecases/outreach/ask-own-voice.ts'
import { deliverSend } from '../../../src/usecases/outreach/deliver-send.ts'
import { editDraft } from '../../../src/usecases/outreach/edit-draft.ts'
import { rejectDraft } from '../../../src/usecases/outreach/reject-draft.ts'
import { undoSend } from '../../../src/usecases/outreach/undo-send.ts'
import { setStanding } from '../../../src/usecases/people/set-standing.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { aDraft, cardOf, type Drafted } from '../../support/drafting.ts'
import { mailerThat } from '../../support/mailer.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

/** Tom manages; he is given the role by hand. */
async function aWorldWithTom(db: Parameters<typeof outreachWorld>[0], settings = {}) {
  const world = await outreachWorld(db, settings)
  const { actor } = await world.as('UTOM')
  await world.run((tx) => tx.members.grantRole(actor.memberId, 'hiring_manager', undefined, world.now()))
  await world.run((tx) =>
    tx.members.keep({
      id: actor.memberId,
      slackUserId: 'UTOM',
      name: 'Tom Okafor',
      email: 'tom@fernhollow.example',
      zone: actor.zone,
      isSlackAdmin: false,
      refreshedAt: world.now(),
    }),
  )
  return { world, tom: async () => (await world.as('UTOM')).actor }
}

async function asks(world: World, draft: Drafted, change: Partial<Parameters<typeof askColleague>[1]> = {}) {
  const colleague = (await world.as('UTOM')).actor
  return askColleague(await world.as('UINES'), { draftId: draft.draftId, kind: 'look', colleague, ...change })
}
async function asked(...args: Parameters<typeof asks>): Promise<DraftAskId> {
  const answer = await asks(...args)
  if (!answer.ok) throw new Error(answer.refusal.kind)
  return answer.value.askId
}
const kindOf = (answer: { ok: boolean; refusal?: unknown }) =>
  answer.ok ? 'ok' : (answer as { refusal: { kind: string } }).refusal.kind
const postsOf = (world: World, prefix: string, id: string) => world.run((tx) => tx.posts.byKey(`${prefix}:${id}`))
const sendsOf = (world: World, { candidateId }: Drafted) =>
  world.run((tx) => tx.sends.ofCandidate(candidateId, 0 as never, 10))
const told = async (world: World, askId: DraftAskId) => postsOf(world, 'ask_answer', `${askId}:${world.now()}`)

onQuickDatabase('asking a colleague about a draft', (db) => {
  it('puts the text into their DM, and shows on the card that they were asked', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world, { fullName: 'Ana Souza' })
    const askId = await asked(world, draft, { question: 'Is this what impressed you?' })
    expect(await postsOf(world, 'draft_ask', askId)).toMatchObject({ address: 'UTOM', kind: 'draft_ask' })
    const shown = await loadAskCard(world.system(), askId)
    expect(shown).toMatchObject({ fullName: 'Ana Souza', askedBy: 'UINES', revisionId: draft.revisionId })
    expect(shown?.ask.question).toBe('Is this what impressed you?')
    expect((await cardOf(world, draft.draftId)).asks).toMatchObject([{ state: 'asked', colleague: 'UTOM' }])
  })

  it('gives them the text and nothing else of the person', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world, { email: 'secret@example.com', advice: 'too junior', reason: 'pay' })
    const shown = JSON.stringify(await loadAskCard(world.system(), await asked(world, draft)))
    for (const kept of ['secret@example.com', 'too junior', '"pay"']) expect(shown).not.toContain(kept)
  })

  it('brings back that it looks good, or what they would change, to whoever asked', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    const good = await asked(world, draft)
    expect(await looksGood(await world.as('UTOM'), { askId: good })).toEqual({ ok: true, value: null })
    expect(await told(world, good)).toMatchObject({ address: 'UINES' })
    expect(await loadAskAnswer(world.system(), good)).toMatchObject({ ask: { state: 'answered', answer: undefined } })
    const better = await asked(world, draft)
    const suggestion = 'Mention the *drill* in <May>.'
    await suggestChange(await world.as('UTOM'), { askId: better, suggestion })
    expect(await loadAskAnswer(world.system(), better)).toMatchObject({ ask: { answer: suggestion }, waiting: true })
    expect((await cardOf(world, draft.draftId)).asks.map(({ answer }) => answer)).toEqual([suggestion, undefined])
    await editDraft(await world.as('UINES'), { ...draft, subject: 'New', body: 'Newer' })
    expect((await cardOf(world, draft.draftId)).asks.map(({ olderText }) => olderText)).toEqual([true, true])
  })

  it('never sends, whatever they say', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    await looksGood(await world.as('UTOM'), { askId: await asked(world, draft) })
    expect(await sendsOf(world, draft)).toEqual([])
    expect((await cardOf(world, draft.draftId)).draft.state).toBe('waiting')
  })

  it('refuses yourself, whoever may not see drafts, and the person themselves', async () => {
    const { world, tom } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    const ines = (await world.as('UINES')).actor
    expect(kindOf(await asks(world, draft, { colleague: ines }))).toBe('yourself')
    const sam = (await world.as('USAM')).actor
    expect(kindOf(await asks(world, draft, { colleague: sam }))).toBe('may_not_see')
    expect(kindOf(await asks(world, draft, { colleague: undefined }))).toBe('no_such_member')
    const stranger = { memberId: world.system().newId<'member'>(), roles: (await tom()).roles }
    expect(kindOf(await asks(world, draft, { colleague: stranger }))).toBe('no_such_member')
    const internal = await aDraft(world, { kind: 'internal', ownerId: ines.memberId })
    expect(kindOf(await asks(world, internal))).toBe('internal_person')
    const himself = await aDraft(world, { email: 'Tom@fernhollow.example' })
    expect(kindOf(await asks(world, himself))).toBe('is_them')
    expect((await cardOf(world, draft.draftId)).asks).toEqual([])
  })

  it('asks nobody twice, nobody about another’s draft, and nobody once it is decided', async () => {
    const { world, tom } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    await asked(world, draft)
    expect(kindOf(await asks(world, draft))).toBe('asked_already')
    const colleague = await tom()
    const bens = { draftId: draft.draftId, kind: 'look', colleague } as const
    expect(kindOf(await askColleague(await world.as('UBEN'), bens))).toBe('not_yours')
    expect(kindOf(await askColleague(await world.as('UTOM'), bens))).toBe('not_allowed')
    await rejectDraft(await world.as('UINES'), draft)
    expect(kindOf(await asks(world, draft))).toBe('already_decided')
  })

  it('is answered once, by whoever was asked, while the draft waits and they may', async () => {
    const { world, tom } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    const askId = await asked(world, draft)
    expect(kindOf(await looksGood(await world.as('UBEN'), { askId }))).toBe('not_asked')
    expect(kindOf(await looksGood(await world.as('USAM'), { askId }))).toBe('not_allowed')
    const nowhere = { askId: world.system().newId<'draft_ask'>() }
    expect(kindOf(await looksGood(await world.as('UTOM'), nowhere))).toBe('no_such_ask')
    expect(kindOf(await suggestChange(await world.as('UTOM'), { askId, suggestion: '  ' }))).toBe('bad_input')
    const { memberId } = await tom()
    await world.run((tx) => tx.members.revokeRole(memberId, 'hiring_manager'))
    expect(kindOf(await looksGood(await world.as('UTOM'), { askId }))).toBe('not_allowed')
    await world.run((tx) => tx.members.grantRole(memberId, 'hiring_manager', undefined, world.now()))
    expect(kindOf(await declineAsk(await world.as('UTOM'), { askId }))).toBe('ok')
    expect(kindOf(await looksGood(await world.as('UTOM'), { askId }))).toBe('over')
    const late = await asked(world, draft)
    await approveDraft(await world.as('UINES'), draft)
    expect(kindOf(await looksGood(await world.as('UTOM'), { askId: late }))).toBe('draft_decided')
  })

  it('is withdrawn by whoever asked, and by nobody else', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    const askId = await asked(world, draft)
    expect(kindOf(await withdrawAsk(await world.as('UBEN'), { askId }))).toBe('not_yours')
    expect(kindOf(await withdrawAsk(await world.as('UINES'), { askId }))).toBe('ok')
    expect(kindOf(await withdrawAsk(await world.as('UINES'), { askId }))).toBe('over')
    expect(kindOf(await looksGood(await world.as('UTOM'), { askId }))).toBe('over')
    expect((await cardOf(world, draft.draftId)).asks).toEqual([])
    expect((await loadAskCard(world.system(), askId))?.ask.state).toBe('withdrawn')
  })
})

onQuickDatabase('the manager’s own voice', (db) => {
  const voice = async (world: World, draft: Drafted) => asked(world, draft, { kind: 'own_voice' })
  const deliver = async (world: World, draft: Drafted, mailer: ReturnType<typeof mailerThat>['mailer']) => {
    const links = makeMailLinks(['secret'], () => 'https://talent.example')
    const delivery = { contexts: world.contexts, mailer, links, leaseSeconds: 60, timers: realTimers }
    const [send] = await sendsOf(world, draft)
    return deliverSend(delivery, world.workspace, send?.id ?? ('' as never))
  }

  it('shows the draft with their signature, and sends what they edit in their name', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    const askId = await voice(world, draft)
    const text = await loadVoiceText(await world.as('UTOM'), { askId })
    expect(text.ok ? text.value.body : '').toMatch(/\nTom Okafor\nFernhollow Energy\s*$/)
    const edited = { subject: 'From me', body: 'Ana, I still think of that drill.\n\nTom' }
    const sent = await sendInOwnVoice(await world.as('UTOM'), { askId, revisionId: draft.revisionId, edited })
    expect(sent).toMatchObject({ ok: true, value: { kind: 'approved' } })
    const { mailer, sent: letters } = mailerThat()
    expect(await deliver(world, draft, mailer)).toBe('handed_over')
    expect(letters).toMatchObject([{ from: { name: 'Tom Okafor' }, subject: 'From me', body: edited.body }])
    expect(letters[0]?.footer.whoWeAre).toContain('Tom Okafor')
    const [entry] = await world.run((tx) => tx.candidates.timeline(draft.candidateId, 1))
    expect(entry?.memberId).toBe((await world.as('UTOM')).actor.memberId)
    expect(await told(world, askId)).toMatchObject({ address: 'UINES' })
    // Whoever keeps in touch stays the recruiter.
    expect((await cardOf(world, draft.draftId)).owner.slackUserId).toBe('UINES')
  })

  it('sends the text as it was shown where they change nothing', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    const askId = await voice(world, draft)
    const shown = await loadAskCard(world.system(), askId)
    const { revisionId } = draft
    expect(await sendInOwnVoice(await world.as('UTOM'), { askId, revisionId })).toMatchObject({ ok: true })
    const { revision, decidedBy } = await cardOf(world, draft.draftId)
    expect(revision.body).toBe(shown?.text.body)
    expect(decidedBy?.slackUserId).toBe('UTOM')
  })

  it('lets nobody approve as somebody else: not the owner their words, not a colleague theirs', async () => {
    const { world } = await aWorldWithTom(db(), { holdSeconds: 600 })
    const draft = await aDraft(world)
    const askId = await voice(world, draft)
    const { revisionId } = draft
    expect(kindOf(await sendInOwnVoice(await world.as('UBEN'), { askId, revisionId }))).toBe('not_asked')
    await sendInOwnVoice(await world.as('UTOM'), { askId, revisionId })
    const [send] = await sendsOf(world, draft)
    const sendId = send?.id ?? ''
    expect(kindOf(await undoOwnVoice(await world.as('UBEN'), { sendId }))).toBe('no_such_send')
    expect(kindOf(await undoOwnVoice(await world.as('UTOM'), { sendId }))).toBe('ok')
    const card = await cardOf(world, draft.draftId)
    expect(card).toMatchObject({ draft: { state: 'waiting' }, wordsOf: 'UTOM' })
    const theirs = { draftId: draft.draftId, revisionId: card.revision.id }
    expect(kindOf(await approveDraft(await world.as('UINES'), theirs))).toBe('their_words')
    expect((await sendsOf(world, draft)).filter(({ state }) => state === 'approved')).toEqual([])
    // Undone, their words wait for them; once the owner edits, they are the owner's.
    const again = { askId, revisionId: card.revision.id }
    expect(kindOf(await sendInOwnVoice(await world.as('UTOM'), again))).toBe('ok')
    const [second] = await sendsOf(world, draft)
    expect(kindOf(await undoSend(await world.as('UINES'), { sendId: second?.id ?? '' }))).toBe('ok')
    const edited = await editDraft(await world.as('UINES'), { ...theirs, subject: 'Mine', body: 'My own words' })
    expect(kindOf(await sendInOwnVoice(await world.as('UTOM'), again))).toBe('superseded')
    const mine = { draftId: draft.draftId, revisionId: edited.ok ? edited.value.revisionId : '' }
    expect(kindOf(await approveDraft(await world.as('UINES'), mine))).toBe('ok')
  })

  it('keeps their words where the gate says no, tells whoever asked, and gives the reason to nobody else', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    const askId = await voice(world, draft)
    await setStanding(await world.as('UINES'), {
      candidateId: draft.candidateId,
      standing: 'told_no',
      day: '2026-03-01',
    })
    const edited = { subject: 'From me', body: 'My own words.\n\nTom' }
    const kept = await sendInOwnVoice(await world.as('UTOM'), { askId, revisionId: draft.revisionId, edited })
    expect(kept).toEqual({ ok: true, value: { kind: 'kept' } })
    expect(await sendsOf(world, draft)).toEqual([])
    expect(await loadAskCard(world.system(), askId)).toMatchObject({ ownWords: true, text: { body: edited.body } })
    const card = await cardOf(world, draft.draftId)
    expect(card).toMatchObject({ wordsOf: 'UTOM', verdict: { because: [{ kind: 'recontact_window' }] } })
    expect(await told(world, askId)).toMatchObject({ address: 'UINES' })
    await setStanding(await world.as('UINES'), {
      candidateId: draft.candidateId,
      standing: 'told_no',
      day: '2025-01-01',
    })
    const again = { askId, revisionId: card.revision.id }
    expect(await sendInOwnVoice(await world.as('UTOM'), again)).toMatchObject({ value: { kind: 'approved' } })
    const letters = await world.run((tx) => tx.drafts.revision(card.revision.id))
    expect(letters?.number).toBe(2)
  })

  it('tells only the owner why it was held back at the moment of sending', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    const askId = await voice(world, draft)
    await sendInOwnVoice(await world.as('UTOM'), { askId, revisionId: draft.revisionId })
    const [send] = await sendsOf(world, draft)
    await setStanding(await world.as('UINES'), { candidateId: draft.candidateId, standing: 'interviewing' })
    expect(await deliver(world, draft, mailerThat().mailer)).toBe('refused')
    const key = (whom: string) => `${send?.id}:${world.now()}:${whom}`
    expect(await postsOf(world, 'not_sent_card', key('UINES'))).toBeDefined()
    expect(await postsOf(world, 'not_sent_card', key('UTOM'))).toBeUndefined()
  })

  it('sends nothing where the owner changed the draft while they wrote', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    const askId = await voice(world, draft)
    await editDraft(await world.as('UINES'), { ...draft, subject: 'New', body: 'Newer' })
    const edited = { subject: 'x', body: 'y' }
    const { revisionId } = draft
    expect(kindOf(await sendInOwnVoice(await world.as('UTOM'), { askId, revisionId, edited }))).toBe('superseded')
    expect(await sendsOf(world, draft)).toEqual([])
  })

  it('is refused by the role, by a look that was asked for, and by a text of another draft', async () => {
    const { world, tom } = await aWorldWithTom(db())
    const [draft, other] = [await aDraft(world), await aDraft(world)]
    const look = await asked(world, other)
    const { revisionId } = draft
    expect(kindOf(await sendInOwnVoice(await world.as('UTOM'), { askId: look, revisionId }))).toBe('no_such_draft')
    const theirs = { askId: look, revisionId: other.revisionId }
    expect(kindOf(await sendInOwnVoice(await world.as('UTOM'), theirs))).toBe('over')
    expect(kindOf(await loadVoiceText(await world.as('UTOM'), { askId: look }))).toBe('over')
    const askId = await voice(world, draft)
    const { memberId } = await tom()
    await world.run((tx) => tx.members.revokeRole(memberId, 'hiring_manager'))
    expect(kindOf(await sendInOwnVoice(await world.as('UTOM'), { askId, revisionId }))).toBe('not_allowed')
    expect(await sendsOf(world, draft)).toEqual([])
  })

  it('makes one message of two presses', async () => {
    const { world } = await aWorldWithTom(db())
    const draft = await aDraft(world)
    const askId = await voice(world, draft)
    const { revisionId } = draft
    const first = await sendInOwnVoice(await world.as('UTOM', 'press'), { askId, revisionId })
    expect(await sendInOwnVoice(await world.as('UTOM', 'press'), { askId, revisionId })).toEqual(first)
    expect(await sendsOf(world, draft)).toHaveLength(1)
  })
})
