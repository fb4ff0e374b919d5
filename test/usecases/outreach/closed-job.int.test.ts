import { expect, it } from 'vitest'
import { makeMailLinks } from '../../../src/adapters/system/tokens.ts'
import type { JobId } from '../../../src/domain/shared/ids.ts'
import { DAY, type Instant, plus } from '../../../src/domain/shared/time.ts'
import { realTimers } from '../../../src/jobs/pump.ts'
import { closeJob, undoCloseJob } from '../../../src/usecases/jobs/close-job.ts'
import { approveDraft } from '../../../src/usecases/outreach/approve-draft.ts'
import { deliverSend } from '../../../src/usecases/outreach/deliver-send.ts'
import { editDraft, redraft } from '../../../src/usecases/outreach/edit-draft.ts'
import { regenerateDraft } from '../../../src/usecases/outreach/regenerate-draft.ts'
import { writeDraft } from '../../../src/usecases/outreach/write-draft.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { cardOf } from '../../support/drafting.ts'
import { mailerThat } from '../../support/mailer.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const links = makeMailLinks(['secret'], () => 'https://talent.example')

async function openedJob(world: World, openedAt: Instant = plus(world.now(), -DAY)): Promise<JobId> {
  const id = world.system().newId<'job'>()
  const about = { title: 'Site Reliability Engineer', location: 'Lisbon', remoteOk: true, skills: [] }
  await world.run((tx) => tx.jobs.insert({ id, ...about, managerId: undefined, openedAt, closedAt: undefined }))
  return id
}

const close = async (world: World, jobId: JobId) =>
  expect(await closeJob(await world.as('UINES'), { jobId, outcome: 'cancelled' })).toMatchObject({ ok: true })

async function aDraftOf(world: World, jobId: JobId, candidateId = world.addPerson()) {
  const written = await writeDraft(await world.as('UINES'), { candidateId: await candidateId, jobId })
  if (!written.ok) throw new Error(written.refusal.kind)
  const { draftId } = written.value
  const { revision } = await cardOf(world, draftId)
  return { draftId, revisionId: revision.id, candidateId: await candidateId }
}

const CLOSED = { kind: 'job_closed', on: '2026-03-02' }

onQuickDatabase('a letter about a role that was closed meanwhile', (db) => {
  it('says so on its card, is not approved, and may be again once the role is open again', async () => {
    const world = await outreachWorld(db())
    const jobId = await openedJob(world)
    const { draftId, revisionId } = await aDraftOf(world, jobId)
    const wanted = async () => (await world.run((tx) => tx.posts.byKey(`draft_card:${draftId}`)))?.wanted ?? 0
    const before = await wanted()
    expect((await cardOf(world, draftId)).verdict).toEqual({ kind: 'ok_to_send' })
    await close(world, jobId)
    expect(await wanted()).toBe(before + 1)
    const card = await cardOf(world, draftId)
    expect(card.verdict).toEqual({ kind: 'not_yet', because: [CLOSED] })
    expect(card.nextActs.map(({ kind }) => kind)).toEqual(['discard_draft', 'open_person'])
    const approve = async () => approveDraft(await world.as('UINES'), { draftId, revisionId })
    expect(await approve()).toMatchObject({ refusal: { kind: 'not_yet', because: [CLOSED] } })
    const closed = await wanted()
    await undoCloseJob(await world.as('UINES'), { jobId })
    expect(await wanted()).toBe(closed + 1)
    expect(await approve()).toMatchObject({ ok: true })
  })

  it('does not leave although it was approved before', async () => {
    const world = await outreachWorld(db())
    const { mailer, sent } = mailerThat()
    const delivery = { contexts: world.contexts, mailer, links, leaseSeconds: 30, timers: realTimers }
    const [jobId, other] = [await openedJob(world), await openedJob(world)]
    const send = await world.approveDraft(await world.addPerson(), { purpose: 'new_role', jobId })
    const still = await world.approveDraft(await world.addPerson(), { purpose: 'new_role', jobId: other })
    const note = await world.approveDraft(await world.addPerson({ jobId }))
    await close(world, jobId)
    expect(await deliverSend(delivery, world.workspace, send.id)).toBe('refused')
    expect(await world.send(send.id)).toMatchObject({ refusals: ['job_closed'] })
    expect(sent).toEqual([])
    for (const { id } of [still, note]) expect(await deliverSend(delivery, world.workspace, id)).toBe('handed_over')
  })

  it('is not written anew for the closed role, and may still be edited', async () => {
    const world = await outreachWorld(db())
    const jobId = await openedJob(world)
    const { draftId, revisionId } = await aDraftOf(world, jobId)
    await close(world, jobId)
    const refused = { ok: false, refusal: { kind: 'job_closed' } }
    expect(await redraft(await world.as('UINES'), { draftId, revisionId })).toEqual(refused)
    const note = 'Shorter, please.'
    expect(await regenerateDraft(await world.as('UINES'), { draftId, revisionId, note })).toEqual(refused)
    const own = { draftId, revisionId, subject: 'Hello', body: 'How are you?' }
    expect(await editDraft(await world.as('UINES'), own)).toMatchObject({ ok: true })
  })

  it('is not brought up again where a newer role like theirs is open', async () => {
    const world = await outreachWorld(db())
    const jobId = await openedJob(world)
    const first = await aDraftOf(world, jobId)
    const { candidateId } = first
    const again = async () => writeDraft(await world.as('UINES'), { candidateId, purpose: 'new_role' })
    await world.run((tx) => tx.candidates.change(candidateId, { consideredRole: 'Site Reliability Engineer' }))
    const newer = await openedJob(world)
    expect(await again()).toEqual({ ok: true, value: { draftId: first.draftId, kind: 'waiting_already' } })
    await close(world, jobId)
    const written = await again()
    expect(written).toMatchObject({ ok: true, value: { kind: 'written' } })
    if (!written.ok) throw new Error(written.refusal.kind)
    const { draftId } = written.value
    expect((await cardOf(world, draftId)).draft.jobId).toBe(newer)
    expect(await again()).toEqual({ ok: true, value: { draftId, kind: 'waiting_already' } })
  })
})
