import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openTable } from '../../../src/adapters/files/table.ts'

import { WORKBOOK, workbookOf } from './workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'medallist-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TEXT = 'Name;Note\r\nJürgen Müller;"Zeile 1\r\nZeile 2; ""so"""\r\n\r\nAna;\r\n'
const ROWS = [
  ['Name', 'Note'],
  ['Jürgen Müller', 'Zeile 1\nZeile 2; "so"'],
  ['Ana', ''],
]

async function rowsOf(bytes: Buffer | string) {
  const file = join(folder, 'people.csv')
  writeFileSync(file, bytes)
  const table = await openTable(file)
  const rows: (readonly string[])[] = []
  const numbers: number[] = []
  for await (const { row, cells } of table.rows()) {
    rows.push(cells)
    numbers.push(row)
  }
  return { form: table.form(), rows, numbers }
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
    const { form, rows } = await rowsOf(WORKBOOK)
    expect(form).toMatch(/^Excel workbook, sheet “[^”]+”$/)
    expect(rows).toEqual([
      ['Name', 'Mail', 'Rejected on'],
      ['Ana Souza', 'ana@example.com', '2023-03-15'],
    ])
  })

  it('is the sheet that people see, not one that was put away, and others are named', async () => {
    const list = (who: string) => [
      ['Name', 'Email'],
      [who, `${who.toLowerCase()}@example.com`],
    ]
    for (const state of ['hidden', 'veryHidden'] as const) {
      const { form, rows } = await rowsOf(
        workbookOf([
          { name: 'R&amp;D old', rows: list('Hilda'), state },
          { name: '2025', rows: list('Vic') },
        ]),
      )
      expect(rows[1]?.[0]).toBe('Vic')
      expect(form).toBe('Excel workbook, sheet “2025”')
    }
    const several = await rowsOf(
      workbookOf([
        { name: 'Notes', rows: [['Who helped'], ['Tom']] },
        { name: '2024', rows: list('Ana') },
        { name: '2025', rows: list('Vic') },
      ]),
    )
    expect(several.rows[1]?.[0]).toBe('Ana')
    expect(several.form).toBe('Excel workbook, sheet “2024”; not read: “2025”, which looks like people, too')
    const onlyHidden = await rowsOf(workbookOf([{ name: 'Old', rows: list('Hilda'), state: 'hidden' }]))
    expect(onlyHidden.rows[1]?.[0]).toBe('Hilda')
  })

  it('numbers its rows as a spreadsheet shows them, titles and empty rows included', async () => {
    expect((await rowsOf('Silver medallists\n\nName;Mail;Role\n;;\nAna;a;"SRE\nLead"\nBen;b;SRE\n')).numbers).toEqual([
      3, 5, 6,
    ])
    expect((await rowsOf('sep=;\nName;Mail\nAna;a\n')).numbers).toEqual([1, 2])
    const sheet = { name: 'People', rows: [['Finalists'], [], ['Name', 'Email'], [], ['Ana', 'ana@example.com']] }
    expect((await rowsOf(workbookOf([sheet]))).numbers).toEqual([3, 5])
  })

  it.each([
    'Name,Mail\r\nAna,a\nBen,"b"\nCid,c',
    'Name,Mail\r\nAna,a\nBen,b\r\nCid,c\r\n',
    'Name,Mail\nAna,a\rBen,b\r\nCid,c',
  ])('keeps everybody apart where several programs ended its lines: %j', async (text) => {
    const { rows } = await rowsOf(text)
    expect(rows.slice(1)).toEqual([
      ['Ana', 'a'],
      ['Ben', 'b'],
      ['Cid', 'c'],
    ])
  })

  it('counts a line end once that two pieces of a big file share', async () => {
    // Files are read 65,536 bytes at a time.
    const first = `Name,Mail\r\n${'x'.repeat(65_523)},y\r\n`
    for (const more of ['', ' ', '  ']) {
      const { rows, numbers } = await rowsOf(`${more}${first}Ben,b\r\nCid,c`)
      expect(rows.slice(2)).toEqual([
        ['Ben', 'b'],
        ['Cid', 'c'],
      ])
      expect(numbers).toEqual([1, 2, 3, 4])
    }
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
