import { describe, expect, it } from 'vitest'
import { parseSilver } from '../../../src/domain/candidate/parse-silver.ts'
import { saidOf } from '../../../src/domain/candidate/said-of.ts'
import type { Day } from '../../../src/domain/shared/time.ts'

const said = (text: string) => saidOf(text, parseSilver(text, { today: '2026-11-22' as Day }))

describe('what a text says of a person', () => {
  it.each([
    ['Ana Souza, superb on incident design, wants remote', 'superb on incident design, wants remote'],
    ['Ana Souza <ana@example.com>, superb on incident design', 'superb on incident design'],
    ['Ana Souza for Senior SRE in London, runner-up, calm', 'runner-up, calm'],
    ['Ana Souza - calm. Kind', 'calm. Kind'],
    ['Ana Souza wants remote', 'wants remote'],
    ['Ana Souza (Anna) for SRE, calm', 'Anna; calm'],
    ['Ana Souza, superb on queues. Note: wants remote', 'superb on queues. Note: wants remote'],
    ['wants remote, superb on queues', 'wants remote, superb on queues'],
  ])('is kept where no colon stands before it: %s', (text, words) => expect(said(text)).toBe(words))

  it.each([
    ['Ana Souza <ana@example.com> for Senior SRE: runner-up, calm', 'runner-up, calm'],
    ['Ana Souza: reach her at ana@example.com, calm', 'reach her at ana@example.com, calm'],
    ['Ana Souza (Anna) for SRE: calm', 'Anna; calm'],
    ['Name: Ana Souza\nRole: SRE\nNotes: calm', 'calm'],
  ])('is what stands behind the colon: %s', (text, words) => expect(said(text)).toBe(words))

  it.each(['', 'Ana Souza', 'Ana Souza for Senior SRE in London', 'Ana Souza <ana@example.com>, Senior SRE, London'])(
    'is nothing where only who, for what and where stand: %j',
    (text) => expect(said(text)).toBe(''),
  )
})
