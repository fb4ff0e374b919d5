// What a letter with the news leaves somebody to take along: true, tellable, and only while nobody has told them.
import { beforeAll, expect, it } from 'vitest'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { addSilver } from '../../../src/usecases/capture/add-silver.ts'
import { flagNearMiss } from '../../../src/usecases/capture/flag-near-miss.ts'
import { keepDoor, prepareDoor } from '../../../src/usecases/capture/keep-door.ts'
import { editDraft, redraft } from '../../../src/usecases/outreach/edit-draft.ts'
import { writeDraft } from '../../../src/usecases/outreach/write-draft.ts'
import { setStanding } from '../../../src/usecases/people/set-standing.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { add, FLAG, form, nobody, refusal, value } from './support.ts'

onQuickDatabase('keeping the door open', (db) => {
  let world: World
  beforeAll(async () => {
    world = await outreachWorld(db())
  })
  const ines = (key?: string) => world.as('UINES', key)
  const facts = (id: CandidateId) => world.run((tx) => tx.candidates.facts(id))
  const keep = async (candidateId: string, said: { strength?: string; advice?: string }, keepWords = false) =>
    keepDoor(await ines(), { candidateId, strength: '', advice: '', keepWords, ...said })
  const letterTo = async (id: CandidateId, asksToStay = true) => {
    value(await writeDraft(await ines(), { candidateId: id, purpose: 'decline', asksToStay }))
    const [draft] = await world.run((tx) => tx.drafts.waitingFor(id))
    if (draft === undefined) throw new Error('no draft')
    const revision = await world.run((tx) => tx.drafts.revision(draft.revisionId))
    return { draft, revision }
  }

  it('puts one true strength and one piece of advice into the letter, each as a fact that it points at', async () => {
    const id = await add(world)
    value(await keep(id, { strength: 'how calmly you led the incident exercise', advice: 'say your trade-offs aloud' }))
    const { revision } = await letterTo(id)
    expect(revision?.body).toContain('What stood out: how calmly you led the incident exercise.')
    expect(revision?.body).toContain('One thing that may help next time: say your trade-offs aloud.')
    expect(revision?.body).toContain('May I stay in touch')
    const cited = (await facts(id)).filter(({ id: fact }) => revision?.claims.some(({ factId }) => factId === fact))
    expect(cited.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['strength', 'advice']))
    expect((await world.run((tx) => tx.candidates.get(id)))?.advice).toBe('say your trade-offs aloud')
  })

  it('asks to stay in touch only where the recruiter chose to keep the door open, which a waiting letter learns too', async () => {
    const id = await add(world)
    const plain = await letterTo(id, false)
    expect([plain.revision?.asksToStay, plain.revision?.body]).toEqual([false, expect.not.stringContaining('stay in')])
    const { waiting } = value(await keep(id, { strength: 'how calmly you led the incident exercise' }))
    if (waiting === undefined) throw new Error('It waits')
    value(await redraft(await ines(), { ...waiting, asksToStay: true }))
    const asks = await letterTo(id, false)
    expect([asks.revision?.asksToStay, asks.revision?.body]).toEqual([true, expect.stringContaining('May I stay in')])
    const ref = { draftId: asks.draft.id, revisionId: asks.draft.revisionId }
    const edited = value(await editDraft(await ines(), { ...ref, subject: 'Our answer', body: 'May I stay in touch?' }))
    expect(await world.run((tx) => tx.drafts.revision(edited.revisionId))).toMatchObject({ asksToStay: true })
  })

  it('begins with what may be told, and keeps it once', async () => {
    const id = await add(world, { advice: 'read up on queues' })
    value(await keep(id, { strength: 'how you wrote the runbook' }))
    const prepared = value(await prepareDoor(await ines(), { candidateId: id }))
    expect(prepared).toMatchObject({ strength: 'how you wrote the runbook', advice: 'read up on queues' })
    const before = (await facts(id)).length
    value(await keep(id, { strength: 'how you wrote the runbook', advice: 'read up on queues' }))
    expect(await facts(id)).toHaveLength(before)
  })

  it('shows a colleague’s praise for wording, and tells none of it', async () => {
    const flagged = value(await flagNearMiss(await world.as('UTOM'), FLAG)).nearMissId
    const id = value(
      await addSilver(await ines(), { ...form({ impressed: FLAG.impressed }), nearMissId: flagged }),
    ).candidateId
    const prepared = value(await prepareDoor(await ines(), { candidateId: id }))
    expect(prepared).toMatchObject({ strength: undefined, internal: { text: FLAG.impressed } })
    value(await keep(id, {}))
    expect((await letterTo(id)).revision?.body).not.toContain(FLAG.impressed)
  })

  it('refuses on its field what no letter may say', async () => {
    await world.addColleague('Marek Kowalski')
    const id = await add(world)
    const long = 'word '.repeat(21).trim()
    expect(refusal(await keep(id, { strength: long, advice: 'see https://evil.example' }))).toEqual({
      kind: 'fields',
      problems: { strength: 'too_long', advice: 'too_long' },
    })
    expect(refusal(await keep(id, { strength: 'you were better than Marek Kowalski' }))).toEqual({
      kind: 'fields',
      problems: { strength: 'names_somebody' },
    })
    const decided = { strength: 'superb, but expects 95k base', advice: 'depth in Go, which is why we said no' }
    expect(refusal(await keep(id, decided, true))).toEqual({
      kind: 'fields',
      problems: { strength: 'internal', advice: 'internal' },
    })
    expect(refusal(await keep(id, { strength: 'x'.repeat(161) }))?.kind).toBe('bad_input')
    expect((await facts(id)).filter(({ kind }) => kind === 'strength')).toEqual([])
  })

  it('warns of private matters, and keeps the words only knowingly', async () => {
    const id = await add(world)
    const said = { advice: 'take it slowly after your burnout' }
    expect(refusal(await keep(id, said))).toMatchObject({ kind: 'warned', warned: [{ topic: 'health' }] })
    expect((await keep(id, said, true)).ok).toBe(true)
    const [fact] = (await facts(id)).filter(({ text }) => text === said.advice)
    expect(fact?.telling).toBe('mentioned_knowingly')
    expect((await letterTo(id)).revision?.body).toContain(said.advice)
    const [kept] = await world.run((tx) => tx.events.read(`candidate:${id}`, 1))
    expect(kept).toMatchObject({ actor: world.ines.memberId, data: { knowingly: [fact?.id] } })
  })

  it('lets words that stayed with us be told where they are chosen for the letter', async () => {
    const advice = 'rest until your burnout is behind you'
    const id = value(await addSilver(await ines(), form({ advice }, true))).candidateId
    expect((await letterTo(id)).revision?.body).not.toContain(advice)
    expect(refusal(await keep(id, { advice }))).toMatchObject({ kind: 'warned' })
    const { waiting } = value(await keep(id, { advice }, true))
    if (waiting === undefined) throw new Error('It waits')
    value(await redraft(await ines(), { ...waiting, asksToStay: true }))
    expect((await letterTo(id)).revision?.body).toContain(advice)
    expect((await facts(id)).filter(({ text }) => text === advice)).toHaveLength(1)
  })

  it('is for those whom nobody has told', async () => {
    const id = await add(world, { standing: 'interviewing' })
    for (const act of [prepareDoor(await ines(), { candidateId: id }), keep(id, {})])
      expect(refusal(await act)).toMatchObject({ kind: 'not_waiting', standing: 'interviewing' })
    value(await setStanding(await ines(), { candidateId: id, standing: 'told_no', day: '2026-03-01' }))
    expect(refusal(await keep(id, {}))).toMatchObject({ kind: 'not_waiting', standing: 'told_no' })
    expect(refusal(await keep(nobody, {}))).toEqual({ kind: 'no_such_person' })
  })

  it('is for recruiters', async () => {
    const id = await add(world)
    const tom = await world.as('UTOM')
    expect(refusal(await prepareDoor(tom, { candidateId: id }))?.kind).toBe('not_allowed')
    expect(refusal(await keepDoor(tom, { candidateId: id, keepWords: false }))?.kind).toBe('not_allowed')
  })

  it('says whether a letter waits already, and whether a person wrote in it', async () => {
    const id = await add(world)
    expect(value(await keep(id, {})).waiting).toBeUndefined()
    const { draft } = await letterTo(id)
    expect(value(await keep(id, {})).waiting).toMatchObject({ draftId: draft.id, ownWords: false })
    const edit = { draftId: draft.id, revisionId: draft.revisionId, subject: 'News', body: 'My own words.' }
    value(await editDraft(await ines(), edit))
    expect(value(await keep(id, {})).waiting).toMatchObject({ draftId: draft.id, ownWords: true })
  })

  it('happens once, however often the submission comes', async () => {
    const id = await add(world)
    const submit = async () =>
      value(
        await keepDoor(await ines('V0DOOR'), { candidateId: id, strength: 'your clear diagrams', keepWords: false }),
      )
    expect(await submit()).toEqual(await submit())
    expect((await facts(id)).filter(({ kind }) => kind === 'strength')).toHaveLength(1)
  })
})
