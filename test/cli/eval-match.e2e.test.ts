// The measurement of matches, over files that it has never seen.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOpenAiServer } from '../support/openai-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'eval-match-test-'))
const people = mkdtempSync(join(folder, 'people-'))
const jobs = join(folder, 'jobs.json')
const write = (path: string, value: unknown) =>
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
const resume = (name: string, label: string, keywords: readonly string[], more: object = {}) => ({
  basics: { name, label, location: { city: 'Lisbon', countryCode: 'PT' } },
  skills: [{ name: 'Main', keywords }],
  ...more,
})

beforeAll(() => {
  write(join(people, 'ana.json'), resume('Ana Peat', 'Site Reliability Engineer', ['k8s', 'Terraform']))
  write(join(people, 'ben.json'), resume('Ben Peat', 'Product Designer', ['Figma']))
  write(
    join(people, 'cleo.json'),
    resume('Cleo Peat', 'Chef', [], { work: [{ summary: 'Once looked at Kubernetes, Kubernetes and Kubernetes' }] }),
  )
  write(join(people, 'broken.json'), '{"basics":')
  write(join(people, 'nameless.json'), { basics: { label: 'Nobody' } })
  write(join(people, 'notes.txt'), 'not read at all')
  mkdirSync(join(people, 'more'))
  write(jobs, [
    {
      id: 7,
      title: 'Senior SRE',
      remote: 'Full',
      skills: [{ name: 'Kubernetes', keywords: ['Helm'] }, { name: 'Terraform' }],
      relevant: ['ana'],
    },
    { title: 'Product Designer', skills: [{ name: 'Figma' }] },
    { id: 9 },
  ])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: readonly string[]) => runWith({}, ...args)
async function runWith(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const entry = resolve('bench/eval-match.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, err }
}

describe('npm run eval:match', () => {
  it('measures the order by words that a model compares only where that is asked for', async () => {
    const server = await startOpenAiServer()
    try {
      expect((await run(people, jobs, '--embeddings')).err).toContain('--embeddings needs OPENAI_API_KEY')
      const { out, err } = await runWith(server.envWithEmbeddings, people, jobs, '--embeddings')
      expect(out).toMatch(/words compared +hit@1 1\/1 .* by test-embedding/)
      expect(err).not.toContain('not compared')
      expect(server.complaints).toEqual([])
      expect(server.embedded.flat().join()).not.toContain('Peat')
      const asked = server.embedded.length
      expect((await runWith(server.envWithEmbeddings, people, jobs)).out).not.toContain('words compared')
      expect(server.embedded.length).toBe(asked)
    } finally {
      await server.close()
    }
  })

  it('orders everybody for each role, measures it beside plain full text, and names what it could not read', async () => {
    const { code, out, err } = await run(people, jobs, '--json')
    expect(code).toBe(1)
    expect(err).toContain('not read: broken.json: it is no JSON')
    expect(err).toContain('not read: nameless.json: basics.name')
    expect(err).toContain('not read: jobs.json [2]: title')
    expect(err).toContain('more/: folders inside of the folder are not looked into')
    const answer = JSON.parse(out) as {
      people: number
      roles: {
        title: string
        relevant: { by: string; people: string[] }
        order: { of: string; reasons: string[]; missing: string[] }[]
        baseline: string[]
      }[]
      match: object
      baseline: object
    }
    expect(answer.people).toBe(3)
    const [sre, designer] = answer.roles
    expect(sre?.relevant).toEqual({ by: 'label', people: ['ana.json'], unknown: [] })
    expect(sre?.order.map(({ of }) => of)).toEqual(['ana.json', 'cleo.json', 'ben.json'])
    expect(sre?.order[0]?.reasons.join()).toContain('knows Kubernetes, Terraform')
    expect(sre?.order[2]?.missing.join()).toContain('Kubernetes, Terraform (not on record)')
    expect(sre?.baseline).toHaveLength(3)
    // Of one named skill nobody can have two.
    expect(designer?.relevant).toEqual({ by: 'none', people: [], unknown: [] })
    expect(designer?.order[0]?.of).toBe('ben.json')
    expect(answer.match).toEqual({ roles: 1, hit1: 1, hit3: 1, hit10: 1, mrr: 1 })
    expect(answer.baseline).toMatchObject({ roles: 1, hit10: 1 })
  }, 60_000)

  it('ranks plain full text by the whole role, and goes on past an entry that asks nothing or whose label names nobody here', async () => {
    const few = join(folder, 'few.json')
    const prose = Array.from({ length: 80 }, (_, at) => `chapter${at}x`).join(' ')
    write(few, [
      { title: 'Person of letters', description: prose, skills: [{ name: 'Figma' }], relevant: ['ben'] },
      { title: 'Director', relevant: ['ana'] },
      { id: 3, title: 'Product Designer', skills: [{ name: 'Figma' }], relevant: ['Bne Peat', 'broken.json'] },
    ])
    const { code, out, err } = await run(people, few, '--json')
    expect(code).toBe(1)
    expect(err).toContain('not matched: Director: nothing asked')
    expect(err).toContain('not among the people: Product Designer (3): its label names "Bne Peat"')
    expect(err).toContain('not among the people: Product Designer (3): its label names "broken.json"')
    const { roles, match } = JSON.parse(out) as {
      roles: { baseline: string[]; order: object[]; notMatched?: string }[]
      match: object
    }
    expect(roles[0]?.baseline[0]).toBe('ben.json')
    expect(roles[1]).toMatchObject({ order: [], notMatched: 'nothing asked' })
    expect(match).toMatchObject({ roles: 3, hit1: 1 })
  }, 60_000)

  it('says what it needs where there is nothing to read', async () => {
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('npm run eval:match') as string })
    expect(await run(join(folder, 'nowhere'), jobs)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no folder that can be read') as string,
    })
    expect(await run(people, join(people, 'notes.txt'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('it is no JSON') as string,
    })
    expect(await run(people, jobs, '--top', 'x')).toMatchObject({ code: 2 })
  }, 60_000)
})
