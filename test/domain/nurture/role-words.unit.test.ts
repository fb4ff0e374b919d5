import { describe, expect, it } from 'vitest'
import { genericWordsOf, roleWords } from '../../../src/domain/nurture/role-words.ts'

const words = (title: string) => [...roleWords(title)].join(' ')

describe('the words of a job title', () => {
  it.each([
    ['SRE', 'site reliability engineer'],
    ['Site Reliability', 'site reliability engineer'],
    ['Site Reliability Engineer', 'site reliability engineer'],
    ['SWE', 'software engineer'],
    ['SDET', 'quality test engineer'],
    ['QA', 'quality test'],
    ['Quality Assurance', 'quality test'],
    ['AE', 'account executive'],
    ['SDR', 'sales development representative'],
    ['BDR', 'business development representative'],
    ['CSM', 'customer success manager'],
    ['ML developer', 'machine learning engineer'],
    ['AI programmer', 'machine learning engineer'],
    ['UX design', 'product designer'],
    ['UI designs', 'product designer'],
    ['Engineering dev', 'engineer'],
    ['HR', 'people'],
    ['Talent', 'recruiter'],
    ['Recruitment / recruiting', 'recruiter'],
    ['Sales Ops', 'sales operations'],
    ['Front-end, front end', 'frontend'],
    ['Back-end, back end', 'backend'],
    ['Full-stack, full stack', 'fullstack'],
    ['Dev-Ops, dev ops, devops', 'devops'],
    ['C++ / C#', 'c++ c#'],
    ['Ingénieur', 'ingenieur'],
  ])('%s: %s', (title, said) => expect(words(title)).toBe(said))

  it.each([
    'Senior Staff Principal Lead (m/f/d)',
    'Sr. II of the remote, part-time, full time, contract or permanent',
    'Head, Chief, VP, SVP, Director',
    'Junior, jr, jnr, entry-level graduate trainee internship intern, mid, snr',
    'an a for and in at to with w x i iii iv v 1 2 3 hybrid onsite',
    '???',
    '',
    `${'-'.repeat(300)} SRE`,
  ])('that say nothing of the work are left out: %s', (title) => expect(words(title)).toBe(''))

  it('are partly shared by many trades', () => {
    const shared =
      'engineer designer manager analyst specialist consultant associate executive officer assistant coordinator administrator representative architect scientist recruiter partner product software operations'
    expect(genericWordsOf(['site', ...shared.split(' '), 'sales'])).toEqual(shared.split(' '))
  })
})
