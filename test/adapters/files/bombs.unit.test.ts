// Files made to take the bot's memory: each is refused in words, in little memory.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readResumeFile } from '../../../src/adapters/files/read-resume.ts'
import { openTable } from '../../../src/adapters/files/table.ts'
import { UnreadableFileError } from '../../../src/usecases/ports/tables.ts'
import * as bombs from '../../support/bombs.ts'

const MB = 1024 * 1024
/** What the thread may have, and what this process does meanwhile. Without the bound each of those refused takes some hundreds more. */
const MOST_MB = 330
/** A workbook's thread may have so many times its size besides: xlsx-rows.ts. */
const TIMES_A_WORKBOOK = 36
const LOOK_EACH_MS = 20

const folder = mkdtempSync(join(tmpdir(), 'medallist-bombs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fileOf = (name: string, content: Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** What the work answers, and how much more memory the process had meanwhile. */
async function measured<Value>(work: () => Promise<Value>) {
  const before = process.memoryUsage.rss()
  let peak = before
  const looking = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, LOOK_EACH_MS)
  try {
    return { value: await work(), grewMb: (peak - before) / MB }
  } finally {
    clearInterval(looking)
  }
}

async function tableProblem(path: string): Promise<string> {
  try {
    let rows = 0
    for await (const _ of (await openTable(path)).rows()) rows += 1
    return `${rows} rows`
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    return error.problem
  }
}
async function resumeProblem(path: string): Promise<string> {
  const read = await readResumeFile(path)
  return read.ok ? 'read' : read.refusal
}

describe('a file that was made to harm', () => {
  it.each([
    ['a PDF of half a gigabyte of text', bombs.pdfOfMuchText, resumeProblem, 'unfolds'],
    ['a PDF packed twice', bombs.pdfPackedTwice, resumeProblem, 'unfolds'],
    ['a PDF with an enormous stream of objects', bombs.pdfOfManyObjects, resumeProblem, 'unfolds'],
    ['a PDF with an enormous picture', bombs.pdfOfHugeImage, resumeProblem, 'read'],
    ['a PDF that claims a million pages', bombs.pdfOfAMillionPages, resumeProblem, 'read'],
    ['a PDF of brackets within brackets', bombs.pdfNested, resumeProblem, 'scanned'],
    ['a PDF whose catalogue has no end', bombs.pdfNestedCatalogue, resumeProblem, 'broken'],
    ['a Word document of nothing but paragraphs', bombs.docxOfEmptyParagraphs, resumeProblem, 'unfolds'],
    ['a Word document of paragraphs within paragraphs', bombs.docxNested, resumeProblem, 'unfolds'],
    ['a Word document of a hundred megabytes of text', bombs.docxOfMuchText, resumeProblem, 'unfolds'],
    ['a workbook of nothing but cells', bombs.workbookOfCells, tableProblem, 'unfolds'],
    ['a workbook of one enormous cell', bombs.workbookOfMuchText, tableProblem, 'unfolds'],
    ['JSON within JSON', () => Buffer.from('['.repeat(500_000) + ']'.repeat(500_000)), resumeProblem, 'broken'],
    ['JSON of millions of things', () => Buffer.from(`[${'{},'.repeat(3_000_000)}1]`), resumeProblem, 'not_a_resume'],
  ])('is answered in little memory: %s', async (name, make, problem, expected) => {
    const content = make()
    const path = fileOf(name.replaceAll(' ', '-'), content)
    const { value, grewMb } = await measured(() => problem(path))
    expect(value).toBe(expected)
    const workbookMb = problem === tableProblem ? (TIMES_A_WORKBOOK * content.length) / MB : 0
    expect(grewMb).toBeLessThan(MOST_MB + workbookMb)
  })
})
