import { describe, expect, it } from 'vitest'
import { titleIn } from '../../../src/domain/candidate/job-title.ts'
import { parseFlag } from '../../../src/domain/candidate/parse-flag.ts'

describe('the job of which a message speaks', () => {
  it.each([
    ['Priyanka Iyer for Staff SRE was superb', 'Staff SRE'],
    ['Kenji Watanabe (Senior SRE), great', 'Senior SRE'],
    ['José María Pérez today for the Data Engineer role', 'Data Engineer'],
    ['Olu Ade for Product Designer - close second', 'Product Designer'],
    ["*Feedback: Anne-Marie O'Neil* – Senior Backend Engineer – runner-up", 'Senior Backend Engineer'],
    ['We met Ana as a Head of Data. Calm.', 'Head of Data'],
    ['thanks for today. Ana for our SRE job', 'SRE'],
  ])('is read from "%s"', (message, role) => {
    const context = { roles: ['Account Executive'], memberNames: [], speakers: [] }
    expect(parseFlag(message, context).role).toBe(role)
  })
  it.each([
    'Great engineer, calm',
    'a great engineer',
    'for our designer',
    'Tom, Hiring Manager, said so',
    'Manager, calm',
    'for Ana who was superb',
    '',
  ])('is nothing in "%s"', (message) => expect(titleIn(message)).toBeUndefined())
  it('is a job on record before one that is only written out', () => {
    const context = { roles: ['Senior SRE'], memberNames: [], speakers: [] }
    expect(parseFlag('Ana (Data Engineer) for the Senior SRE role', context).role).toBe('Senior SRE')
  })
})
