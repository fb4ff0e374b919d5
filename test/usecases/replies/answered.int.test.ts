import { expect, it } from 'vitest'
import { makeMailLinks } from '../../../src/adapters/system/tokens.ts'
import type { CandidateId, ReplyId } from '../../../src/domain/shared/ids.ts'
import { addDays, DAY, dayIn, HOUR, MINUTE } from '../../../src/domain/shared/time.ts'
import { realTimers } from '../../../src/jobs/pump.ts'
import { findDue } from '../../../src/usecases/nurture/find-due.ts'
import { deliverSend } from '../../../src/usecases/outreach/deliver-send.ts'
import { confirmArrival } from '../../../src/usecases/outreach/resolve-doubt.ts'
import { logCall } from '../../../src/usecases/people/log-call.ts'
import { archivePerson, snoozePerson } from '../../../src/usecases/people/snooze-person.ts'
import { decideReply } from '../../../src/usecases/replies/decide-reply.ts'
import { takeInMail } from '../../../src/usecases/replies/take-in-mail.ts'
import { undoDecision } from '../../../src/usecases/replies/undo-decision.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { mailerThat } from '../../support/mailer.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const links = makeMailLinks(['secret'], () => 'https://talent.example')

let mails = 0
async function writes(world: World, email: string): Promise<ReplyId> {
  mails += 1
  const messageId = `<answered-${mails}@example.com>`
  const mail = { messageId, from: email, references: [], text: 'How are you all?', at: undefined, automatic: undefined }
  const taken = await takeInMail(world.system(), mail)
  if (taken.kind !== 'reply') throw new Error(taken.kind)
  return taken.replyId
}
async function hers(world: World): Promise<{ readonly id: CandidateId; readonly email: string }> {
  mails += 1
  const email = `answered-${mails}@example.com`
  return { id: await world.addPerson({ email, ownerId: world.ines.memberId }), email }
}
/** Of whose reply Ines is reminded. */
const reminded = async (world: World): Promise<readonly CandidateId[]> => {
  const ctx = await world.as('UINES')
  const { zone } = world.workspace
  const day = dayIn(world.now(), zone)
  const rules = { day, now: world.now(), zone, cadenceDays: 365, toldNoBefore: addDays(day, -90) }
  const { dues } = await ctx.uow.run((tx) => findDue(ctx, tx, rules, 50))
  return dues.flatMap(({ kind, candidateId }) => (kind === 'reply' ? [candidateId] : []))
}
const replyNow = (world: World, id: ReplyId) => world.run((tx) => tx.replies.get(id))
async function answers(world: World, candidateId: CandidateId): Promise<void> {
  const delivery = {
    contexts: world.contexts,
    mailer: mailerThat().mailer,
    links,
    leaseSeconds: 30,
    timers: realTimers,
  }
  const send = await world.approveDraft(candidateId)
  expect(await deliverSend(delivery, world.workspace, send.id)).toBe('handed_over')
}

onQuickDatabase('a reply that was answered', (db) => {
  it('by a letter of ours reminds nobody any more, and its card says who answered', async () => {
    const world = await outreachWorld(db())
    const [ana, bea] = [await hers(world), await hers(world)]
    const replyId = await writes(world, ana.email)
    await writes(world, bea.email)
    expect(await reminded(world)).toEqual([ana.id, bea.id])
    world.pass(HOUR)
    await answers(world, ana.id)
    expect(await reminded(world)).toEqual([bea.id])
    const decided = { state: 'done', decidedBy: world.ines.memberId, decidedAt: world.now() }
    expect(await replyNow(world, replyId)).toMatchObject(decided)
    world.pass(DAY)
    await writes(world, ana.email)
    expect(await reminded(world)).toEqual([bea.id, ana.id])
  })

  it('by a call reminds nobody any more', async () => {
    const world = await outreachWorld(db())
    const ana = await hers(world)
    await writes(world, ana.email)
    await logCall(await world.as('UBEN'), { candidateId: ana.id, note: 'We spoke for an hour.' })
    expect(await reminded(world)).toEqual([])
  })

  it('can still be told what it meant, and waits again by Undo', async () => {
    const world = await outreachWorld(db())
    const ana = await hers(world)
    const replyId = await writes(world, ana.email)
    await answers(world, ana.id)
    expect(await decideReply(await world.as('UINES'), { replyId, decision: 'interested' })).toMatchObject({ ok: true })
    expect(await replyNow(world, replyId)).toMatchObject({ state: 'interested' })
    const second = await writes(world, ana.email)
    await logCall(await world.as('UINES'), { candidateId: ana.id, note: 'No answer.' })
    expect(await undoDecision(await world.as('UINES'), { replyId: second })).toEqual({ ok: true, value: null })
    expect(await reminded(world)).toEqual([ana.id])
    expect(await replyNow(world, replyId)).toMatchObject({ state: 'interested' })
  })

  it('is none by the letter that it answers, whenever it is known that this one arrived', async () => {
    const world = await outreachWorld(db())
    const ana = await hers(world)
    const send = await world.approveDraft(ana.id)
    await world.run((tx) => tx.sends.change(send.id, { state: 'in_doubt' }))
    world.pass(MINUTE)
    await writes(world, ana.email)
    world.pass(MINUTE)
    expect(await confirmArrival(await world.as('UINES'), { sendId: send.id })).toMatchObject({ ok: true })
    expect(await reminded(world)).toEqual([ana.id])
  })
})

onQuickDatabase('a reply of somebody who is left in peace', (db) => {
  it('reminds nobody before that ends', async () => {
    const world = await outreachWorld(db())
    const [ana, bea] = [await hers(world), await hers(world)]
    await writes(world, ana.email)
    await writes(world, bea.email)
    world.pass(HOUR)
    const day = addDays(dayIn(world.now(), world.workspace.zone), 3)
    await snoozePerson(await world.as('UINES'), { candidateId: ana.id, choice: 'day', day })
    await archivePerson(await world.as('UINES'), { candidateId: bea.id })
    expect(await reminded(world)).toEqual([])
    world.pass(3 * DAY)
    expect(await reminded(world)).toEqual([ana.id])
  })

  it('comes up where they wrote only then', async () => {
    const world = await outreachWorld(db())
    const ana = await hers(world)
    await archivePerson(await world.as('UINES'), { candidateId: ana.id })
    world.pass(HOUR)
    await writes(world, ana.email)
    expect(await reminded(world)).toEqual([ana.id])
  })
})
