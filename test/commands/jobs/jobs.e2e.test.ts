// A job opens and closes, by the words that people see.
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import { DAY, instant } from '../../../src/domain/shared/time.ts'
import { aWorld } from '../../support/app.ts'
import { asks, buttonsOf } from '../find/finding.ts'
import { besides, closed, personCalled, shown } from '../outreach/seeing.ts'

const ahead = 0
const world = aWorld({ sample: true, overrides: { now: () => instant(Date.now() + ahead) } })

const opens = async (text: string) => {
  const { ines } = world().hands
  await ines.command('/pool', `job new ${text}`, { in: 'general' })
  return ines.opensModal('Open a job')
}

describe('a job that opens', () => {
  it('tells whom we know already, with the reasons and what is missing, and contacts nobody', async () => {
    const { ines } = world().hands
    const modal = await opens('Senior SRE in Lisbon, remote ok: Kubernetes, Rust')
    expect(modal.fields()).toMatchObject({
      Title: { value: 'Senior SRE' },
      Place: { value: 'Lisbon' },
      Skills: { value: 'Kubernetes, Rust' },
      Seniority: { value: 'Senior' },
    })
    await modal.choose('Hiring manager', 'Tom Okafor')
    await modal.submit()
    await closed(ines)
    const card = await shown(ines, '*Senior SRE* opened today', 'You already know')
    const words = wordsOf(card)
    expect(words).toMatch(/You already know (?:at least )?\d+ people/)
    expect(words).toContain('Ana Souza')
    expect(words).toContain('near-miss for Senior SRE')
    expect(words).toContain('knows Kubernetes')
    expect(words).toContain('Rust (not on record)')
    expect(words).toContain('Nobody was contacted.')
    // Whoever was hired is not among them.
    expect(words).not.toContain('Omar Aziz')
    expect(world().local.mailbox.list()).toEqual([])
    await ines.press(card, 'Draft', { near: 'Ana Souza' })
    const draft = await shown(ines, 'Draft for', 'New role', 'Senior SRE opened today')
    expect(wordsOf(draft)).toContain('Approve & send')
  })

  it('is told to whoever looks after such a person, with their own people alone', async () => {
    const { ines, ben } = world().hands
    await (await opens('Product Designer in Europe: Figma')).submit()
    await closed(ines)
    const all = await shown(ines, '*Product Designer* opened today')
    const own = await shown(ben, '*Product Designer* opened today', 'of your people')
    expect(buttonsOf(own)).not.toContain('Close job')
    expect(buttonsOf(all)).toEqual(expect.arrayContaining(['Close job', 'Undo']))
  })

  it('is taken back by whoever opened it, and its cards say so', async () => {
    const { ines, ben } = world().hands
    await (await opens('Product Designer in EMEA: Figma')).submit()
    await closed(ines)
    const card = await shown(ines, '*Product Designer* opened today', 'EMEA')
    const bens = await shown(ben, '*Product Designer* opened today', 'EMEA')
    await ines.press(card, 'Undo')
    await ines.waitFor(
      () => ines.dm().find(({ ts, ...one }) => ts === card.ts && wordsOf({ ts, ...one }).includes('taken back')),
      { what: 'the card to say so' },
    )
    await ben.waitFor(() => ben.dm().find((one) => one.ts === bens.ts && wordsOf(one).includes('taken back')), {
      what: 'his card to say so',
    })
    expect(wordsOf(await asks(ines, '/pool', 'job'))).not.toContain('EMEA')
  })

  it('says so where nobody suits it', async () => {
    const { ines } = world().hands
    await (await opens('Chief Balloonist in Ulaanbaatar')).submit()
    await closed(ines)
    const card = await shown(ines, '*Chief Balloonist* opened today')
    expect(wordsOf(card)).toContain('Nobody on record suits it yet')
    expect(buttonsOf(card)).toEqual(['Close job', 'Where from?', 'Undo'])
  })

  it('is refused beside its field where a day is still to come', async () => {
    const modal = await opens('Tester')
    await modal.choose('Opened on', new Date(Date.now() + ahead + 3 * DAY).toISOString().slice(0, 10))
    await modal.submit()
    expect(modal.errors()).toEqual({ 'Opened on': 'That day is still to come. A job opens on the day itself.' })
    await modal.close()
  })

  it('is for recruiters', async () => {
    const { tom } = world().hands
    expect(wordsOf(await asks(tom, '/pool', 'job new SRE'))).toContain('This needs a recruiter')
    expect(wordsOf(await asks(tom, '/pool', 'job'))).toContain('Only recruiters can look through people')
  })

  it('has a list, and a hint where something else was meant', async () => {
    const { ines } = world().hands
    const list = await asks(ines, '/pool', 'job')
    expect(wordsOf(list)).toContain('*Account Executive*')
    expect(buttonsOf(list)).toEqual(expect.arrayContaining(['Who fits', 'Close job', 'Open a job']))
    expect(wordsOf(await asks(ines, '/pool', 'job clsoe'))).toContain('`/pool job` does not know “clsoe”')
  })
})

describe('a job that closes', () => {
  const closing = async (title: string) => {
    const { ines } = world().hands
    const list = await asks(ines, '/pool', 'job')
    await ines.press(list, 'Close job', { near: title })
    return ines.opensModal('Close job')
  }

  it('records who took it, where they came from and what it cost, and they stand as hired', async () => {
    const { ines } = world().hands
    const modal = await closing('Account Executive')
    await modal.choose('What became of it', 'Filled: somebody took the offer')
    await modal.submit()
    expect(modal.errors()).toEqual({
      'Where they came from': 'Please say where they came from.',
      'Offer accepted on': 'Please say on which day the offer was accepted.',
    })
    const today = new Date(Date.now() + ahead).toISOString().slice(0, 10)
    await modal.choose('Who took it', 'Ana Souza (Senior SRE)')
    await modal.choose('Where they came from', 'Silver medallist: we knew them')
    await modal.choose('Offer accepted on', today)
    await modal.choose('Applied on', today)
    await modal.fill('Internal cost', '1,200.50')
    await modal.submit()
    expect(modal.errors()).toEqual({ Currency: 'Please choose the currency of these costs.' })
    await modal.choose('Currency', 'EUR')
    await modal.submit()
    await closed(ines)
    await shown(ines, '*Account Executive* is closed as filled.')
    const { rows } = await world().app.database.pool.query(
      "SELECT h.source, from_pool, internal_cost, external_cost, currency, accepted_on::text FROM hire h JOIN candidate c ON c.id = h.candidate_id WHERE c.full_name = 'Ana Souza'",
    )
    expect(rows).toEqual([
      {
        source: 'silver_medallist',
        from_pool: true,
        internal_cost: 120_050,
        external_cost: null,
        currency: 'EUR',
        accepted_on: today,
      },
    ])
    expect(wordsOf(await asks(ines, '/candidate', 'Ana Souza'))).toContain('Hired')
    expect(wordsOf(await asks(ines, '/pool', 'job'))).not.toContain('*Account Executive*')
  })

  it('opens again with Undo, and everything stands as before', async () => {
    const { ines } = world().hands
    const said = await shown(ines, '*Account Executive* is closed as filled.')
    await ines.press(said, 'Undo')
    await shown(ines, '*Account Executive* is open again')
    expect(
      (
        await world().app.database.pool.query(
          `SELECT 1 FROM hire h JOIN candidate c ON c.id = h.candidate_id WHERE c.full_name = 'Ana Souza'`,
        )
      ).rows,
    ).toEqual([])
    expect(wordsOf(await asks(ines, '/candidate', 'Ana Souza'))).toContain('Told no on')
    expect(wordsOf(await asks(ines, '/pool', 'job'))).toContain('*Account Executive*')
  })

  it('may be cancelled without a word about anybody', async () => {
    const { ines } = world().hands
    const modal = await closing('Chief Balloonist')
    await modal.choose('What became of it', 'Cancelled or put on hold')
    await modal.submit()
    await closed(ines)
    await shown(ines, '*Chief Balloonist* is closed as cancelled.')
    const card = await shown(ines, 'Chief Balloonist* was cancelled')
    expect(buttonsOf(card)).toEqual([])
  })

  it('tells whoever flagged the hired person, once and without a reason', async () => {
    const { ines, tom } = world().hands
    const ctx = await besides(world(), tom)
    const candidate = await personCalled(world(), 'Jonas Berg')
    await ctx.uow.run(async (tx) => {
      const id = ctx.newId<'near_miss'>()
      await tx.nearMisses.insert({
        id,
        fullName: 'Jonas Berg',
        role: 'Designer',
        impressed: 'secret words',
        wouldHire: undefined,
        quotable: false,
        flaggedBy: ctx.actor.memberId,
        flaggedAt: ctx.now,
        evidenceLink: undefined,
        evidence: undefined,
        state: 'waiting',
        decidedBy: undefined,
        decidedAt: undefined,
        dismissReason: undefined,
        candidateId: undefined,
      })
      await tx.nearMisses.decide(id, {
        state: 'accepted',
        by: ctx.actor.memberId,
        at: ctx.now,
        candidateId: candidate as never,
      })
    })
    const modal = await closing('Lisbon')
    await modal.choose('What became of it', 'Filled: somebody took the offer')
    await modal.choose('Who took it', 'Jonas Berg (Senior SRE)')
    await modal.choose('Where they came from', 'Referral')
    await modal.choose('Offer accepted on', new Date(Date.now() + ahead).toISOString().slice(0, 10))
    await modal.submit()
    await closed(ines)
    const news = await shown(tom, 'Your flag became a hire: *Jonas Berg*')
    expect(wordsOf(news)).not.toContain('secret words')
    await ines.press(await shown(ines, '*Senior SRE* is closed as filled.'), 'Undo')
    await tom.waitFor(
      () => tom.dm().find((one) => one.ts === news.ts && wordsOf(one).includes('taken back as a slip')),
      { what: 'the news to be taken back' },
    )
  })
})
