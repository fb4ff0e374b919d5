// A flag about somebody on record: the recruiter says who it is, and may take that back.
import { beforeAll, expect, it } from 'vitest'
import type { SilverEntry } from '../../../src/domain/candidate/silver-form.ts'
import { DAY } from '../../../src/domain/shared/time.ts'
import { dismissFlag } from '../../../src/usecases/capture/dismiss-flag.ts'
import { loadFlag } from '../../../src/usecases/capture/load-posts.ts'
import { previewFlagMerge } from '../../../src/usecases/capture/merge-flag.ts'
import { mergeSilver } from '../../../src/usecases/capture/merge-silver.ts'
import { undoDismiss, undoMerge } from '../../../src/usecases/capture/undo-merge.ts'
import { setStanding } from '../../../src/usecases/people/set-standing.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { add, anAddress, FLAG, flag, nobody, post, refusal, value } from './support.ts'

onQuickDatabase('merging a flag with somebody on record', (db) => {
  let world: World
  beforeAll(async () => {
    world = await outreachWorld(db())
  })
  const ines = () => world.as('UINES')
  const person = (id: Parameters<typeof known>[0]) => known(id)
  const known = (id: Awaited<ReturnType<typeof add>>) => world.run((tx) => tx.candidates.get(id))
  const state = async (id: Awaited<ReturnType<typeof flag>>) => (await loadFlag(world.system(), id))?.nearMiss.state

  async function merged(
    entry: SilverEntry = {},
    change: Partial<typeof FLAG> = {},
    choices: Record<string, 'typed' | 'existing'> = {},
  ) {
    const candidateId = await add(world, { fullName: 'Nadia Rahimy', ...entry })
    const before = await known(candidateId)
    const nearMissId = await flag(world, change)
    const preview = value(await previewFlagMerge(await ines(), { nearMissId, candidateId }))
    const { formId, version } = preview
    const { mergeId } = value(await mergeSilver(await ines(), { formId, candidateId, version, choices }))
    return { candidateId, nearMissId, before, preview, mergeId }
  }

  it('compares what the flag says with the person who was chosen, and tells the flagger when it is merged', async () => {
    const { candidateId, nearMissId, preview } = await merged({}, {}, { fullName: 'typed' })
    expect(preview).toMatchObject({ by: 'choice', name: 'Nadia Rahimy', newContacts: [] })
    expect(preview.differences.map(({ field }) => field)).toEqual(['fullName', 'skills'])
    expect((await person(candidateId))?.fullName).toBe('Nadia Rahimi')
    expect(await state(nearMissId)).toBe('merged')
    expect(await post(world, `flag_outcome:${nearMissId}`)).toMatchObject({ address: 'UTOM' })
    const facts = await world.run((tx) => tx.candidates.facts(candidateId))
    expect(facts.find(({ kind }) => kind === 'praise')).toMatchObject({ text: FLAG.impressed, sourceKind: 'near_miss' })
    const timeline = await world.run((tx) => tx.candidates.timeline(candidateId, 5))
    expect(timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['flag', 'merge']))
  })

  it('keeps the record’s own outcome for the same role, and grants nothing', async () => {
    const candidateId = await add(world, { permission: '' })
    value(await setStanding(await ines(), { candidateId, standing: 'told_no', day: '2026-02-01' }))
    const nearMissId = await flag(world)
    const preview = value(await previewFlagMerge(await ines(), { nearMissId, candidateId }))
    expect(preview.differences.map(({ field }) => field)).not.toContain('standing')
    const { formId, version } = preview
    value(await mergeSilver(await ines(), { formId, candidateId, version, choices: {} }))
    expect(await person(candidateId)).toMatchObject({ standing: 'told_no', standingDay: '2026-02-01' })
    expect(await world.run((tx) => tx.consent.permissions(candidateId))).toEqual([])
  })

  it('takes somebody flagged for another role as not told yet, which lets no message out', async () => {
    const { candidateId } = await merged({ standing: 'withdrew' }, { role: 'Staff SRE' })
    expect(await person(candidateId)).toMatchObject({ consideredRole: 'Staff SRE', standing: 'not_told' })
  })

  it('is refused where the flag or the person is gone or decided, and to whoever may not', async () => {
    const candidateId = await add(world)
    const nearMissId = await flag(world)
    expect(refusal(await previewFlagMerge(await ines(), { nearMissId, candidateId: nobody }))).toEqual({ kind: 'gone' })
    expect(refusal(await previewFlagMerge(await ines(), { nearMissId: nobody, candidateId }))).toEqual({
      kind: 'flag_gone',
    })
    expect(refusal(await previewFlagMerge(await world.as('UTOM'), { nearMissId, candidateId }))?.kind).toBe(
      'not_allowed',
    )
    value(await dismissFlag(await ines(), { nearMissId, reason: 'twice' }))
    expect(refusal(await previewFlagMerge(await ines(), { nearMissId, candidateId }))).toMatchObject({
      kind: 'flag_decided',
    })
  })

  it('is undone to what the record was, and the flag waits again', async () => {
    const { candidateId, nearMissId, mergeId, before } = await merged(
      {},
      { role: 'Staff SRE' },
      { fullName: 'typed', consideredRole: 'typed' },
    )
    expect((await person(candidateId))?.consideredRole).toBe('Staff SRE')
    value(await undoMerge(await ines(), { mergeId }))
    expect({ ...(await person(candidateId)), version: 0 }).toEqual({ ...before, version: 0 })
    expect(await state(nearMissId)).toBe('waiting')
    const left = await world.run(async (tx) => [
      ...(await tx.candidates.facts(candidateId)).filter(({ sourceKind }) => sourceKind === 'near_miss'),
      ...(await tx.candidates.timeline(candidateId, 9)).filter(({ kind }) => kind === 'flag' || kind === 'merge'),
    ])
    expect(left).toEqual([])
    expect(refusal(await undoMerge(await ines(), { mergeId }))).toEqual({ kind: 'undone_already' })
    // It may be decided anew, and undone anew.
    const preview = value(await previewFlagMerge(await ines(), { nearMissId, candidateId }))
    const { formId, version } = preview
    const again = value(await mergeSilver(await ines(), { formId, candidateId, version, choices: {} }))
    value(await undoMerge(await ines(), { mergeId: again.mergeId }))
  })

  it('keeps a fact that a draft cites, retracted, where its merge is undone', async () => {
    const { candidateId, mergeId } = await merged({ email: anAddress() })
    const [praise] = (await world.run((tx) => tx.candidates.facts(candidateId))).filter(({ kind }) => kind === 'praise')
    const { id, revisionId } = await world.approveDraft(candidateId)
    await db().pool.query(
      `INSERT INTO draft_claim (workspace_id, revision_id, fact_id, start, "end") VALUES ($1, $2, $3, 0, 1)`,
      [world.workspace.id, revisionId, praise?.id],
    )
    expect(id).toBeDefined()
    value(await undoMerge(await ines(), { mergeId }))
    const after = (await world.run((tx) => tx.candidates.facts(candidateId))).find((fact) => fact.id === praise?.id)
    expect(after?.retractedAt).toBe(world.now())
  })

  it('cannot be undone by another, or after 30 days, and can after a change', async () => {
    const { candidateId, mergeId, nearMissId } = await merged()
    expect(refusal(await undoMerge(await world.as('UBEN'), { mergeId }))).toEqual({ kind: 'not_yours' })
    expect(refusal(await undoMerge(await world.as('UTOM'), { mergeId }))?.kind).toBe('not_allowed')
    await world.run(async (tx) => {
      await tx.candidates.lock(candidateId)
      await tx.candidates.change(candidateId, { tier: 'A' })
    })
    value(await undoMerge(await ines(), { mergeId }))
    expect(await state(nearMissId)).toBe('waiting')
    expect((await world.run((tx) => tx.candidates.get(candidateId)))?.tier).toBe('A')
    const other = await merged()
    world.pass(30 * DAY + 1)
    expect(refusal(await undoMerge(await ines(), { mergeId: other.mergeId }))).toEqual({ kind: 'too_late' })
    expect(await state(other.nearMissId)).toBe('merged')
  })

  it('lets a dismissed flag wait again for every recruiter, once', async () => {
    const nearMissId = await flag(world)
    expect(refusal(await undoDismiss(await ines(), { nearMissId }))).toEqual({ kind: 'undone_already' })
    value(await dismissFlag(await ines(), { nearMissId, reason: 'a slip' }))
    expect(refusal(await undoDismiss(await world.as('UTOM'), { nearMissId }))?.kind).toBe('not_allowed')
    value(await undoDismiss(await world.as('UBEN'), { nearMissId }))
    expect((await loadFlag(world.system(), nearMissId))?.nearMiss).toMatchObject({
      state: 'waiting',
      dismissReason: undefined,
    })
    expect(refusal(await undoDismiss(await ines(), { nearMissId }))).toEqual({ kind: 'undone_already' })
  })
})
