import { beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '../../../src/domain/shared/time.ts'
import { DAY, dayIn, HOUR } from '../../../src/domain/shared/time.ts'
import type { InboundMail } from '../../../src/usecases/ports/inbound-mail.ts'
import type { SendRow } from '../../../src/usecases/ports/sends.ts'
import { decideReply } from '../../../src/usecases/replies/decide-reply.ts'
import { bringIn } from '../../../src/usecases/replies/inbound.ts'
import { openReply } from '../../../src/usecases/replies/load-reply.ts'
import { takeInMail } from '../../../src/usecases/replies/take-in-mail.ts'
import { undoDecision } from '../../../src/usecases/replies/undo-decision.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

let mails = 0
const mail = (from: string, change: Partial<InboundMail> = {}): InboundMail => {
  mails += 1
  return {
    messageId: `<${mails}@example.com>`,
    from,
    references: [],
    text: 'Perhaps in three months.',
    at: undefined,
    automatic: undefined,
    ...change,
  }
}

onQuickDatabase('a candidate’s reply', (db) => {
  let world: World
  beforeAll(async () => {
    world = await outreachWorld(db())
  })
  const replyOf = async (from: string, change: Partial<InboundMail> = {}) => {
    const taken = await takeInMail(world.system(), mail(from, change))
    if (taken.kind !== 'reply') throw new Error(taken.kind)
    return taken.replyId
  }
  const person = async (email: string) => {
    const id = await world.addPerson({ email, ownerId: world.ines.memberId })
    return { id, now: () => world.run((tx) => tx.candidates.get(id)) }
  }
  const posts = async (key: string) =>
    (await db().pool.query<{ key: string }>('SELECT key FROM slack_post WHERE key LIKE $1', [`${key}%`])).rows

  const hearing = async (id: string): Promise<readonly string[]> => {
    const { rows } = await db().pool.query<{ address: string }>(
      `SELECT address FROM slack_post WHERE key LIKE $1 ORDER BY address`,
      [`reply_card:${id}%`],
    )
    return rows.map(({ address }) => address)
  }

  describe('as it comes', () => {
    it('is dated when it was written, unless that cannot be', async () => {
      const ana = await person('dated@example.com')
      const at = (world.now() - 2 * DAY) as never
      const id = await replyOf('dated@example.com', { at })
      expect((await world.run((tx) => tx.replies.get(id)))?.receivedAt).toBe(at)
      const ahead = await replyOf('dated@example.com', { at: (world.now() + DAY) as never })
      expect((await world.run((tx) => tx.replies.get(ahead)))?.receivedAt).toBe(world.now())
      expect((await ana.now())?.lastTouchAt).toBe(world.now())
    })
    it('comes to the recruiters where nobody looks after them', async () => {
      await world.addPerson({ email: 'nobodys@example.com', ownerId: undefined })
      await world.as('UBEN')
      const id = await replyOf('nobodys@example.com')
      expect((await posts(`reply_card:${id}`)).map(({ key }) => key.split(':')[2])).toEqual(
        expect.arrayContaining(['UBEN', 'UINES']),
      )
    })
    it('comes to the recruiters where whoever looked after them has left', async () => {
      const left = await world.addColleague('Lea Left')
      await world.addPerson({ email: 'left@example.com', ownerId: left.id })
      await world.run((tx) => tx.members.left(left.slackUserId, world.now()))
      expect(await hearing(await replyOf('left@example.com'))).toEqual(['UBEN', 'UINES'])
    })
    it('comes to the recruiters where whoever looked after them is none any more', async () => {
      const former = await world.addColleague('Fay Former')
      await world.run((tx) => tx.members.grantRole(former.id, 'recruiter', undefined, world.now()))
      await world.addPerson({ email: 'former@example.com', ownerId: former.id })
      expect(await hearing(await replyOf('former@example.com'))).toEqual([former.slackUserId])
      await world.run((tx) => tx.members.revokeRole(former.id, 'recruiter'))
      expect(await hearing(await replyOf('former@example.com'))).toEqual(['UBEN', 'UINES'])
    })
    it('comes to whoever wrote the letter in their own name, recruiter or not', async () => {
      const colleague = await world.addColleague('Hal Hiring')
      const id = await world.addPerson({ email: 'voice@example.com', ownerId: undefined })
      const send = await world.approveDraft(id)
      await db().pool.query('UPDATE send SET approved_by = $1 WHERE id = $2', [colleague.id, send.id])
      const heard = await hearing(await replyOf('voice@example.com', { references: [send.messageId] }))
      expect(new Set(heard)).toEqual(new Set([colleague.slackUserId, 'UINES']))
    })
    it('to a letter in a hiring manager’s name waits in the mornings of whose draft it was, as long as they are here', async () => {
      const manager = await world.addColleague('Mia Manager')
      const drafter = (await world.as('UBEN')).actor.memberId
      const letterTo = async (ownerId: typeof drafter | undefined) => {
        const id = await world.addPerson({ ownerId })
        const send = await world.approveDraft(id, { ownerId: drafter })
        await db().pool.query('UPDATE send SET approved_by = $1 WHERE id = $2', [manager.id, send.id])
        await replyOf(`${id}@elsewhere.example`, { references: [send.messageId] })
        return id
      }
      const waitsFor = (memberId: typeof drafter) =>
        world.run(async (tx) =>
          (await tx.nudges.replies(memberId, { day: dayIn(world.now(), world.workspace.zone) }, 50)).map(
            ({ candidateId }) => candidateId,
          ),
        )
      const nobodys = await letterTo(undefined)
      const hers = await letterTo(world.ines.memberId)
      expect(await waitsFor(drafter)).toEqual([nobodys])
      expect(await waitsFor(world.ines.memberId)).toContain(hers)
      expect(await waitsFor(manager.id)).toEqual([])
      expect(await world.run((tx) => tx.nudges.carers(50))).toContain(drafter)
      await db().pool.query('UPDATE member SET deactivated_at = now() WHERE id = $1', [drafter])
      expect(await waitsFor(manager.id)).toEqual([nobodys])
      await db().pool.query('UPDATE member SET deactivated_at = NULL WHERE id = $1', [drafter])
    })
    it('that says that a letter came back is told to whose letter it was, and where the address is dead nobody writes there again', async () => {
      const cameBack = async (email: string, dead: readonly string[]) => {
        const id = await world.addPerson({ email, ownerId: world.ines.memberId })
        const { id: sendId, messageId } = await world.approveDraft(id)
        const report = { references: [messageId], automatic: 'bounce', dead } as const
        expect(await takeInMail(world.system(), mail('mailer-daemon@mx.example.com', report))).toEqual({
          kind: 'bounce',
        })
        const suppressed = await world.run((tx) => tx.consent.suppressions(email))
        const cards = (await posts(`bounced_card:${sendId}`)).map(({ key }) => key.split(':').slice(2))
        return { reasons: suppressed.map(({ reason }) => reason), cards }
      }
      expect(await cameBack('Dead@example.com', ['dead@example.com'])).toEqual({
        reasons: ['hard_bounce'],
        cards: [['dead', 'UINES']],
      })
      const stays = { reasons: [], cards: [['other', 'UINES']] }
      expect(await cameBack('full@example.com', [])).toEqual(stays)
      expect(await cameBack('forwards@example.com', ['elsewhere@example.com'])).toEqual(stays)
    })
    it('that says that a letter is late is noted, and is no bounce to anybody', async () => {
      const id = await world.addPerson({ email: 'late@example.com', ownerId: world.ines.memberId })
      const { id: sendId, messageId } = await world.approveDraft(id)
      const late = { references: [messageId], automatic: 'delivery_note' } as const
      const taken = await takeInMail(world.system(), mail('mailer-daemon@mx.example.com', late))
      expect(taken).toEqual({ kind: 'delivery_note' })
      expect(await posts(`bounced_card:${sendId}`)).toEqual([])
      const events = await world.run((tx) => tx.events.read(`candidate:${id}`, 10))
      expect(events.map(({ type }) => type)).toContain('mail.delivery_noted')
      expect(events.map(({ type }) => type)).not.toContain('mail.bounced')
    })
    it('of one of our own staff comes to the admins where nobody looks after them any more', async () => {
      const left = await world.addColleague('Lou Left')
      await world.addPerson({ email: 'staff@example.com', kind: 'internal', ownerId: left.id })
      await world.run((tx) => tx.members.left(left.slackUserId, world.now()))
      expect(await hearing(await replyOf('staff@example.com'))).toEqual(['UADA'])
    })
    it('is cut where it is longer than a person writes, and kept without a text of its own', async () => {
      await person('long@example.com')
      const long = await replyOf('long@example.com', { text: 'word '.repeat(40_000) })
      const kept = await world.run((tx) => tx.replies.get(long))
      expect(kept?.text.length).toBeLessThanOrEqual(8_000)
      expect(kept?.original?.length).toBeLessThanOrEqual(20_000)
      const empty = await replyOf('long@example.com', { text: '   ' })
      expect((await world.run((tx) => tx.replies.get(empty)))?.text).toBe('')
    })
    it('to one of our letters is theirs, though it comes from an address of our own domain that nobody recorded', async () => {
      const id = await world.addPerson({ email: 'ours@example.com' })
      const { messageId } = await world.approveDraft(id)
      const answer = mail('ours.private@fernhollow.example', { references: [messageId] })
      const taken = await takeInMail(world.system(), answer)
      if (taken.kind !== 'reply') throw new Error(taken.kind)
      expect(await world.run((tx) => tx.replies.get(taken.replyId))).toMatchObject({ candidateId: id })
    })
    it('is no candidate’s where a colleague or we ourselves wrote in the thread, or it answers nothing', async () => {
      const colleague = await world.addColleague('Col League')
      await db().pool.query('UPDATE member SET email = $1 WHERE id = $2', ['col@fernhollow.example', colleague.id])
      const { messageId } = await world.approveDraft(await world.addPerson({ email: 'thread@example.com' }))
      const system = world.system()
      const defaults = { ...system.services.defaults, mailAddress: 'talent@fernhollow.example' }
      const ctx = { ...system, services: { ...system.services, defaults } }
      for (const from of ['Col@fernhollow.example', 'talent@fernhollow.example'])
        expect(await takeInMail(ctx, mail(from, { references: [messageId] })), from).toEqual({ kind: 'own_mail' })
      expect(await takeInMail(ctx, mail('payroll@fernhollow.example'))).toEqual({ kind: 'own_mail' })
      expect(await takeInMail(ctx, mail('nobody@elsewhere.example'))).toEqual({ kind: 'nobody_known' })
    })
    it('from our own mail server, that a letter did not arrive, is on the timeline', async () => {
      const { messageId } = await world.approveDraft(await world.addPerson({ email: 'returned@example.com' }))
      const report = mail('MAILER-DAEMON@fernhollow.example', { references: [messageId], automatic: 'bounce' })
      expect(await takeInMail(world.system(), report)).toEqual({ kind: 'bounce' })
    })
    it('belongs to nobody where two companies know its sender and it answers no letter', async () => {
      await person('shared@example.com')
      const other = await outreachWorld(db())
      await other.addPerson({ email: 'shared@example.com' })
      expect(await bringIn(world.contexts, mail('shared@example.com'))).toEqual({ kind: 'nobody_known' })
    })
  })

  describe('to whom something is on its way already', () => {
    const planned = async (email: string, draft: Parameters<World['approveDraft']>[1] = {}) => {
      const ana = await person(email)
      const friday = (world.now() + 4 * DAY) as NonNullable<typeof draft.dueAt>
      return { ana, send: await world.approveDraft(ana.id, { dueAt: friday, ...draft }) }
    }
    const draftOf = (send: SendRow) => world.run((tx) => tx.drafts.get(send.draftId))
    it('is read first: the letter waits as a draft again, and whose it is hears why', async () => {
      const { send } = await planned('planned@example.com')
      await replyOf('planned@example.com', { at: (world.now() - HOUR) as never })
      expect(await world.send(send.id)).toMatchObject({ state: 'refused', refusals: ['answered_meanwhile'] })
      expect((await draftOf(send))?.state).toBe('waiting')
      expect(await posts(`not_sent_card:${send.id}`)).toHaveLength(1)
    })
    it('of a machine holds nothing back', async () => {
      const { send } = await planned('away@example.com')
      await takeInMail(world.system(), mail('away@example.com', { automatic: 'auto_reply' }))
      expect(await world.send(send.id)).toMatchObject({ state: 'approved' })
    })
    it('of somebody else holds nothing back, and the same mail twice does it once', async () => {
      const { send } = await planned('waits@example.com')
      await person('somebody.else@example.com')
      await replyOf('somebody.else@example.com')
      expect(await world.send(send.id)).toMatchObject({ state: 'approved' })
      const one = mail('waits@example.com')
      await takeInMail(world.system(), one)
      const again = await world.approveDraft(send.candidateId)
      await takeInMail(world.system(), one)
      expect(await world.send(again.id)).toMatchObject({ state: 'approved' })
    })
  })

  describe('as it is decided', () => {
    it('is refused where the day is none, has passed, or is too far', async () => {
      await person('day@example.com')
      const replyId = await replyOf('day@example.com')
      const ctx = await world.as('UINES')
      for (const [day, kind] of [
        ['', 'no_such_day'],
        ['2026-03-02', 'day_passed'],
        ['2029-01-01', 'too_far'],
      ] as const)
        expect(await decideReply(ctx, { replyId, decision: 'later', day })).toEqual({ ok: false, refusal: { kind } })
      expect((await world.run((tx) => tx.replies.get(replyId)))?.state).toBe('waiting')
    })
    it('proposes the day that they seem to mean', async () => {
      await person('proposed@example.com')
      const replyId = await replyOf('proposed@example.com')
      expect(await openReply(await world.as('UINES'), { replyId })).toMatchObject({
        ok: true,
        value: { proposed: '2026-06-02', asksToStop: false },
      })
    })
    it('happens once, and who comes second hears who was first', async () => {
      await person('twice@example.com')
      const replyId = await replyOf('twice@example.com')
      const press = await world.as('UINES', 'the same press')
      const first = await decideReply(press, { replyId, decision: 'interested' })
      expect(first).toMatchObject({ ok: true })
      expect(await decideReply(press, { replyId, decision: 'interested' })).toEqual(first)
      expect(await decideReply(await world.as('UBEN'), { replyId, decision: 'later', day: '2026-06-01' })).toEqual({
        ok: false,
        refusal: { kind: 'already_decided', by: 'Ines Duarte', state: 'interested' },
      })
    })
    it('wakes whoever was left in peace, and Undo lets them be again', async () => {
      const ana = await person('asleep@example.com')
      await world.run((tx) =>
        tx.candidates.change(ana.id, { snoozedUntil: '2026-09-01' as Day, snoozedFor: 'similar_job' }),
      )
      const replyId = await replyOf('asleep@example.com')
      await decideReply(await world.as('UINES'), { replyId, decision: 'interested' })
      expect((await ana.now())?.snoozedUntil).toBeUndefined()
      expect(await undoDecision(await world.as('UINES'), { replyId })).toEqual({ ok: true, value: null })
      expect(await ana.now()).toMatchObject({ snoozedUntil: '2026-09-01', snoozedFor: 'similar_job' })
    })
    it('gives back what was before, unless somebody changed it since', async () => {
      const ana = await person('before@example.com')
      await world.run((tx) => tx.candidates.change(ana.id, { nextTouch: '2026-05-05' as Day }))
      const replyId = await replyOf('before@example.com')
      const decide = async () => decideReply(await world.as('UINES'), { replyId, decision: 'later', day: '2026-07-01' })
      await decide()
      expect(await ana.now()).toMatchObject({ nextTouch: '2026-07-01', snoozedUntil: '2026-07-01' })
      await undoDecision(await world.as('UINES'), { replyId })
      expect(await ana.now()).toMatchObject({ nextTouch: '2026-05-05', snoozedUntil: undefined })
      await decide()
      await world.run((tx) => tx.candidates.change(ana.id, { nextTouch: '2026-08-08' as Day }))
      await undoDecision(await world.as('UINES'), { replyId })
      expect(await ana.now()).toMatchObject({ nextTouch: '2026-08-08' })
    })
    it('is not taken back twice, nor after a day, nor where it is gone', async () => {
      await person('late@example.com')
      const replyId = await replyOf('late@example.com')
      const undo = async () => undoDecision(await world.as('UINES'), { replyId })
      expect(await undo()).toEqual({ ok: false, refusal: { kind: 'not_decided' } })
      await decideReply(await world.as('UINES'), { replyId, decision: 'not_interested' })
      world.pass(25 * HOUR)
      expect(await undo()).toEqual({ ok: false, refusal: { kind: 'too_late' } })
      const nowhere = '01900000-0000-7000-8000-000000000000'
      expect(await undoDecision(await world.as('UINES'), { replyId: nowhere })).toEqual({
        ok: false,
        refusal: { kind: 'reply_gone' },
      })
      expect(await decideReply(await world.as('UINES'), { replyId: nowhere, decision: 'interested' })).toEqual({
        ok: false,
        refusal: { kind: 'reply_gone' },
      })
      expect(await openReply(await world.as('UINES'), { replyId: nowhere })).toEqual({
        ok: false,
        refusal: { kind: 'reply_gone' },
      })
    })
  })
})
