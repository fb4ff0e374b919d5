// Who may add, what is kept, what happens once.
import { beforeAll, expect, it } from 'vitest'
import { addSilver } from '../../../src/usecases/capture/add-silver.ts'
import { dismissFlag } from '../../../src/usecases/capture/dismiss-flag.ts'
import { mergeSilver } from '../../../src/usecases/capture/merge-silver.ts'
import { poolChoices } from '../../../src/usecases/capture/pool-choices.ts'
import { previewMerge } from '../../../src/usecases/capture/preview-merge.ts'
import { reviewFlag } from '../../../src/usecases/capture/review-flag.ts'
import { undoAdd } from '../../../src/usecases/capture/undo-add.ts'
import { onQuickDatabase, withPostgres } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { add, anAddress, form, nobody, refusal, value } from './support.ts'

onQuickDatabase('adding a silver medallist', (db) => {
  let world: World
  beforeAll(async () => {
    world = await outreachWorld(db())
  })

  it('is not for managers and employees', async () => {
    const tom = await world.as('UTOM')
    for (const refused of [
      await addSilver(tom, form({})),
      await undoAdd(tom, { candidateId: nobody }),
      await poolChoices(tom, { query: '' }),
      await reviewFlag(tom, { nearMissId: nobody }),
      await dismissFlag(tom, { nearMissId: nobody, reason: 'x' }),
      await previewMerge(tom, { ...form({}), candidateId: nobody, by: 'email' }),
      await mergeSilver(tom, { formId: nobody, candidateId: nobody, version: 1, choices: {} }),
    ])
      expect(refusal(refused)?.kind).toBe('not_allowed')
  })

  it('names every wrong answer at once, on its field', async () => {
    const wrong = await addSilver(
      await world.as('UINES'),
      form({
        fullName: ' ',
        email: 'x',
        phone: '12',
        profileLink: 'javascript:alert(1)',
        standing: 'told_no',
        tier: 'Z',
        pool: 'x',
        nextTouch: '2020-01-01',
      }),
    )
    expect(wrong).toMatchObject({
      refusal: {
        kind: 'fields',
        problems: {
          fullName: { kind: 'missing' },
          email: { kind: 'not_an_email' },
          phone: { kind: 'not_a_phone' },
          profileLink: { kind: 'not_a_link' },
          standingDay: { kind: 'day_missing' },
          tier: { kind: 'not_offered' },
          pool: { kind: 'unknown_pool' },
          nextTouch: { kind: 'day_past' },
        },
      },
    })
  })

  it('refuses an owner whom nobody knows and a pool that is not there', async () => {
    const wrong = await addSilver(await world.as('UINES'), form({ owner: 'UNOBODY', pool: nobody }))
    expect(wrong).toMatchObject({
      refusal: { problems: { owner: { kind: 'unknown_owner' }, pool: { kind: 'unknown_pool' } } },
    })
  })

  it('leaves nobody as owner and no permission where the recruiter cleared both', async () => {
    const id = await add(world, { owner: '', permission: '' })
    const kept = await world.run(async (tx) => ({
      person: await tx.candidates.get(id),
      permissions: await tx.consent.permissions(id),
    }))
    expect(kept.person?.ownerId).toBeUndefined()
    expect(kept.permissions).toEqual([])
  })

  it('knows a person by phone and by profile link as well', async () => {
    await add(world, { phone: '+44 20 7946 0958', profileLink: 'linkedin.com/in/ana-known' })
    const byPhone = await addSilver(await world.as('UINES'), form({ phone: '+442079460958' }))
    expect(refusal(byPhone)).toMatchObject({ kind: 'known', by: 'phone' })
    const byLink = await addSilver(
      await world.as('UINES'),
      form({ profileLink: 'https://www.linkedin.com/in/ana-known/' }),
    )
    expect(refusal(byLink)).toMatchObject({ kind: 'known', by: 'profile' })
  })

  it('happens once however often the same submission arrives', async () => {
    const ines = await world.as('UINES', 'V-once')
    const email = anAddress()
    const first = value(await addSilver(ines, form({ email })))
    const again = value(await addSilver(await world.as('UINES', 'V-once'), form({ email })))
    expect(again).toEqual(first)
  })

  it('writes ids and codes alone into the log', async () => {
    const id = await add(world, { email: anAddress(), impressed: 'Secret words' })
    const events = await world.run((tx) => tx.events.read(`candidate:${id}`, 5))
    expect(events.map(({ type }) => type)).toEqual(['candidate.added'])
    expect(JSON.stringify(events)).not.toMatch(/Secret|Souza|example\.com/)
  })

  it('finds the open job that the role means', async () => {
    const jobId = world.system().newId<'job'>()
    await world.run((tx) =>
      tx.jobs.insert({
        id: jobId,
        title: 'Tidal Engineer',
        location: undefined,
        remoteOk: false,
        skills: [],
        managerId: undefined,
        openedAt: world.now(),
        closedAt: undefined,
      }),
    )
    const id = await add(world, { role: 'tidal  engineer' })
    expect((await world.run((tx) => tx.candidates.get(id)))?.jobId).toBe(jobId)
  })
})

withPostgres('adding at the same moment', (db) => {
  it('adds one person where two recruiters submit the same address', async () => {
    const world = await outreachWorld(db())
    for (let round = 0; round < 10; round += 1) {
      const email = anAddress()
      const [ines, ben] = [await world.as('UINES', `a${round}`), await world.as('UBEN', `b${round}`)]
      const answers = await Promise.all([addSilver(ines, form({ email })), addSilver(ben, form({ email }))])
      const kinds = answers.map((answer) => (answer.ok ? 'added' : answer.refusal.kind)).toSorted()
      expect(kinds).toEqual(['added', 'known'])
    }
  })
})
