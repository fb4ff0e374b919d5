import { describe, expect, it } from 'vitest'
import type { Day, Zone } from '../../../src/domain/shared/time.ts'
import { refusalReason } from '../../../src/domain/shared/words/transfer.ts'
import { judgeRows } from '../../../src/usecases/transfer/judge-rows.ts'

const SAID = {
  basis: 'legitimate_interest',
  standing: undefined,
  role: undefined,
  byHand: {},
  today: '2026-10-14' as Day,
  zone: 'Europe/Lisbon' as Zone,
} as const

async function* file(text: string): AsyncGenerator<readonly string[]> {
  for (const line of text.split('\n')) yield line.split(',')
}
async function batchesOf(text: string, skip = 0, size?: number) {
  const judged = await judgeRows(file(text), SAID, skip, size)
  if (!judged.ok) throw new Error(JSON.stringify(judged.refusal))
  const batches = []
  for await (const batch of judged.value.batches) batches.push(batch)
  return batches
}

describe('the rows of a table', () => {
  it('are refused where a comma without quotation marks has moved their cells, also in a short file', async () => {
    const [batch] = await batchesOf('Name,Email,Location,Status\nAna Souza,ana@x.com,Lisbon, Portugal,Interviewing')
    expect(batch?.rows).toEqual([])
    expect(batch?.bad.flatMap(({ reasons }) => reasons.map(refusalReason)).join()).toContain(
      '5 cells where the heading has 4',
    )
  })
})
