// Ines looks for people, turns pages, corrects herself, saves a pool and takes it back. Tom may not. Hostile words stay words.
import { describe, expect, it } from 'vitest'
import { aWorld } from '../../support/app.ts'
import { asks, buttonsOf, seesPrivately, wordsOf } from './finding.ts'

describe('/pool', () => {
  const world = aWorld({ sample: true })
  const hands = () => world().hands

  it('shows ten people a page to the person who asked alone, with what they know of each', async () => {
    const { ines, ben } = hands()
    const list = await asks(ines, '/pool', 'role:sre')
    const words = wordsOf(list)
    expect(words).toMatch(/\*\d+ people\* · 1–10/)
    expect(words).toMatch(/\*\w+ \w+\* · Senior SRE/)
    expect(words).toMatch(/last contacted \d+ days ago/)
    expect(buttonsOf(list).filter((label) => label === 'Draft')).toHaveLength(10)
    expect(buttonsOf(list).slice(-5)).toEqual(['Next', 'Edit', 'Refine…', 'Save as pool', 'Draft for all…'])
    expect(ben.ephemerals('general')).toEqual([])
  })

  it('reads bare words as what they are, and says so', async () => {
    const { ines } = hands()
    expect(wordsOf(await asks(ines, '/pool', 'senior SRE Lisbon'))).toContain('Read as: senior · SRE · Lisbon')
  })

  it('turns the page in the place of the list, there and back, and nobody is shown twice', async () => {
    const { ines } = hands()
    const first = await asks(ines, '/pool', 'role:sre sort:name')
    const names = (text: string) => [...text.matchAll(/^\*([^*\d]+)\* · /gm)].map(([, name]) => name)
    const shown = names(wordsOf(first))
    await ines.press(first, 'Next')
    const second = await seesPrivately(ines, '· 11–')
    expect(second.ts).toBe(first.ts)
    expect(names(wordsOf(second)).filter((name) => shown.includes(name))).toEqual([])
    await ines.press(second, 'Previous')
    const again = await ines.waitFor(
      () => ines.ephemerals('general').find((one) => one.ts === first.ts && wordsOf(one).includes('· 1–10')),
      { what: 'the first page again' },
    )
    expect(names(wordsOf(again))).toEqual(shown)
  })

  it('shows the one person behind an address alone, however Slack wraps it', async () => {
    const { ines } = hands()
    const [address = ''] = /[\w.+-]+@[\w.-]+\w/.exec(wordsOf(await asks(ines, '/candidate', 'ana souza'))) ?? []
    for (const typed of [address, `<mailto:${address}|${address}>`])
      expect(wordsOf(await asks(ines, '/pool', typed))).toContain('*Considered for*\nSenior SRE')
    expect(wordsOf(await asks(ines, '/pool', 'nobody.has@this.example'))).toContain('Nobody found')
  })

  it('opens a profile over the list', async () => {
    const { ines } = hands()
    const list = await asks(ines, '/pool', 'Ana Souza')
    await ines.press(list, 'Open', { near: 'Ana Souza' })
    const profile = await ines.opensModal('Profile')
    expect(profile.words()).toContain('Ana Souza')
    expect(profile.words()).toContain('led the failover exercise')
    expect(profile.words()).toContain('*May be mentioned*')
    expect(profile.words()).toContain('*Internal only*')
    await profile.close()
  })

  it('names an unknown filter with the nearest and searches nothing before that is pressed', async () => {
    const { ines } = hands()
    const refusal = await asks(ines, '/pool', 'skil:k8s Lisbon')
    expect(wordsOf(refusal)).toContain('There is no filter `skil`. Did you mean `skill`?')
    expect(wordsOf(refusal)).toContain('Nothing was searched yet.')
    expect(wordsOf(refusal)).toContain('skil:k8s Lisbon\n^^^^')
    expect(buttonsOf(refusal)).toEqual(['Search skill:k8s Lisbon', 'Edit'])
    await ines.press(refusal, 'Search skill:k8s Lisbon')
    expect((await seesPrivately(ines, /Read as: Lisbon[\s\S]*Ana Souza/)).ts).toBe(refusal.ts)
  })

  it.each([
    ['owner:inez', 'Did you mean `Ines`?'],
    ['pool:"SRE bnch"', 'Did you mean `"SRE bench"`?'],
    ['skill:kuberntees', 'Did you mean `kubernetes`?'],
    ['tier:Z', 'It takes `A`, `B`, `C`.'],
    ['skill:', 'needs something behind it, such as `skill:kubernetes`'],
    ['consent:expirng', 'Did you mean `expiring`?'],
    ['function:enginering', 'Did you mean `engineering`?'],
    ['rating:9', '`rating:` does not know “9”'],
    ['employment:notise', 'Did you mean `on_notice`?'],
    ['skill:kuberntees>=3y', 'Did you mean `kubernetes&gt;=3y`?'],
    ['next:soon', 'It takes `&lt;7d`, `&gt;30d`, `overdue`, `none`, `2026-12`.'],
    ['birthday:march', 'Nobody is looked for by `birthday`'],
  ])('says what is wrong with %s', async (query, said) => {
    expect(wordsOf(await asks(hands().ines, '/pool', query))).toContain(said)
  })

  it.each([
    ['skill:“kubernetes” location:“Lisbon”', 'curly quotes'],
    ['skill:kubernetes —skill:php Lisbon', 'a long dash as minus'],
    ['skill:kubernetes AND location:Lisbon NOT skill:php', 'words for and and not'],
    ['stale:&gt;30d Lisbon sre', 'an escaped bracket'],
  ])('understands %s: %s', async (query) => {
    expect(wordsOf(await asks(hands().ines, '/pool', query))).toContain('Ana Souza')
  })

  it('finds a name that is spelt a little differently where nobody has that name', async () => {
    expect(wordsOf(await asks(hands().ines, '/pool', 'Anna Sousa'))).toMatch(/spelt alike[\s\S]*Ana Souza/)
  })

  it('says what was searched when nobody is found, and offers to leave a condition out', async () => {
    const { ines } = hands()
    const nobody = await asks(ines, '/pool', 'skill:kubernetes location:Tokyo')
    expect(wordsOf(nobody)).toMatch(/Nobody found[\s\S]*know Kubernetes/)
    const offer = buttonsOf(nobody).find((label) => label.startsWith('Without location:Tokyo: '))
    expect(offer).toMatch(/\d+ people/)
    await ines.press(nobody, offer ?? '')
    await ines.waitFor(
      () => ines.ephemerals('general').find((one) => one.ts === nobody.ts && wordsOf(one).includes('Ana Souza')),
      { what: 'the list without the place' },
    )
  })

  it('edits the query in a modal, beside which it says what is wrong, and shows the answer in the place of the list', async () => {
    const { ines } = hands()
    const list = await asks(ines, '/pool', 'location:Lisbon')
    await ines.press(list, 'Edit')
    const modal = await ines.opensModal('Find people')
    expect(modal.fields().Query?.value).toBe('location:Lisbon')
    await modal.fill('Query', 'location:Lisbon teir:A')
    await modal.submit()
    expect(modal.errors()).toEqual({ Query: 'There is no filter teir. Did you mean tier?' })
    await modal.fill('Query', 'location:Lisbon tier:A')
    await modal.submit()
    const edited = await seesPrivately(ines, 'location:Lisbon tier:A')
    expect([edited.ts, ines.see().modals]).toEqual([list.ts, []])
  })

  describe('the form that makes a query', () => {
    it('begins with the present query, says on its field what is wrong, and shows the answer in the place of the list', async () => {
      const { ines } = hands()
      const list = await asks(ines, '/pool', 'senior SRE location:Lisbon tier:A,B -skill:php')
      await ines.press(list, 'Refine…')
      const modal = await ines.opensModal('Find people')
      const fields = modal.fields()
      expect(fields.Words?.value).toBe('SRE')
      expect(fields.Place?.value).toBe('Lisbon')
      expect(fields['Anything else, as behind /pool']?.value).toBe('-skill:php')
      await modal.fill('Place', 'Lisbo')
      await modal.fill('Anything else, as behind /pool', 'teir:A')
      await modal.submit()
      expect(modal.errors()).toEqual({
        Place: 'location: does not know “Lisbo”. Did you mean Lisbon?',
        'Anything else, as behind /pool': 'There is no filter teir. Did you mean tier?',
      })
      await modal.fill('Place', 'Lisbon')
      await modal.fill('Anything else, as behind /pool', '')
      await modal.choose('Tier', 'A')
      await modal.choose('Function', 'Engineering')
      await modal.submit()
      const refined = await seesPrivately(
        ines,
        /Searched for senior, tier A people in Lisbon who .* work in engineering/,
      )
      expect([refined.ts, ines.see().modals]).toEqual([list.ts, []])
    })

    it('opens empty from the pools, and finds people without a word of the query language', async () => {
      const { ines } = hands()
      const pools = await asks(ines, '/pool')
      await ines.press(pools, 'Find people…')
      const modal = await ines.opensModal('Find people')
      expect(modal.fields().Words?.value ?? '').toBe('')
      await modal.fill('Place', 'Portugal')
      await modal.choose('Relationship owner', 'Ines Moreau')
      await modal.choose('Quiet for more than', '30 days')
      await modal.submit()
      await seesPrivately(ines, 'Searched for people in Portugal who are owned by me, quiet for more than 30 days.')
    })
  })

  describe('pools', () => {
    it('lists them with size, freshness and who is overdue', async () => {
      const words = wordsOf(await asks(hands().ines, '/pool'))
      expect(words).toMatch(/\*SRE bench\*\n\d+ people · \d+ of \d+ fresh \(\d+ %\) · \d+ stale/)
      expect(words).toContain('Design finalists')
    })

    it('opens the page of one, with each share’s parts, and from there its people and its history', async () => {
      const { ines } = hands()
      const pools = await asks(ines, '/pool')
      await ines.press(pools, 'Open', { near: 'SRE bench' })
      const page = await seesPrivately(ines, 'Who belongs here')
      expect(wordsOf(page)).toMatch(/\*Fresh\* \(all three\): \d+ \/ \d+ \(\d+ %\)/)
      expect(wordsOf(page)).toMatch(/13 people every 90 days ≈ 1 message every 5 working days/)
      const before = ines.ephemerals('general').length
      await ines.press(page, 'People')
      const list = await ines.waitFor(() => ines.ephemerals('general')[before], { what: 'the list' })
      expect(wordsOf(list)).toContain('pool:"SRE bench"')
      await ines.press(page, 'History')
      await seesPrivately(ines, /Who came into SRE bench and who left[\s\S]*was added by Ines Moreau/)
    })

    it('tells the same numbers in words behind /metrics pool', async () => {
      const words = wordsOf(await asks(hands().ines, '/metrics', 'pool SRE bench'))
      expect(words).toContain('Owner Ines Moreau')
      expect(words).toMatch(/As it is now[\s\S]*Permission to contact: \d+ \/ \d+ \(\d+ %\)\nProfile looked through/)
    })

    it('changes one, says what it asks of its owner, slows it down, and takes the change back', async () => {
      const { ines } = hands()
      await ines.command('/pool', 'edit sre bench', { in: 'general' })
      const modal = await ines.opensModal('Edit pool')
      expect(modal.fields().Name?.value).toBe('SRE bench')
      await modal.fill('Name', 'design FINALISTS')
      await modal.submit()
      expect(modal.errors().Name).toContain('There is a pool of this name already.')
      await modal.fill('Name', 'SRE bench')
      await modal.fill('In touch at least every … days', '30')
      await modal.submit()
      const saved = await seesPrivately(ines, 'Saved the changes to *SRE bench*')
      expect(wordsOf(saved)).toContain('13 people every 30 days ≈ 1 message every 2 working days')
      expect(buttonsOf(saved)).toEqual(expect.arrayContaining(['Accept', 'Slow down to 45 days', 'Share…', 'Undo']))
      await ines.press(saved, 'Slow down to 45 days')
      const slowed = await seesPrivately(ines, '*SRE bench*: in touch every 45 days from now on.')
      await ines.press(slowed, 'Undo')
      await seesPrivately(ines, '*SRE bench* is as it was before.')
      await ines.press(saved, 'Accept')
      await seesPrivately(ines, 'Accepted: *SRE bench* stays as it is.')
    })

    it('names the nearest where there is no such pool, and the way back where it was put away', async () => {
      const { ines } = hands()
      expect(wordsOf(await asks(ines, '/pool', 'edit SRE bnch'))).toContain('Did you mean `/pool edit SRE bench`?')
      const pools = await asks(ines, '/pool')
      await ines.press(pools, 'Open', { near: 'Design finalists' })
      const page = await seesPrivately(ines, /\*Design finalists\*\nA list/)
      await ines.press(page, 'Archive')
      await seesPrivately(ines, '*Design finalists* is archived.')
      const refused = await asks(ines, '/pool', 'pool:"design finalists"')
      expect(wordsOf(refused)).toContain('The pool “Design finalists” is archived.')
      const asked = await asks(ines, '/pool', 'edit Design finalists')
      await ines.press(asked, 'Restore')
      await seesPrivately(ines, '*Design finalists* is back')
      expect(wordsOf(await asks(ines, '/pool', 'pool:"design finalists"'))).not.toContain('archived')
    })

    it('puts somebody on lists and takes them off again, told once with a way back', async () => {
      const { ines } = hands()
      const list = await asks(ines, '/pool', '"Ana Souza"')
      await ines.press(list, 'Add to pool…', { near: 'Ana Souza' })
      const modal = await ines.opensModal('Pools')
      await modal.choose('In these lists', ['Design finalists', 'SRE bench'])
      await modal.submit()
      const told = await ines.waitFor(
        () => ines.dm().find((one) => wordsOf(one).includes('Ana Souza is in *Design finalists* now.')),
        {
          what: 'what was done',
        },
      )
      await ines.press(told, 'Undo')
      await ines.waitFor(() => ines.dm().find((one) => wordsOf(one).includes('in the lists they were in before.')), {
        what: 'that it was taken back',
      })
    })

    it('saves what was searched for as a pool, says once what it holds, and takes it back', async () => {
      const { ines } = hands()
      const list = await asks(ines, '/pool', 'location:Portugal')
      await ines.press(list, 'Save as pool')
      const modal = await ines.opensModal('New pool')
      expect(modal.fields().Query?.value).toBe('location:Portugal')
      await modal.fill('Name', 'Lusitania <!channel>')
      await modal.submit()
      expect(Object.keys(modal.errors())).toEqual(['Name'])
      await modal.fill('Name', 'sre BENCH')
      await modal.submit()
      expect(modal.errors()).toEqual({ Name: 'There is a pool of this name already. Choose another name.' })
      await modal.fill('Name', 'Lusitania')
      await modal.fill('In touch at least every … days', '60')
      await modal.submit()
      const saved = await seesPrivately(ines, 'Saved the pool *Lusitania*')
      expect(wordsOf(saved)).toMatch(/\d+ people · \d+ of \d+ fresh .* every 60 days/)
      expect(wordsOf(await asks(ines, '/pool', 'pool:Lusitania'))).toContain('Ana Souza')
      await ines.press(saved, 'Undo')
      await seesPrivately(ines, 'The pool *Lusitania* is gone again')
      expect(wordsOf(await asks(ines, '/pool', 'pool:Lusitania'))).toContain('The pool “Lusitania” is archived.')
    })

    it('makes a list of whom a query finds now, and refuses on its field what cannot be a pool', async () => {
      const { ines } = hands()
      await ines.command('/pool', 'new', { in: 'general' })
      const modal = await ines.opensModal('New pool')
      await modal.fill('Name', 'Lisbon list')
      await modal.submit()
      expect(modal.errors()).toEqual({
        Query: 'Say whom the pool is for, such as skill:kubernetes, or make it a list.',
      })
      await modal.fill('Query', 'locaton:Lisbon')
      await modal.submit()
      expect(modal.errors().Query).toContain('There is no filter locaton. Did you mean location?')
      await modal.fill('Query', 'location:Lisbon')
      await modal.choose('Who is in it', 'A list: whoever matches now; people are added by hand')
      await modal.choose('Owner', 'Tom Okafor')
      await modal.submit()
      expect(modal.errors()).toEqual({ Owner: 'This person cannot own a pool: only recruiters and admins can.' })
      await modal.choose('Owner', 'Ben Hartley')
      await modal.submit()
      expect(wordsOf(await seesPrivately(ines, 'Saved the pool *Lisbon list*'))).toMatch(/\d+ pe/)
      expect(wordsOf(await asks(ines, '/pool', 'pool:"Lisbon list"'))).toContain('Ana Souza')
    })

    it('takes what stands behind `new` for the query, and reads `import` whatever follows', async () => {
      const { ines } = hands()
      await ines.command('/pool', 'new location:Lisbon', { in: 'general' })
      const modal = await ines.opensModal('New pool')
      await modal.fill('Name', 'Lisbon again')
      await modal.submit()
      await seesPrivately(ines, 'Saved the pool *Lisbon again*')
      expect(wordsOf(await asks(ines, '/pool', 'pool:"Lisbon again"'))).toContain('Ana Souza')
      await ines.command('/pool', 'import people.csv', { in: 'general' })
      await (await ines.opensModal('Import people')).close()
    })

    it('refuses a pool that would be made of itself', async () => {
      const { ines } = hands()
      const make = async (name: string, query: string) => {
        await ines.command('/pool', 'new', { in: 'general' })
        const modal = await ines.opensModal('New pool')
        await modal.fill('Name', name)
        await modal.fill('Query', query)
        await modal.submit()
        return modal
      }
      await make('Outer', 'pool:"SRE bench" tier:A')
      await seesPrivately(ines, 'Saved the pool *Outer*')
      const modal = await make('Inner', 'pool:Inner')
      expect(modal.errors().Query).toContain('“Inner”')
      await modal.close()
    })
  })

  it('says that it means everybody where only an order was asked for', async () => {
    expect(wordsOf(await asks(hands().ines, '/pool', 'sort:name'))).toContain('Read as: everybody')
  })

  it.each(['🥈', '%', '-', '( )'])('finds nobody by signs that ask for nothing, such as %s', async (typed) => {
    const answer = wordsOf(await asks(hands().ines, '/pool', typed))
    expect(answer).toContain(`There is nothing to search for in “${typed}”`)
    expect(answer).toContain('/pool help')
    expect(answer).not.toContain('Draft for all')
  })

  it('explains itself', async () => {
    expect(wordsOf(await asks(hands().ines, '/pool', 'help'))).toContain('stale:>90d')
  })

  it.each(['', 'skill:kubernetes', 'new'])(
    'refuses a hiring manager who types /pool %s, and says what they can do',
    async (text) => {
      const refusal = await asks(hands().tom, '/pool', text)
      expect(wordsOf(refusal)).toContain('Only recruiters can look through people and pools.')
      expect(wordsOf(refusal)).not.toContain('Ana')
      expect(hands().tom.see().modals).toEqual([])
    },
  )

  it.each([
    ['five thousand characters', 'x'.repeat(5_000)],
    ['a mention', '<!channel> <!here> <@U0TOM00001>'],
    ['a false link', '<https://evil.example|click>'],
    ['writing from right to left', '‮مريم حداد'],
    ['NUL', 'ana\u0000souza'],
    ['SQL', "'; DROP TABLE candidate_search; --"],
    ['the wildcards of LIKE', 'role:"%" company:"_" source:"\\"'],
    ['operators of full text', 'ana & !souza | (x:* <-> y)'],
    ['markup of templates', '{{ 7 | times: 7 }} $\u007b7*7}'],
    ['a formula', '=cmd|calc'],
    ['emoji', '👩🏽‍🚀 🥈'],
    ['backticks', '`*_~ ```'],
  ])('takes %s for words', async (_what, text) => {
    const answer = await asks(hands().ines, '/pool', text)
    const shown = JSON.stringify(answer.blocks ?? answer.text)
    expect(shown).not.toMatch(/<!(channel|here)|<@U0TOM|<https:\/\/evil/)
    expect(wordsOf(answer)).not.toContain('went wrong')
  })

  it('lost nothing and complained of nothing', async () => {
    expect(wordsOf(await asks(hands().ines, '/pool', 'Ana Souza'))).toContain('Ana Souza')
    expect(world().complaints).toEqual([])
  })
})
