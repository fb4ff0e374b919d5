// The judge of the form: whatever is typed, it answers; what it lets through is clean and in bounds.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SILVER_FIELDS, SILVER_LIMITS, type SilverEntry } from '../../../src/domain/candidate/silver-form.ts'
import type { Day, Zone } from '../../../src/domain/shared/time.ts'
import { silverProblem } from '../../../src/domain/shared/words/capture.ts'
import { readSilver, warningsOf } from '../../../src/usecases/capture/read-silver.ts'

const today = '2026-03-02' as Day
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    'told_no',
    'not_told',
    'A',
    'senior',
    'consent',
    '2026-03-01',
    '2027-01-01',
    'ana@example.com',
    '+351912345678',
    '',
    ' ',
    '\u0000',
  ),
)
const entries: fc.Arbitrary<SilverEntry> = fc.record(
  Object.fromEntries(SILVER_FIELDS.map((name) => [name, anything])) as Record<
    (typeof SILVER_FIELDS)[number],
    fc.Arbitrary<string>
  >,
  { requiredKeys: [] },
)
const read = (entry: SilverEntry) =>
  readSilver({ fullName: 'Ana Souza', role: 'SRE', ...entry }, { today, zone: 'Europe/London' as Zone })
const details = (entry: SilverEntry) => {
  const answer = read(entry)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

describe('reading the form', () => {
  it('never throws, words every problem, and lets nothing unclean or too long through', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const answer = read(entry)
        if (!answer.ok) {
          const problems = Object.values(answer.refusal)
          expect(problems.length).toBeGreaterThan(0)
          for (const problem of problems) expect(silverProblem(problem)).toMatch(/\S/)
          return
        }
        const { standing, standingDay, ...value } = answer.value
        expect(standing === 'told_no' && standingDay === undefined).toBe(false)
        for (const text of Object.values(value)) {
          // PostgreSQL refuses NUL; lone surrogates cannot be written as UTF-8.
          if (typeof text === 'string') expect(text).not.toMatch(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/u)
          if (typeof text === 'string') expect(text.length).toBeLessThanOrEqual(3000)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(Object.entries(SILVER_LIMITS))('refuses more than fits into %s on that field', (name, max) => {
    const answer = read({ [name]: `a${'b'.repeat(max)}` })
    expect(answer.ok ? {} : Object.keys(answer.refusal)).toEqual([name])
  })

  it('takes nothing chosen as not told yet, and nothing asked as covered by the privacy notice', () => {
    expect(details({})).toMatchObject({ standing: 'not_told', permission: 'applied_here', ownerSlackId: undefined })
    expect(details({ permission: '', owner: '' })).toMatchObject({ permission: undefined, ownerSlackId: 'nobody' })
  })

  it('keeps the day of an outcome, drops the day of none, and knows no future', () => {
    expect(details({ standing: 'told_no', standingDay: '2026-03-02' }).standingDay).toBe('2026-03-02')
    expect(details({ standing: 'withdrew' }).standingDay).toBeUndefined()
    expect(details({ standing: 'interviewing', standingDay: '2026-01-01' }).standingDay).toBeUndefined()
    expect(read({ standing: 'told_no', standingDay: '2026-03-03' })).toMatchObject({
      refusal: { standingDay: { kind: 'day_ahead' } },
    })
    expect(read({ standing: 'told_no', standingDay: 'soon' })).toMatchObject({
      refusal: { standingDay: { kind: 'no_such_day' } },
    })
  })

  it('gives skills one name each and the place its time zone', () => {
    expect(details({ skills: 'k8s, Kubernetes\nGo;  go ' }).skills).toEqual(['kubernetes', 'go'])
    expect(details({ location: 'Lisbon, remote' })).toMatchObject({
      location: 'Lisbon',
      remoteOk: true,
      zone: 'Europe/Lisbon',
    })
    expect(details({ location: 'Nowhere at all' })).toMatchObject({ location: 'Nowhere at all', zone: undefined })
    const many = Array.from({ length: 31 }, (_, at) => `s${at}`).join(',')
    expect(read({ skills: many })).toMatchObject({ refusal: { skills: { kind: 'too_many_skills' } } })
  })

  it('warns of private matters field by field', () => {
    const warned = warningsOf(details({ impressed: 'Calm, although her kids were ill', advice: 'Learn Go' }))
    expect(Object.keys(warned)).toEqual(['impressed'])
    expect(warned.impressed?.map(({ topic }) => topic)).toContain('family')
  })
})
