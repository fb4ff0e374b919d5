// Home, the help, the small forms and the ticks of a profile, by the words that people see; whatever is typed is inert or refused on its field.
import { describe, expect, it } from 'vitest'
import { setStanding } from '../../../src/usecases/people/set-standing.ts'
import { aWorld } from '../../support/app.ts'
import { aPerson } from '../../support/search-world.ts'
import { besides, closed, HOSTILE, labels, personCalled, shown, told, wordsOf } from './seeing.ts'

const world = aWorld({ sample: true })

describe('a hiring manager', () => {
  it('drafts nothing, and hears who may', async () => {
    const { tom } = world().hands
    await tom.command('/outreach', 'draft Ana Souza')
    await told(tom, 'This needs a recruiter')
    await tom.command('/outreach')
    await told(tom, 'This needs a recruiter')
    expect(tom.dm().some((message) => wordsOf(message).includes('Draft for'))).toBe(false)
  })

  it('finds on Home how to flag, and in the help what is for managers', async () => {
    const { tom } = world().hands
    await tom.openHome()
    await tom.waitFor((view) => view.home !== undefined && wordsOf(view.home).includes('My day'), {
      what: 'Home',
    })
    expect(tom.home().words()).toContain('choose *Flag near-miss*')
    expect(tom.home().buttons()).toEqual([])
    await tom.command('/medallist', 'help')
    const help = await told(tom, 'What Medallist can do for you')
    expect(wordsOf(help)).not.toContain('/outreach')
  })
})

describe('Home', () => {
  it('shows a recruiter her day, and its buttons work', async () => {
    const { ines } = world().hands
    await ines.command('/outreach', 'draft Mei Tan')
    await shown(ines, 'Draft for *Mei Tan*')
    await ines.openHome()
    await ines.waitFor((view) => view.home !== undefined && wordsOf(view.home).includes('My day'), {
      what: 'Home',
    })
    const words = ines.home().words()
    expect(words).toContain('*Drafts to approve*')
    expect(words).toContain('*SRE bench*')
    expect(words).toMatch(/Due today[\s\S]*Replies waiting[\s\S]*Leila Haddad[\s\S]*going stale[\s\S]*Goals[\s\S]*25 %/)
    await ines.home().press('Read', { near: 'Leila Haddad' })
    await (await ines.opensModal()).close()
    await ines.home().press('Add a silver medallist')
    await (await ines.opensModal('Add a silver medallist')).close()
    await ines.home().press('Find people')
    const query = await ines.opensModal()
    await query.fill('Query', 'Ana Souza')
    await query.submit()
    const list = ines.modal()
    expect([list.title, list.words()]).toEqual(['Find people', expect.stringContaining('*Ana Souza*')])
    await list.press('Open')
    await (await ines.opensModal('Profile')).close()
    await list.press('Edit')
    await ines.modal().fill('Query', 'role:sre')
    await ines.modal().submit()
    expect(ines.modal().words()).toContain('· 1–10')
    await ines.modal().press('Next')
    await ines.waitFor(() => ines.modal().words().includes('· 11–'), { what: 'the next page' })
    await ines.modal().press('Save as pool')
    const pool = await ines.opensModal('New pool')
    await pool.fill('Name', 'From Home')
    await pool.submit()
    expect(ines.modal().words()).toContain('Saved the pool *From Home*')
    await ines.modal().press('Undo')
    await ines.waitFor(() => ines.modal().words().includes('is gone again'), { what: 'that it is gone' })
    await ines.modal().close()
    expect(ines.modal().words()).toContain('· 11–')
    await ines.modal().close()
    expect(ines.dm().concat(ines.ephemerals('dm')).map(wordsOf).join()).not.toMatch(/Ana Souza|From Home/)
    await ines.home().press('Open', { near: 'Mei Tan' })
    await shown(ines, 'Draft for *Mei Tan*', 'Not yet')
    await ines.command('/medallist', 'hlep')
    await told(ines, 'Did you mean `/medallist help`?')
  })
})

describe('what a recruiter types', () => {
  it('types whatever she likes: it is inert or refused on its field', async () => {
    const { ines } = world().hands
    await ines.command('/outreach', 'draft Leila Haddad')
    const card = await shown(ines, 'Draft for *Leila Haddad*')
    await ines.press(card, 'Edit')
    const modal = await ines.opensModal('Edit the draft')
    await modal.fill('Subject', ' \u0000\u200b ')
    await modal.submit()
    expect(modal.errors()).toEqual({ Subject: 'Please fill this in.' })
    await modal.fill('Subject', HOSTILE)
    await modal.fill('Text', `${HOSTILE}\n\u0000{{ fullName }} ${'x'.repeat(2000)}`)
    await modal.submit()
    await closed(ines)
    const edited = await shown(ines, 'Draft for *Leila Haddad*', '&lt;!channel&gt;')
    expect(wordsOf(edited)).not.toContain('*Subject*  <!channel>')
    await ines.press(edited, 'Reject')
    const reject = await ines.opensModal('Reject the draft')
    await reject.fill('Why', HOSTILE)
    await reject.submit()
    await closed(ines)
    expect(wordsOf(await shown(ines, 'Draft for *Leila Haddad*', 'Rejected by'))).toContain('Reason: &lt;!channel&gt;')
    for (const text of [HOSTILE, `draft ${HOSTILE}`, `draft ${'x'.repeat(5000)}`, 'draft \u0000', '&lt;!channel&gt;']) {
      expect(await ines.command('/outreach', text)).toEqual({ ok: true })
      expect(await ines.command('/medallist', text)).toEqual({ ok: true })
    }
    const said = JSON.stringify(
      Object.values(ines.see().messages)
        .flat()
        .map((message) => message.text),
    )
    expect(said).not.toContain('<!channel>')
    expect(ines.notices()).toEqual([])
    expect(world().complaints).toEqual([])
  })
})

describe('an admin', () => {
  it('gives a role by hand, which counts at once, and takes it back', async () => {
    const { priya, sam, tom } = world().hands
    await sam.command('/outreach')
    await told(sam, 'This needs a recruiter')
    await tom.command('/medallist', 'roles add @tom recruiter')
    await told(tom, 'This needs an admin of Medallist')
    await priya.command('/medallist', 'roles add @sam recruter')
    await told(priya, 'Did you mean `recruiter`?')
    await priya.command('/medallist', 'roles add sam recruiter')
    await told(priya, 'Name a colleague with @.')
    await priya.command('/medallist', 'roles add @sam recruiter')
    await told(priya, `<@${sam.user}> is among the recruiters from now on.`)
    await priya.command('/medallist', 'roles')
    await told(priya, `*Recruiters*  <@${sam.user}>`)
    await sam.command('/outreach')
    await told(sam, 'No draft waits for you.')
    await priya.command('/medallist', 'roles remove @sam recruiter')
    await told(priya, 'no longer among the recruiters')
    await sam.command('/medallist', 'help')
    expect(wordsOf(await told(sam, 'What Medallist can do'))).not.toContain('/outreach')
  })
})

describe('what mends a "Not yet", a press away', () => {
  /** Somebody of whom we know a name and a role, and nothing that the gate asks for. */
  async function aStranger(fullName: string): Promise<void> {
    const ctx = world().app.contexts.forSystem(world().app.workspace)
    await ctx.uow.run((tx) =>
      tx.candidates.insert({
        ...aPerson(ctx.newId<'candidate'>()),
        fullName,
        createdAt: ctx.now,
        standing: 'withdrew',
      }),
    )
  }

  it('records permission, adds an address, and then the letter may go', async () => {
    const { ines } = world().hands
    await aStranger('Nora Weissmann')
    await ines.command('/outreach', 'draft Nora Weissmann')
    const card = await shown(ines, 'Draft for *Nora Weissmann*', 'Not yet')
    expect(labels(card)).toEqual([
      'Record permission',
      'Log a call',
      'Add an address',
      'Approve & send',
      'Edit',
      'Schedule…',
      'Reject',
      'Regenerate with a note…',
      'Ask a colleague…',
      'Preview',
    ])
    await ines.press(card, 'Record permission')
    const permission = await ines.opensModal('Record permission')
    await permission.submit()
    expect(permission.errors()).toHaveProperty('Where was that said?')
    await permission.choose('Permission to contact', 'Said yes to being contacted')
    await permission.fill('Where was that said?', HOSTILE)
    await permission.submit()
    await closed(ines)
    const onlyAddress = await ines.waitFor(
      () =>
        ines
          .dm()
          .findLast(
            (message) =>
              wordsOf(message).includes('*Nora Weissmann*') && !labels(message).includes('Record permission'),
          ),
      { what: 'the card without the missing permission' },
    )
    await ines.press(onlyAddress, 'Add an address')
    const address = await ines.opensModal('Add an address')
    await address.fill('Email', 'not an address')
    await address.submit()
    expect(address.errors()).toEqual({ Email: 'That does not look like an e-mail address.' })
    await address.fill('Email', 'ana.souza@example.com')
    await address.submit()
    expect(address.errors()).toEqual({
      Email: 'Another person on record has this address. Open them with /candidate to compare.',
    })
    await address.fill('Email', 'nora@example.com')
    await address.submit()
    await closed(ines)
    await shown(ines, 'Draft for *Nora Weissmann*', 'OK to send')
  })

  it('logs a call and updates where things stand', async () => {
    const { ines } = world().hands
    await aStranger('Piet Zonderland')
    await setStanding(await besides(world(), ines), {
      candidateId: await personCalled(world(), 'Piet Zonderland'),
      standing: 'interviewing',
    })
    await ines.command('/outreach', 'draft Piet Zonderland')
    const card = await shown(ines, 'Draft for *Piet Zonderland*', 'still interviewing')
    await ines.press(card, 'Log a call')
    const call = await ines.opensModal('Log a call')
    await call.fill('What was said', `Wants to lead incidents.\u0000 ${HOSTILE}`)
    await call.submit()
    await closed(ines)
    await shown(ines, 'Draft for *Piet Zonderland*', '*Last*  Call: Wants to lead incidents.')
    await ines.press(card, 'Update where things stand')
    const standing = await ines.opensModal('Where things stand')
    await standing.choose('Where things stand', 'Told no on…')
    await standing.submit()
    expect(standing.errors()).toEqual({ 'On which day?': 'Please say on which day they were told.' })
    await standing.choose('On which day?', '2024-02-29')
    await standing.submit()
    await closed(ines)
    const mended = await ines.waitFor(
      () =>
        ines
          .dm()
          .findLast(
            (message) =>
              wordsOf(message).includes('*Piet Zonderland*') && !wordsOf(message).includes('still interviewing'),
          ),
      { what: 'the card of somebody who was told' },
    )
    expect(wordsOf(mended)).toContain('There is no permission to contact Piet Zonderland on record.')
  })

  it('ticks on a profile what may be mentioned, and hears above it what may not', async () => {
    const { ines } = world().hands
    await ines.command('/pool', '"Ana Souza"')
    const list = await told(ines, '*Ana Souza*')
    await ines.press(list, 'Open', { near: '*Ana Souza*' })
    const profile = await ines.opensModal()
    await profile.press('May be mentioned', { near: '*Praise:*' })
    await ines.waitFor((view) => view.modals.length === 2, { what: 'an answer above the profile' })
    expect(ines.modal().words()).toContain('Tom Okafor has not ticked *OK to quote me*')
    await ines.modal().close()
    await profile.press('Keep internal', { near: '*Strength:*' })
    await ines.waitFor(() => profile.buttons().filter((label) => label === 'May be mentioned').length === 2, {
      what: 'the profile as it is now',
    })
    await profile.press('Draft')
    await ines.waitFor((view) => view.modals.length === 2, { what: 'where the draft is' })
    expect(ines.modal().words()).toContain('A draft for Ana Souza is in your DM')
    await ines.modal().close({ clear: true })
    const card = await shown(ines, 'Draft for *Ana Souza*')
    expect(wordsOf(card)).not.toContain('failover exercise')
  })

  it('leaves no complaint of ours', () => {
    expect(world().complaints).toEqual([])
  })
})
