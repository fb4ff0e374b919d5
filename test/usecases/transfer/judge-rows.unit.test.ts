import { describe, expect, it } from 'vitest'
import type { Day, Zone } from '../../../src/domain/shared/time.ts'
import { refusalReason } from '../../../src/domain/shared/words/transfer.ts'
import type { TableRow } from '../../../src/usecases/ports/tables.ts'
import { judgeRows } from '../../../src/usecases/transfer/judge-rows.ts'

const SAID = {
  basis: 'legitimate_interest',
  standing: undefined,
  role: undefined,
  byHand: {},
  today: '2026-10-14' as Day,
  zone: 'Europe/Lisbon' as Zone,
} as const

async function* file(text: string): AsyncGenerator<TableRow> {
  for (const [above, line] of text.split('\n').entries()) yield { row: above + 1, cells: line.split(',') }
}
async function batchesOf(text: string, skip = 0, size?: number) {
  const judged = await judgeRows(file(text), SAID, skip, size)
  if (!judged.ok) throw new Error(JSON.stringify(judged.refusal))
  const batches = []
  for await (const batch of judged.value.batches) batches.push(batch)
  return batches
}

describe('the rows of a table', () => {
  it('keep the numbers that a spreadsheet shows, refused or not, also behind rows that were read before', async () => {
    async function* rows(): AsyncGenerator<TableRow> {
      yield { row: 4, cells: ['Name', 'Email'] }
      yield { row: 7, cells: ['Ana Souza', 'ana@example.com'] }
      yield { row: 8, cells: ['Ben Ode', 'nothing'] }
      yield { row: 12, cells: ['Cid Rossi', 'cid@example.com'] }
    }
    const judged = await judgeRows(rows(), SAID, 1)
    if (!judged.ok) throw new Error(JSON.stringify(judged.refusal))
    const bad: number[] = []
    const good: number[] = []
    for await (const batch of judged.value.batches) {
      bad.push(...batch.bad.map(({ row }) => row))
      good.push(...batch.rows.map(({ row }) => row))
    }
    expect({ bad, good }).toEqual({ bad: [8], good: [12] })
  })

  it('are refused where a comma without quotation marks has moved their cells, also in a short file', async () => {
    const [batch] = await batchesOf('Name,Email,Location,Status\nAna Souza,ana@x.com,Lisbon, Portugal,Interviewing')
    expect(batch?.rows).toEqual([])
    expect(batch?.bad.flatMap(({ reasons }) => reasons.map(refusalReason)).join()).toContain(
      '5 cells where the heading has 4',
    )
  })

  it.each([
    ['with a heading', 'Name,Email\n'],
    ['without one', ''],
  ])('come in portions of the same size, whatever told what the columns hold: %s', async (_, heading) => {
    const people = Array.from(
      { length: 650 },
      (__, at) => `Kim Person,${at % 100 === 7 ? 'nowhere' : `kim${at}@x.example`}`,
    )
    const sizes = (batches: Awaited<ReturnType<typeof batchesOf>>) =>
      batches.map(({ rows, bad }) => rows.length + bad.length)
    expect(sizes(await batchesOf(heading + people.join('\n'), 0, 200))).toEqual([200, 200, 200, 50])
    expect(sizes(await batchesOf(heading + people.join('\n'), 0, 64)).slice(0, 3)).toEqual([64, 64, 64])
    expect(sizes(await batchesOf(heading + people.join('\n'), 450, 200))).toEqual([200])
    expect(sizes(await batchesOf(heading + people.slice(0, 30).join('\n'), 0, 20))).toEqual([20, 10])
  })

  it('let go of their file where nobody reads on', async () => {
    let closed = 0
    async function* rows(...some: readonly string[]): AsyncGenerator<TableRow> {
      try {
        for (const [above, line] of some.entries()) yield { row: above + 1, cells: line.split(',') }
        for (let row = some.length + 1; ; row += 1) yield { row, cells: ['Kim Person', 'kim@x.example'] }
      } finally {
        closed += 1
      }
    }
    const judged = await judgeRows(rows('Name,Email'), SAID, 0, 100)
    if (!judged.ok) throw new Error(JSON.stringify(judged.refusal))
    for await (const batch of judged.value.batches) if (batch.rows.length > 0) break
    expect(closed).toBe(1)
    expect((await judgeRows(rows('Name,Skills', ...Array.from({ length: 300 }, () => 'Kim,Go')), SAID, 0)).ok).toBe(
      false,
    )
    expect(closed).toBe(2)
  })
})
