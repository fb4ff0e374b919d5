import PostalMime from 'postal-mime'
import { expect, it } from 'vitest'
import { composeMime } from '../../../src/adapters/mail/mime.ts'
import { makeMailLinks } from '../../../src/adapters/system/tokens.ts'
import { DAY, type Day, HOUR, instant, plus, type Zone } from '../../../src/domain/shared/time.ts'
import { realTimers } from '../../../src/jobs/pump.ts'
import { approveDraft } from '../../../src/usecases/outreach/approve-draft.ts'
import { deliverSend } from '../../../src/usecases/outreach/deliver-send.ts'
import { editDraft } from '../../../src/usecases/outreach/edit-draft.ts'
import { previewDraft } from '../../../src/usecases/outreach/preview-draft.ts'
import { loadSchedule, scheduleDraft } from '../../../src/usecases/outreach/schedule-draft.ts'
import { undoSend } from '../../../src/usecases/outreach/undo-send.ts'
import { writeDraft } from '../../../src/usecases/outreach/write-draft.ts'
import { setTelling } from '../../../src/usecases/people/set-telling.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { aDraft, cardOf, type Drafted, draftBy } from '../../support/drafting.ts'
import { mailerThat } from '../../support/mailer.ts'
import { approveDraft as approvedRow } from '../../support/outreach-rows.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const links = makeMailLinks(['secret'], () => 'https://talent.example')
const sendsOf = (world: World, { candidateId }: Drafted) =>
  world.run((tx) => tx.sends.ofCandidate(candidateId, 0 as never, 10))

function deliver(world: World, mailer: ReturnType<typeof mailerThat>['mailer'], id: string) {
  const delivery = { contexts: world.contexts, mailer, links, leaseSeconds: 60, timers: realTimers }
  return deliverSend(delivery, world.workspace, id as never)
}

onQuickDatabase('scheduling a draft', (db) => {
  it('proposes their next working morning first, holidays left out', async () => {
    const world = await outreachWorld(db(), { quietHours: { from: 1_200, to: 480 } })
    const draft = await aDraft(world, { zone: 'Asia/Tokyo' as Zone })
    await world.run((tx) => tx.settings.set('holidays', ['2026-03-03'], undefined, world.now()))
    const model = await loadSchedule(await world.as('UINES'), { draftId: draft.draftId })
    expect(model).toMatchObject({ ok: true, value: { zone: 'Asia/Tokyo', zoneIsTheirs: true } })
    const [first] = model.ok ? model.value.suggestions : []
    expect(first).toBe(instant('2026-03-03T23:45:00Z'))
    const elsewhere = await aDraft(world)
    expect(await loadSchedule(await world.as('UINES'), { draftId: elsewhere.draftId })).toMatchObject({
      value: { zone: 'Europe/Lisbon', zoneIsTheirs: false },
    })
  })

  it('approves this very text for that moment, shows it on the card, and can be undone until it leaves', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const at = plus(world.now(), 21 * HOUR)
    const scheduled = await scheduleDraft(await world.as('UINES'), { ...draft, at })
    expect(scheduled).toMatchObject({ ok: true, value: { dueAt: at, moved: null, wanted: at } })
    const [send] = await sendsOf(world, draft)
    expect(send).toMatchObject({ state: 'approved', dueAt: at, revisionId: draft.revisionId })
    const { mailer, sent } = mailerThat()
    expect(await deliver(world, mailer, send?.id ?? '')).toBe('not_ours')
    expect(await undoSend(await world.as('UINES'), { sendId: send?.id ?? '' })).toMatchObject({ ok: true })
    expect((await cardOf(world, draft.draftId)).draft.state).toBe('waiting')
    world.pass(22 * HOUR)
    expect(await deliver(world, mailer, send?.id ?? '')).toBe('not_ours')
    expect(sent).toEqual([])
  })

  it('takes a day and a time by the candidate’s clock, which count before the choice', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world, { zone: 'America/New_York' as Zone })
    const typed = { at: plus(world.now(), HOUR), day: '2026-03-05', time: '09:30' }
    expect(await scheduleDraft(await world.as('UINES'), { ...draft, ...typed })).toMatchObject({
      value: { dueAt: instant('2026-03-05T14:30:00Z') },
    })
  })

  it('is moved by their night, and says from when', async () => {
    const world = await outreachWorld(db(), { quietHours: { from: 1_200, to: 480 } })
    const draft = await aDraft(world)
    const night = instant('2026-03-03T22:30:00Z')
    expect(await scheduleDraft(await world.as('UINES'), { ...draft, at: night })).toMatchObject({
      value: { wanted: night, moved: 'night', dueAt: instant('2026-03-04T08:45:00Z') },
    })
    const other = await aDraft(world)
    const saturday = instant('2026-03-07T12:00:00Z')
    expect(await scheduleDraft(await world.as('UINES'), { ...other, at: saturday })).toMatchObject({
      value: { moved: 'weekend', dueAt: instant('2026-03-09T08:45:00Z') },
    })
  })

  it('is judged as of that moment: what is too soon today may be right by then', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson({ standingDay: '2025-12-10' as Day })
    const draft = await draftBy(world, candidateId, 'UINES')
    // Told no on 10 December; ninety days later is 10 March.
    const early = await scheduleDraft(await world.as('UINES'), { ...draft, at: instant('2026-03-09T12:00:00Z') })
    expect(early).toMatchObject({ refusal: { kind: 'not_yet', because: [{ kind: 'recontact_window' }] } })
    expect(await sendsOf(world, draft)).toEqual([])
    const late = await scheduleDraft(await world.as('UINES'), { ...draft, at: instant('2026-03-10T12:00:00Z') })
    expect(late).toMatchObject({ ok: true })
  })

  it('is offered for the day on which the cap is over, and passes the gate then', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const sent = await approvedRow(world.system(), world.ines.memberId, candidateId)
    await deliver(world, mailerThat().mailer, sent.id)
    const draft = await draftBy(world, candidateId, 'UINES')
    const { nextActs } = await cardOf(world, draft.draftId)
    const offered = nextActs.find((act) => act.kind === 'schedule')
    expect(offered).toEqual({ kind: 'schedule', day: '2026-03-16' })
    const model = await loadSchedule(await world.as('UINES'), { draftId: draft.draftId, day: '2026-03-16' })
    const [first] = model.ok ? model.value.suggestions : []
    expect(await scheduleDraft(await world.as('UINES'), { ...draft, at: Number(first) })).toMatchObject({
      ok: true,
      value: { dueAt: instant('2026-03-16T08:45:00Z') },
    })
  })

  it('is refused at the claim where a fact that it cites has changed since', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const factId = world.system().newId<'fact'>()
    await world.run((tx) =>
      tx.candidates.addFacts(candidateId, [
        {
          id: factId,
          kind: 'strength',
          text: 'calm in the failover exercise',
          telling: 'may_be_mentioned',
          sourceKind: 'silver_form',
          sourceLink: undefined,
          authorId: undefined,
          statedAt: world.now(),
          changedAt: world.now(),
          retractedAt: undefined,
        },
      ]),
    )
    const draft = await draftBy(world, candidateId, 'UINES')
    expect((await cardOf(world, draft.draftId)).facts).toHaveLength(1)
    await scheduleDraft(await world.as('UINES'), { ...draft, at: plus(world.now(), 5 * DAY) })
    world.pass(2 * DAY)
    expect(await setTelling(await world.as('UINES'), { factId, telling: 'internal_only' })).toMatchObject({ ok: true })
    world.pass(4 * DAY)
    const [send] = await sendsOf(world, draft)
    const { mailer, sent } = mailerThat()
    expect(await deliver(world, mailer, send?.id ?? '')).toBe('refused')
    expect(sent).toEqual([])
    expect((await cardOf(world, draft.draftId)).draft.state).toBe('waiting')
  })

  it('refuses what has passed, what is too far, and half a moment', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const kind = async (when: Partial<Parameters<typeof scheduleDraft>[1]>) => {
      const answer = await scheduleDraft(await world.as('UINES'), { ...draft, ...when })
      return answer.ok ? 'ok' : answer.refusal.kind
    }
    expect(await kind({ at: world.now() - 1 })).toBe('in_past')
    expect(await kind({ at: plus(world.now(), 91 * DAY) })).toBe('too_far')
    expect(await kind({})).toBe('time_needed')
    expect(await kind({ at: plus(world.now(), HOUR), day: '2026-03-05' })).toBe('time_needed')
    expect(await kind({ at: plus(world.now(), HOUR), time: '09:00' })).toBe('time_needed')
    expect(await kind({ day: 'never', time: '25:99' })).toBe('time_needed')
    expect(await sendsOf(world, draft)).toEqual([])
  })

  it('refuses an older text, another’s draft, and whoever may not', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const at = plus(world.now(), HOUR)
    expect(await scheduleDraft(await world.as('UBEN'), { ...draft, at })).toMatchObject({
      refusal: { kind: 'not_yours' },
    })
    expect(await loadSchedule(await world.as('UBEN'), draft)).toMatchObject({ refusal: { kind: 'not_yours' } })
    expect(await scheduleDraft(await world.as('UTOM'), { ...draft, at })).toMatchObject({
      refusal: { kind: 'not_allowed' },
    })
    await editDraft(await world.as('UINES'), { ...draft, subject: 'New', body: 'A newer text' })
    expect(await scheduleDraft(await world.as('UINES'), { ...draft, at })).toMatchObject({
      refusal: { kind: 'superseded' },
    })
    expect(await sendsOf(world, draft)).toEqual([])
  })

  it('happens once, however often the form is delivered', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const at = plus(world.now(), HOUR)
    const first = await scheduleDraft(await world.as('UINES', 'view'), { ...draft, at })
    expect(await scheduleDraft(await world.as('UINES', 'view'), { ...draft, at })).toEqual(first)
    expect(await sendsOf(world, draft)).toHaveLength(1)
  })
})

onQuickDatabase('the preview of a draft', (db) => {
  it('is the mail with all that stands below it, for whoever owns the draft alone', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world, { email: 'ana@example.com', fullName: 'Ana Souza' })
    await world.run((tx) => tx.settings.set('mail.postalAddress', '1 Fern Lane', undefined, world.now()))
    expect(await previewDraft(await world.as('UINES'), draft)).toMatchObject({
      value: {
        from: 'Ines Duarte <talent@fernhollow.example>',
        replyTo: 'Ines Duarte <talent@fernhollow.example>',
        to: 'Ana Souza <ana@example.com>',
        text: expect.stringMatching(/applied to us[\s\S]*1 Fern Lane/),
        lacks: { address: false, postalAddress: false },
        textOf: undefined,
      },
    })
    expect(await previewDraft(await world.as('UBEN'), draft)).toMatchObject({ refusal: { kind: 'not_yours' } })
    const nowhere = { draftId: world.system().newId<'draft'>() }
    expect(await previewDraft(await world.as('UINES'), nowhere)).toMatchObject({ refusal: { kind: 'no_such_draft' } })
  })

  it.each([
    ['a note to keep warm', 'told_no', false],
    ['a decline', 'not_told', false],
    ['a decline that keeps the door open', 'not_told', true],
  ] as const)('is, links apart, what delivery hands over: %s', async (_what, standing, asksToStay) => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson({ email: 'ana@example.com', fullName: 'Ana “Sunny” Souza', standing })
    await world.run((tx) => tx.settings.set('mail.postalAddress', '1 Fern Lane', undefined, world.now()))
    const written = await writeDraft(await world.as('UINES'), { candidateId, asksToStay })
    const { draftId } = written.ok ? written.value : { draftId: undefined as never }
    const { revisionId } = (await cardOf(world, draftId)).draft
    const edited = await editDraft(await world.as('UINES'), {
      draftId,
      revisionId,
      subject: 'A line — with ümlauts & <signs>',
      body: `Hello,\n\nlines that ${'go on '.repeat(40)}\n-- \nand  on\u202e ☺\n\n\nEnd.`,
    })
    if (!edited.ok) throw new Error(edited.refusal.kind)
    const shown = await previewDraft(await world.as('UINES'), { draftId })
    if (!shown.ok) throw new Error(shown.refusal.kind)
    const { sent, mailer } = mailerThat()
    const approved = await approveDraft(await world.as('UINES'), { draftId, revisionId: edited.value.revisionId })
    if (!approved.ok) throw new Error(approved.refusal.kind)
    expect(await deliver(world, mailer, approved.value.sendId)).toBe('handed_over')
    const [letter] = sent
    if (letter === undefined) throw new Error('Nothing was handed over')
    const { source } = await composeMime(letter, 'talent@fernhollow.example', new Date(world.now()))
    const mail = await new PostalMime().parse(source)
    const links = mail.text?.match(/https:\S+/g) ?? []
    expect(links).toHaveLength(asksToStay ? 2 : 1)
    const said = links.reduce((text, link) => text.replace(link, '[a link of their own]'), mail.text ?? '')
    expect(shown.value.text.trimEnd()).toBe(said.trimEnd())
    const inWords = (box: { name: string; address?: string | undefined } | undefined) =>
      `${box?.name} <${box?.address}>`
    expect(shown.value).toMatchObject({
      from: inWords(mail.from),
      replyTo: inWords(mail.replyTo?.[0]),
      to: inWords(mail.to?.[0]),
      subject: mail.subject,
    })
  })
})
