import { describe, expect, it } from 'vitest'
import { careerOf, employmentOf, relationOf } from '../../../src/domain/transfer/profile-words.ts'

describe('the way somebody works, as other systems call it', () => {
  it.each([
    ['Full-time', 'employed'],
    ['In a job', 'employed'],
    ['angestellt', 'employed'],
    ['en poste', 'employed'],
    ['Notice period', 'on_notice'],
    ['Gekündigt', 'on_notice'],
    ['resigned', 'on_notice'],
    ['Open to work', 'between_jobs'],
    ['laid off', 'between_jobs'],
    ['arbeitslos', 'between_jobs'],
    ['Self-employed', 'self_employed'],
    ['Freiberufler', 'self_employed'],
    ['founder', 'self_employed'],
    ['PhD student', 'studying'],
    ['étudiant', 'studying'],
  ])('%s is %s', (cell, employment) => expect(employmentOf(cell)).toBe(employment))
})

describe('how far somebody is', () => {
  it.each([
    ['New graduate', 'student'],
    ['Entry level', 'starting'],
    ['early career', 'starting'],
    ['experienced', 'established'],
    ['Mid-career', 'established'],
    ['Specialist', 'expert'],
    ['Leading others', 'leading'],
    ['manager', 'leading'],
    ['Career changer', 'changing_field'],
  ])('%s is %s', (cell, career) => expect(careerOf(cell)).toBe(career))
})

describe('what somebody is to us besides', () => {
  it.each([
    ['Customer', 'client'],
    ['Kundin', 'client'],
    ['Business partner', 'partner'],
    ['partenaire', 'partner'],
  ])('%s is a %s', (cell, relation) => expect(relationOf(cell)).toBe(relation))
})

it.each(['', 'whatever', 'partnership agreement', 'employedness'])('%s says none of these', (cell) => {
  expect([employmentOf(cell), careerOf(cell), relationOf(cell)]).toEqual([undefined, undefined, undefined])
})
