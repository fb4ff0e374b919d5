import { describe, expect, it } from 'vitest'
import { parseJsonResume } from '../../../src/domain/resume/parse-json.ts'
import { parseResumeText } from '../../../src/domain/resume/parse-text.ts'
import { entryOfResume, withoutPrivate, yearsIn } from '../../../src/domain/resume/resume.ts'
import { RESUME } from '../../support/resume-files.ts'

const parse = (...lines: readonly string[]) => parseResumeText({ lines, links: [] }, { thisYear: 2026, region: 'PT' })

describe('a résumé, by rules', () => {
  it('tells who they are, what they do, where, for whom and for how long', () => {
    expect(parse(...RESUME)).toEqual({
      fullName: 'Ana Souza-Lima',
      email: 'ana.souza@example.com',
      phone: '+351 912 345 678',
      profileLink: 'https://www.linkedin.com/in/ana-souza-example',
      location: 'Lisbon, Portugal',
      headline: 'Senior Site Reliability Engineer',
      company: 'Fernhollow Energy',
      skills: expect.arrayContaining(['kubernetes', 'terraform', 'go', 'postgresql']) as unknown,
      years: 12,
    })
  })

  it('never takes over what must not count', () => {
    expect(withoutPrivate(RESUME).join('\n')).not.toMatch(/1990|Portuguese|married/)
    expect(
      withoutPrivate(['Geburtsdatum: 1.1.1980', 'Ana | Born 1980 | Lisbon', 'Children: 2', 'Sex: f', '\u0000 Agenda ']),
    ).toEqual(['Ana | Lisbon', 'Agenda'])
  })

  it('invents nothing where nothing is told', () => {
    expect(parse('A page about the weather in the north.')).toEqual({
      fullName: undefined,
      email: undefined,
      phone: undefined,
      profileLink: undefined,
      location: undefined,
      headline: undefined,
      company: undefined,
      skills: [],
      years: undefined,
    })
  })

  it('takes links that stand behind words', () => {
    const links = [
      'mailto:bo@example.com?subject=x',
      'https://github.com/bo-example/repo',
      'https://linkedin.com/in/bo-example/',
    ]
    const read = parseResumeText({ lines: ['Bo Berg'], links }, { thisYear: 2026 })
    expect([read.email, read.profileLink]).toEqual(['bo@example.com', 'https://www.linkedin.com/in/bo-example'])
  })

  it.each([
    ['Name: Mia Lund', 'Mia Lund'],
    ['María José de la Cruz', 'María José de la Cruz'],
    ['Curriculum Vitae', undefined],
    ['Software Engineer', undefined],
    ['New York', undefined],
    ['Mia', undefined],
  ])('reads the name in %j as %s', (line, name) => {
    expect(parse(line).fullName).toBe(name)
  })

  it.each([
    [['Contact', 'ben@example.com', 'Top Skills', 'Python', 'AWS', 'Languages', 'English', 'Ben Okafor', 'Senior Data Engineer at Acme', 'Lisbon, Portugal'], 'Ben Okafor'],
    [['Contact', 'ben@example.com', 'Certifications', 'Professional Scrum Master', 'Certified Cloud Architect', 'Ben Okafor', 'Engineer'], 'Ben Okafor'],
    [['Lebenslauf', 'Persönliche Daten', 'Name: Jörg Müller'], 'Jörg Müller'],
    [['Personal Statement Page', 'A Quiet Person', 'Full name: Mia Lund'], 'Mia Lund'],
    [['PERSONAL DETAILS', 'Ana Souza'], 'Ana Souza'],
    [['Contact Information', 'Ana Souza'], 'Ana Souza'],
    [['Top Skills', 'Python'], undefined],
    [['van der Berg, Pieter'], 'Pieter van der Berg'],
    [['De la Cruz, María José'], 'María José De la Cruz'],
    [['Ana Souza, Lisbon'], 'Ana Souza'],
    [['El Paso, Texas'], undefined],
  ])('finds the name wherever the page begins: %j', (lines, name) => expect(parse(...lines).fullName).toBe(name)) // biome-ignore format: a table

  it('tells what they do from below the name, wherever that stands', () => {
    const side = parse('Contact', 'ben@example.com', 'Top Skills', 'Python', 'Languages', 'English', 'Ben Okafor', 'Senior Data Engineer at Acme', 'Lisbon, Portugal') // biome-ignore format: lines
    expect(side).toMatchObject({ headline: 'Senior Data Engineer at Acme', location: 'Lisbon, Portugal' })
  })

  it.each([
    ['Hauptstraße 5, 10115 Berlin', 'Telefon: +49 170 1234567', '+49 170 1234567'],
    ['Hauptstraße 5, 10115 Berlin', 'Mobil: 0170 1234567', '0170 1234567'],
    ['Fax: +49 30 1234567', 'Tel.: 030 7654321', '030 7654321'],
    ['Kundennummer 030 1234567', 'Handy 0170 7654321', '0170 7654321'],
    ['030 1234567', 'Berlin', '030 1234567'],
    ['Hauptstraße 5', '10115 Berlin', undefined],
  ])('takes what is said to be a phone number for one: %s, %s', (first, second, phone) => {
    const read = parseResumeText({ lines: ['Ana Souza', first, second], links: [] }, { thisYear: 2026, region: 'DE' })
    expect(read.phone).toBe(phone)
  })

  it('counts each year of work once, and those at school not at all', () => {
    expect(yearsIn(['2010 - 2014', '2012–2016', 'Mar 2016 – heute'], 2018)).toBe(8)
    expect(yearsIn(['2020 - 2020'], 2026)).toBe(1)
    expect(yearsIn(['2030 - 2040', '2014 - 2010', '1920 - 1930'], 2026)).toBeUndefined()
    expect(parse('Education', 'University, 2009 - 2014').years).toBeUndefined()
  })
})

describe('a JSON Resume', () => {
  it('tells the same, whatever else stands in it', () => {
    const json = {
      basics: {
        name: ' Ana  Souza ',
        label: 'Senior SRE',
        email: 'ana@example.com',
        phone: '+351 912 345 678',
        image: 'https://example.com/me.png',
        birthday: '1990-05-03',
        location: { city: 'Lisbon', countryCode: 'PT' },
        profiles: [{ url: 'https://github.com/ana' }, { url: 'https://linkedin.com/in/ana' }],
      },
      work: [
        { name: 'Quiet Harbour', position: 'Admin', startDate: '2014-01', endDate: '2019-03' },
        { name: 'Fernhollow', position: 'SRE', startDate: '2019-03' },
      ],
      skills: [{ name: 'Web', keywords: ['k8s', 'Go', 7] }],
    }
    expect(parseJsonResume(json, 2026)).toEqual({
      fullName: 'Ana Souza',
      email: 'ana@example.com',
      phone: '+351 912 345 678',
      profileLink: 'https://linkedin.com/in/ana',
      location: 'Lisbon',
      headline: 'Senior SRE',
      company: 'Fernhollow',
      skills: ['kubernetes', 'go'],
      years: 12,
    })
  })

  it('is none without its basics, and says nothing of work that ended', () => {
    expect([undefined, null, [], 'x', { basics: 'x' }].map((json) => parseJsonResume(json, 2026))).toEqual(
      Array(5).fill(undefined),
    )
    const read = parseJsonResume(
      { basics: {}, work: [{ name: 'Old Ltd', position: 'Clerk', endDate: '2020-01-01' }], skills: 'x' },
      2026,
    )
    expect(read).toMatchObject({ headline: 'Clerk', company: undefined, skills: [], years: undefined })
  })
})

describe('the form', () => {
  it('is filled in from it, and what was typed before stays', () => {
    const parsed = { fullName: 'Ana Souza', headline: 'Senior SRE', skills: ['kubernetes', 'go'], years: 12 }
    expect(entryOfResume(parsed, { fullName: 'Ana S.', role: 'Staff SRE', email: '' })).toEqual({
      fullName: 'Ana S.',
      role: 'Staff SRE',
      headline: 'Senior SRE',
      seniority: 'senior',
      skills: 'Kubernetes, Go',
    })
    expect(entryOfResume({ skills: [] })).toEqual({ seniority: undefined, skills: undefined })
  })
})
