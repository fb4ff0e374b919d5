// Small files that unfold into gigabytes, or claim to.
import { deflateSync } from 'node:zlib'
import { zipOf } from './resume-files.ts'

const MB = 1024 * 1024

type PdfObject = string | Buffer

/** A PDF of these objects, the first of which is its catalogue. `packed`: objects that lie in a stream of objects, by number. */
function pdf(
  objects: readonly PdfObject[],
  packed: Readonly<Record<number, readonly [stream: number, at: number]>> = {},
): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const offsets = objects.map((body, at) => {
    const offset = parts.reduce((all, { length }) => all + length, 0)
    if (packed[at + 1] === undefined)
      parts.push(
        Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(body as string), Buffer.from('\nendobj\n')]),
      )
    return offset
  })
  const start = parts.reduce((all, { length }) => all + length, 0)
  const own = objects.length + 1
  const entry = (kind: number, first: number, second: number) => {
    const bytes = Buffer.alloc(7)
    bytes.writeUInt8(kind, 0)
    bytes.writeUInt32BE(first, 1)
    bytes.writeUInt16BE(second, 5)
    return bytes
  }
  const rows = [
    entry(0, 0, 65_535),
    ...offsets.map((offset, at) =>
      entry(packed[at + 1] === undefined ? 1 : 2, ...(packed[at + 1] ?? ([offset, 0] as const))),
    ),
    entry(1, start, 0),
  ]
  const table = stream(Buffer.concat(rows), `/Type /XRef /Size ${own + 1} /W [1 4 2] /Root 1 0 R`)
  return Buffer.concat([
    ...parts,
    Buffer.from(`${own} 0 obj\n`),
    table,
    Buffer.from(`\nendobj\nstartxref\n${start}\n%%EOF\n`),
  ])
}

const stream = (content: Buffer, entries: string): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${entries} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ])
const spaces = (megabytes: number): Buffer => deflateSync(Buffer.alloc(megabytes * MB, 0x20), { level: 6 })

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>'
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const pages = (count: number): string => `<< /Type /Pages /Kids [3 0 R] /Count ${count} >>`
const page = (more = ''): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> ${more} >> /Contents 4 0 R >>`
const LINES = 'BT /F1 11 Tf 50 780 Td (Ana Souza-Lima keeps big systems boring in Lisbon) Tj ET'

/** One page whose text unfolds into half a gigabyte. */
export const pdfOfMuchText = (): Buffer =>
  pdf([CATALOGUE, pages(1), page(), stream(spaces(500), '/Filter /FlateDecode'), FONT])
/** The same, packed twice: four kilobytes. */
export const pdfPackedTwice = (): Buffer =>
  pdf([CATALOGUE, pages(1), page(), stream(deflateSync(spaces(500)), '/Filter [/FlateDecode /FlateDecode]'), FONT])
/** Its catalogue lies in a stream of objects of half a gigabyte. */
export const pdfOfManyObjects = (): Buffer => {
  const objects = deflateSync(Buffer.concat([Buffer.from(`1 0 ${CATALOGUE}`), Buffer.alloc(500 * MB, 0x20)]))
  const packed = stream(objects, '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode')
  return pdf(['', pages(1), page(), stream(Buffer.from(LINES), ''), FONT, packed], { 1: [6, 0] })
}
/** A picture of ten thousand million points, which nobody has to look at to read the text. */
export const pdfOfHugeImage = (): Buffer => {
  const image = '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8'
  const drawn = stream(Buffer.from(`q /I1 Do Q ${LINES}`), '')
  return pdf([
    CATALOGUE,
    pages(1),
    page('/XObject << /I1 6 0 R >>'),
    drawn,
    FONT,
    stream(spaces(100), `${image} /Filter /FlateDecode`),
  ])
}
export const pdfOfAMillionPages = (): Buffer =>
  pdf([CATALOGUE, pages(1_000_000), page(), stream(Buffer.from(LINES), ''), FONT])
export const pdfNested = (): Buffer =>
  pdf([
    CATALOGUE,
    pages(1),
    page(),
    stream(deflateSync(Buffer.from('['.repeat(5_000_000))), '/Filter /FlateDecode'),
    FONT,
  ])
export const pdfNestedCatalogue = (): Buffer =>
  pdf([`<< /Type /Catalog /Pages 2 0 R /X ${'<< /A '.repeat(500_000)} >>`])

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (kind: string, target: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`

const docx = (body: string): Buffer =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })
/** Twenty-eight megabytes, as an honest one might have, but of nothing but paragraphs. */
export const docxOfEmptyParagraphs = (): Buffer => docx('<w:p/>'.repeat(4_500_000))
export const docxNested = (): Buffer => docx('<w:p>'.repeat(2_500_000) + '</w:p>'.repeat(2_500_000))
export const docxOfMuchText = (): Buffer => docx(`<w:p><w:r><w:t>${'x'.repeat(100 * MB)}</w:t></w:r></w:p>`)

const sheet = (rows: string): Buffer =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  })
/** A few megabytes that become more cells than anybody has people. */
export const workbookOfCells = (): Buffer =>
  sheet(
    Array.from({ length: 800_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="n"><v>1</v></c></row>`).join(
      '',
    ),
  )
export const workbookOfMuchText = (): Buffer =>
  sheet(`<row r="1"><c t="inlineStr"><is><t>${'x'.repeat(300 * MB)}</t></is></c></row>`)
