import { describe, expect, it } from 'vitest'
import type { Message } from '../../simulator/contract.ts'
import { aWorld } from '../support/app.ts'

const world = aWorld({ sample: true, config: { undoSeconds: 0 } })

const buttonsOf = (message: Message) => JSON.stringify(message.blocks ?? [])

describe('the event log', () => {
  it('holds ids, codes, days and amounts of everything that was done, and nothing that anybody wrote', async () => {
    const { hands, app } = world()
    const { tom, ines } = hands
    const praise = tom.messages('hiring-sre').find(({ text }) => text.includes('Nadia'))
    if (praise === undefined) throw new Error('Tom has not written his message')
    await tom.messageShortcut('Flag near-miss', praise)
    const flag = await tom.opensModal()
    await flag.fill('Full name', 'Zebulon Quartermain')
    await flag.submit()
    const card = await ines.waitFor(
      (view) =>
        Object.values(view.messages)
          .flat()
          .find((one) => buttonsOf(one).includes('near_miss_accept')),
      { what: 'the flag' },
    )
    await ines.press(card, 'Accept')
    const form = await ines.opensModal()
    await form.fill('Email', 'zebulon@example.org')
    await form.submit()
    await ines.command('/outreach', 'draft Zebulon Quartermain', { in: 'recruiting-triage' })
    const draft = await ines.waitFor(() => ines.dm().find((one) => buttonsOf(one).includes('draft_approve')), {
      what: 'the draft',
    })
    await ines.press(draft, 'Approve & send')
    await ines.waitFor((view) => view.mail.some((mail) => mail.to.includes('zebulon')), {
      what: 'the mail',
    })

    const { rows } = await app.database.pool.query<{ type: string; stream: string; data: Record<string, unknown> }>(
      'SELECT type, stream, data FROM event',
    )
    const types = rows.map((row) => row.type)
    expect(types).toEqual(
      expect.arrayContaining(['draft.written', 'draft.approved', 'send.approved', 'send.handing_over']),
    )
    for (const { type, stream, data } of rows) {
      expect(stream, type).toMatch(/^[a-z_]+:[\w-]+$/)
      for (const text of textsIn(data)) expect(text, `${type}: ${text}`).toMatch(/^[\w.:+-]{0,80}$/)
      expect(JSON.stringify(data).toLowerCase(), type).not.toMatch(/zebulon|quartermain|incident design/)
    }
  })
})

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []
