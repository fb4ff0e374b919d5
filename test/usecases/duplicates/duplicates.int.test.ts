// Two records that may be one person: suggested, left apart for good, merged, and parted again.
import { beforeEach, expect, it } from 'vitest'
import { permissionFor } from '../../../src/domain/consent/permission.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { DAY, plus } from '../../../src/domain/shared/time.ts'
import { reasonWords } from '../../../src/domain/shared/words/duplicates.ts'
import { undoMerge } from '../../../src/usecases/capture/undo-merge.ts'
import { checkDuplicates } from '../../../src/usecases/duplicates/check-duplicates.ts'
import { dismissDuplicate, listDuplicates } from '../../../src/usecases/duplicates/list-duplicates.ts'
import { mergePeople, previewPeopleMerge } from '../../../src/usecases/duplicates/merge-people.ts'
import { pairOf } from '../../../src/usecases/ports/duplicates.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { add, anAddress, nobody, refusal, value } from '../capture/support.ts'

onQuickDatabase('people who may be recorded twice', (db) => {
  let world: World
  let liz: CandidateId
  let elizabeth: CandidateId
  beforeEach(async () => {
    world = await outreachWorld(db())
    elizabeth = await add(world, { fullName: 'Elizabeth Thornmere', email: anAddress(), location: 'Lisbon' })
    world.pass(1)
    liz = await add(world, { fullName: 'Liz Thornmere', email: anAddress(), location: 'Lisbon', skills: 'Go' })
    await add(world, { fullName: 'Simon Wolkenmaat', email: anAddress(), location: 'Lisbon' })
  })

  const list = async (at?: string) =>
    value(await listDuplicates(await world.as('UINES'), at === undefined ? {} : { at }))
  const pairs = async () => (await list()).rows.map(({ kept, other }) => [kept.person.id, other.person.id])
  const get = async (id: CandidateId) => world.run((tx) => tx.candidates.get(id))
  const merge = async (key?: string) => {
    const [kept, other] = [await get(elizabeth), await get(liz)]
    return mergePeople(await world.as('UINES', key), {
      keptId: elizabeth,
      otherId: liz,
      keptVersion: kept?.version ?? 0,
      otherVersion: other?.version ?? 0,
      choices: {},
    })
  }

  it('are found when they are added, with the reasons, whoever was here first standing first', async () => {
    const { rows, next } = await list()
    expect(rows.map(({ kept, other }) => [kept.person.id, other.person.id])).toEqual([[elizabeth, liz]])
    expect(reasonWords(rows[0]?.reasons ?? [])).toBe('Liz is short for Elizabeth; same place')
    expect(next).toBeUndefined()
  })

  it('are found when a name is changed, and forgotten when it is changed back', async () => {
    const simon = await add(world, { fullName: 'Simone Wolkenmaat', email: anAddress() })
    expect(await pairs()).toHaveLength(1)
    await world.run((tx) => tx.candidates.change(simon, { fullName: 'Simon Wolkenmat', location: 'Lisbon' }))
    expect(await pairs()).toHaveLength(2)
    await world.run((tx) => tx.candidates.change(simon, { fullName: 'Ursula Quennel' }))
    expect(await pairs()).toEqual([[elizabeth, liz]])
  })

  it('stay within their workspace', async () => {
    await pairs()
    const elsewhere = await outreachWorld(db())
    await add(elsewhere, { fullName: 'Lizzie Thornmere', email: anAddress(), location: 'Lisbon' })
    const there = value(await listDuplicates(await elsewhere.as('UINES'), {}))
    expect(there.rows).toEqual([])
    const theirs = await elsewhere.as('UINES')
    expect(refusal(await dismissDuplicate(theirs, { oneId: liz, otherId: elizabeth }))?.kind).toBe('gone')
    expect(refusal(await previewPeopleMerge(theirs, { oneId: liz, otherId: elizabeth }))?.kind).toBe('gone')
  })

  it('are compared a portion at a time, so that an import keeps nobody waiting', async () => {
    expect(await checkDuplicates(world.system(), 2)).toEqual({ checked: 2, more: true })
    expect(await checkDuplicates(world.system(), 2)).toEqual({ checked: 1, more: false })
    expect(await checkDuplicates(world.system(), 2)).toEqual({ checked: 0, more: false })
  })

  it('are compared first who came last, so that a big import in front of them hides nobody', async () => {
    const last = await add(world, { fullName: 'Lizzie Thornmere', email: anAddress(), location: 'Lisbon' })
    await checkDuplicates(world.system(), 1)
    await checkDuplicates(world.system(), 2)
    const open = await world.run((tx) => tx.duplicates.open(9, undefined))
    expect(open.map(({ oneId, otherId }) => new Set([oneId, otherId]))).toEqual([new Set([liz, last])])
  })

  it('stay suggested to whoever sees both, after somebody opened the list who does not', async () => {
    await world.run((tx) => tx.candidates.change(liz, { kind: 'internal', ownerId: world.ines.memberId }))
    expect(value(await listDuplicates(await world.as('UBEN'), {})).rows).toEqual([])
    expect(await pairs()).toEqual([[elizabeth, liz]])
    await world.run((tx) => tx.candidates.change(elizabeth, { company: 'Fernhollow' }))
    expect(value(await listDuplicates(await world.as('UBEN'), {})).rows).toEqual([])
    expect(await pairs()).toEqual([[elizabeth, liz]])
  })

  it('fill the first page of whoever does not see the likeliest of them', async () => {
    const [role, company] = ['Recruiter', 'Fernhollow']
    for (const fullName of ['Quentin Ashgrove', 'Quentin Ashgrove', 'Quentin Ashgrove', 'Quentin Ashgrove']) {
      const id = await add(world, { fullName, email: anAddress(), location: 'Lisbon' })
      const internal = { kind: 'internal', ownerId: world.ines.memberId, consideredRole: role, company } as const
      await world.run((tx) => tx.candidates.change(id, internal))
    }
    const hers = value(await listDuplicates(await world.as('UINES'), {}))
    expect(hers.rows.every(({ kept }) => kept.person.fullName === 'Quentin Ashgrove')).toBe(true)
    expect(hers.rows).toHaveLength(5)
    const his = value(await listDuplicates(await world.as('UBEN'), {}))
    expect(his.rows.map(({ kept, other }) => new Set([kept.person.id, other.person.id]))).toEqual([
      new Set([liz, elizabeth]),
    ])
    expect(his.next).toBeUndefined()
  })

  it('come a page at a time', async () => {
    for (const first of ['Beth', 'Betty', 'Lizzie']) {
      world.pass(1)
      await add(world, { fullName: `${first} Thornmere`, email: anAddress(), location: 'Lisbon' })
    }
    const seen: string[] = []
    let at: string | undefined
    do {
      const page = await list(at)
      expect(page.rows.length).toBeLessThanOrEqual(5)
      expect(page.further).toBe(at !== undefined)
      seen.push(...page.rows.map(({ kept, other }) => `${kept.person.id}${other.person.id}`))
      at = page.next
    } while (at !== undefined)
    // Each of five with each other of them.
    expect(new Set(seen).size).toBe(10)
    expect(seen).toHaveLength(10)
    for (const forged of ['nonsense', `80:${nobody}:${nobody}`])
      expect(refusal(await listDuplicates(await world.as('UINES'), { at: forged }))?.kind).toBe('gone')
  })

  it('are never asked about again once somebody said that they are two', async () => {
    await pairs()
    const pair = { oneId: liz, otherId: elizabeth }
    expect((await dismissDuplicate(await world.as('UBEN'), pair)).ok).toBe(true)
    expect(await pairs()).toEqual([])
    await world.run((tx) => tx.candidates.change(liz, { fullName: 'Lizzie Thornmere' }))
    expect(await pairs()).toEqual([])
    expect(refusal(await dismissDuplicate(await world.as('UINES'), pair))).toEqual({
      kind: 'decided',
      state: 'dismissed',
    })
    expect(refusal(await dismissDuplicate(await world.as('UINES'), { oneId: liz, otherId: nobody }))?.kind).toBe('gone')
  })

  it('are for recruiters alone', async () => {
    const tom = await world.as('UTOM')
    const pair = { oneId: elizabeth, otherId: liz }
    expect(refusal(await listDuplicates(tom, {}))?.kind).toBe('not_allowed')
    expect(refusal(await dismissDuplicate(tom, pair))?.kind).toBe('not_allowed')
    expect(refusal(await previewPeopleMerge(tom, pair))?.kind).toBe('not_allowed')
    const act = { keptId: elizabeth, otherId: liz, keptVersion: 1, otherVersion: 1, choices: {} }
    expect(refusal(await mergePeople(tom, act))?.kind).toBe('not_allowed')
  })

  it('become one record with the history, contacts and flags of both', async () => {
    await pairs()
    const drafted = await world.approveDraft(liz)
    const before = await world.run((tx) => tx.candidates.contacts(liz))
    expect((await merge()).ok).toBe(true)
    const contacts = await world.run((tx) => tx.candidates.contacts(elizabeth))
    expect(contacts.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
    expect(contacts.filter(({ kind, isPrimary }) => kind === 'email' && isPrimary)).toHaveLength(1)
    expect((await world.send(drafted.id)).candidateId).toBe(elizabeth)
    const timeline = await world.run((tx) => tx.candidates.timeline(elizabeth, 50))
    expect(timeline.some(({ text }) => text === 'Merged with the record of Liz Thornmere.')).toBe(true)
    expect(timeline.filter(({ text }) => text === 'Added to the silver medallists.')).toHaveLength(2)
    expect((await get(elizabeth))?.skills).toEqual(['go'])
    expect(await world.run((tx) => tx.candidates.lock(liz))).toMatchObject({ id: elizabeth })
    expect(await pairs()).toEqual([])
  })

  it('become one whose withdrawal holds, and who is not approached where either was not to be', async () => {
    await world.run(async (tx) => {
      await tx.consent.withdraw(liz, 'contact', world.now())
      await tx.consent.setDoNotContact(liz, world.now())
    })
    expect((await merge()).ok).toBe(true)
    const records = await world.run((tx) => tx.consent.permissions(elizabeth))
    expect(permissionFor(records, 'contact', world.now()).kind).toBe('withdrawn')
    expect(await world.run((tx) => tx.consent.isDoNotContact(elizabeth))).toBe(true)
  })

  it('become one once, however often it is delivered', async () => {
    const [first, again] = [value(await merge('key')), value(await merge('key'))]
    expect(again).toEqual(first)
    expect(refusal(await merge())?.kind).toBe('gone')
  })

  it('are shown anew where one of them changed meanwhile', async () => {
    await world.run((tx) => tx.candidates.change(liz, { tier: 'A' }))
    const stale = { keptId: elizabeth, otherId: liz, keptVersion: 1, otherVersion: 1, choices: {} }
    const refused = refusal(await mergePeople(await world.as('UINES'), stale))
    expect(refused).toMatchObject({ kind: 'changed_since', now: { other: { tier: 'A' } } })
    expect(refusal(await mergePeople(await world.as('UINES'), { ...stale, otherId: elizabeth }))?.kind).toBe('gone')
  })

  it('are two again for 30 days, each with what was its own, and what came since stays', async () => {
    await pairs()
    await world.run((tx) => tx.consent.setDoNotContact(liz, world.now()))
    const before = { liz: await get(liz), elizabeth: await get(elizabeth) }
    const contactsOf = (id: CandidateId) => world.run((tx) => tx.candidates.contacts(id))
    const contacts = { liz: await contactsOf(liz), elizabeth: await contactsOf(elizabeth) }
    const { mergeId } = value(await merge())
    await world.run((tx) => tx.candidates.change(elizabeth, { tier: 'A' }))
    world.pass(29 * DAY)
    expect(refusal(await undoMerge(await world.as('UBEN'), { mergeId }))?.kind).toBe('not_yours')
    expect(value(await undoMerge(await world.as('UINES'), { mergeId }))).toEqual({ undone: true })
    const after = { liz: await get(liz), elizabeth: await get(elizabeth) }
    const version = expect.any(Number)
    expect(after.liz).toEqual({ ...before.liz, version })
    expect(after.elizabeth).toEqual({ ...before.elizabeth, tier: 'A', version })
    expect({ liz: await contactsOf(liz), elizabeth: await contactsOf(elizabeth) }).toEqual(contacts)
    expect(await world.run((tx) => tx.consent.barredAmong([liz, elizabeth]))).toEqual(
      new Map([[liz, world.now() - 29 * DAY]]),
    )
    expect(await pairs()).toEqual([[elizabeth, liz]])
    expect(refusal(await undoMerge(await world.as('UINES'), { mergeId }))?.kind).toBe('undone_already')
  })

  it('stay one after 30 days', async () => {
    const { mergeId } = value(await merge())
    world.pass(31 * DAY)
    expect(refusal(await undoMerge(await world.as('UINES'), { mergeId }))?.kind).toBe('too_late')
  })

  it('who asked to be left alone after the merge are both left alone when it is taken back', async () => {
    const { mergeId } = value(await merge())
    await world.run(async (tx) => {
      await tx.consent.setDoNotContact(elizabeth, world.now())
      await tx.consent.withdraw(elizabeth, 'contact', world.now())
    })
    expect((await undoMerge(await world.as('UINES'), { mergeId })).ok).toBe(true)
    expect(await world.run((tx) => tx.consent.barredAmong([liz, elizabeth]))).toEqual(
      new Map([liz, elizabeth].map((id) => [id, world.now()])),
    )
    const records = await world.run((tx) => tx.consent.permissions(liz))
    expect(permissionFor(records, 'contact', plus(world.now(), 1)).kind).toBe('withdrawn')
  })

  it('are a pair whichever is named first', () => {
    expect(pairOf(liz, elizabeth)).toEqual(pairOf(elizabeth, liz))
  })
})
