import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openTable } from '../../../src/adapters/files/table.ts'

import { WORKBOOK } from './workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'medallist-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TEXT = 'Name;Note\r\nJürgen Müller;"Zeile 1\r\nZeile 2; ""so"""\r\n\r\nAna;\r\n'
const ROWS = [
  ['Name', 'Note'],
  ['Jürgen Müller', 'Zeile 1\r\nZeile 2; "so"'],
  ['Ana', ''],
]

async function rowsOf(bytes: Buffer | string) {
  const file = join(folder, 'people.csv')
  writeFileSync(file, bytes)
  const table = await openTable(file)
  const rows: (readonly string[])[] = []
  for await (const row of table.rows()) rows.push(row)
  return { form: table.form, rows }
}
const swapped = (buffer: Buffer) => Buffer.from(buffer).swap16()

describe('a table of people', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', swapped(Buffer.from(`\uFEFF${TEXT}`, 'utf16le')), 'utf-16be'],
    ['UTF-16 without its mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
    ['Windows-1252', Buffer.from(TEXT, 'latin1'), 'windows-1252'],
  ])('is read in %s, with line breaks and quotes inside its cells', async (_, bytes, encoding) => {
    const { form, rows } = await rowsOf(bytes)
    expect(rows).toEqual(ROWS)
    expect(form).toContain(encoding)
  })

  it.each([',', ';', '\t', '|'])('is parted by %j', async (delimiter) => {
    const { rows } = await rowsOf(`Name${delimiter}Mail\nAna${delimiter}a@example.com\n`)
    expect(rows[1]).toEqual(['Ana', 'a@example.com'])
  })

  it('believes the line with which Excel names the delimiter', async () => {
    const { rows } = await rowsOf('sep=;\nName;Mail\nSouza, Ana;a@example.com\n')
    expect(rows).toEqual([
      ['Name', 'Mail'],
      ['Souza, Ana', 'a@example.com'],
    ])
  })

  it('begins with its heading, whatever stands above that', async () => {
    const { rows } = await rowsOf(
      'Silver medallists 2026\nexported by HR;1 March\n\nName;Mail;Role\nAna;a@example.com;SRE\n',
    )
    expect(rows).toEqual([
      ['Name', 'Mail', 'Role'],
      ['Ana', 'a@example.com', 'SRE'],
    ])
  })

  it.each([
    ['Ana,a@example.com\nName,Mail\n', 2],
    ['Ana\nBen\nCleo\n', 3],
    [`${'x\n'.repeat(10)}Name,Mail\nAna,a@example.com\n`, 2],
    [`${'x\n'.repeat(11)}Name,Mail\nAna,a@example.com\n`, 13],
    [`Ana,b,c\nName,Mail\nAna,a@example.com\n${'Ben,b@example.com\n'.repeat(20)}`, 23],
  ])('loses no row that may be a person: %j', async (text, count) => {
    expect((await rowsOf(text)).rows).toHaveLength(count)
  })

  it('is read from the first sheet of a workbook, days as days', async () => {
    expect(await rowsOf(WORKBOOK)).toEqual({
      form: 'Excel workbook',
      rows: [
        ['Name', 'Mail', 'Rejected on'],
        ['Ana Souza', 'ana@example.com', '2023-03-15'],
      ],
    })
  })

  it('is refused in words where it is none', async () => {
    await expect(rowsOf('')).rejects.toThrow('The file is empty.')
    await expect(rowsOf('%PDF-1.7 x')).rejects.toThrow('neither a CSV nor an .xlsx')
    await expect(rowsOf(Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).rejects.toThrow('This workbook cannot be read')
    await expect(rowsOf(Buffer.from([1, 0, 0, 5, 0, 0, 7]))).rejects.toThrow('neither a CSV')
  })

  it.each([
    'Name,Email,Note\nAna Souza,ana@x.com,"5 yrs exp\nBen Ode,ben@x.com,\nCid Rossi,cid@x.com,',
    'Name,Email,Note\r\nAna Souza,ana@x.com,"5 yrs exp\r\nBen Ode,ben@x.com,\r\n',
    'Name,Email,Note\nAna Souza,ana@x.com,"5" exp"\nBen Ode,ben@x.com,"5 yrs',
    'sep=,\nName,Email,Note\nAna Souza,ana@x.com,"5 yrs exp',
  ])('swallows nobody behind a quotation mark that is never closed: %j', async (text) => {
    await expect(rowsOf(text)).rejects.toThrow(/^Row [23] does not end: a quotation mark in it is never closed\.$/)
  })

  it.each([
    ['Name,Note\nAna,"so"', 'so'],
    ['Name,Note\nAna,"so"\n\n', 'so'],
    ['Name,Note\r\nAna,"a ""b"" c"', 'a "b" c'],
    ['Name,Note\rAna,5" of snow', '5" of snow'],
    ['Name,Note\nAna,', ''],
  ])('ends with its last row, however that ends: %j', async (text, note) => {
    expect((await rowsOf(text)).rows).toEqual([
      ['Name', 'Note'],
      ['Ana', note],
    ])
  })

  it('says where a quotation mark is never closed instead of taking the rest for one row', async () => {
    await expect(rowsOf(`Name,Mail\nAna,"a@example.com\n${'x,y\n'.repeat(1_500_000)}`)).rejects.toThrow(
      /Row \d+ does not end/,
    )
  })
})
