import { describe, expect, it } from 'vitest'
import { notHereYet } from '../../../src/commands/not-here-yet.ts'
import { medallistNotYet, outreachNotYet } from '../../../src/domain/shared/words/not-here-yet.ts'

describe('what is not here yet', () => {
  it.each(['templates', 'Template', 'sequences', 'calendar', 'newsletter'])(
    '/outreach %s: what to do instead',
    (word) => {
      expect(notHereYet(outreachNotYet, word)).toMatch(/`\/outreach draft|\*/)
    },
  )
  it.each(['erase', 'DELETE', 'export', 'audit'])('/medallist %s: what to do instead', (word) => {
    expect(notHereYet(medallistNotYet, word)).toContain('`/candidate Ana Souza`')
  })
  it('is nothing that nobody heard of', () => {
    for (const word of ['constructor', 'toString', '', 'audit'])
      expect(notHereYet(outreachNotYet, word)).toBeUndefined()
  })
})
