// Flags wait, are decided once, and the flagger hears.
import { beforeAll, expect, it } from 'vitest'
import { addSilver } from '../../../src/usecases/capture/add-silver.ts'
import { dismissFlag } from '../../../src/usecases/capture/dismiss-flag.ts'
import { flagNearMiss } from '../../../src/usecases/capture/flag-near-miss.ts'
import { loadFlag } from '../../../src/usecases/capture/load-posts.ts'
import { prepareFlag } from '../../../src/usecases/capture/prepare-flag.ts'
import { reviewFlag } from '../../../src/usecases/capture/review-flag.ts'
import { triageDirectly } from '../../../src/usecases/capture/triage-directly.ts'
import { onQuickDatabase, withPostgres } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { anAddress, FLAG, flag, form, MESSAGE, nobody, post, refusal, value } from './support.ts'

onQuickDatabase('flagging a near-miss', (db) => {
  let world: World
  beforeAll(async () => {
    world = await outreachWorld(db())
  })

  it('wants a card in the triage channel and keeps the message as evidence', async () => {
    const id = value(await flagNearMiss(await world.as('UTOM'), { ...FLAG, message: MESSAGE })).nearMissId
    expect(await post(world, `triage_card:${id}`)).toMatchObject({
      kind: 'triage_card',
      address: '#recruiting-triage',
      subjects: [id],
    })
    const kept = (await loadFlag(world.system(), id))?.nearMiss
    expect(kept).toMatchObject({
      evidenceLink: MESSAGE.link,
      evidence: { channel: 'C1', ts: MESSAGE.ts },
      state: 'waiting',
    })
  })

  it('of the same person from the same message by the same colleague is told of the first', async () => {
    const again = await flagNearMiss(await world.as('UTOM'), { ...FLAG, fullName: 'NADIA  RÁHIMI', message: MESSAGE })
    expect(refusal(again)).toMatchObject({ kind: 'same_again', state: 'waiting' })
    expect(
      value(await flagNearMiss(await world.as('UTOM'), { ...FLAG, fullName: 'Marek Novak', message: MESSAGE }))
        .mayDecide,
    ).toBe(false)
    expect(value(await flagNearMiss(await world.as('ULUCIA'), { ...FLAG, message: MESSAGE })).mayDecide).toBe(false)
  })

  it('is kept only knowingly where the words speak of a private matter', async () => {
    const words = { ...FLAG, fullName: 'Ola Nordmann', impressed: 'Superb, although she is pregnant' }
    expect(refusal(await flagNearMiss(await world.as('UTOM'), words))).toEqual({
      kind: 'warned',
      warned: [{ topic: 'pregnancy', words: 'pregnant' }],
    })
    const id = value(await flagNearMiss(await world.as('UTOM'), { ...words, keepWords: true })).nearMissId
    expect((await loadFlag(world.system(), id))?.nearMiss.impressed).toBe(words.impressed)
  })

  it('takes none of our colleagues for the candidate, whoever wrote the message', async () => {
    const guessed = async (text: string) => value(await prepareFlag(await world.as('UTOM'), { text })).guess.fullName
    const { name } = (await world.as('ULUCIA')).actor
    expect(await guessed(`${name} interviewed Nora Quist`)).toBe('Nora Quist')
    expect(await guessed(`${name} was great today`)).toBeUndefined()
    expect(await guessed(`${name.split(' ')[0]} Quist was great today`)).toBe(`${name.split(' ')[0]} Quist`)
  })

  it('names colleagues whom the message mentions, and nobody by an id', async () => {
    const { name } = (await world.as('ULUCIA')).actor
    const text = '<@ULUCIA> thanks, <@U0EMP00001|ann> too. Nora Quist was great'
    const { excerpt, fullName } = value(await prepareFlag(await world.as('UTOM'), { text })).guess
    expect(excerpt).toBe(`@${name} thanks, a colleague too. Nora Quist was great`)
    expect(fullName).toBe('Nora Quist')
  })

  it('drops a link that could say something else in a message', async () => {
    const link = 'https://evil.example|click>'
    const id = value(
      await flagNearMiss(await world.as('UTOM'), { ...FLAG, message: { channel: 'C1', ts: '9.9', link } }),
    ).nearMissId
    expect((await loadFlag(world.system(), id))?.nearMiss.evidenceLink).toBeUndefined()
  })

  it('is decided once, and the flagger hears the outcome alone', async () => {
    const id = await flag(world)
    value(await dismissFlag(await world.as('UINES'), { nearMissId: id, reason: 'not a finalist' }))
    expect(refusal(await dismissFlag(await world.as('UBEN'), { nearMissId: id, reason: 'x' }))).toMatchObject({
      kind: 'flag_decided',
      state: 'dismissed',
      by: 'Ines Duarte',
    })
    expect(refusal(await addSilver(await world.as('UBEN'), { ...form({}), nearMissId: id }))).toMatchObject({
      kind: 'flag_decided',
    })
    expect(refusal(await reviewFlag(await world.as('UBEN'), { nearMissId: id }))).toMatchObject({
      kind: 'flag_decided',
    })
    expect(await post(world, `flag_outcome:${id}`)).toMatchObject({ address: 'UTOM', subjects: [id] })
    expect(JSON.stringify(await world.run((tx) => tx.events.read(`near_miss:${id}`, 5)))).not.toContain('finalist')
  })

  it('of nobody is refused', async () => {
    expect(refusal(await reviewFlag(await world.as('UINES'), { nearMissId: nobody }))?.kind).toBe('flag_gone')
    expect(refusal(await dismissFlag(await world.as('UINES'), { nearMissId: nobody, reason: 'x' }))?.kind).toBe(
      'flag_gone',
    )
    expect(refusal(await dismissFlag(await world.as('UINES'), { nearMissId: 'forged', reason: 'x' }))?.kind).toBe(
      'bad_input',
    )
    expect(refusal(await dismissFlag(await world.as('UINES'), { nearMissId: nobody, reason: ' \u0000 ' }))?.kind).toBe(
      'bad_input',
    )
  })

  it('goes to each recruiter directly where the channel cannot be reached, once, and not after it was decided', async () => {
    const id = await flag(world)
    expect(await triageDirectly(world.system(), id)).toBe(2)
    expect(await post(world, `triage_card:${id}:UBEN`)).toMatchObject({
      address: 'UBEN',
      subjects: [id, world.workspace.id],
    })
    value(await dismissFlag(await world.as('UINES'), { nearMissId: id, reason: 'x' }))
    expect(await triageDirectly(world.system(), id)).toBe(0)
  })

  it('goes to the admins where there are no recruiters: those whom the environment names, else Slack’s own', async () => {
    const id = await flag(world)
    const toldWith = async (admins: readonly string[] | undefined) => {
      const ctx = world.system()
      const places = { ...ctx.services.places, recruitersGroup: 'nobody', admins }
      await triageDirectly({ ...ctx, services: { ...ctx.services, places } }, id)
    }
    await toldWith(['UADA'])
    expect(await post(world, `triage_card:${id}:UADA`)).toMatchObject({ address: 'UADA' })
    const { slackUserId } = await world.addColleague('Priya Raman', { isSlackAdmin: true })
    await toldWith(undefined)
    expect(await post(world, `triage_card:${id}:${slackUserId}`)).toMatchObject({ address: slackUserId })
  })

  it('keeps the flagger’s words as theirs, and the recruiter’s as hers', async () => {
    const nearMissId = await flag(world)
    const own = 'Also ran a flawless handover'
    const id = value(await addSilver(await world.as('UINES'), { ...form({ impressed: own }), nearMissId })).candidateId
    const tom = (await world.as('UTOM')).actor.memberId
    const praise = (await world.run((tx) => tx.candidates.facts(id))).filter(({ kind }) => kind === 'praise')
    expect(praise.map(({ text, authorId, sourceKind }) => [text, authorId === tom, sourceKind])).toEqual(
      expect.arrayContaining([
        [own, false, 'silver_form'],
        [FLAG.impressed, true, 'near_miss'],
      ]),
    )
  })
})

withPostgres('deciding at the same moment', (db) => {
  it('decides a flag once where two recruiters submit at once, and the second hears of the first', async () => {
    const world = await outreachWorld(db())
    for (let round = 0; round < 10; round += 1) {
      const nearMissId = await flag(world)
      const [ines, ben] = [await world.as('UINES', `a${round}`), await world.as('UBEN', `b${round}`)]
      const accepting = { ...form({ email: anAddress() }), nearMissId }
      const answers = await Promise.all([addSilver(ines, accepting), dismissFlag(ben, { nearMissId, reason: 'x' })])
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      const lost = answers.find((answer) => !answer.ok)
      expect(lost && refusal(lost)).toMatchObject({ kind: 'flag_decided', by: 'Ines Duarte' })
      expect((await loadFlag(world.system(), nearMissId))?.nearMiss.state).not.toBe('waiting')
    }
  })
})
