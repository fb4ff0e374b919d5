// Small real files: PDFs and Word documents as a program writes them, and those that somebody spoilt.
import { crc32, deflateRawSync } from 'node:zlib'

type PdfOptions = {
  readonly pages?: readonly (readonly string[])[]
  /** As it says of itself, whatever there is. */
  readonly claims?: number
  /** Behind a password that nobody here knows. */
  readonly encrypted?: boolean
  readonly links?: readonly string[]
}

/** A PDF with a page for each list of lines; a page without lines is what a scanner makes of paper. */
export function pdfOf({ pages = [], claims, encrypted = false, links = [] }: PdfOptions): Buffer {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${claims ?? pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [at, lines] of pages.entries()) {
    const annotations = at === 0 ? links.map(link).join(' ') : ''
    const content = `BT /F1 11 Tf 50 780 Td 14 TL ${lines.map((line) => `(${escaped(line)}) Tj T*`).join(' ')} ET`
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * at} 0 R /Annots [${annotations}] >>`,
    )
    add(`<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`)
  }
  if (encrypted) add(`<< /Filter /Standard /V 1 /R 2 /O <${'1f'.repeat(32)}> /U <${'2e'.repeat(32)}> /P -44 >>`)
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => {
    const offset = Buffer.byteLength(text, 'latin1')
    text += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const xref = Buffer.byteLength(text, 'latin1')
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const locked = encrypted ? `/Encrypt ${objects.length} 0 R /ID [<01> <01>] ` : ''
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${locked}>>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const escaped = (line: string): string => line.replace(/[\\()]/g, '\\$&')
const link = (uri: string): string =>
  `<< /Type /Annot /Subtype /Link /Rect [50 700 200 720] /A << /S /URI /URI (${escaped(uri)}) >> >>`

/** A Word document with these paragraphs, and with parts besides. */
export const docxOf = (paragraphs: readonly string[], parts: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
      .map(paragraph)
      .join('')}</w:body></w:document>`,
    ...parts,
  })

/** What stands in the margin of a Word document's pages. */
export const marginOf = (paragraphs: readonly string[]): string =>
  `<?xml version="1.0"?><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraphs.map(paragraph).join('')}</w:hdr>`
const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** `claims`: what each entry says it has unpacked, where that is not true. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>, claims?: number): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claims ?? bytes.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, more, Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}

/** A plainly invented person. */
export const RESUME = [
  'ANA SOUZA-LIMA',
  'Senior Site Reliability Engineer',
  'Lisbon, Portugal | ana.souza@example.com | +351 912 345 678 | linkedin.com/in/ana-souza-example',
  'Date of birth: 3 May 1990 | Nationality: Portuguese',
  'Marital status: married',
  'Summary',
  'I keep big systems boring.',
  'Experience',
  'Senior Site Reliability Engineer, Fernhollow Energy (2019 - present)',
  'Ran the paging policy for forty services.',
  'Systems Administrator, Quiet Harbour Ltd, 2014 - 2019',
  'Education',
  'University of Porto, 2009 - 2014',
  'Skills',
  'Tools: k8s, Terraform; Go | PostgreSQL',
] as const
