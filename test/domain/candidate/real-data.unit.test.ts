/** Résumés and job postings that nobody here wrote; see the README of that folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSilver } from '../../../src/domain/candidate/parse-silver.ts'
import { checkEmail, checkFullName, checkPhone, checkRole } from '../../../src/domain/candidate/validate.ts'
import { canonicalPlace, placeZone } from '../../../src/domain/pool/places.ts'
import { canonicalSkill, findSkills, skillSlug } from '../../../src/domain/pool/skills.ts'
import type { Day } from '../../../src/domain/shared/time.ts'

const folder = process.env.MEDALLIST_SHARED_DATA ?? '../shared/data'
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
type Resume = {
  basics: {
    name: string
    email: string
    phone: string
    label: string
    location: { city: string; countryCode: string; region: string }
  }
  work?: { summary?: string; highlights?: string[] }[]
  skills?: { name: string; keywords?: string[] }[]
}
type Job = { title: string; description: string; skills: { name: string }[] }

const resumes = existsSync(join(folder, 'resumes'))
  ? readdirSync(join(folder, 'resumes')).filter((name) => name.endsWith('.json'))
  : []
const jobs = join(folder, 'jobs', 'jobs.json')

describe.skipIf(resumes.length === 0)('real résumés (skipped where ../shared/data is absent)', () => {
  it.each(resumes)('%s goes through the fields and /silver', (file) => {
    const { basics, skills = [] } = read(join(folder, 'resumes', file)) as Resume
    expect(checkFullName(basics.name).ok).toBe(true)
    expect(checkEmail(basics.email).ok).toBe(true)
    expect(checkPhone(basics.phone, { home: basics.location.countryCode }).ok).toBe(true)
    const place = canonicalPlace(`${basics.location.city}, ${basics.location.region}`)
    expect(place && placeZone(place)).toBeDefined()
    const text = `${basics.name} <${basics.email}> for ${basics.label.replace(/[(,].*/s, '').trim()} in ${basics.location.city}: runner-up`
    expect(parseSilver(text, { today: '2026-11-22' as Day })).toMatchObject({
      fullName: basics.name,
      email: basics.email,
      location: basics.location.city,
      reason: 'close_second',
    })
    for (const { name } of skills) expect(skillSlug(name)).toBeDefined()
  })

  it('name skills that we know in at least half of their lists', () => {
    const lists = resumes.map((file) => (read(join(folder, 'resumes', file)) as Resume).skills ?? [])
    const known = lists.filter(
      (list) => findSkills(list.flatMap(({ name, keywords = [] }) => [name, ...keywords]).join(', ')).length >= 3,
    )
    expect(known.length / lists.length).toBeGreaterThanOrEqual(0.5)
  })
})

describe.skipIf(!existsSync(jobs))('real job postings (skipped where ../shared/data is absent)', () => {
  const postings = existsSync(jobs) ? (read(jobs) as Job[]) : []

  it('have titles that fit and mostly skills that we know', () => {
    // One of the postings lists seven jobs in its title: refused as too long, not cut.
    for (const { title } of postings) expect(checkRole(title).ok).toBe(title.length <= 150)
    const names = postings.flatMap(({ skills }) => skills.map(({ name }) => name))
    const known = names.filter((name) => canonicalSkill(name) !== undefined || findSkills(name).length > 0)
    expect(known.length / names.length).toBeGreaterThanOrEqual(0.6)
  })

  it('yield each skill once, and only skills of the table', () => {
    for (const { description } of postings) {
      const found = findSkills(description)
      expect(new Set(found).size).toBe(found.length)
      expect(found.every((skill) => canonicalSkill(skill) === skill)).toBe(true)
    }
  })
})
