// Ines looks somebody up by name, address or number; several, none and nearly; the timeline and its pages. Tom may not.
import { describe, expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { DAY, plus } from '../../../src/domain/shared/time.ts'
import { PEOPLE } from '../../../src/local/workspace-seed.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { aWorld } from '../../support/app.ts'
import { aPerson } from '../../support/search-world.ts'
import { asks, buttonsOf, seesPrivately, wordsOf } from './finding.ts'

/** What else can be done for somebody. */
const MENU = [
  'Pools…',
  'Profile is right',
  'Merge with…',
  'Update where things stand',
  'Record permission',
  'Log a call',
  'Get as JSON Resume',
  'Do not contact…',
]

describe('/candidate', () => {
  const world = aWorld({ sample: true })
  const hands = () => world().hands
  const asInes = async (): Promise<Ctx> => {
    const ctx = await world().app.contexts.forPerson({
      teamId: 'T0FERNHOLW',
      slackUserId: PEOPLE.ines.id,
      idempotencyKey: undefined,
    })
    if (ctx === undefined) throw new Error('Ines is there')
    return ctx
  }
  const addPerson = async (
    fullName: string,
    contacts: readonly { kind: 'email' | 'phone'; value: string }[] = [],
    entries = 0,
  ) => {
    const ctx = await asInes()
    const id = newUuid<'candidate'>()
    await ctx.uow.run(async (tx) => {
      await tx.candidates.insert({ ...aPerson(id), fullName, createdAt: ctx.now, standing: 'not_told' })
      for (const contact of contacts) await tx.candidates.addContact(id, { ...contact, isPrimary: true })
      for (let at = 0; at < entries; at += 1)
        await tx.candidates.record(id, {
          id: newUuid<'interaction'>(),
          kind: 'note',
          // Three at a time are of one moment.
          at: plus(ctx.now, -Math.floor(at / 3) * DAY),
          memberId: ctx.actor.memberId,
          text: `entry ${at};`,
          link: at === 0 ? 'https://fernhollow.slack.com/archives/C1/p1?a=1&b=<x>|y' : 'javascript:alert(1)',
          sendId: undefined,
          oneToOne: true,
        })
    })
    return id
  }

  it('shows a person by name: where things stand, what would bring them back, contacts, permission, facts, timeline', async () => {
    const { ines, ben } = hands()
    const profile = await asks(ines, '/candidate', 'ana souza')
    const words = wordsOf(profile)
    for (const said of [
      '*Ana Souza*',
      'Told no on',
      '*What would bring them back:*',
      '*Considered for*\nSenior SRE',
      'Kubernetes, Terraform, Incident response',
      '*Location*\nLisbon',
      '*Tier*\nA',
      '*Relationship owner*\nInes Moreau',
      '*Pools*\nSRE bench',
      '@',
      '*Why they were not hired*\nClose second',
      'to speak again in the autumn',
      '*May be mentioned* · by Tom Okafor',
      '*Internal only*',
      '*Message* from Ines Moreau',
    ])
      expect(words).toContain(said)
    // Late in the evening, and with the end of summer time between, the same hours touch a day less.
    expect(words).toMatch(/last contacted 9[345] days ago/)
    expect(words).toMatch(/\*Permission to contact\*\n.+, until \d+ \w+ 20\d\d/)
    expect(buttonsOf(profile).slice(0, 2)).toEqual(['Draft', 'Open'])
    expect(ben.ephemerals('general')).toEqual([])
  })

  it('says of somebody who was not told that only the decline may go, and offers it', async () => {
    const { ines } = hands()
    await addPerson('Tilda Amsel', [{ kind: 'email', value: 'tilda@example.org' }])
    const profile = await asks(ines, '/candidate', 'tilda amsel')
    expect(wordsOf(profile)).toContain('*Not yet:* Nobody has told Tilda Amsel the outcome. Only the decline may go.')
    expect(wordsOf(profile)).not.toContain('OK to send')
    expect(buttonsOf(profile)).toEqual(expect.arrayContaining(['Draft the decline', 'Mark as told']))
  })

  it('is sent as a JSON Resume, with a word above the file', async () => {
    const { ines } = hands()
    await ines.press(await asks(ines, '/candidate', 'ana souza'), 'Get as JSON Resume')
    await seesPrivately(ines, 'The JSON Resume is in your messages with Medallist.')
    const sent = ines.dm().findLast(({ files = [] }) => files.some(({ title }) => title === 'Ana Souza as JSON Resume'))
    expect(sent && wordsOf(sent)).toContain('Ana Souza as a JSON Resume, as you asked.')
    const file = await fetch(world().local.simulator.url + sent?.files?.[0]?.url)
    expect(await file.json()).toMatchObject({ basics: { name: 'Ana Souza' } })
  })

  it('finds by e-mail address and by phone number, however they are written', async () => {
    const { ines } = hands()
    await addPerson('Yusra Mardini', [
      { kind: 'email', value: 'yusra@example.org' },
      { kind: 'phone', value: '+442079460958' },
    ])
    for (const asked of [
      'YUSRA@example.org',
      '<mailto:yusra@example.org|yusra@example.org>',
      '+44 20 7946 0958',
      '020 7946 0958',
    ])
      expect(wordsOf(await asks(ines, '/candidate', asked))).toContain('*Yusra Mardini*')
  })

  it('says what the gate would say, so that nobody drafts in vain', async () => {
    expect(wordsOf(await asks(hands().ines, '/candidate', 'Mei Tan'))).toMatch(
      /\*Not yet:\* Mei Tan was told no a short while ago\. Free on \d/,
    )
    expect(wordsOf(await asks(hands().ines, '/candidate', 'Omar Aziz'))).toContain('*Not yet:* Omar Aziz was hired')
  })

  it('offers *Mark as told* where nobody has told the person', async () => {
    await addPerson('Untold Person')
    expect(buttonsOf(await asks(hands().ines, '/candidate', 'untold person'))).toEqual([
      'Draft the decline',
      'Keep the door open',
      'Mark as told',
      'Snooze',
      ...MENU,
    ])
  })

  it('lets choose among several, and opens the one who is meant', async () => {
    const { ines } = hands()
    for (const name of ['Kim Ngata', 'Kim Oduya']) await addPerson(name)
    const choice = await asks(ines, '/candidate', 'kim')
    expect(wordsOf(choice)).toContain('Several people are called “kim”')
    await ines.press(choice, 'Open', { near: 'Kim Oduya' })
    const profile = await ines.opensModal('Profile')
    expect(profile.words()).toContain('*Kim Oduya*')
    await profile.close()
  })

  it('says so where there is nobody, with the nearest name, and opens the form to add them', async () => {
    const { ines } = hands()
    const none = await asks(ines, '/candidate', 'Ana Sousa')
    expect(wordsOf(none)).toMatch(/Nobody here is called “Ana Sousa”[\s\S]*Ana Souza/)
    await ines.press(none, 'Add a silver medallist')
    const form = await ines.opensModal('Add a silver medallist')
    expect(form.fields()['Full name']?.value).toBe('Ana Sousa')
    await form.close()
  })

  it('turns the pages of the timeline, in the message and in the modal, and shows every entry once', async () => {
    const { ines } = hands()
    await addPerson('Longa Historia', [], 23)
    const entries = (text: string) => [...text.matchAll(/entry (\d+);/g)].map(([, number]) => Number(number))
    const seen: number[] = []
    let profile = await asks(ines, '/candidate', 'longa historia')
    seen.push(...entries(wordsOf(profile)))
    expect(buttonsOf(profile)).toEqual([
      'Draft the decline',
      'Keep the door open',
      'Mark as told',
      'Snooze',
      ...MENU,
      'Older',
    ])
    for (const [until, buttons] of [
      [20, ['Draft the decline', 'Keep the door open', 'Mark as told', 'Snooze', ...MENU, 'Newest', 'Older']],
      [23, ['Draft the decline', 'Keep the door open', 'Mark as told', 'Snooze', ...MENU, 'Newest']],
    ] as const) {
      const before = wordsOf(profile)
      await ines.press(profile, 'Older')
      profile = await ines.waitFor(
        () => ines.ephemerals('general').find((one) => one.ts === profile.ts && wordsOf(one) !== before),
        { what: 'older entries' },
      )
      seen.push(...entries(wordsOf(profile)))
      expect([seen.length, buttonsOf(profile)]).toEqual([until, buttons])
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, at) => at))
    const list = await asks(ines, '/pool', 'longa historia')
    await ines.press(list, 'Open')
    const modal = await ines.opensModal('Profile')
    const newest = modal.words()
    await modal.press('Older')
    await ines.waitFor(() => modal.words() !== newest, { what: 'older entries in the modal' })
    await modal.press('Newest')
    await ines.waitFor(() => modal.words() === newest, { what: 'the newest entries again' })
    await modal.close()
  })

  it('links a source only where it is a page on the web, and inertly', async () => {
    const words = wordsOf(await asks(hands().ines, '/candidate', 'longa historia'))
    expect(words).toContain('<https://fernhollow.slack.com/archives/C1/p1?a=1&amp;b=%3Cx%3E%7Cy|source>')
    expect(words).not.toContain('javascript')
  })

  it('says how to ask where nothing was asked', async () => {
    for (const asked of ['', ' ', 'help'])
      expect(wordsOf(await asks(hands().ines, '/candidate', asked))).toContain('Whom do you want to see?')
  })

  it.each(['', 'Ana Souza', 'ana@example.com'])(
    'refuses a hiring manager who types /candidate %s, without saying who is there',
    async (text) => {
      const refusal = wordsOf(await asks(hands().tom, '/candidate', text))
      expect(refusal).toContain('Only recruiters can look through people')
      expect(refusal).not.toContain('Souza')
    },
  )

  it.each([
    'x'.repeat(5_000),
    '<!channel>',
    '\u202eحداد',
    'NUL\u0000NUL',
    "'; DROP TABLE candidate; --",
    '%',
    '_',
    '&',
    '🥈',
    '`',
  ])('takes %j for a name', async (text) => {
    const answer = await asks(hands().ines, '/candidate', text)
    expect(wordsOf(answer)).not.toContain('went wrong')
    expect(wordsOf(answer)).not.toContain('<!channel')
  })

  it('shows hostile names and words as they are, and inert', async () => {
    const { ines } = hands()
    await addPerson('<!channel> *Zed* <https://evil.example|click>\n*Draft*')
    for (const command of ['/candidate', '/pool'] as const) {
      const answer = await asks(ines, command, 'zed')
      const shown = JSON.stringify(answer.blocks)
      expect(shown).toContain('&lt;!channel&gt;')
      expect(shown).not.toMatch(/<!channel|<https:\/\/evil/)
    }
  })

  it('complained of nothing, and gave nobody else anything to see', async () => {
    await seesPrivately(hands().ines, 'Zed')
    expect(world().complaints).toEqual([])
    expect(
      hands()
        .tom.ephemerals('general')
        .every((one) => !wordsOf(one).includes('Souza')),
    ).toBe(true)
  })
})
