import { expect, it } from 'vitest'
import { makeMailLinks } from '../../../src/adapters/system/tokens.ts'
import type { SendId } from '../../../src/domain/shared/ids.ts'
import { DAY, HOUR, MINUTE } from '../../../src/domain/shared/time.ts'
import { realTimers } from '../../../src/jobs/pump.ts'
import { referPerson } from '../../../src/usecases/capture/refer-person.ts'
import { readProfile } from '../../../src/usecases/find/read-profile.ts'
import { type Delivery, deliverSend } from '../../../src/usecases/outreach/deliver-send.ts'
import { confirmArrival, giveUpDoubt, sendAgain } from '../../../src/usecases/outreach/resolve-doubt.ts'
import { sweepSends } from '../../../src/usecases/outreach/sweep-sends.ts'
import { undoSend } from '../../../src/usecases/outreach/undo-send.ts'
import { unsubscribe } from '../../../src/usecases/outreach/unsubscribe.ts'
import { addAddress } from '../../../src/usecases/people/add-address.ts'
import { recordPermission } from '../../../src/usecases/people/record-permission.ts'
import { takeInMail } from '../../../src/usecases/replies/take-in-mail.ts'
import { forEachDatabase, onQuickDatabase, type TestDatabase, withPostgres } from '../../support/database.ts'
import { mailerThat } from '../../support/mailer.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

const links = makeMailLinks(['secret'], () => 'https://talent.example')

async function delivering(db: () => TestDatabase, settings = {}) {
  const world = await outreachWorld(db(), settings)
  const post = mailerThat()
  const delivery: Delivery = {
    contexts: world.contexts,
    mailer: post.mailer,
    links,
    leaseSeconds: 30,
    timers: realTimers,
  }
  const deliver = (id: SendId) => deliverSend(delivery, world.workspace, id)
  const sweep = () => sweepSends(delivery, world.workspace, 10)
  return { ...world, ...post, delivery, deliver, sweep }
}

onQuickDatabase('an approved message', (db) => {
  it('leaves once, and the timeline, "last contacted" and the card say so', async () => {
    const w = await delivering(db)
    const ana = await w.addPerson({ email: 'ana@example.com' })
    const send = await w.approveDraft(ana)
    expect(await w.deliver(send.id)).toBe('handed_over')
    expect(await w.deliver(send.id)).toBe('not_ours')
    expect(w.sent).toMatchObject([
      {
        messageId: send.messageId,
        to: { name: 'Ana Souza', address: 'ana@example.com' },
        from: { name: 'Ines Duarte' },
      },
    ])
    expect(await w.send(send.id)).toMatchObject({ state: 'handed_over', attempts: 1, handedOverAt: w.now() })
    expect(await w.events(send.id)).toEqual(['send.approved', 'send.claimed', 'send.handing_over', 'send.handed_over'])
    const { timeline, person } = await w.run(async (tx) => ({
      timeline: await tx.candidates.timeline(ana, 5),
      person: await tx.candidates.get(ana),
    }))
    expect(timeline).toMatchObject([
      { kind: 'message_sent', sendId: send.id, oneToOne: true, text: 'Sent: The second SRE role' },
    ])
    expect(person?.lastTouchAt).toBe(w.now())
  })

  it('is committed as handing over before the mail server hears of it', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    const seen: string[] = []
    w.willAnswer(async () => {
      seen.push((await w.send(send.id)).state)
      return { kind: 'accepted' }
    })
    await w.deliver(send.id)
    expect(seen).toEqual(['handing_over'])
  })

  it('does not leave before its time', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson(), { dueAt: (w.now() + MINUTE) as typeof send.dueAt })
    expect((await w.sweep()).due).toEqual([])
    expect(await w.deliver(send.id)).toBe('not_ours')
    w.pass(MINUTE)
    expect((await w.sweep()).due).toEqual([send.id])
    expect(await w.deliver(send.id)).toBe('handed_over')
  })

  it('is held back at the last moment where the person was hired meanwhile, and its draft waits again', async () => {
    const w = await delivering(db)
    const ana = await w.addPerson()
    const send = await w.approveDraft(ana)
    await w.run((tx) => tx.candidates.change(ana, { standing: 'hired' }))
    expect(await w.deliver(send.id)).toBe('refused')
    expect(w.sent).toEqual([])
    expect(await w.send(send.id)).toMatchObject({ state: 'refused', refusals: ['hired'], attempts: 0 })
    const { draft, posts } = await w.run(async (tx) => ({
      draft: await tx.drafts.get(send.draftId),
      posts: await tx.posts.due(w.now(), 10),
    }))
    expect(draft?.state).toBe('waiting')
    expect(posts).toHaveLength(1)
  })

  it('waits for the morning where it is night for the candidate', async () => {
    const w = await delivering(db, { quietHours: { from: 20 * 60, to: 8 * 60 } })
    const send = await w.approveDraft(await w.addPerson({ zone: 'Asia/Tokyo' as never }))
    expect(await w.deliver(send.id)).toBe('postponed')
    const { state, dueAt } = await w.send(send.id)
    expect({ state, dueAt: new Date(dueAt).toISOString() }).toEqual({
      state: 'approved',
      dueAt: '2026-03-02T23:45:00.000Z',
    })
  })

  it('is tried again a little later where the mail server asks for it, under the same Message-ID', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    w.willAnswer(() => ({ kind: 'answered', stage: 'rcpt', code: 450, enhanced: '4.7.1' }))
    expect(await w.deliver(send.id)).toBe('retry_wait')
    expect(await w.send(send.id)).toMatchObject({ lastError: '450 4.7.1', dueAt: w.now() + MINUTE, attempts: 1 })
    expect(await w.run((tx) => tx.sends.nextDue())).toBe(w.now() + MINUTE)
    w.pass(MINUTE)
    w.willAnswer(() => ({ kind: 'accepted' }))
    expect(await w.deliver(send.id)).toBe('handed_over')
    expect(w.sent.map((letter) => letter.messageId)).toEqual([send.messageId, send.messageId])
  })

  it('is not tried again where the candidate answered while it was being handed over', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson({ email: 'quick@example.com' }))
    const answer = {
      messageId: '<quick@example.com>',
      from: 'quick@example.com',
      references: [],
      text: 'No, thank you.',
    }
    w.willAnswer(async () => {
      w.pass(MINUTE)
      await takeInMail(w.system(), { ...answer, at: undefined, automatic: undefined })
      return { kind: 'answered', stage: 'rcpt', code: 450, enhanced: '4.7.1' }
    })
    expect(await w.deliver(send.id)).toBe('retry_wait')
    w.pass(HOUR)
    expect(await w.deliver(send.id)).toBe('refused')
    expect(await w.send(send.id)).toMatchObject({ refusals: ['answered_meanwhile'] })
  })

  it('fails for good where the address does not exist, and whoever approved it is told', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    w.willAnswer(() => ({ kind: 'answered', stage: 'rcpt', code: 550, enhanced: '5.1.1' }))
    expect(await w.deliver(send.id)).toBe('failed')
    const [card] = await w.run((tx) => tx.posts.due(w.now(), 10))
    expect(card).toMatchObject({ kind: 'not_sent_card', address: 'UINES', subjects: [send.id, send.draftId] })
  })

  it('tells the outcome where it is a decline', async () => {
    const w = await delivering(db)
    const ana = await w.addPerson({ standing: 'not_told', standingDay: undefined })
    const send = await w.approveDraft(ana, { purpose: 'decline' })
    expect(await w.deliver(send.id)).toBe('handed_over')
    expect(await w.run((tx) => tx.candidates.get(ana))).toMatchObject({
      standing: 'told_no',
      standingDay: '2026-03-02',
    })
  })

  it('lets whoever referred them hear that they were not taken further, once the decline has left', async () => {
    const w = await delivering(db)
    const ana = await w.addPerson({ standing: 'not_told', standingDay: undefined })
    const referred = await referPerson(await w.as('USAM'), {
      fullName: 'Ana Souza',
      role: 'Senior SRE',
      email: '',
      relation: 'worked_with',
      knowsOfIt: true,
      evidence: 'Ran our incident reviews.',
      quotable: false,
    })
    if (!referred.ok) throw new Error(referred.refusal.kind)
    const id = referred.value.nearMissId
    const by = (await w.as('UINES')).actor.memberId
    await w.run((tx) => tx.nearMisses.decide(id, { state: 'accepted', by, at: w.now(), candidateId: ana }))
    const send = await w.approveDraft(ana, { purpose: 'decline' })
    const key = `flag_news:${id}:not_further:${ana}`
    expect(await w.run((tx) => tx.posts.byKey(key))).toBeUndefined()
    expect(await w.deliver(send.id)).toBe('handed_over')
    expect(await w.run((tx) => tx.posts.byKey(key))).toMatchObject({ address: 'USAM' })
  })
})

forEachDatabase('a claim, whose lease the clock of the database measures', (db) => {
  it('is won by one of two workers who both find it due', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    const outcomes = await Promise.all([w.deliver(send.id), w.deliver(send.id), w.deliver(send.id)])
    expect(outcomes.toSorted()).toEqual(['handed_over', 'not_ours', 'not_ours'])
    expect(w.sent).toHaveLength(1)
  })

  it('that ran out is planned again', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    await w.run((tx) => tx.sends.change(send.id, { state: 'claimed' }, { owner: w.ines.memberId, seconds: 30 }))
    expect(await w.sweep()).toMatchObject({ released: 0, due: [] })
    await w.expireLease(send.id)
    expect(await w.sweep()).toMatchObject({ released: 1, due: [send.id] })
    expect(await w.deliver(send.id)).toBe('handed_over')
  })

  it('that ran out while handing over leaves a doubt, is never repeated by itself, and asks whoever approved it', async () => {
    const { w, send } = await inDoubt(db)
    expect(await w.send(send.id)).toMatchObject({ state: 'in_doubt', lastError: 'no_answer' })
    w.pass(30 * DAY)
    expect((await w.sweep()).due).toEqual([])
    const cards = await w.run((tx) => tx.posts.due(w.now(), 10))
    expect(cards).toMatchObject([{ kind: 'in_doubt_card', address: 'UINES', subjects: [send.id, send.draftId] }])
  })

  it('that ran out or is somebody else’s cannot be renewed', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    const [owner, other] = [w.ines.memberId, send.draftId]
    await w.run((tx) => tx.sends.change(send.id, { state: 'claimed' }, { owner, seconds: 30 }))
    const renew = (who: string) => w.run((tx) => tx.sends.renewLease(send.id, who, 30))
    expect([await renew(owner), await renew(other)]).toEqual([true, false])
    await w.expireLease(send.id)
    expect(await renew(owner)).toBe(false)
  })
})

onQuickDatabase('a message whose worker died', (db) => {
  it('holds up nobody else where it cannot be settled', async () => {
    const { w, send } = await inDoubt(db)
    await w.run((tx) => tx.sends.change(send.id, { state: 'claimed' }, { owner: w.ines.memberId, seconds: 30 }))
    await w.expireLease(send.id)
    const other = await w.approveDraft(await w.addPerson())
    let units = 0
    const forSystem: Delivery['contexts']['forSystem'] = (...given) => {
      const ctx = w.contexts.forSystem(...given)
      const run: typeof ctx.uow.run = (work) => {
        units += 1
        return units === 2 ? Promise.reject(new Error('a bug')) : ctx.uow.run(work)
      }
      return { ...ctx, uow: { ...ctx.uow, run } }
    }
    expect(await sweepSends({ contexts: { forSystem } }, w.workspace, 10)).toMatchObject({
      due: [other.id],
      faults: [{ sendId: send.id }],
    })
  })

  it('keeps what a worker hears who only seemed dead, and leaves the decision to the person who was asked', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    w.willAnswer(async () => {
      await w.expireLease(send.id)
      await w.sweep()
      return { kind: 'accepted' }
    })
    expect(await w.deliver(send.id)).toBe('in_doubt')
    expect(await w.events(send.id)).toContain('send.answered_late')
  })

  it('is not taken for dead while it talks with a slow mail server', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    const beats: (() => void)[] = []
    const timers = {
      after(milliseconds: number, call: () => void) {
        if (milliseconds === 5_000) beats.push(call)
        return () => undefined
      },
    }
    const leftOf = async () => {
      const { rows } = await db().pool.query(
        'SELECT extract(epoch FROM lease_until - clock_timestamp())::float8 AS left FROM send WHERE id = $1',
        [send.id],
      )
      return Number(rows[0]?.left)
    }
    w.willAnswer(async () => {
      await db().pool.query(`UPDATE send SET lease_until = clock_timestamp() + interval '2 seconds' WHERE id = $1`, [
        send.id,
      ])
      beats.shift()?.()
      while ((await leftOf()) < 20);
      return { kind: 'accepted' }
    })
    expect(await deliverSend({ ...w.delivery, timers }, w.workspace, send.id)).toBe('handed_over')
  })

  it('counts as sent once somebody says that it arrived, and only the first word counts', async () => {
    const { w, send } = await inDoubt(db)
    const [first, second] = [await w.as('UINES', 'press 1'), await w.as('UBEN', 'press 2')]
    expect(await confirmArrival(first, { sendId: send.id })).toMatchObject({
      ok: true,
      value: { state: 'handed_over' },
    })
    expect(await confirmArrival(first, { sendId: send.id })).toMatchObject({ ok: true })
    expect(await giveUpDoubt(second, { sendId: send.id })).toMatchObject({
      ok: false,
      refusal: { kind: 'not_in_this_state', state: 'handed_over' },
    })
    const timeline = await w.run((tx) => tx.candidates.timeline(send.candidateId, 5))
    expect(timeline.filter(({ kind }) => kind === 'message_sent')).toHaveLength(1)
  })

  it('leaves again under the same Message-ID once somebody says so', async () => {
    const { w, send } = await inDoubt(db)
    expect(await sendAgain(await w.as('UINES', 'again'), { sendId: send.id })).toMatchObject({ ok: true })
    expect(w.woken).toContain('sends')
    expect(await w.deliver(send.id)).toBe('handed_over')
    expect(w.sent.at(-1)?.messageId).toBe(send.messageId)
  })

  it('fails for good where the mail server rejects it then: the draft waits again and whoever sent it is told', async () => {
    const { w, send } = await inDoubt(db)
    await sendAgain(await w.as('UINES', 'again'), { sendId: send.id })
    w.willAnswer(() => ({ kind: 'answered', stage: 'rcpt', code: 550, enhanced: '5.1.1' }))
    expect(await w.deliver(send.id)).toBe('failed')
    expect(await w.run((tx) => tx.drafts.get(send.draftId))).toMatchObject({ state: 'waiting' })
    const card = await w.run((tx) => tx.posts.byKey(`not_sent_card:${send.id}:${w.now()}:UINES`))
    expect(card).toMatchObject({ address: 'UINES', subjects: [send.id, send.draftId] })
  })

  it('stays given up, but may have arrived and so counts against the cap', async () => {
    const { w, send } = await inDoubt(db)
    await giveUpDoubt(await w.as('UINES', 'enough'), { sendId: send.id })
    expect(await w.send(send.id)).toMatchObject({ state: 'failed', resolvedBy: w.ines.memberId })
    expect(await w.run((tx) => tx.drafts.get(send.draftId))).toMatchObject({ state: 'approved' })
    const next = await w.approveDraft(send.candidateId)
    expect(await w.deliver(next.id)).toBe('refused')
    expect((await w.send(next.id)).refusals).toEqual(['cap'])
  })

  it("is nobody else's to resolve", async () => {
    const { w, send } = await inDoubt(db)
    expect(await sendAgain(await w.as('USOMEBODY'), { sendId: send.id })).toMatchObject({
      ok: false,
      refusal: { kind: 'not_allowed' },
    })
  })
})

async function inDoubt(db: () => TestDatabase) {
  const w = await delivering(db)
  const send = await w.approveDraft(await w.addPerson())
  await w.run((tx) =>
    tx.sends.change(send.id, { state: 'handing_over', attempts: 1 }, { owner: w.ines.memberId, seconds: 30 }),
  )
  await w.expireLease(send.id)
  expect(await w.sweep()).toMatchObject({ doubted: 1 })
  return { w, send }
}

onQuickDatabase('a person who changes their mind', (db) => {
  it('can undo until the hand-over begins; the draft waits again', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    expect(await undoSend(await w.as('UINES', 'undo'), { sendId: send.id })).toMatchObject({
      ok: true,
      value: { state: 'cancelled' },
    })
    expect(await w.deliver(send.id)).toBe('not_ours')
    expect(await w.run((tx) => tx.drafts.get(send.draftId))).toMatchObject({ state: 'waiting', decidedBy: undefined })
  })

  it('hears that it is too late once it left', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    await w.deliver(send.id)
    expect(await undoSend(await w.as('UINES', 'undo'), { sendId: send.id })).toMatchObject({
      ok: false,
      refusal: { kind: 'not_in_this_state', state: 'handed_over' },
    })
  })

  it('undoes a claim that has not begun to hand over, and then nothing leaves', async () => {
    const w = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    const undone = Promise.all([w.deliver(send.id), undoSend(await w.as('UINES', 'undo'), { sendId: send.id })])
    const [delivered, undo] = await undone
    expect([delivered, undo.ok]).toEqual(undo.ok ? ['not_ours', true] : ['handed_over', false])
    expect(w.sent).toHaveLength(undo.ok ? 0 : 1)
  })
})

onQuickDatabase('a candidate who unsubscribes', (db) => {
  it('gets nothing more: the address, the permission and what was approved for it', async () => {
    const w = await delivering(db, { capCount: 20 })
    const ana = await w.addPerson({ email: 'ana@example.com' })
    const first = await w.approveDraft(ana)
    await w.deliver(first.id)
    w.pass(HOUR)
    const second = await w.approveDraft(ana)
    const link = { workspaceId: w.workspace.id, sendId: first.id, candidateId: ana }
    expect(await unsubscribe(w.system(), link)).toBe('done')
    expect(await unsubscribe(w.system(), link)).toBe('done_before')
    expect(await w.send(second.id)).toMatchObject({ state: 'refused', refusals: ['unsubscribed'] })
    expect(await w.deliver(second.id)).toBe('not_ours')
    const known = await w.run(async (tx) => ({
      suppressions: await tx.consent.suppressions('ANA@example.com'),
      permissions: await tx.consent.permissions(ana),
      events: await tx.events.read(`candidate:${ana}`, 10),
    }))
    expect(known).toMatchObject({
      suppressions: [{ reason: 'unsubscribed' }],
      permissions: [{ withdrawnAt: w.now() }],
      events: [{ type: 'candidate.unsubscribed' }],
    })
  })

  it('is not written to at another address either, before they say so themselves', async () => {
    const w = await delivering(db)
    const ana = await w.addPerson({ email: 'ana@example.com' })
    const first = await w.approveDraft(ana)
    await db().pool.query('DELETE FROM permission WHERE candidate_id = $1', [ana])
    await unsubscribe(w.system(), { workspaceId: w.workspace.id, sendId: first.id, candidateId: ana })
    const record = async (basis: 'applied_here' | 'consent') =>
      recordPermission(await w.as('UINES'), { candidateId: ana, basis, source: 'their mail' })
    expect(await record('applied_here')).toMatchObject({ refusal: { kind: 'needs_their_consent' } })
    expect(await addAddress(await w.as('UINES'), { candidateId: ana, address: 'ana@home.example' })).toMatchObject({
      ok: true,
    })
    const verdict = async () => {
      const profile = await readProfile(await w.as('UINES'), { candidateId: ana })
      return profile.ok ? profile.value.verdict : undefined
    }
    const kept = await verdict()
    expect(kept?.kind === 'not_yet' && kept.because.map(({ kind }) => kind)).toEqual([
      'unsubscribed',
      'permission_withdrawn',
    ])
    w.pass(HOUR)
    expect(await record('consent')).toMatchObject({ ok: true })
    expect(await verdict()).toEqual({ kind: 'ok_to_send' })
  })

  it('withdraws by an old link also what came with another record of theirs', async () => {
    const w = await delivering(db)
    const [ana, second] = [await w.addPerson({ email: 'ana@example.com' }), await w.addPerson()]
    const send = await w.approveDraft(ana)
    const link = { workspaceId: w.workspace.id, sendId: send.id, candidateId: ana }
    await unsubscribe(w.system(), link)
    w.pass(HOUR)
    await w.run((tx) => tx.merges.moveAll(second, ana))
    expect(await unsubscribe(w.system(), link)).toBe('done_before')
    const records = await w.run((tx) => tx.consent.permissions(ana))
    expect(records.map(({ withdrawnAt }) => withdrawnAt === undefined)).toEqual([false, false])
  })

  it('is not found by a link of another workspace', async () => {
    const w = await delivering(db)
    const other = await delivering(db)
    const send = await w.approveDraft(await w.addPerson())
    expect(
      await unsubscribe(other.system(), {
        workspaceId: other.workspace.id,
        sendId: send.id,
        candidateId: send.candidateId,
      }),
    ).toBe('unknown')
  })
})

withPostgres('two messages to one person that are due at the same moment', (db) => {
  it('never both pass the cap, whichever worker is quicker', async () => {
    for (let race = 0; race < 20; race += 1) {
      const w = await delivering(db)
      const ana = await w.addPerson()
      const sends = [await w.approveDraft(ana), await w.approveDraft(ana)]
      const outcomes = await Promise.all(sends.map(({ id }) => w.deliver(id)))
      expect(outcomes.toSorted()).toEqual(['handed_over', 'refused'])
      expect(w.sent).toHaveLength(1)
    }
  })

  it('never leaves where the candidate unsubscribes at the same moment and is first', async () => {
    for (let race = 0; race < 20; race += 1) {
      const w = await delivering(db)
      const ana = await w.addPerson()
      const send = await w.approveDraft(ana)
      const link = { workspaceId: w.workspace.id, sendId: send.id, candidateId: ana }
      const [delivered] = await Promise.all([w.deliver(send.id), unsubscribe(w.system(), link)])
      expect(w.sent).toHaveLength(delivered === 'handed_over' ? 1 : 0)
      expect((await w.send(send.id)).state).toBe(delivered === 'handed_over' ? 'handed_over' : 'refused')
    }
  })
})
