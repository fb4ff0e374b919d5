// The files of an evaluation as people really write them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readJobs, readPeople } from '../../bench/eval-match/read-input.ts'

const folder = mkdtempSync(join(tmpdir(), 'eval-input-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const peopleOf = (files: Readonly<Record<string, object | Buffer>>) => {
  const into = mkdtempSync(join(folder, 'people-'))
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(into, name), Buffer.isBuffer(content) ? content : JSON.stringify(content))
  return readPeople(into)
}
const jobsOf = (json: unknown) => {
  const file = join(folder, 'jobs.json')
  writeFileSync(file, JSON.stringify(json))
  return readJobs(file)
}

describe('the people of an evaluation', () => {
  it('are read however their document spells its fields', () => {
    const { people, bad, odd } = peopleOf({
      'a.json': { basics: { name: 'Ana', location: 'München' }, skills: ['Java'], work: [{ startDate: 2015, highlights: 'Kafka' }] },
      'b.json': { basics: { name: 'Bo', label: {} }, skills: [{ name: 'Web', keywords: 'React, CSS' }] },
    }) // biome-ignore format: one document a line
    expect(people.map(({ name, text }) => [name, text])).toEqual([
      ['Ana', 'Java\nKafka'],
      ['Bo', 'Web\nReact\nCSS'],
    ])
    expect([bad, odd]).toEqual([[], [{ file: 'b.json', why: 'read without basics.label' }]])
  })

  it('are refused one by one, with the reason', () => {
    const { people, bad } = peopleOf({
      'a.json': { basics: { name: 'Ana' } },
      'b.json': { basics: { label: 'Clerk' } },
      'c.json': { work: [{ position: 'Clerk' }] },
      'd.json': { name: 'a package' },
    })
    expect(people.map(({ file }) => file)).toEqual(['a.json'])
    expect(bad.map(({ file, why }) => `${file} ${why.slice(0, 12)}`)).toEqual([
      'b.json basics.name:',
      'c.json basics.name:',
      'd.json it is no JSO',
    ])
  })

  it('keep their letters in whichever way the file holds them', () => {
    const text = JSON.stringify({ basics: { name: 'José Núñez' } })
    const { people } = peopleOf({
      'latin.json': Buffer.from(text, 'latin1'),
      'utf16.json': Buffer.from(`\uFEFF${text}`, 'utf16le'),
      'utf16be.json': Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      'utf8.json': Buffer.from(`\uFEFF${text}`),
    })
    expect(people.map(({ name }) => name)).toEqual(Array(4).fill('José Núñez'))
  })

  it('are not looked for in folders of the folder, which is said', () => {
    const into = mkdtempSync(join(folder, 'people-'))
    writeFileSync(join(into, 'a.json'), '{"basics":{"name":"Ana"}}')
    mkdirSync(join(into, 'more'))
    mkdirSync(join(into, '.git'))
    expect(readPeople(into).odd.map(({ file }) => file)).toEqual(['more/'])
  })
})

describe('the roles of an evaluation', () => {
  it('are read however their entry spells its fields', () => {
    const { jobs, bad, odd } = jobsOf([
      { id: 7, title: 'SRE', skills: ['Java'], responsibilities: 'On call', relevant: null, location: 'Porto', remote: 'Full' },
      { title: 'Clerk', skills: null, relevant: [12], location: { city: 'Porto', countryCode: 'PT' }, description: {} },
      { title: 'Chef', relevant: 'ana.json', remote: 'None' },
      { title: ' ' },
      'a job',
    ]) // biome-ignore format: one entry a line
    expect(jobs).toMatchObject([
      { id: '7', skills: [{ name: 'Java' }], responsibilities: ['On call'], relevant: undefined, where: 'Porto', remote: true },
      { id: undefined, skills: [], relevant: ['12'], where: 'Porto, PT', description: undefined },
      { relevant: ['ana.json'], remote: false, where: '' },
    ]) // biome-ignore format: one entry a line
    expect(bad.map(({ file }) => file)).toEqual(['jobs.json [3]', 'jobs.json [4]'])
    expect(odd).toEqual([{ file: 'jobs.json [1]', why: 'read without description' }])
    expect(jobsOf({ jobs: [{ title: 'SRE' }] }).jobs).toHaveLength(1)
  })
})
