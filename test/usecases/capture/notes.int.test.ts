// A message saved as a note: with the person, internal, with its source, and gone again with Undo.
import { beforeAll, expect, it } from 'vitest'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { loadNote, saveNote, undoNote } from '../../../src/usecases/capture/save-note.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { add, MESSAGE, nobody, post, refusal, value } from './support.ts'

onQuickDatabase('a candidate note', (db) => {
  let world: World
  let ana: CandidateId
  beforeAll(async () => {
    world = await outreachWorld(db())
    ana = await add(world)
  })
  const facts = () => world.run((tx) => tx.candidates.facts(ana))
  const timeline = () => world.run((tx) => tx.candidates.timeline(ana, 20))
  const input = (text: string, change: object = {}) => ({
    candidateId: ana as string,
    text,
    kind: 'note' as const,
    keepWords: false,
    link: MESSAGE.link,
    ...change,
  })
  const save = async (text: string, change: object = {}, key?: string) =>
    saveNote(await world.as('UINES', key), input(text, change))

  it('stands on the timeline and among the facts, internal, with the message as its source', async () => {
    const { noteId } = value(await save('Asked for a call after the move'))
    expect((await timeline()).find(({ id }) => id === noteId)).toMatchObject({
      kind: 'note',
      text: 'Asked for a call after the move',
      link: MESSAGE.link,
      memberId: world.ines.memberId,
      oneToOne: false,
    })
    expect((await facts()).find(({ text }) => text === 'Asked for a call after the move')).toMatchObject({
      kind: 'note',
      telling: 'internal_only',
      sourceKind: 'note',
      sourceLink: MESSAGE.link,
    })
    expect(await post(world, `note_notice:${noteId}`)).toMatchObject({ address: 'UINES', subjects: [ana, noteId] })
    expect((await world.run((tx) => tx.candidates.get(ana)))?.lastTouchAt).toBeUndefined()
  })

  it.each(['wish', 'promise', 'praise'] as const)(
    'starts internal as a %s, too, said by who wrote it',
    async (kind) => {
      const { actor } = await world.as('UTOM')
      value(await save(`what Tom wrote: ${kind}`, { kind, author: 'UTOM' }))
      expect((await facts()).find(({ text }) => text === `what Tom wrote: ${kind}`)).toMatchObject({
        kind,
        telling: 'internal_only',
        authorId: actor.memberId,
      })
    },
  )

  it('is kept once for the same words of the same message', async () => {
    value(await save('Twice'))
    expect(refusal(await save('Twice'))).toEqual({ kind: 'saved_before' })
    expect((await save('Twice', { link: undefined })).ok).toBe(true)
    const again = async () => value(await save('By one submission', {}, 'V0NOTE'))
    expect(await again()).toEqual(await again())
  })

  it('warns of private matters, and keeps the words only knowingly', async () => {
    const words = 'Back after her sick leave'
    expect(refusal(await save(words))).toMatchObject({ kind: 'warned', warned: [{ topic: 'health' }] })
    expect((await save(words, { keepWords: true })).ok).toBe(true)
  })

  it('refuses a person who is not there, no words and too many', async () => {
    expect(refusal(await save('x', { candidateId: nobody }))).toEqual({ kind: 'no_such_person' })
    for (const bad of [{ candidateId: 'x' }, { text: ' \u200b ' }, { text: 'x'.repeat(3_001) }])
      expect(refusal(await save('x', bad))?.kind).toBe('bad_input')
    // A link that could say something else is left out; the note is kept.
    value(await save('Odd link', { link: 'https://x|<!channel>' }))
    expect((await timeline()).find(({ text }) => text === 'Odd link')?.link).toBeUndefined()
  })

  it('is taken back by who saved it, leaving nothing', async () => {
    const { noteId } = value(await save('A slip'))
    expect(refusal(await undoNote(await world.as('UBEN'), { noteId }))).toEqual({ kind: 'not_yours' })
    expect(await undoNote(await world.as('UINES'), { noteId })).toEqual({ ok: true, value: null })
    expect([...(await timeline()), ...(await facts())].filter(({ text }) => text === 'A slip')).toEqual([])
    expect(await loadNote(world.system(), ana, noteId)).toMatchObject({ isThere: false })
    expect(refusal(await undoNote(await world.as('UINES'), { noteId }))).toEqual({ kind: 'undone_already' })
    expect(refusal(await undoNote(await world.as('UINES'), { noteId: nobody }))).toEqual({ kind: 'undone_already' })
  })

  it('stays once somebody allowed it to be mentioned', async () => {
    const { noteId } = value(await save('wants a remote role', { kind: 'wish' }))
    world.pass(1_000)
    await world.run((tx) => tx.candidates.changeFact(noteId as never, { telling: 'may_be_mentioned' }, world.now()))
    expect(refusal(await undoNote(await world.as('UINES'), { noteId }))).toEqual({ kind: 'too_late' })
  })

  it('takes back no other entry of a timeline', async () => {
    const [entry] = (await timeline()).filter(({ kind }) => kind === 'change')
    expect(refusal(await undoNote(await world.as('UINES'), { noteId: entry?.id ?? '' }))).toEqual({
      kind: 'undone_already',
    })
  })

  it('is for recruiters', async () => {
    const { noteId } = value(await save('Not for Tom'))
    const tom = await world.as('UTOM')
    expect(refusal(await saveNote(tom, input('x')))?.kind).toBe('not_allowed')
    expect(refusal(await undoNote(tom, { noteId }))?.kind).toBe('not_allowed')
  })
})
