import { expect, it } from 'vitest'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { DAY, type Day } from '../../../src/domain/shared/time.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { approveDraft } from '../../../src/usecases/outreach/approve-draft.ts'
import type { ApproveRefusal } from '../../../src/usecases/outreach/approve-revision.ts'
import { editDraft } from '../../../src/usecases/outreach/edit-draft.ts'
import { undoSend } from '../../../src/usecases/outreach/undo-send.ts'
import { setStanding } from '../../../src/usecases/people/set-standing.ts'
import { onQuickDatabase, withPostgres } from '../../support/database.ts'
import { aDraft, cardOf, draftBy } from '../../support/drafting.ts'
import { aFact } from '../../support/outreach-builders.ts'
import { waitingDraft } from '../../support/outreach-rows.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const sendsTo = (world: World, id: CandidateId) => world.run((tx) => tx.sends.ofCandidate(id, 0 as never, 100))
const kindsOf = (refused: { ok: boolean; refusal?: unknown }) => {
  const refusal = (refused as { refusal: ApproveRefusal }).refusal
  return refusal?.kind === 'not_yet' ? refusal.because.map(({ kind }) => kind) : [refusal?.kind]
}

onQuickDatabase('approving a draft', (db) => {
  it('plans one send of exactly the text that was shown', async () => {
    const world = await outreachWorld(db(), { holdSeconds: 60 })
    const draft = await aDraft(world)
    const approved = await approveDraft(await world.as('UINES'), draft)
    expect(approved).toMatchObject({ ok: true, value: { dueAt: world.now() + 60_000, moved: null } })
    const [send, ...others] = await sendsTo(world, draft.candidateId)
    expect(others).toEqual([])
    expect(send).toMatchObject({ state: 'approved', revisionId: draft.revisionId, draftId: draft.draftId })
    const card = await cardOf(world, draft.draftId)
    expect(card).toMatchObject({ draft: { state: 'approved' }, decidedBy: { slackUserId: 'UINES' } })
    expect(world.woken).toContain('sends')
  })

  it('answers a repeated delivery of one press with the first answer', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const first = await approveDraft(await world.as('UINES', 'press'), draft)
    const second = await approveDraft(await world.as('UINES', 'press'), draft)
    expect(second).toEqual(first)
    expect(await sendsTo(world, draft.candidateId)).toHaveLength(1)
  })

  it('never approves a newer text from an older card', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const edited = await editDraft(await world.as('UINES'), { ...draft, subject: 'New', body: 'A newer text' })
    const refused = await approveDraft(await world.as('UINES'), draft)
    expect(kindsOf(refused)).toEqual(['superseded'])
    expect(await sendsTo(world, draft.candidateId)).toEqual([])
    const current = edited.ok ? edited.value.revisionId : ''
    expect(await approveDraft(await world.as('UINES'), { ...draft, revisionId: current })).toMatchObject({ ok: true })
    expect(await sendsTo(world, draft.candidateId)).toMatchObject([{ revisionId: current }])
  })

  it('approves nothing where no outgoing mail is set up', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const ctx = await world.as('UINES')
    const without = { ...ctx, services: { ...ctx.services, defaults: { ...ctx.services.defaults, canMail: false } } }
    expect(kindsOf(await approveDraft(without, draft))).toEqual(['no_mail'])
    expect(await sendsTo(world, draft.candidateId)).toEqual([])
    expect(await cardOf(world, draft.draftId)).toMatchObject({ draft: { state: 'waiting' } })
  })

  it('refuses a text of another draft under this one', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const other = await aDraft(world)
    const mixed = { draftId: draft.draftId, revisionId: other.revisionId }
    expect(kindsOf(await approveDraft(await world.as('UINES'), mixed))).toEqual(['no_such_draft'])
    const forged = await approveDraft(await world.as('UINES'), { draftId: "'; --", revisionId: '' })
    expect(forged).toMatchObject({ ok: false, refusal: { kind: 'bad_input' } })
  })

  it('lets nobody approve as somebody else', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    expect(kindsOf(await approveDraft(await world.as('UBEN'), draft))).toEqual(['not_yours'])
    const manager = await approveDraft(await world.as('UTOM'), draft)
    expect(manager).toMatchObject({ ok: false, refusal: { kind: 'not_allowed', permission: 'draft.approve' } })
    expect(await sendsTo(world, draft.candidateId)).toEqual([])
  })

  const withProblem: readonly {
    readonly name: string
    readonly happens: (world: World, id: CandidateId, ctx: Ctx) => Promise<unknown>
    readonly because: string
    readonly acts: readonly string[]
  }[] = [
    {
      name: 'was hired',
      happens: (_world, candidateId, ctx) => setStanding(ctx, { candidateId, standing: 'hired', day: '2026-03-01' }),
      because: 'hired',
      acts: ['discard_draft', 'update_standing'],
    },
    {
      name: 'is interviewing again',
      happens: (_world, candidateId, ctx) => setStanding(ctx, { candidateId, standing: 'interviewing' }),
      because: 'still_interviewing',
      acts: ['update_standing'],
    },
    {
      name: 'was told no yesterday',
      happens: (_world, candidateId, ctx) => setStanding(ctx, { candidateId, standing: 'told_no', day: '2026-03-01' }),
      because: 'recontact_window',
      acts: ['remind_then'],
    },
    {
      name: 'waits for the outcome',
      happens: (_world, candidateId, ctx) => setStanding(ctx, { candidateId, standing: 'not_told' }),
      because: 'not_told_yet',
      acts: ['draft_decline', 'mark_as_told'],
    },
    {
      name: 'withdrew the permission',
      happens: (world, id) =>
        world.run(async (tx) => {
          await tx.candidates.lock(id)
          await tx.consent.withdraw(id, 'contact', world.now())
        }),
      because: 'permission_withdrawn',
      acts: ['log_call', 'discard_draft'],
    },
    {
      name: 'unsubscribed',
      happens: (world, id) =>
        world.run(async (tx) => {
          await tx.candidates.lock(id)
          for (const { value } of await tx.candidates.contacts(id))
            await tx.consent.suppress(value, 'unsubscribed', world.now(), undefined)
        }),
      because: 'unsubscribed',
      acts: ['log_call', 'discard_draft'],
    },
    {
      name: 'is not to be contacted',
      happens: (world, id) =>
        world.run(async (tx) => {
          await tx.candidates.lock(id)
          await tx.consent.setDoNotContact(id, world.now())
        }),
      because: 'do_not_contact_person',
      acts: ['discard_draft', 'allow_contact'],
    },
    {
      name: 'was written to by a colleague',
      happens: async (world, id) => {
        const theirs = await draftBy(world, id, 'UBEN')
        expect(await approveDraft(await world.as('UBEN'), theirs)).toMatchObject({ ok: true })
      },
      because: 'collision',
      acts: ['talk_to'],
    },
  ]
  for (const { name, happens, because, acts } of withProblem) {
    it(`is refused where the person ${name} between card and press, and the card offers what helps`, async () => {
      const world = await outreachWorld(db())
      const draft = await aDraft(world)
      expect((await cardOf(world, draft.draftId)).verdict).toEqual({ kind: 'ok_to_send' })
      await happens(world, draft.candidateId, await world.as('UINES'))
      const refused = await approveDraft(await world.as('UINES'), draft)
      expect(kindsOf(refused)).toContain(because)
      const card = await cardOf(world, draft.draftId)
      expect(card.draft.state).toBe('waiting')
      expect(card.nextActs.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...acts]))
      const sends = (await sendsTo(world, draft.candidateId)).filter((send) => send.draftId === draft.draftId)
      expect(sends).toEqual([])
    })
  }

  it('is refused where the facts that it cites were changed since', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const factId = (await world.as('UINES')).newId<'fact'>()
    await world.run((tx) =>
      tx.candidates.addFacts(candidateId, [
        {
          id: factId,
          kind: 'strength',
          text: 'your calm in the failover exercise',
          telling: 'may_be_mentioned',
          sourceKind: 'note',
          sourceLink: undefined,
          authorId: undefined,
          statedAt: world.now(),
          changedAt: world.now(),
          retractedAt: undefined,
        },
      ]),
    )
    const draft = await draftBy(world, candidateId, 'UINES')
    expect((await cardOf(world, draft.draftId)).facts.map(({ fact }) => fact.text)).toEqual([
      'your calm in the failover exercise',
    ])
    world.pass(DAY)
    await world.run((tx) => tx.candidates.changeFact(factId, { telling: 'internal_only' }, world.now()))
    expect(kindsOf(await approveDraft(await world.as('UINES'), draft))).toEqual(['stale_facts'])
    expect((await cardOf(world, draft.draftId)).nextActs).toEqual([{ kind: 'redraft' }])
  })

  it('is refused where a colleague or another finalist came, whom it would name', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const [factId, at] = [world.system().newId<'fact'>(), world.now()]
    const text = 'ahead of the whole Novák team'
    const fact = aFact({ id: factId, text, authorId: undefined, statedAt: at, changedAt: at })
    await world.run((tx) =>
      tx.candidates.addFacts(candidateId, [{ ...fact, sourceKind: 'note', sourceLink: undefined }]),
    )
    const draft = await draftBy(world, candidateId, 'UINES')
    expect((await cardOf(world, draft.draftId)).verdict).toEqual({ kind: 'ok_to_send' })
    await world.addPerson({ fullName: 'Marek Novák' })
    expect(kindsOf(await approveDraft(await world.as('UINES'), draft))).toEqual(['stale_facts'])
    expect((await cardOf(world, draft.draftId)).nextActs).toEqual([{ kind: 'redraft' }])
  })

  it('can be undone within the hold, and approved again', async () => {
    const world = await outreachWorld(db(), { holdSeconds: 60 })
    const draft = await aDraft(world)
    const first = await approveDraft(await world.as('UINES'), draft)
    if (!first.ok) throw new Error('refused')
    expect(await undoSend(await world.as('UINES'), { sendId: first.value.sendId })).toMatchObject({ ok: true })
    expect((await cardOf(world, draft.draftId)).draft.state).toBe('waiting')
    expect(await approveDraft(await world.as('UINES'), draft)).toMatchObject({ ok: true })
    expect((await sendsTo(world, draft.candidateId)).map(({ state }) => state).sort()).toEqual([
      'approved',
      'cancelled',
    ])
  })

  it('waits for the morning where it is night for the candidate', async () => {
    const world = await outreachWorld(db(), { quietHours: { from: 20 * 60, to: 8 * 60 }, holdSeconds: 60 })
    const draft = await aDraft(world, { zone: 'Pacific/Auckland' as never })
    const approved = await approveDraft(await world.as('UINES'), draft)
    expect(approved).toMatchObject({ ok: true, value: { moved: 'night' } })
    if (approved.ok) expect(new Date(approved.value.dueAt).toISOString()).toBe('2026-03-02T19:45:00.000Z')
  })

  it('heeds what an admin has set, except what nobody could mean', async () => {
    const world = await outreachWorld(db(), { quietHours: { from: 20 * 60, to: 8 * 60 } })
    await world.run(async (tx) => {
      await tx.settings.set('outreach.holdSeconds', 600, undefined, world.now())
      await tx.settings.set('outreach.quietHours', '20-8', undefined, world.now())
      await tx.settings.set('outreach.capCount', 0, undefined, world.now())
    })
    const draft = await aDraft(world, { zone: 'Pacific/Auckland' as never })
    expect(await approveDraft(await world.as('UINES'), draft)).toMatchObject({ ok: true, value: { moved: 'night' } })
    expect(await cardOf(world, draft.draftId)).toMatchObject({ holdSeconds: 600 })
  })

  it('is refused once the person was merged into another', async () => {
    const world = await outreachWorld(db())
    const draft = await aDraft(world)
    const survivor = await world.addPerson({ fullName: 'Ana de Souza', standingDay: '2025-08-01' as Day })
    await db().pool.query('UPDATE candidate SET merged_into = $1 WHERE id = $2', [survivor, draft.candidateId])
    expect(kindsOf(await approveDraft(await world.as('UINES'), draft))).toEqual(['merged_away'])
    expect((await cardOf(world, draft.draftId)).nextActs[0]).toEqual({ kind: 'open_person', candidateId: survivor })
  })
})

/** Rounds are about different people, so four may run beside each other. */
async function rounds(count: number, round: (number: number) => Promise<void>): Promise<void> {
  const rest = Array.from({ length: count }, (_, number) => number).values()
  const lane = async () => {
    for (const number of rest) await round(number)
  }
  await Promise.all([lane(), lane(), lane(), lane()])
}

withPostgres('two at once', (db) => {
  /** Who act again and again: their roles are read once, their presses differ by key. */
  async function racing(settings = {}) {
    const world = await outreachWorld(db(), settings)
    const [ines, ben] = [await world.as('UINES'), await world.as('UBEN')]
    let presses = 0
    const press = (ctx: Ctx): Ctx => {
      presses += 1
      return { ...ctx, idempotencyKey: `press ${presses}` }
    }
    const draftOf = async (ctx: Ctx, candidateId?: CandidateId) =>
      waitingDraft(world.system(), ctx.actor.memberId, candidateId ?? (await world.addPerson()))
    return { world, ines, ben, press, draftOf }
  }

  it('press Approve on one draft, two hundred times: one send each time', async () => {
    const { world, ines, press, draftOf } = await racing()
    await rounds(200, async () => {
      const draft = await draftOf(ines)
      const [one, other] = await Promise.all([approveDraft(press(ines), draft), approveDraft(press(ines), draft)])
      expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1)
      expect(kindsOf(one.ok ? other : one)).toEqual(['already_decided'])
      expect(await sendsTo(world, draft.candidateId)).toHaveLength(1)
    })
  })

  it('approve one text and replace it: the send carries a text that was current, never a mixture', async () => {
    const { world, ines, press, draftOf } = await racing()
    await rounds(30, async (round) => {
      const draft = await draftOf(ines)
      const [approved, edited] = await Promise.all([
        approveDraft(press(ines), draft),
        editDraft(press(ines), { ...draft, subject: 'New', body: `text ${round}` }),
      ])
      expect([approved.ok, edited.ok].filter(Boolean)).toHaveLength(1)
      const sends = await sendsTo(world, draft.candidateId)
      expect(sends.map(({ revisionId }) => revisionId)).toEqual(approved.ok ? [draft.revisionId] : [])
    })
  })

  it('two recruiters approve drafts to one person: cap and collision let one through, a hundred times', async () => {
    const { world, ines, ben, press, draftOf } = await racing({ capCount: 1, capDays: 14, collisionDays: 14 })
    await rounds(100, async () => {
      const hers = await draftOf(ines)
      const his = await draftOf(ben, hers.candidateId)
      const [one, other] = await Promise.all([approveDraft(press(ines), hers), approveDraft(press(ben), his)])
      expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1)
      expect(kindsOf(one.ok ? other : one)).toEqual(['collision', 'cap'])
      expect(await sendsTo(world, hers.candidateId)).toHaveLength(1)
    })
  })

  it('a hire and an approval: where the hire comes first nothing is planned', async () => {
    const { world, ines, ben, press, draftOf } = await racing()
    await rounds(30, async () => {
      const draft = await draftOf(ines)
      const [approved, hired] = await Promise.all([
        approveDraft(press(ines), draft),
        setStanding(press(ben), { candidateId: draft.candidateId, standing: 'hired' }),
      ])
      expect(hired.ok).toBe(true)
      expect(await sendsTo(world, draft.candidateId)).toHaveLength(approved.ok ? 1 : 0)
      if (!approved.ok) expect(kindsOf(approved)).toEqual(['hired'])
    })
  })
})
