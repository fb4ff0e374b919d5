// A recruiter's way from a name to a mail in the mailbox, by the words that she sees.
import { describe, expect, it } from 'vitest'
import type { Message } from '../../simulator/contract.ts'
import { wordsOf } from '../../simulator/hands/read.ts'
import type { Hands } from '../../simulator/hands.ts'
import { instant, SECOND } from '../../src/domain/shared/time.ts'
import { aWorld } from '../support/app.ts'

let ahead = 0
const world = aWorld({ sample: true, overrides: { now: () => instant(Date.now() + ahead) } })

const WAIT = 20_000
/** The last message that the bot wrote to her and that says all of this. */
const shown = (hands: Hands, ...said: readonly string[]): Promise<Message> =>
  hands.waitFor(() => hands.dm().findLast((message) => said.every((text) => wordsOf(message).includes(text))), {
    what: `a message with ${said.join(', ')}`,
    timeoutMs: WAIT,
  })
const told = (hands: Hands, said: string): Promise<Message> =>
  hands.waitFor(
    (view) =>
      Object.values(view.messages)
        .flat()
        .findLast((message) => message.ephemeralFor === hands.user && wordsOf(message).includes(said)),
    { what: `to be told "${said}"`, timeoutMs: WAIT },
  )
const closed = (hands: Hands) =>
  hands.waitFor((view) => view.modals.length === 0, { what: 'the modal to close', timeoutMs: WAIT })

describe('a recruiter', () => {
  it('drafts, edits, approves, undoes, approves again, and the mail arrives', async () => {
    const {
      hands: { ines },
      local,
      app,
    } = world()
    await ines.command('/outreach', 'draft Ana Souza')
    await told(ines, 'A draft for Ana Souza is in your DM')
    const first = await shown(ines, 'Draft for *Ana Souza*', 'OK to send')
    await ines.press(first, 'Edit')
    const modal = await ines.opensModal('Edit the draft')
    await modal.fill('Subject', 'Autumn has come')
    await modal.submit()
    await closed(ines)
    const edited = await shown(ines, '*Subject*  Autumn has come', 'OK to send')
    await ines.press(edited, 'Approve & send')
    const approved = await shown(ines, 'Autumn has come', 'Approved by')
    await ines.press(approved, 'Undo send')
    await told(ines, 'Undone')
    const again = await shown(ines, 'Autumn has come', 'OK to send')
    await ines.press(again, 'Approve & send')
    await shown(ines, 'Autumn has come', 'Approved by')
    ahead += 11 * SECOND
    app.contexts.forSystem(app.workspace).services.wake.sends()
    const sent = await shown(ines, 'Autumn has come', 'Sent')
    expect(wordsOf(sent)).not.toContain('Approve & send')
    const mails = local.mailbox.list().filter(({ subject }) => subject === 'Autumn has come')
    expect(mails.map(({ to }) => to)).toEqual([expect.stringContaining('ana.souza@example.com')])
  })
})
