import { expect, it } from 'vitest'
import { fieldsOf, type ProfileEntry, type ProfileSection, seenOf } from '../../../src/domain/candidate/profile-form.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import type { NewOwner } from '../../../src/usecases/people/reassign-person.ts'
import { editSection } from '../../../src/usecases/profile/edit-section.ts'
import { loadSection } from '../../../src/usecases/profile/load-section.ts'
import { undoEdit } from '../../../src/usecases/profile/undo-edit.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const personOf = async (world: World, id: CandidateId) => {
  const person = await world.run((tx) => tx.candidates.get(id))
  if (person === undefined) throw new Error('Nobody')
  return person
}
const timeline = async (world: World, id: CandidateId) =>
  (await world.run((tx) => tx.candidates.timeline(id, 20))).map(({ text }) => text)
const contactsOf = async (world: World, id: CandidateId) =>
  (await world.run((tx) => tx.candidates.contacts(id))).map(({ kind, value, isPrimary }) => [kind, value, isPrimary])
const factsOf = async (world: World, id: CandidateId) =>
  (await world.run((tx) => tx.candidates.facts(id)))
    .filter((fact) => fact.retractedAt === undefined)
    .map(({ kind, text }) => `${kind}: ${text}`)

/** A form as it was opened, whatever happens before it is sent. */
async function opened(world: World, id: CandidateId, section: ProfileSection, user = 'UINES') {
  const loaded = await loadSection(await world.as(user), { candidateId: id })
  if (!loaded.ok) throw new Error('It opens')
  const { entry } = loaded.value
  const shown = Object.fromEntries(fieldsOf(section).map((field) => [field, entry[field] ?? '']))
  const seen = { ...seenOf(entry, fieldsOf(section)) }
  return async (change: ProfileEntry, more: { seen?: typeof seen; owner?: NewOwner; keepWords?: boolean } = {}) =>
    editSection(await world.as(user), {
      candidateId: id,
      section,
      seen: more.seen ?? seen,
      typed: { ...shown, ...(change as Record<string, string>) },
      owner: more.owner,
      keepWords: more.keepWords ?? false,
    })
}
const refusalOf = (result: { readonly ok: boolean; readonly refusal?: unknown }) =>
  result.ok ? 'done' : result.refusal

onQuickDatabase('editing a section of a profile', (db) => {
  it('changes what was typed, with search, facts, time zone and timeline, and is undone', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const before = await personOf(world, id)
    const save = await opened(world, id, 'work')
    const edited = await save({
      company: 'Initech',
      skills: 'K8s, Go',
      location: 'Tokyo, remote',
      seniority: 'staff',
      jobFunction: 'data',
      careerStage: 'expert',
    })
    if (!edited.ok) throw new Error(JSON.stringify(edited.refusal))
    expect(await personOf(world, id)).toMatchObject({
      company: 'Initech',
      skills: ['kubernetes', 'go'],
      location: 'Tokyo',
      remoteOk: true,
      zone: 'Asia/Tokyo',
      seniority: 'staff',
      jobFunction: 'data',
      careerStage: 'expert',
      fullName: before.fullName,
      version: before.version + 1,
    })
    const search = async () =>
      (
        await db().pool.query(
          'SELECT company, skills, place, places, seniority, job_function FROM candidate_search WHERE candidate_id = $1',
          [id],
        )
      ).rows[0]
    expect(await search()).toMatchObject({
      company: 'initech',
      skills: ['kubernetes', 'go'],
      place: 'tokyo',
      seniority: 'staff',
      job_function: 'data',
    })
    expect((await search()).places).toContain('japan')
    expect(await factsOf(world, id)).toEqual(
      expect.arrayContaining(['skill: Kubernetes', 'skill: Go', 'location: Tokyo']),
    )
    expect((await timeline(world, id))[0]).toContain('Company: ')
    expect((await timeline(world, id))[0]).toContain('→ Initech')
    const events = await world.run((tx) => tx.events.read(`candidate:${id}`, 1))
    expect(events[0]).toMatchObject({ type: 'candidate.edited', data: { section: 'work' } })
    expect(JSON.stringify(events)).not.toContain('Initech')

    const undone = await undoEdit(await world.as('UBEN'), { editId: edited.value.editId })
    expect(undone).toMatchObject({ value: { left: [] } })
    expect(await personOf(world, id)).toEqual({ ...before, version: before.version + 2 })
    expect(await factsOf(world, id)).not.toContain('location: Tokyo')
    expect(await undoEdit(await world.as('UINES'), { editId: edited.value.editId })).toMatchObject({
      refusal: { kind: 'undone_already' },
    })
  })

  it('keeps for how long and how lately somebody knew a skill, and undoes that too', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const skills = async () => {
      const loaded = await loadSection(await world.as('UINES'), { candidateId: id })
      return loaded.ok ? loaded.value.entry.skills : undefined
    }
    expect(refusalOf(await (await opened(world, id, 'work'))({ skills: 'Kubernetes 5y 2024, Go' }))).toBe('done')
    expect(await personOf(world, id)).toMatchObject({
      skills: ['kubernetes', 'go'],
      skillUses: [{ skill: 'kubernetes', years: 5, last: 2024 }],
    })
    const edited = await (await opened(world, id, 'work'))({ skills: 'Kubernetes 6y 2025, Go' })
    if (!edited.ok) throw new Error(JSON.stringify(edited.refusal))
    expect((await timeline(world, id))[0]).toBe('Years and recency: Kubernetes 5y 2024 → Kubernetes 6y 2025')
    expect(await skills()).toBe('Kubernetes 6y 2025, Go')
    expect(await undoEdit(await world.as('UINES'), { editId: edited.value.editId })).toMatchObject({
      value: { left: [] },
    })
    expect(await skills()).toBe('Kubernetes 5y 2024, Go')
    const refused = await (await opened(world, id, 'work'))({ skills: 'Kubernetes 2099' })
    expect(refusalOf(refused)).toEqual({ kind: 'fields', problems: { skills: { kind: 'year_ahead' } } })
  })

  it('keeps what a colleague changed meanwhile, and asks where both changed the same', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const ines = await opened(world, id, 'work')
    const ben = await opened(world, id, 'work', 'UBEN')
    expect(refusalOf(await ben({ company: 'Hooli', headline: 'SRE at large' }))).toBe('done')
    const refused = await ines({ company: 'Initech', seniority: 'lead' })
    if (refused.ok || refused.refusal.kind !== 'changed_since') throw new Error('It asks')
    expect(refused.refusal.now.company).toBe('Hooli')
    expect(await personOf(world, id)).toMatchObject({ company: 'Hooli' })
    // Sent once more with what was told, it is meant.
    expect(
      refusalOf(await ines({ company: 'Initech', seniority: 'lead' }, { seen: { ...refused.refusal.seen } })),
    ).toBe('done')
    expect(await personOf(world, id)).toMatchObject({
      company: 'Initech',
      seniority: 'lead',
      headline: 'SRE at large',
    })
  })

  it('is undone only where nothing was changed since', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const first = await (await opened(world, id, 'work'))({ company: 'Hooli', headline: 'One' })
    const second = await (await opened(world, id, 'work'))({ company: 'Initech' })
    if (!first.ok || !second.ok) throw new Error('Both are saved')
    expect(await undoEdit(await world.as('UINES'), { editId: first.value.editId })).toMatchObject({
      value: { left: ['company'] },
    })
    expect(await personOf(world, id)).toMatchObject({ company: 'Initech', headline: undefined })
    await (await opened(world, id, 'work'))({ company: 'Umbrella' })
    expect(await undoEdit(await world.as('UINES'), { editId: second.value.editId })).toMatchObject({
      refusal: { kind: 'changed_since' },
    })
  })

  it('says beside each field what is wrong, and changes nothing then', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const other = await world.addPerson()
    const before = await personOf(world, id)
    const problems = async (section: ProfileSection, change: ProfileEntry) => {
      const result = await (await opened(world, id, section))(change)
      return result.ok || result.refusal.kind !== 'fields' ? refusalOf(result) : result.refusal.problems
    }
    expect(await problems('work', { consideredRole: '' })).toEqual({ consideredRole: { kind: 'missing' } })
    expect(await problems('work', { seniority: 'constructor' })).toEqual({ seniority: { kind: 'not_offered' } })
    expect(await problems('standing', { standing: 'told_no', standingDay: '' })).toEqual({
      standingDay: { kind: 'day_missing' },
    })
    expect(await problems('standing', { standingDay: '2030-01-01' })).toEqual({ standingDay: { kind: 'day_ahead' } })
    expect(await problems('relationship', { nextTouch: '2020-01-01' })).toEqual({ nextTouch: { kind: 'day_past' } })
    expect(await problems('relationship', { kind: '' })).toEqual({ kind: { kind: 'not_offered' } })
    expect(await problems('birthday', { birthDay: '31', birthMonth: '02' })).toEqual({
      birthDay: { kind: 'no_birthday' },
      birthMonth: { kind: 'no_birthday' },
    })
    expect(await problems('birthday', { birthDay: '1990' })).toMatchObject({ birthDay: { kind: 'no_birthday' } })
    expect(await problems('contact', { email: 'ana@' })).toEqual({ email: { kind: 'not_an_email' } })
    const [theirs] = (await contactsOf(world, other)).filter(([kind]) => kind === 'email')
    expect(await problems('contact', { email: `mine@example.com\n${String(theirs?.[1])}` })).toEqual({
      email: { kind: 'taken' },
    })
    expect(await problems('work', {})).toEqual({ kind: 'nothing_changed' })
    expect(await problems('standing', { advice: 'She is pregnant and tired' })).toMatchObject({ kind: 'warned' })
    expect(await personOf(world, id)).toEqual(before)
    const kept = await (await opened(world, id, 'standing'))(
      { advice: 'She is pregnant and tired' },
      { keepWords: true },
    )
    expect(kept.ok).toBe(true)
  })

  it('makes the first address the one that is written to, and keeps those that a message went to', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const emails = async () => (await contactsOf(world, id)).filter(([kind]) => kind === 'email')
    const [[, first] = []] = await emails()
    const edited = await (await opened(world, id, 'contact'))({
      email: `new@example.com\n${String(first)}`,
      phone: '+351 912 345 678',
    })
    if (!edited.ok) throw new Error(JSON.stringify(edited.refusal))
    expect(await emails()).toEqual([
      ['email', 'new@example.com', true],
      ['email', first, false],
    ])
    expect((await timeline(world, id))[0]).toBe('Email changed; Phone changed')
    expect(await undoEdit(await world.as('UINES'), { editId: edited.value.editId })).toMatchObject({ ok: true })
    expect(await contactsOf(world, id)).toEqual([['email', first, true]])
    await world.approveDraft(id)
    const refused = await (await opened(world, id, 'contact'))({ email: 'new@example.com' })
    expect(refusalOf(refused)).toEqual({ kind: 'fields', problems: { email: { kind: 'written_to' } } })
    expect(await emails()).toEqual([['email', first, true]])
  })

  it('hands over to recruiters alone, and keeps a birthday without a year', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const [ben, sam] = [(await world.as('UBEN')).actor, (await world.as('USAM')).actor]
    const save = await opened(world, id, 'relationship')
    expect(refusalOf(await save({ owner: 'USAM' }, { owner: sam }))).toEqual({
      kind: 'fields',
      problems: { owner: { kind: 'may_not_look_after' } },
    })
    expect(refusalOf(await save({ owner: 'UXXX' }))).toEqual({
      kind: 'fields',
      problems: { owner: { kind: 'no_such_member' } },
    })
    expect(
      refusalOf(await save({ owner: 'UBEN', relation: 'client', employment: 'between_jobs' }, { owner: ben })),
    ).toBe('done')
    expect(await personOf(world, id)).toMatchObject({
      ownerId: ben.memberId,
      relation: 'client',
      employment: 'between_jobs',
    })
    expect(refusalOf(await (await opened(world, id, 'relationship'))({ owner: '' }))).toBe('done')
    expect((await personOf(world, id)).ownerId).toBeUndefined()
    expect(refusalOf(await (await opened(world, id, 'birthday'))({ birthDay: '14', birthMonth: '03' }))).toBe('done')
    expect((await personOf(world, id)).birthday).toBe('03-14')
    await expect(db().pool.query(`UPDATE candidate SET birthday = '1990-03-14' WHERE id = $1`, [id])).rejects.toThrow(
      /check/i,
    )
  })

  it('is for recruiters', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    expect(await loadSection(await world.as('USAM'), { candidateId: id })).toMatchObject({
      refusal: { kind: 'not_allowed' },
    })
  })
})

onQuickDatabase('rating somebody', (db) => {
  const searched = async (id: CandidateId) =>
    (await db().pool.query('SELECT rating, words::text AS words FROM candidate_search WHERE candidate_id = $1', [id]))
      .rows[0]

  it('is refused without evidence, beside the field that lacks it', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const problems = async (change: ProfileEntry) => {
      const result = await (await opened(world, id, 'ratings'))(change)
      return result.ok || result.refusal.kind !== 'fields' ? refusalOf(result) : result.refusal.problems
    }
    expect(await problems({ skillScore: '4' })).toEqual({ skillEvidence: { kind: 'evidence_missing' } })
    expect(await problems({ valuesScore: '4', valuesEvidence: 'Nice.' })).toEqual({
      valuesEvidence: { kind: 'evidence_thin' },
    })
    expect(await problems({ skillEvidence: 'Led the exercise calmly' })).toEqual({
      skillScore: { kind: 'score_missing' },
    })
    expect(await problems({ skillScore: '6', skillEvidence: 'Led the exercise calmly' })).toEqual({
      skillScore: { kind: 'score_missing' },
    })
    expect(await problems({ skillScore: '2', skillEvidence: 'She is pregnant and often away' })).toMatchObject({
      kind: 'warned',
      warned: { skillEvidence: [{ topic: 'pregnancy' }] },
    })
    expect(await searched(id)).toMatchObject({ rating: null })
  })

  it('counts the lower of both, the newest of each, and is undone to whoever judged before', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const first = await (await opened(world, id, 'ratings'))({
      skillScore: '5',
      skillEvidence: 'Led the incident exercise calmly',
      valuesScore: '3',
      valuesEvidence: 'Asked whom it would hurt first',
    })
    if (!first.ok) throw new Error(JSON.stringify(first.refusal))
    expect(await searched(id)).toMatchObject({ rating: 3 })
    const second = await (await opened(world, id, 'ratings', 'UBEN'))({
      valuesScore: '4',
      valuesEvidence: 'Credited the others in the review',
    })
    if (!second.ok) throw new Error(JSON.stringify(second.refusal))
    expect(await searched(id)).toMatchObject({ rating: 4 })
    const newest = () => world.run((tx) => tx.ratings.newest(id))
    const [ines, ben] = [(await world.as('UINES')).actor.memberId, (await world.as('UBEN')).actor.memberId]
    expect(await newest()).toMatchObject({ skill: { score: 5, by: ines }, values: { score: 4, by: ben } })
    expect(await undoEdit(await world.as('UBEN'), { editId: second.value.editId })).toMatchObject({ ok: true })
    expect(await newest()).toMatchObject({ skill: { score: 5, by: ines }, values: { score: 3, by: ines } })
    expect(await searched(id)).toMatchObject({ rating: 3 })
    // Evidence may change by itself, and clearing both takes the rating back.
    expect(
      refusalOf(await (await opened(world, id, 'ratings'))({ skillEvidence: 'Led it, and wrote it up after' })),
    ).toBe('done')
    expect(await newest()).toMatchObject({ skill: { score: 5, evidence: 'Led it, and wrote it up after' } })
    expect(refusalOf(await (await opened(world, id, 'ratings'))({ valuesScore: '', valuesEvidence: '' }))).toBe('done')
    expect(await newest()).toMatchObject({ skill: { score: 5 }, values: undefined })
    expect(await searched(id)).toMatchObject({ rating: 5 })
  })

  it('stays with us: it is no fact, no word that search finds, and in no event', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const facts = await factsOf(world, id)
    await (await opened(world, id, 'ratings'))({
      skillScore: '1',
      skillEvidence: 'Zanzibar exercise failed twice over',
    })
    expect(await factsOf(world, id)).toEqual(facts)
    expect((await searched(id)).words).not.toContain('zanzibar')
    expect((await timeline(world, id))[0]).toBe('Skill fit: – → 1 of 5')
    expect(JSON.stringify(await world.run((tx) => tx.events.read(`candidate:${id}`, 50)))).not.toMatch(
      /zanzibar|1 of 5|score/i,
    )
  })
})
