import { describe, expect, it } from 'vitest'
import { notHereYet } from '../../../src/commands/not-here-yet.ts'
import { medallistNotYet, outreachNotYet } from '../../../src/domain/shared/words/not-here-yet.ts'

const asking = { roles: ['recruiter'], permission: 'candidate.read' } as const

describe('what is not here yet', () => {
  it.each(['templates', 'Template', 'sequences', 'calendar', 'newsletter'])(
    '/outreach %s: what to do instead',
    (word) => {
      expect(notHereYet(outreachNotYet, word, asking)).toMatch(/`\/outreach draft|\*/)
    },
  )
  it.each(['erase', 'DELETE', 'export', 'audit'])('/medallist %s: what to do instead', (word) => {
    expect(notHereYet(medallistNotYet, word, asking)).toContain('`/candidate Ana Souza`')
  })
  it('is nothing that nobody heard of', () => {
    for (const word of ['constructor', 'toString', '', 'audit'])
      expect(notHereYet(outreachNotYet, word, asking)).toBeUndefined()
  })

  it('sends nobody to commands that they may not use', () => {
    const tom = { roles: ['hiring_manager'], permission: 'draft.write' } as const
    expect(notHereYet(outreachNotYet, 'templates', tom)).toContain('This needs a recruiter')
    expect(notHereYet(outreachNotYet, 'nonsense', tom)).toBeUndefined()
  })
})
