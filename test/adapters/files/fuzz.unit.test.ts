// Files that somebody mangled: whatever is in them, an answer comes, in words or as rows, and nothing falls over or hangs.
//   npm run fuzz:files     a thousand of them; as a test of every day some dozens
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readResumeFile } from '../../../src/adapters/files/read-resume.ts'
import { openTable } from '../../../src/adapters/files/table.ts'
import { parseJsonResume } from '../../../src/domain/resume/parse-json.ts'
import { parseResumeText } from '../../../src/domain/resume/parse-text.ts'
import { mapColumns } from '../../../src/domain/transfer/columns.ts'
import { UnreadableFileError } from '../../../src/usecases/ports/tables.ts'
import { docxOf, pdfOf, RESUME } from '../../support/resume-files.ts'
import { WORKBOOK } from './workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'medallist-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** So many of each kind. */
const EACH = Math.ceil(Number(process.env.FUZZ_FILES ?? 48) / 4)
const CSV = Buffer.from(
  ['Name;E-Mail;Notiz', 'Jürgen Müller;j@example.com;"Zeile 1\nZeile 2"', 'Ana;a@example.com;=1+1', '']
    .join('\r\n')
    .repeat(20),
)
const PDF = pdfOf({ pages: [RESUME, RESUME], links: ['mailto:ana@example.com'] })
const DOCX = docxOf(RESUME)

/** Small, and the same on every machine. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Cut, overwritten, doubled or mixed up, some times over. */
function mangled(original: Buffer, seed: number): Buffer {
  const roll = dice(seed)
  let bytes: Buffer = Buffer.from(original)
  for (let turns = 1 + roll(4); turns > 0; turns -= 1) {
    const at = roll(bytes.length + 1)
    const to = Math.min(bytes.length, at + roll(200))
    switch (roll(6)) {
      case 0:
        bytes = bytes.subarray(0, at)
        break
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)])
        break
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)])
        break
      case 3:
        for (let byte = at; byte < to; byte += 1) bytes[byte] = roll(256)
        break
      case 4:
        for (let byte = at; byte < to; byte += 1 + roll(40)) bytes[byte] = (bytes[byte] ?? 0) ^ (1 << roll(8))
        break
      default:
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(roll(300), roll(256)), bytes.subarray(at)])
    }
  }
  return bytes
}

const seeds = Array.from({ length: EACH }, (_, at) => at + 1)
const fileOf = (kind: string, original: Buffer, seed: number): string => {
  const path = join(folder, `${kind}-${seed}`)
  writeFileSync(path, mangled(original, seed))
  return path
}

async function tableAnswers(kind: string, original: Buffer, seed: number): Promise<void> {
  try {
    const table = await openTable(fileOf(kind, original, seed))
    const rows: (readonly string[])[] = []
    for await (const { cells } of table.rows()) rows.push(cells)
    expect(rows.flat().every((cell) => typeof cell === 'string')).toBe(true)
    mapColumns(rows.slice(0, 200))
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw new Error(`${kind} ${seed}: ${String(error)}`, { cause: error })
    expect(error.message).toMatch(/^[A-Z].+\.$/)
  }
}

async function resumeAnswers(kind: string, original: Buffer, seed: number): Promise<void> {
  const read = await readResumeFile(fileOf(kind, original, seed))
  if (!read.ok) return expect(read.refusal).toMatch(/^[a-z_]+$/)
  if (read.value.kind === 'text') parseResumeText(read.value, { thisYear: 2026 })
  else parseJsonResume(read.value.json, { thisYear: 2026 })
}

describe('a mangled file', () => {
  it('is a table or is refused: CSV', async () => {
    for (const seed of seeds) await tableAnswers('csv', CSV, seed)
  })
  it.each([
    ['workbook', WORKBOOK, tableAnswers],
    ['pdf', PDF, resumeAnswers],
    ['docx', DOCX, resumeAnswers],
  ] as const)(
    'is read or is refused: %s',
    async (kind, original, answers) => {
      const rest = [...seeds]
      const lane = async () => {
        for (let seed = rest.pop(); seed !== undefined; seed = rest.pop()) await answers(kind, original, seed)
      }
      await Promise.all([lane(), lane()])
    },
    20 * 60_000,
  )
})
