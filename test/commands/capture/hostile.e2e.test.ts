// Whatever people, pranksters and pasted pages put into the forms: it is refused on its field, or it stays what it is, text.
import type { InputBlock } from '@slack/types'
import { describe, expect, it } from 'vitest'
import type { ViewState } from '../../../simulator/contract.ts'
import type { ViewHands } from '../../../simulator/hands/view-hands.ts'
import type { Hands } from '../../../simulator/hands.ts'
import { aWorld } from '../../support/app.ts'
import { patiently } from './support.ts'

// Two by the hands of the workspace; test/strict/hostile puts every kind into every form.
const HOSTILE = {
  'a mention and a false link': '<!channel> <@U0TOM00001> <https://evil.example|click> &lt;https://evil.example|x&gt;',
  'markup and what nobody can see': 'مرحبا \u202e evil \u202c שלום <script>alert(1)</script> a\u0000b\u0007c\ud800d',
} as const

describe('hostile text in the forms', () => {
  const world = aWorld()

  /** What a client of one's own could send, past every limit of Slack's. */
  const sendPast = async (who: Hands, form: ViewHands, change: Readonly<Record<string, string>>) => {
    const { simulator } = world().local
    const state: Record<string, Record<string, unknown>> = {}
    for (const block of form.view.blocks) {
      if (block.type !== 'input' || block.block_id === undefined) continue
      const { element } = block as InputBlock
      const typed = change[block.block_id]
      const now = (form.view as unknown as { state: { values: ViewState } }).state.values[block.block_id]
      state[block.block_id] =
        typed === undefined ? { ...now } : { [block.block_id]: { type: element.type, value: typed } }
    }
    const view = { ...form.view, state: { values: state } }
    const payload = {
      type: 'view_submission',
      team: { id: simulator.workspace.team.id, domain: simulator.workspace.team.domain },
      user: { id: who.user, name: 'x', team_id: simulator.workspace.team.id },
      api_app_id: simulator.workspace.app.id,
      token: 'x',
      trigger_id: '1.2.a',
      view,
      response_urls: [],
    }
    return simulator.workspace.delivery.request({ type: 'interactive', payload })
  }

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`${name} in every field of a flag is inert`, async () => {
      const { tom, ines } = world().hands
      await patiently(() => tom.command('/silver', '', { in: 'general' }))
      const cards = ines.messages('recruiting-triage').length
      const form = await tom.opensModal('Flag a near-miss')
      await form.fill('Full name', `Zed ${text}`)
      await form.fill('Role they were considered for', `Analyst ${text}`)
      await form.fill('What impressed you', `${text}\n${text}`)
      expect(await form.submit()).toEqual({ ok: true })
      expect(tom.see().modals).toHaveLength(0)
      const card = await ines.waitFor(() => ines.messages('recruiting-triage')[cards], { what: 'the card' })
      const drawn = JSON.stringify(card.blocks)
      expect(drawn).not.toMatch(/<!(channel|here)>|<script|<https:\/\/evil/)
      expect(drawn).not.toContain('\\u0000')
      expect(drawn).not.toContain('\u202e')
    })

    it(`${name} in every field of a silver medallist is kept as text`, async () => {
      const { ines } = world().hands
      await patiently(() => ines.command('/silver', `Zoe for Analyst: ${text}`, { in: 'general' }))
      const form = await ines.opensModal('Add a silver medallist')
      if (form.buttons().includes('More details')) await form.press('More details')
      for (const label of ['Full name', 'Role they were considered for', 'Stage reached', 'Location'])
        await form.fill(label, `Z ${text}`.slice(0, 150))
      for (const label of ['What impressed you', 'What would bring them back', 'Advice for next time'])
        await form.fill(label, text)
      await form.fill('Skills', `${text}, Go`)
      for (const label of ['Phone', 'Profile link']) await form.fill(label, '')
      const before = ines.dm().length
      expect(await form.submit()).toEqual({ ok: true })
      expect(ines.see().modals).toHaveLength(0)
      await ines.waitFor(() => ines.dm().length > before, { what: 'the confirmation' })
      expect(JSON.stringify(ines.dm().at(-1)?.blocks)).not.toMatch(/<!(channel|here)>|<script|<https:\/\/evil/)
    })
  }

  it('each text field at its biggest is kept and shown', async () => {
    const { ines } = world().hands
    await patiently(() => ines.command('/silver', '', { in: 'general' }))
    const form = await ines.opensModal('Add a silver medallist')
    await form.press('More details')
    const fill: Readonly<Record<string, number>> = {
      'Full name': 200,
      'Role they were considered for': 150,
      'What impressed you': 3000,
      'What would bring them back': 3000,
      'Advice for next time': 3000,
      'Stage reached': 150,
      Location: 150,
    }
    for (const [label, size] of Object.entries(fill)) await form.fill(label, `${'&'.repeat(size - 1)}Ä`)
    await form.fill('Skills', Array.from({ length: 30 }, (_, at) => `skill number ${at}`).join(','))
    const before = ines.dm().length
    expect(await form.submit()).toEqual({ ok: true })
    expect(ines.see().modals).toHaveLength(0)
    await ines.waitFor(() => ines.dm().length > before, { what: 'the confirmation' })
  })

  it('5,000 characters are refused on their field, whatever client sends them', async () => {
    const { ines, tom } = world().hands
    await patiently(() => ines.command('/silver', 'Max Long for Analyst', { in: 'general' }))
    const form = await ines.opensModal('Add a silver medallist')
    const answer = await sendPast(ines, form, { silver_impressed: 'x'.repeat(5000), silver_fullName: 'x'.repeat(5000) })
    expect(answer).toMatchObject({
      kind: 'acked',
      payload: { response_action: 'errors', errors: { silver_impressed: expect.stringContaining('3000') } },
    })
    await form.close()
    await patiently(() => tom.command('/silver', '', { in: 'general' }))
    const flag = await tom.opensModal('Flag a near-miss')
    const refused = await sendPast(tom, flag, {
      flag_full_name: 'N'.repeat(5000),
      flag_role: 'R'.repeat(5000),
      flag_impressed: 'x'.repeat(5000),
    })
    expect(refused).toMatchObject({
      payload: {
        response_action: 'errors',
        errors: {
          flag_full_name: expect.any(String),
          flag_role: expect.any(String),
          flag_impressed: expect.any(String),
        },
      },
    })
    await flag.close()
  })

  it('an address that is none is refused on its field, whatever client sends it', async () => {
    const { ines } = world().hands
    await patiently(() => ines.command('/silver', 'Max Bad for Analyst', { in: 'general' }))
    const form = await ines.opensModal('Add a silver medallist')
    await form.fill('Email', 'not an address')
    await form.submit()
    expect(Object.keys(form.errors())).toEqual(['Email'])
    for (const address of [
      'a@b',
      '"a b"@example.com',
      'ana@example.com, ben@example.com',
      'ana@exa\u0000mple',
      '<!channel>@x.y',
    ])
      expect(
        await sendPast(ines, form, { silver_email: address, silver_fullName: 'Max Bad', silver_role: 'Analyst' }),
      ).toMatchObject({
        payload: { response_action: 'errors', errors: { silver_email: expect.stringContaining('ana@example.com') } },
      })
    await form.close()
  })

  it('a manager who submits the recruiters’ form is refused, whatever client sends it', async () => {
    const { ines, tom } = world().hands
    await patiently(() => ines.command('/silver', 'Max Mallory for Analyst', { in: 'general' }))
    const form = await ines.opensModal('Add a silver medallist')
    expect(await sendPast(tom, form, { silver_fullName: 'Max Mallory', silver_role: 'Analyst' })).toMatchObject({
      payload: { response_action: 'errors', errors: { silver_fullName: expect.stringContaining('a recruiter') } },
    })
    await form.close()
  })

  it('a forged card, choice or id is refused politely', async () => {
    const { ines } = world().hands
    await patiently(() => ines.command('/silver', 'Max Forge for Analyst', { in: 'general' }))
    const form = await ines.opensModal('Add a silver medallist')
    const forged = { ...form.view, private_metadata: '{"flag":{"id":"nonsense","by":"U1"}}' }
    const hands = { ...form, view: forged } as ViewHands
    const typed = { silver_fullName: 'Max Forge', silver_role: 'Analyst' }
    expect(await sendPast(ines, hands, typed)).toMatchObject({
      payload: {
        response_action: 'errors',
        errors: { silver_fullName: expect.stringContaining('that flag any more') },
      },
    })
    const broken = { ...form, view: { ...form.view, private_metadata: 'no json \u0000' } } as ViewHands
    expect(await sendPast(ines, broken, { ...typed, silver_email: 'x' })).toMatchObject({
      payload: { response_action: 'errors' },
    })
    await form.close()
  })

  it('left no complaint of ours', () => {
    expect(world().complaints).toEqual([])
  })
})
