// The offer to flag: it names nobody, its link is inert, and Slack takes it wherever it stands.
import { describe, expect, it } from 'vitest'
import { checkMessageBlocks } from '../../../simulator/block-kit/check.ts'
import { instant } from '../../../src/domain/shared/time.ts'
import type { ShownOffer } from '../../../src/usecases/capture/flag-offers.ts'
import { renderFlagOffer, renderUnseenOffer } from '../../../src/views/flag-offer/blocks.ts'

const offer = (change: Partial<ShownOffer> = {}): ShownOffer => ({
  id: '01900000-0000-7000-8000-000000000001' as never,
  memberId: '01900000-0000-7000-8000-000000000002' as never,
  channel: 'C0HIRESRE1',
  messageTs: '1700000000.000100',
  state: 'offered',
  createdAt: instant('2026-03-02T12:00:00Z'),
  link: 'https://fernhollow.slack.com/archives/C0HIRESRE1/p1700000000000100',
  ...change,
})

describe('the offer to flag', () => {
  it('asks with two buttons, in the channel and in the DM', () => {
    for (const { blocks } of [renderFlagOffer(offer()), renderUnseenOffer(offer())]) {
      checkMessageBlocks(blocks)
      expect(JSON.stringify(blocks)).toContain('"Flag near-miss"')
      expect(JSON.stringify(blocks)).toContain('"Not this time"')
    }
  })

  it('says in the DM where the message is that could not be read, and how to flag from there', () => {
    const words = JSON.stringify(renderUnseenOffer(offer()).blocks)
    expect(words).toContain(
      '<https://fernhollow.slack.com/archives/C0HIRESRE1/p1700000000000100|a message> in <#C0HIRESRE1>',
    )
    expect(words).toContain('choose *Flag near-miss*')
    expect(JSON.stringify(renderUnseenOffer(offer({ link: undefined })).blocks)).toContain(
      'on a message in <#C0HIRESRE1>',
    )
  })

  it.each([
    [offer({ state: 'flagged' }), 'You flagged somebody'],
    [offer({ state: 'declined' }), 'Nothing is flagged'],
    ['over' as const, 'no longer offered'],
  ])('says what became of it, and asks no more', (after, said) => {
    const { blocks, text } = renderUnseenOffer(after)
    checkMessageBlocks(blocks)
    expect(text).toContain(said)
    expect(JSON.stringify(blocks)).not.toContain('"actions"')
  })
})
