import { describe, expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { SilverEntry } from '../../../src/domain/candidate/silver-form.ts'
import { type Day, instant, UTC } from '../../../src/domain/shared/time.ts'
import { factsOf, newFacts } from '../../../src/usecases/capture/facts-of.ts'
import { readSilver } from '../../../src/usecases/capture/read-silver.ts'
import type { NearMiss } from '../../../src/usecases/ports/near-misses.ts'
import { id, ines, tom } from '../../support/outreach-builders.ts'

const now = instant('2026-03-02T12:00:00Z')
const flagged = {
  id: id<'near_miss'>(1),
  impressed: 'Superb on incident design. We went with Marek.',
  flaggedBy: tom,
  flaggedAt: instant('2026-03-01T12:00:00Z'),
  evidenceLink: 'https://x.slack.com/archives/C1/p1',
} as NearMiss
const facts = (entry: SilverEntry, nearMiss?: NearMiss) => {
  const read = readSilver(
    { fullName: 'Ana Souza', role: 'Senior SRE', ...entry },
    {
      today: '2026-03-02' as Day,
      zone: UTC,
    },
  )
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return factsOf(read.value, { by: ines, now, newId: newUuid, nearMiss })
}
const praise = (entry: SilverEntry, nearMiss?: NearMiss) =>
  facts(entry, nearMiss)
    .filter(({ kind }) => kind === 'praise')
    .map(({ text, authorId }) => [text, authorId])

describe('what a form says, as facts', () => {
  it('holds back what is internal and lets be told what may be', () => {
    const said = facts({
      impressed: 'Calm',
      bringBack: 'Remote',
      advice: 'Learn Go',
      reason: 'pay',
      skills: 'Go',
      location: 'Lisbon',
    })
    expect(Object.fromEntries(said.map(({ kind, telling }) => [kind, telling]))).toEqual({
      wish: 'may_be_mentioned',
      praise: 'internal_only',
      advice: 'may_be_mentioned',
      skill: 'may_be_mentioned',
      role: 'may_be_mentioned',
      location: 'may_be_mentioned',
      reason: 'internal_only',
    })
    expect(said.every(({ authorId, sourceKind }) => authorId === ines && sourceKind === 'silver_form')).toBe(true)
  })

  it('leaves the flagger’s words theirs where the recruiter kept or shortened them', () => {
    expect(praise({ impressed: flagged.impressed }, flagged)).toEqual([[flagged.impressed, tom]])
    expect(praise({ impressed: 'Superb on incident design.' }, flagged)).toEqual([['Superb on incident design.', tom]])
  })

  it('keeps both where the recruiter has words of her own', () => {
    expect(praise({ impressed: 'Ran the handover' }, flagged)).toEqual([
      [flagged.impressed, tom],
      ['Ran the handover', ines],
    ])
  })

  it('makes nothing of words that the recruiter took out', () => {
    expect(praise({ impressed: '' }, flagged)).toEqual([])
  })

  it('does not carry on with private matters that the recruiter replaced', () => {
    const ill = { ...flagged, impressed: 'Great although her kids were ill' }
    expect(praise({ impressed: 'Great' }, ill)).toEqual([['Great', tom]])
    expect(praise({ impressed: 'Very good' }, ill)).toEqual([['Very good', ines]])
  })

  it('adds only what is not known in the same words', () => {
    const known = facts({ skills: 'Go', bringBack: 'Remote' })
    const more = facts({ skills: 'Go, Rust', bringBack: 'REMOTE' })
    expect(newFacts(more, known).map(({ kind, text }) => [kind, text])).toEqual([['skill', 'Rust']])
    const retracted = known.map((fact) => ({ ...fact, retractedAt: now }))
    expect(newFacts(more, retracted)).toHaveLength(more.length)
  })
})
