import { describe, expect, it } from 'vitest'
import { makeCandidateSearch } from '../../../src/adapters/db/search/candidate-search.ts'
import { isSeenBy, viewerOf } from '../../../src/domain/candidate/internal.ts'
import { fieldsOf, type ProfileEntry, seenOf } from '../../../src/domain/candidate/profile-form.ts'
import { parseQuery } from '../../../src/domain/pool/query/parse.ts'
import type { CandidateId, MemberId } from '../../../src/domain/shared/ids.ts'
import type { Day } from '../../../src/domain/shared/time.ts'
import { readProfile } from '../../../src/usecases/find/read-profile.ts'
import { readerOf } from '../../../src/usecases/find/read-query.ts'
import { loadNudge } from '../../../src/usecases/nurture/load-nudge.ts'
import { nudgeKey } from '../../../src/usecases/nurture/plan-nudge.ts'
import { addAddress } from '../../../src/usecases/people/add-address.ts'
import { reassignPerson } from '../../../src/usecases/people/reassign-person.ts'
import { snoozePerson } from '../../../src/usecases/people/snooze-person.ts'
import { editSection } from '../../../src/usecases/profile/edit-section.ts'
import { loadSection } from '../../../src/usecases/profile/load-section.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { LISBON, NOW, searchWorld } from '../../support/search-world.ts'

async function save(world: World, user: string, id: CandidateId, change: ProfileEntry, owner?: string) {
  const loaded = await loadSection(await world.as(user), { candidateId: id })
  if (!loaded.ok) return loaded.refusal.kind
  const { entry } = loaded.value
  const fields = fieldsOf('relationship')
  const edited = await editSection(await world.as(user), {
    candidateId: id,
    section: 'relationship',
    seen: { ...seenOf(entry, fields) },
    typed: {
      ...Object.fromEntries(fields.map((field) => [field, entry[field] ?? ''])),
      ...(change as Record<string, string>),
    },
    owner: owner === undefined ? undefined : (await world.as(owner)).actor,
    keepWords: false,
  })
  return edited.ok ? 'done' : edited.refusal.kind === 'fields' ? edited.refusal.problems : edited.refusal.kind
}
const isSeen = async (world: World, user: string, id: CandidateId) => {
  const ctx = await world.as(user)
  const profile = await ctx.uow.run((tx) => tx.candidates.getMany([id]))
  return profile.length === 1
}

describe('who sees internal staff', () => {
  const [ines, ben] = ['ines' as MemberId, 'ben' as MemberId]
  it('is whoever looks after them, and admins', () => {
    const seen = (
      kind: 'internal' | 'alumni',
      ownerId: MemberId | undefined,
      viewer: MemberId,
      ...roles: ('admin' | 'recruiter')[]
    ) => isSeenBy({ kind, ownerId }, viewerOf(viewer, new Set(roles), undefined))
    expect(seen('internal', ines, ines, 'recruiter')).toBe(true)
    expect(seen('internal', ben, ines, 'recruiter')).toBe(false)
    expect(seen('internal', undefined, ines, 'recruiter')).toBe(false)
    expect(seen('internal', ben, ines, 'recruiter', 'admin')).toBe(true)
    expect(seen('alumni', ben, ines)).toBe(true)
  })
})

onQuickDatabase('a colleague who would like to move on', (db) => {
  it('is seen by whoever looks after them and by admins, and gone for everybody else', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    await save(world, 'UINES', id, { owner: '' })
    // Whoever says so is the one who looks after them.
    expect(await save(world, 'UINES', id, { kind: 'internal' })).toBe('done')
    expect(await world.run((tx) => tx.candidates.get(id))).toMatchObject({
      kind: 'internal',
      ownerId: world.ines.memberId,
    })
    expect([
      await isSeen(world, 'UINES', id),
      await isSeen(world, 'UADA', id),
      await isSeen(world, 'UBEN', id),
    ]).toEqual([true, true, false])
    const gone = { refusal: { kind: 'no_such_person' } }
    expect(await readProfile(await world.as('UBEN'), { candidateId: id })).toMatchObject({
      refusal: { kind: 'person_gone' },
    })
    expect(await loadSection(await world.as('UBEN'), { candidateId: id })).toMatchObject(gone)
    expect(await addAddress(await world.as('UBEN'), { candidateId: id, address: 'x@example.com' })).toMatchObject(gone)
    expect(await snoozePerson(await world.as('UBEN'), { candidateId: id, choice: 'one_month' })).toMatchObject(gone)
    const owner = (await world.as('UBEN')).actor
    expect(await reassignPerson(await world.as('UBEN'), { candidateId: id, owner })).toMatchObject(gone)
    const [contact] = await world.run((tx) => tx.candidates.contacts(id))
    if (contact === undefined) throw new Error('They have an address')
    const found = async (user: string) =>
      (await world.as(user)).uow.run((tx) => tx.candidates.findByContact('email', contact.value))
    expect([await found('UINES'), await found('UBEN')]).toEqual([id, undefined])
  })

  it('may be handed over, out of the sight of whoever did', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    await save(world, 'UINES', id, { owner: 'UINES' }, 'UINES')
    expect(await save(world, 'UBEN', id, { kind: 'internal' })).toEqual({ kind: { kind: 'internal_elsewhere' } })
    expect(await save(world, 'UINES', id, { kind: 'internal' })).toBe('done')
    expect(
      await reassignPerson(await world.as('UINES'), { candidateId: id, owner: (await world.as('UBEN')).actor }),
    ).toMatchObject({
      ok: true,
    })
    expect([await isSeen(world, 'UINES', id), await isSeen(world, 'UBEN', id)]).toEqual([false, true])
    const { rows } = await db().pool.query('SELECT kind, owner_id FROM candidate_search WHERE candidate_id = $1', [id])
    expect(rows).toEqual([{ kind: 'internal', owner_id: (await world.as('UBEN')).actor.memberId }])
  })

  it('never sees their own record, admin or not', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const { memberId } = (await world.as('UADA')).actor
    await world.run(async (tx) => {
      const member = await tx.members.get(memberId)
      if (member !== undefined) await tx.members.keep({ ...member, email: 'Ada@Example.com' })
    })
    await addAddress(await world.as('UINES'), { candidateId: id, address: 'ada@example.com' })
    expect(await isSeen(world, 'UADA', id)).toBe(true)
    await save(world, 'UINES', id, { owner: '' })
    expect(await save(world, 'UADA', id, { kind: 'internal' })).toEqual({ kind: { kind: 'is_them' } })
    expect(await save(world, 'UINES', id, { kind: 'internal' })).toBe('done')
    expect([await isSeen(world, 'UADA', id), await isSeen(world, 'UINES', id)]).toEqual([false, true])
    // Nor does a number tell them.
    const search = makeCandidateSearch({ pool: db().pool, seal: world.seal }, world.workspace.id)
    const counted = async (user: string) => {
      const reader = readerOf(await world.as(user))
      const query = { version: 1, where: null, sort: null } as const
      return [await search.count(query, reader), (await search.find(query, reader, { size: 5 })).ids]
    }
    expect(await counted('UADA')).toEqual([{ exact: 0 }, []])
    expect(await counted('UINES')).toEqual([{ exact: 1 }, [id]])
  })

  it('never sees their own record either where the same address stands on another one', async () => {
    const world = await outreachWorld(db())
    const [hidden, own] = [await world.addPerson({ email: 'ada@example.com' }), await world.addPerson()]
    const { memberId } = (await world.as('UADA')).actor
    await world.run(async (tx) => {
      const member = await tx.members.get(memberId)
      if (member !== undefined) await tx.members.keep({ ...member, email: 'ada@example.com' })
    })
    await world.run((tx) => tx.candidates.change(hidden, { kind: 'internal', ownerId: world.ines.memberId }))
    // Ben may not know that somebody has that address already.
    expect(await addAddress(await world.as('UBEN'), { candidateId: own, address: 'ada@example.com' })).toMatchObject({
      ok: true,
    })
    expect(await isSeen(world, 'UADA', own)).toBe(true)
    await world.run((tx) => tx.candidates.change(own, { kind: 'internal', ownerId: world.ines.memberId }))
    expect([await isSeen(world, 'UADA', hidden), await isSeen(world, 'UADA', own)]).toEqual([false, false])
    const all = await world.run((tx) => tx.candidates.allWithAddress('Ada@example.com'))
    expect(new Set(all)).toEqual(new Set([hidden, own]))
  })

  it('is named in the morning to whoever looks after them, and in no channel', async () => {
    const world = await outreachWorld(db())
    const [staff, other] = [await world.addPerson(), await world.addPerson()]
    await save(world, 'UINES', staff, { kind: 'internal', owner: 'UINES' }, 'UINES')
    const day = '2026-03-02' as Day
    const key = nudgeKey(day, world.ines.memberId)
    const named = async (address: string) => {
      await world.run(async (tx) => {
        await tx.nudges.keep(
          world.ines.memberId,
          day,
          [staff, other].map((candidateId, place) => ({ candidateId, kind: 'quiet', jobId: undefined, place })),
        )
        await tx.posts.want({ key, kind: 'nudge', address, subjects: [world.ines.memberId] }, world.now())
      })
      return (await loadNudge(world.system(), key))?.rows.map(({ person }) => person.id)
    }
    expect(await named('C0NUDGES1')).toEqual([other])
    await db().pool.query('UPDATE slack_post SET address = $1 WHERE key = $2', ['UINES', key])
    expect(await named('UINES')).toEqual([staff, other])
  })

  it('is neither found nor counted for others', async () => {
    const world = await searchWorld(db())
    const [hers, his] = await world.addPeople([
      { fullName: 'Ida Intern', kind: 'internal', ownerId: world.ines },
      { fullName: 'Idris Intern', kind: 'internal', ownerId: world.ben },
      { fullName: 'Ike Outern', kind: 'alumni', ownerId: world.ben },
    ])
    await world.addPool('Everybody', { query: '' })
    const parsed = parseQuery('kind:internal,alumni', { now: NOW, zone: LISBON, me: 'UINES001' })
    if (!parsed.ok) throw new Error('It is a query')
    const { query } = parsed.value
    const seen = async (reader: typeof world.reader) => {
      const { ids } = await world.search.find(query, reader, { size: 10 })
      const count = await world.search.count(query, reader)
      return [ids.length, count, ids.includes(hers?.id ?? ('' as never)), ids.includes(his?.id ?? ('' as never))]
    }
    expect(await seen(world.reader)).toEqual([2, { exact: 2 }, true, false])
    expect(await seen({ ...world.reader, memberId: undefined })).toEqual([1, { exact: 1 }, false, false])
    expect(await seen({ ...world.reader, sees: 'all' })).toEqual([3, { exact: 3 }, true, true])
  })
})
