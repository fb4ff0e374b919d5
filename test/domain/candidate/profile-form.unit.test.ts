import { describe, expect, it } from 'vitest'
import { asBirthday, birthdayInWords } from '../../../src/domain/candidate/birthday.ts'
import {
  asSection,
  comparedWith,
  entryOf,
  fieldsOf,
  PROFILE_LIMITS,
  PROFILE_SECTIONS,
  type ProfileEntry,
  seenOf,
} from '../../../src/domain/candidate/profile-form.ts'
import {
  beforeOf,
  namedIn,
  partsOf,
  sameValue,
  takenBack,
  valuesOf,
} from '../../../src/domain/candidate/profile-values.ts'
import { asScore, checkEvidence, MAX_EVIDENCE, type Rating } from '../../../src/domain/candidate/rating.ts'
import { fingerprint } from '../../../src/domain/shared/fingerprint.ts'
import { type Day, instant } from '../../../src/domain/shared/time.ts'
import { editLine, fieldNames, profileProblem } from '../../../src/domain/shared/words/profile-form.ts'
import { aCandidate } from '../../support/a-candidate.ts'

const NO_CONTACTS = { email: [], phone: [], profile: [] }
const UNRATED = { skill: undefined, values: undefined }
const values = (change: Parameters<typeof aCandidate>[0] = {}) => valuesOf(aCandidate(change), NO_CONTACTS, UNRATED)
const RATING: Rating = { score: 4, evidence: 'Led the exercise calmly', by: 'm1' as never, at: instant(1) }
const NAMES = {
  owner: (id: string) => ({ m1: 'Ines', m2: 'Ben' })[id] ?? '?',
  custom: (id: string) => `Field ${id}`,
}
const FIELDS = fieldsOf('work')

describe('a birthday', () => {
  it('is a month and a day that some year has', () => {
    expect(['01-01', '12-31', '02-29', '04-30'].map(asBirthday)).toEqual(['01-01', '12-31', '02-29', '04-30'])
    for (const none of ['00-10', '13-01', '02-30', '04-31', '05-00', '1-1', '1990-03-14', '03-14-1990', '', 'x'])
      expect(asBirthday(none), none).toBeUndefined()
  })

  it('is read without a year', () => {
    expect(birthdayInWords(asBirthday('03-14') ?? ('' as never))).toBe('14 March')
    expect(birthdayInWords(asBirthday('02-29') ?? ('' as never))).toBe('29 February')
  })
})

describe('the name of a text', () => {
  it('is the same for the same text and another for another', () => {
    expect(fingerprint('Acme')).toBe(fingerprint('Acme'))
    const texts = ['', 'a', 'b', 'ab', 'ba', 'Acme', 'acme', 'Acme ', 'Fernhollow Energy', 'x'.repeat(3_000)]
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length)
    expect(fingerprint('')).toBe('ztntfp15z3edo')
  })
})

describe('the form of a section', () => {
  it('begins with what is on record', () => {
    const person = aCandidate({
      company: 'Acme',
      skills: ['kubernetes', 'go'],
      remoteOk: false,
      birthday: asBirthday('03-14'),
      nextTouch: '2026-12-01' as Day,
    })
    const contacts = { ...NO_CONTACTS, email: ['a@example.com', 'b@example.com'] }
    expect(entryOf(valuesOf(person, contacts, { skill: RATING, values: undefined }), 'UINES')).toMatchObject({
      fullName: 'Ana Souza',
      standing: 'told_no',
      standingDay: '2025-09-01',
      company: 'Acme',
      skills: 'Kubernetes, Go',
      remote: 'no',
      headline: '',
      owner: 'UINES',
      email: 'a@example.com\nb@example.com',
      phone: '',
      birthDay: '14',
      birthMonth: '03',
      nextTouch: '2026-12-01',
      skillScore: '4',
      skillEvidence: 'Led the exercise calmly',
      valuesScore: '',
      valuesEvidence: '',
    })
    expect(entryOf(values({ remoteOk: true }), undefined)).toMatchObject({
      remote: 'yes',
      owner: '',
      birthDay: '',
      birthMonth: '',
    })
    expect(entryOf(values(), undefined).remote).toBe('')
  })

  it('shows no more than its fields hold', () => {
    const entry = entryOf(values({ company: 'x'.repeat(500) }), undefined)
    expect(entry.company).toHaveLength(PROFILE_LIMITS.company)
  })

  it('has each field in one section', () => {
    const all = Object.values(PROFILE_SECTIONS).flat()
    expect(new Set(all).size).toBe(all.length)
    expect(asSection('work')).toBe('work')
    expect([asSection('toString'), asSection('')]).toEqual([undefined, undefined])
  })
})

describe('two who edit at once', () => {
  const seen = seenOf({ company: 'Acme', headline: 'SRE' }, FIELDS)
  const compared = (typed: ProfileEntry, now: ProfileEntry) => comparedWith(seen, typed, now)

  it('change what they typed, and nothing else', () => {
    const typed = { company: 'Beta', headline: 'SRE', location: '' }
    expect(compared(typed, { company: 'Acme', headline: 'SRE' })).toEqual({ changed: ['company'], conflicts: [] })
  })

  it('keep what the other changed, where they left it alone', () => {
    expect(compared({ company: 'Acme', headline: 'Staff SRE' }, { company: 'Gamma', headline: 'SRE' })).toEqual({
      changed: ['headline'],
      conflicts: [],
    })
  })

  it('hear of it where both changed the same to something else', () => {
    expect(compared({ company: 'Beta', headline: 'Lead' }, { company: 'Gamma', headline: 'SRE' })).toEqual({
      changed: ['headline'],
      conflicts: ['company'],
    })
  })

  it('agree where both wrote the same', () => {
    expect(compared({ company: 'Beta' }, { company: 'Beta' })).toEqual({ changed: [], conflicts: [] })
  })

  it('are not held up by blanks and line ends', () => {
    expect(compared({ company: ' Acme\r\n' }, { company: 'Acme' })).toEqual({ changed: [], conflicts: [] })
    expect(compared({ company: undefined }, { company: 'Acme' })).toEqual({ changed: [], conflicts: [] })
  })

  it('are told of everything where nobody knows what they saw', () => {
    expect(comparedWith({}, { company: 'Beta' }, { company: 'Acme' })).toEqual({ changed: [], conflicts: ['company'] })
  })
})

describe('taking an edit back', () => {
  const person = aCandidate({ company: 'Beta', headline: 'Staff SRE', skills: ['go'] })
  const now = valuesOf(person, { ...NO_CONTACTS, email: ['new@example.com'] }, UNRATED)

  it('writes what was before, of what is still as the edit left it', () => {
    const before = { company: null, headline: 'SRE', skills: ['rust'], email: ['old@example.com'] } as never
    const after = { company: 'Beta', headline: 'Lead', skills: ['go'], email: ['new@example.com'] }
    const change = takenBack(now, before, after)
    expect(change).toEqual({ company: undefined, skills: ['rust'], email: ['old@example.com'] })
    expect('company' in change).toBe(true)
    expect('headline' in change).toBe(false)
  })

  it('names what a change says, in the order of the profile', () => {
    const change = { email: [], company: 'x', standing: 'hired' } as const
    expect(namedIn(change)).toEqual(['standing', 'company', 'email'])
    expect(beforeOf(now, change)).toEqual({ standing: 'told_no', company: 'Beta', email: ['new@example.com'] })
    expect(partsOf(change)).toEqual({
      row: { standing: 'hired', company: 'x' },
      contacts: [['email', []]],
      ratings: [],
    })
    expect(partsOf({ valuesRating: undefined, skillRating: RATING }).ratings).toEqual([
      ['skill', RATING],
      ['values', undefined],
    ])
    expect(partsOf({ company: undefined }).row).toHaveProperty('company', undefined)
  })

  it('compares what was kept as JSON', () => {
    expect(sameValue(undefined, null)).toBe(true)
    expect(sameValue(['a'], ['a'])).toBe(true)
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false)
    expect(sameValue('', undefined)).toBe(false)
  })
})

describe('a rating', () => {
  it('is one of five', () => {
    expect(['1', '5', '0', '6', '4.5', ''].map(asScore)).toEqual([1, 5, undefined, undefined, undefined, undefined])
  })

  it('needs evidence in more than a word or two', () => {
    expect(checkEvidence(' \n')).toEqual({ ok: false, refusal: { kind: 'evidence_missing' } })
    for (const thin of ['Good', 'very good!', 'liked her much', '- - - -', '很好'])
      expect(checkEvidence(thin), thin).toEqual({ ok: false, refusal: { kind: 'evidence_thin' } })
    for (const said of ['Led the exercise calmly', '她在演练中非常冷静', 'O’Neil fixed it'])
      expect(checkEvidence(` ${said} `), said).toEqual({ ok: true, value: said })
    expect(checkEvidence('a b c d'.padEnd(MAX_EVIDENCE, 'x')).ok).toBe(true)
    expect(checkEvidence('a b c d'.padEnd(MAX_EVIDENCE + 1, 'x'))).toEqual({
      ok: false,
      refusal: { kind: 'too_long', length: MAX_EVIDENCE + 1, max: MAX_EVIDENCE },
    })
  })

  it('stands on the timeline as numbers, without the evidence', () => {
    expect(editLine({ skillRating: undefined }, { skillRating: RATING, valuesRating: undefined }, NAMES)).toBe(
      'Skill fit: – → 4 of 5; Values alignment: – → –',
    )
  })
})

describe('what the timeline says of an edit', () => {
  it('has the old and the new, and names contacts and long texts only', () => {
    const line = editLine(
      {
        company: 'Acme',
        skills: ['go'],
        tier: undefined,
        email: ['a@example.com'],
        advice: 'x',
        ownerId: 'm1' as never,
      },
      {
        company: undefined,
        skills: ['go', 'kubernetes'],
        tier: 'A',
        email: ['b@example.com'],
        advice: 'y',
        ownerId: 'm2' as never,
        zone: undefined,
        jobId: undefined,
      },
      NAMES,
    )
    expect(line).toBe(
      'Company: Acme → –; Skills: Go → Go, Kubernetes; Tier: – → A; Email changed; Advice for next time changed; Relationship owner: Ines → Ben',
    )
  })

  it('says every choice in words', () => {
    const line = editLine(
      {},
      {
        standing: 'withdrew',
        reason: 'pay',
        jobFunction: 'data',
        seniority: 'mid',
        careerStage: 'expert',
        remoteOk: true,
        kind: 'referral',
        relation: 'client',
        employment: 'between_jobs',
        birthday: asBirthday('03-14'),
      },
      NAMES,
    )
    expect(line).toBe(
      'Where things stand: – → Withdrew; Why they were not hired: – → Pay; Function: – → Data; Seniority: – → Mid-level; Career stage: – → Expert in the field; Remote work: – → yes; Kind: – → Referral; Also our: – → Client; Employment: – → Between jobs; Birthday: – → 14 March',
    )
    expect(editLine({ remoteOk: true }, { remoteOk: false }, NAMES)).toBe('Remote work: yes → no')
  })

  it('names what was changed, without what merely goes along', () => {
    expect(fieldNames({ location: 'Lisbon', zone: undefined, remoteOk: true, jobId: undefined })).toBe(
      'location, remote work',
    )
  })

  it('words every problem', () => {
    expect(profileProblem({ kind: 'no_birthday' })).toBe('Please choose a day that this month has, or clear both.')
    expect(profileProblem({ kind: 'missing' })).toBe('Please fill this in.')
    expect(profileProblem({ kind: 'day_ahead' })).toBe('That day has not come yet.')
  })
})
