// A merge that is taken back leaves two people as they were, each with what was theirs and with what came to them since.
import { beforeEach, expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { Birthday } from '../../../src/domain/candidate/birthday.ts'
import { permissionFor } from '../../../src/domain/consent/permission.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { DAY, type Day, plus } from '../../../src/domain/shared/time.ts'
import { undoMerge } from '../../../src/usecases/capture/undo-merge.ts'
import { checkDuplicates } from '../../../src/usecases/duplicates/check-duplicates.ts'
import { mergePeople, previewPeopleMerge } from '../../../src/usecases/duplicates/merge-people.ts'
import { barPerson, liftBar } from '../../../src/usecases/people/bar-person.ts'
import { logCall } from '../../../src/usecases/people/log-call.ts'
import { pairOf } from '../../../src/usecases/ports/duplicates.ts'
import { takeInMail } from '../../../src/usecases/replies/take-in-mail.ts'
import { renderMergePeople } from '../../../src/views/duplicates/merge-modal.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { add, anAddress, refusal, value } from '../capture/support.ts'

onQuickDatabase('taking back the merge of two people', (db) => {
  let world: World
  let jose: CandidateId
  let joana: CandidateId
  let joanasMail: string
  beforeEach(async () => {
    world = await outreachWorld(db())
    joanasMail = anAddress()
    jose = await add(world, { fullName: 'José Souza', email: anAddress() })
    world.pass(1000)
    joana = await add(world, { fullName: 'Joana Souza', email: joanasMail })
    world.pass(1000)
  })

  const get = (id: CandidateId) => world.run((tx) => tx.candidates.get(id))
  const merge = async (keptId = jose, otherId = joana, who = 'UINES') => {
    const [kept, other] = [await get(keptId), await get(otherId)]
    const versions = { keptVersion: kept?.version ?? 0, otherVersion: other?.version ?? 0 }
    return value(await mergePeople(await world.as(who), { keptId, otherId, ...versions, choices: {} })).mergeId
  }
  const undo = async (mergeId: string, who = 'UINES') => undoMerge(await world.as(who), { mergeId })

  const barred = async () => [...(await world.run((tx) => tx.consent.barredAmong([jose, joana]))).keys()].toSorted()
  const bar = async (candidateId: CandidateId, reason: 'asked_not_to' | 'agreement') =>
    barPerson(await world.as('UINES'), { candidateId, reason, note: '' })
  const suppressed = async (id: CandidateId) => {
    const [mail] = await world.run((tx) => tx.candidates.contacts(id))
    return (await world.run((tx) => tx.consent.suppressions(mail?.value ?? ''))).map(({ reason }) => reason)
  }

  it('lifts the mark that came with the other, and not what they asked for since', async () => {
    value(await bar(joana, 'agreement'))
    const first = await merge()
    expect(await barred()).toEqual([jose, joana])
    value(await undo(first))
    expect(await barred()).toEqual([joana])
    const second = await merge()
    world.pass(DAY)
    value(await bar(jose, 'asked_not_to'))
    expect(await suppressed(jose)).toEqual(['asked_not_to'])
    value(await undo(second))
    expect(await barred()).toEqual([jose, joana])
    expect(await suppressed(joana)).toEqual(['asked_not_to'])
  })

  it('lifts no mark that was said of the one who stayed for a reason of ours', async () => {
    value(await bar(joana, 'agreement'))
    const mergeId = await merge()
    world.pass(DAY)
    value(await bar(jose, 'agreement'))
    expect(refusal(await bar(jose, 'agreement'))).toEqual({ kind: 'barred_already' })
    value(await undo(mergeId))
    expect(await barred()).toEqual([jose, joana])
  })

  it('marks nobody who was not, where the one who stayed was marked before', async () => {
    value(await bar(jose, 'agreement'))
    value(await undo(await merge()))
    expect(await barred()).toEqual([jose])
  })

  it('keeps a wish beside an agreement, once, and again after it was lifted', async () => {
    value(await bar(jose, 'agreement'))
    value(await bar(jose, 'asked_not_to'))
    expect(refusal(await bar(jose, 'asked_not_to'))).toEqual({ kind: 'barred_already' })
    expect(refusal(await bar(jose, 'agreement'))).toEqual({ kind: 'barred_already' })
    value(await liftBar(await world.as('UINES'), { candidateId: jose, source: 'a call' }))
    expect(await suppressed(jose)).toEqual([])
    value(await bar(jose, 'asked_not_to'))
    expect(await suppressed(jose)).toEqual(['asked_not_to'])
  })

  const rowOf = async (table: 'candidate' | 'candidate_search', id: CandidateId) => {
    const key = table === 'candidate' ? 'id' : 'candidate_id'
    const { rows } = await db().pool.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE ${key} = $1`, [id])
    const { version: _version, ...rest } = rows[0] ?? {}
    return rest
  }
  const everyColumn = async () => ({
    people: [await rowOf('candidate', jose), await rowOf('candidate', joana)],
    found: [await rowOf('candidate_search', jose), await rowOf('candidate_search', joana)],
  })
  const touches = async () => [(await get(jose))?.lastTouchAt, (await get(joana))?.lastTouchAt]

  it('leaves every column of both as it was', async () => {
    await world.run(async (tx) => {
      await tx.candidates.change(jose, {
        lastTouchAt: plus(world.now(), -300 * DAY),
        unworked: true,
        firstDue: '2026-06-01' as Day,
        skills: ['go'],
        skillUses: [{ skill: 'go', years: 3, last: undefined }],
      })
      await tx.candidates.change(joana, {
        lastTouchAt: plus(world.now(), 1),
        firstDue: '2026-05-01' as Day,
        headline: 'Nurse',
        skills: ['rust'],
        skillUses: [{ skill: 'rust', years: 5, last: 2024 }],
        snoozedUntil: '2026-12-01' as Day,
        birthday: '03-14' as Birthday,
      })
      await tx.candidates.checked(joana, plus(world.now(), -DAY))
    })
    const before = await everyColumn()
    const mergeId = await merge()
    expect(await get(jose)).toMatchObject({ lastTouchAt: world.now() + 1, unworked: false, firstDue: undefined })
    world.pass(DAY)
    value(await undo(mergeId))
    expect(await everyColumn()).toEqual(before)
  })

  const mailFrom = async (from: string, answers: readonly string[] = []) => {
    const messageId = `<${newUuid()}@example.com>`
    const rest = { references: answers, text: 'Yes, please call me', at: undefined, automatic: undefined }
    await takeInMail(world.system(), { messageId, from, ...rest })
  }
  const historyOf = async (id: CandidateId) =>
    (await world.run((tx) => tx.candidates.timeline(id, 20))).map(({ kind }) => kind).filter((kind) => kind === 'reply')

  it('gives back what the other wrote meanwhile, to a letter or out of nothing, with its touch', async () => {
    const letter = await world.approveDraft(joana)
    const before = await touches()
    const mergeId = await merge()
    world.pass(DAY)
    await mailFrom(joanasMail, [letter.messageId])
    world.pass(DAY)
    await mailFrom(joanasMail)
    const wrote = world.now()
    value(await undo(mergeId))
    expect(await historyOf(jose)).toEqual([])
    expect(await historyOf(joana)).toEqual(['reply', 'reply'])
    const { rows } = await db().pool.query('SELECT candidate_id AS of FROM reply WHERE candidate_id = ANY($1)', [
      [jose, joana],
    ])
    expect(rows).toEqual([{ of: joana }, { of: joana }])
    expect(await touches()).toEqual([before[0], wrote])
  })

  it('leaves with the one who stayed what was said with them since', async () => {
    const mergeId = await merge()
    world.pass(DAY)
    value(await logCall(await world.as('UINES'), { candidateId: jose, note: 'They are still interested' }))
    const called = world.now()
    world.pass(DAY)
    await mailFrom(joanasMail)
    const wrote = world.now()
    value(await undo(mergeId))
    expect(await touches()).toEqual([called, wrote])
  })

  it('gives back a letter that was approved meanwhile to their address, with its draft', async () => {
    const mergeId = await merge()
    const [contact] = (await world.run((tx) => tx.candidates.contacts(jose))).filter((one) => one.value === joanasMail)
    const letter = await world.approveDraft(jose)
    await db().pool.query('UPDATE send SET contact_id = $1 WHERE id = $2', [contact?.id, letter.id])
    value(await undo(mergeId))
    expect((await world.send(letter.id)).candidateId).toBe(joana)
    expect((await world.run((tx) => tx.drafts.get(letter.draftId)))?.candidateId).toBe(joana)
  })

  it('keeps each in the list once, also where they are taken out of it meanwhile', async () => {
    const pool = world.system().newId<'pool'>()
    const by = world.ines.memberId
    const list = { id: pool, name: 'Bench', query: undefined, ownerId: by, cadenceDays: 90, personaNote: undefined }
    await world.run(async (tx) => {
      await tx.pools.insert({ ...list, createdAt: world.now(), archivedAt: undefined })
      await tx.pools.addMembers(pool, [jose, joana], by, world.now())
    })
    const open = async () => {
      const stays = 'SELECT candidate_id AS id FROM pool_stay WHERE pool_id = $1 AND left_at IS NULL ORDER BY 1'
      return (await db().pool.query<{ id: string }>(stays, [pool])).rows.map(({ id }) => id)
    }
    const mergeId = await merge()
    expect((await open()).filter((id) => id === jose)).toHaveLength(1)
    await world.run((tx) => tx.pools.removeMembers(pool, [jose], { by, at: world.now(), how: 'by_hand' }))
    value(await undo(mergeId))
    const members = await world.run(async (tx) => [
      await tx.pools.isMember(pool, jose),
      await tx.pools.isMember(pool, joana),
    ])
    expect(members).toEqual([false, true])
    expect(await open()).toEqual([joana])
  })

  it('remembers of whom somebody was reminded, of both and again of each', async () => {
    const day = '2026-03-02' as Day
    const keep = (candidateId: CandidateId, place: number) =>
      world.run((tx) =>
        tx.nudges.keep(world.ines.memberId, day, [{ candidateId, kind: 'quiet', jobId: undefined, place }]),
      )
    const reminded = async () =>
      (await world.run((tx) => tx.nudges.items(world.ines.memberId, day))).map(({ candidateId }) => candidateId)
    await keep(joana, 1)
    const mergeId = await merge()
    expect(await reminded()).toEqual([jose])
    value(await undo(mergeId))
    expect(await reminded()).toEqual([joana])
    await keep(jose, 2)
    value(await undo(await merge()))
    expect(await reminded()).toEqual([joana, jose])
  })

  it('leaves a pair that was said to be two people as that', async () => {
    await checkDuplicates(world.system(), 100)
    const pair = pairOf(jose, joana)
    await world.run(async (tx) => {
      await tx.duplicates.suggest(jose, [{ ...pair, score: 80, reasons: [] }], world.now())
      await tx.duplicates.decide(pair, 'dismissed', world.ines.memberId, world.now())
    })
    value(await undo(await merge()))
    expect(await world.run((tx) => tx.duplicates.lock(pair))).toBe('dismissed')
  })

  it('begins with the merge that came last, and each then has what was its own', async () => {
    const carla = await add(world, { fullName: 'Carla Souza', email: anAddress() })
    await world.run(async (tx) => {
      await tx.candidates.change(jose, { skills: [] })
      await tx.candidates.change(joana, { skills: ['go'] })
      await tx.candidates.change(carla, { skills: ['rust'] })
    })
    const first = await merge()
    const second = await merge(jose, carla)
    expect(refusal(await undo(first))).toEqual({
      kind: 'later_first',
      mergeId: second,
      other: (await get(carla))?.fullName,
    })
    value(await undo(second))
    value(await undo(first))
    const skills = [await get(jose), await get(joana), await get(carla)].map((person) => person?.skills)
    expect(skills).toEqual([[], ['go'], ['rust']])
  })

  it('begins with the merge of the joined record into a third', async () => {
    const carla = await add(world, { fullName: 'Carla Souza', email: anAddress() })
    const inner = await merge(joana, carla)
    const outer = await merge(jose, joana)
    expect(refusal(await undo(inner))).toEqual({
      kind: 'later_first',
      mergeId: outer,
      other: (await get(jose))?.fullName,
    })
    value(await undo(outer))
    value(await undo(inner))
    expect((await world.run((tx) => tx.candidates.getMany([jose, joana, carla]))).length).toBe(3)
  })

  it('is for who merged, who looks after either of them, and admins', async () => {
    const ben = (await world.as('UBEN')).actor.memberId
    const mergeId = await merge()
    expect(refusal(await undo(mergeId, 'UBEN'))).toEqual({ kind: 'not_yours' })
    value(await undo(mergeId, 'UADA'))
    await world.run((tx) => tx.candidates.change(joana, { ownerId: ben }))
    value(await undo(await merge(), 'UBEN'))
  })

  const permissions = async (id: CandidateId) => world.run((tx) => tx.consent.permissions(id))
  const mayWrite = async (id: CandidateId) => permissionFor(await permissions(id), 'contact', world.now()).kind
  const shown = async () => {
    const preview = value(await previewPeopleMerge(await world.as('UINES'), { oneId: jose, otherId: joana }))
    return JSON.stringify(renderMergePeople(preview))
  }

  it('gives back the permissions of each; joined, the one that ended holds', async () => {
    const ended = world.now() - DAY
    await db().pool.query('UPDATE permission SET expires_at = $2 WHERE candidate_id = $1', [joana, new Date(ended)])
    const before = [await permissions(jose), await permissions(joana)]
    expect(await shown()).toContain('Together: *ran out on')
    const mergeId = await merge()
    expect(await mayWrite(jose)).toBe('expired')
    value(await undo(mergeId))
    expect([await permissions(jose), await permissions(joana)]).toEqual(before)
    expect([await mayWrite(jose), await mayWrite(joana)]).toEqual(['valid', 'expired'])
  })

  it('gives back the permissions of each; joined, a withdrawal holds against a later consent in the other', async () => {
    const consent = { purpose: 'contact', basis: 'consent', source: 'their mail', wording: '1' } as const
    const rest = { id: newUuid<'permission'>(), expiresAt: undefined, withdrawnAt: undefined }
    await world.run((tx) => tx.consent.withdraw(joana, 'contact', world.now()))
    world.pass(DAY)
    await world.run((tx) => tx.consent.grant(jose, { ...consent, ...rest, grantedAt: world.now() }))
    world.pass(DAY)
    const before = [await permissions(jose), await permissions(joana)]
    expect(await shown()).toContain('Together: *withdrawn on')
    const mergeId = await merge()
    expect(await mayWrite(jose)).toBe('withdrawn')
    value(await undo(mergeId))
    expect([await permissions(jose), await permissions(joana)]).toEqual(before)
    expect([await mayWrite(jose), await mayWrite(joana)]).toEqual(['valid', 'withdrawn'])
  })
})
