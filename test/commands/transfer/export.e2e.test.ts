// Ines takes people out as a file: what is in it, who may, and what happens where Slack does not take it.

import Papa from 'papaparse'
import { afterEach, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { CandidateSearch } from '../../../src/usecases/ports/services.ts'
import { aCandidate } from '../../support/a-candidate.ts'
import { aWorld } from '../../support/app.ts'

/** Two pages and a half of them. */
const PEOPLE = 450
let turned = 0
let onPage: ((page: number) => Promise<unknown>) | undefined

const world = aWorld({
  overrides: {
    search: (real): CandidateSearch => ({
      ...real,
      find: async (query, reader, page) => {
        turned += 1
        await onPage?.(turned)
        return real.find(query, reader, page)
      },
    }),
  },
})
afterEach(() => {
  onPage = undefined
  turned = 0
  world().local.simulator.faults.clear()
})

const system = () => world().app.contexts.forSystem(world().app.workspace)
async function people(role: string, names: readonly string[]) {
  for (const fullName of names)
    await system().uow.run(async (tx) => {
      const id = newUuid<'candidate'>()
      await tx.candidates.insert(aCandidate({ id, fullName, consideredRole: role, createdAt: system().now }))
      await tx.candidates.addContact(id, { kind: 'email', value: `${id}@example.com`, isPrimary: true })
    })
}
const files = () =>
  world()
    .hands.ines.dm()
    .flatMap(({ files: sent = [] }) => sent)
const fetched = async () => {
  const text = await (await fetch(world().local.simulator.url + files().at(-1)?.url)).text()
  return Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data
}
const told = async (query: string, words: RegExp) => {
  const { ines } = world().hands
  await ines.openHome()
  const said = () =>
    Object.values(ines.see().messages)
      .flat()
      .filter((one) => words.test(wordsOf(one)))
  const before = said().length
  await ines.command('/pool', `export ${query}`, { in: 'dm' })
  return ines.waitFor(() => said()[before], { what: String(words) })
}
const audit = async () =>
  (
    await world().app.database.pool.query<{ type: string; data: { people?: number } }>(
      `SELECT type, data FROM event WHERE type LIKE 'people.export%' ORDER BY version`,
    )
  ).rows.map(({ type, data }) => [type, data.people])

it('has everybody of the query in it, page after page, as plain text, and is on record before and behind', async () => {
  const names = Array.from({ length: PEOPLE - 3 }, (_, at) => `Exported Person ${at}`)
  await people('Exporter', [...names, '=HYPERLINK("http://x")', 'Ana "Ann", Souza', 'Two\nLines'])
  await told('role:exporter', /450 people are in the file/)
  const sent = world()
    .hands.ines.dm()
    .findLast(({ files: some = [] }) => some.length > 0)
  expect(sent?.text).toBe('450 people for `role:exporter`, as you asked.')
  const rows = await fetched()
  expect(rows).toHaveLength(PEOPLE)
  expect(new Set(rows.map(({ Email }) => Email)).size).toBe(PEOPLE)
  const found = new Set(rows.map(({ Name }) => Name))
  for (const name of [`'=HYPERLINK("http://x")`, 'Ana "Ann", Souza', 'Exported Person 0']) expect(found).toContain(name)
  expect(turned).toBeGreaterThanOrEqual(3)
  expect(await audit()).toEqual([
    ['people.export_begun', undefined],
    ['people.exported', PEOPLE],
  ])
})

it('is no file where nobody matches', async () => {
  const before = files().length
  await told('role:nobodyatall', /Nobody matches, so there is no file/)
  expect(files()).toHaveLength(before)
})

it('is brought where Slack takes it only after a while', async () => {
  const { faults } = world().local.simulator
  await people('Late', ['Late Lena'])
  const busy = { when: 'before', answer: { status: 429, headers: { 'retry-after': '1' } } } as const
  faults.add({ method: 'files.getUploadURLExternal', times: 1, fault: busy })
  faults.add({ method: 'upload', times: 1, fault: { when: 'before', answer: { status: 503 } } })
  faults.add({ method: 'files.completeUploadExternal', times: 1, fault: busy })
  const before = files().length
  await told('role:late', /1 person is in the file/)
  expect(files()).toHaveLength(before + 1)
  expect((await fetched()).map(({ Name }) => Name)).toEqual(['Late Lena'])
})

it('is said not to have come where Slack never takes it', async () => {
  await people('Never', ['Never Nils'])
  const before = files().length
  world().local.simulator.faults.add({ method: 'upload', fault: { when: 'before', answer: { status: 500 } } })
  await told('role:never', /could not be sent \(http_500\)/)
  expect(files()).toHaveLength(before)
})

it.each([
  ['while it is written', 1],
  ['once it is whole', 2],
])('stays here where whoever asked is no recruiter any more %s', async (_when, page) => {
  const role = `Revoked${page}`
  await people(
    role,
    Array.from({ length: page === 1 ? 201 : 1 }, (_, at) => `${role} Person ${at}`),
  )
  const { recruitersGroup } = system().services.places
  const members = (ids: readonly string[]) =>
    system().uow.run((tx) => tx.members.keepGroup(recruitersGroup, 'S0RECRUIT', ids, system().now))
  const before = files().length
  onPage = async (now) => {
    if (now === 1) await members([])
  }
  await told(`role:${role.toLowerCase()}`, /Only recruiters can/)
  expect(files()).toHaveLength(before)
  await members([world().hands.ines.user])
})
