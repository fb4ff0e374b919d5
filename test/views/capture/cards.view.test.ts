// What capture posts: inert whatever was typed, at its biggest within Slack's limits, and silent on what is not the reader's to know.
import { describe, expect, it } from 'vitest'
import { checkMessageBlocks } from '../../../simulator/block-kit/check.ts'
import { instant } from '../../../src/domain/shared/time.ts'
import type { NearMiss } from '../../../src/usecases/ports/near-misses.ts'
import { renderAddedNotice } from '../../../src/views/added-notice/blocks.ts'
import { renderFlagOutcome } from '../../../src/views/flag-outcome/blocks.ts'
import { renderTriageCard } from '../../../src/views/triage-card/blocks.ts'

const HOSTILE = '<!channel> & <https://evil|x> *b* `c` @here {{x}}\n'
const long = (size: number) => HOSTILE.repeat(Math.ceil(size / HOSTILE.length)).slice(0, size)
const flag = (change: Partial<NearMiss> = {}): NearMiss => ({
  id: '01900000-0000-7000-8000-000000000001' as never,
  fullName: 'Nadia Rahimi',
  role: 'Senior SRE',
  impressed: 'Superb on incident design',
  wouldHire: 'yes_now',
  quotable: true,
  flaggedBy: '01900000-0000-7000-8000-000000000002' as never,
  flaggedAt: instant('2026-03-02T12:00:00Z'),
  evidenceLink: 'https://fernhollow.slack.com/archives/C1/p1',
  evidence: { channel: 'C1', ts: '1.2' },
  state: 'waiting',
  decidedBy: undefined,
  decidedAt: undefined,
  dismissReason: undefined,
  candidateId: undefined,
  ...change,
})
const card = (change: Partial<NearMiss> = {}, direct?: 'channel_unreachable' | 'own_flag') =>
  renderTriageCard({ nearMiss: flag(change), flaggedBy: 'U0TOM00001', decidedBy: 'U0INES0001', direct })
const drawn = ({ blocks }: { readonly blocks: unknown }) => JSON.stringify(blocks)

describe('the triage card', () => {
  it('says who flagged whom, why, and where it was said', () => {
    const words = drawn(card())
    for (const said of [
      '<@U0TOM00001>',
      'Nadia Rahimi',
      'Senior SRE',
      '>Superb on incident design',
      'Yes, now',
      '<https://fernhollow.slack.com/archives/C1/p1|The message>',
    ])
      expect(words).toContain(said)
    expect(words).toContain('near_miss_accept')
    expect(words).toContain('near_miss_dismiss')
  })

  it('does without words, an answer and a message', () => {
    const words = drawn(card({ impressed: '', wouldHire: undefined, evidenceLink: undefined, quotable: false }))
    expect(words).toContain('No words were given')
    expect(words).toContain('Not said')
    expect(words).not.toContain('The message')
  })

  it('offers to merge with somebody known, and to take a dismissal back', () => {
    expect(drawn(card())).toContain('near_miss_merge')
    const dismissed = card({ state: 'dismissed', decidedAt: instant('2026-03-03T09:30:00Z') })
    expect(drawn(dismissed)).toContain('near_miss_undo_dismiss')
    expect(drawn(card({ state: 'merged', decidedAt: instant('2026-03-03T09:30:00Z') }))).not.toContain('undo')
  })

  it.each(['accepted', 'merged', 'dismissed'] as const)(
    'once %s shows who did it and when, and no buttons',
    (state) => {
      const decided = card({ state, decidedAt: instant('2026-03-03T09:30:00Z'), dismissReason: 'not a finalist' })
      expect(drawn(decided)).toContain('<@U0INES0001>')
      expect(drawn(decided)).toContain('<!date^1772530200^')
      expect(drawn(decided)).not.toContain('near_miss_accept')
      expect(drawn(decided)).not.toContain('not a finalist')
      checkMessageBlocks(decided.blocks)
    },
  )

  it('names nobody in the notification', () => {
    expect(card().text).not.toContain('Nadia')
  })

  it.each([undefined, 'channel_unreachable', 'own_flag'] as const)(
    'is inert and passes at its biggest (%s)',
    (direct) => {
      const { blocks } = card(
        {
          fullName: long(200),
          role: long(150),
          impressed: long(3000),
          evidenceLink: `https://x.slack.com/${'a'.repeat(1900)}`,
        },
        direct,
      )
      checkMessageBlocks(blocks)
      expect(JSON.stringify(blocks)).not.toMatch(/<!channel>|<https:\/\/evil/)
    },
  )
})

describe('what the flagger hears', () => {
  const hears = (change: Partial<NearMiss>) => renderFlagOutcome({ nearMiss: flag(change), decidedBy: 'U0INES0001' })

  it('is the same whether the person was new or on record', () => {
    expect(drawn(hears({ state: 'merged' }))).toBe(drawn(hears({ state: 'accepted' })))
  })

  it('is the outcome without the reason', () => {
    const words = drawn(hears({ state: 'dismissed', dismissReason: 'was on sick leave' }))
    expect(words).toContain('not taken up')
    expect(words).not.toContain('sick')
  })

  it('is inert at its biggest', () => {
    for (const state of ['waiting', 'accepted', 'dismissed'] as const) {
      const { blocks, text } = hears({ state, fullName: long(200), role: long(150) })
      checkMessageBlocks(blocks)
      expect(JSON.stringify(blocks)).not.toContain('<!channel>')
      expect(text).not.toContain('channel')
    }
  })
})

describe('what the recruiter hears after adding', () => {
  const person = {
    id: '01900000-0000-7000-8000-000000000001' as never,
    fullName: long(200),
    consideredRole: long(150),
    standing: 'not_told' as const,
  }

  it('offers Open, Draft and Undo, and after a merge no Undo', () => {
    const added = renderAddedNotice({ person, kind: 'added' })
    checkMessageBlocks(added.blocks)
    expect(drawn(added)).not.toContain('<!channel>')
    expect(drawn(added)).toMatch(/"Open".*"Draft".*"Undo"/)
    expect(drawn(renderAddedNotice({ person, kind: 'merged' }))).not.toContain('Undo')
  })

  it('keeps nothing of somebody who was taken back', () => {
    const { blocks } = renderAddedNotice({ person: 'taken_back', kind: 'added' })
    expect(JSON.stringify(blocks)).not.toContain('button')
  })
})
