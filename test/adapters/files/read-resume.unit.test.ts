import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkZip } from '../../../src/adapters/files/check-zip.ts'
import { makeResumes, readResumeFile } from '../../../src/adapters/files/read-resume.ts'
import { ok, refuse } from '../../../src/domain/shared/result.ts'
import type { SharedFiles } from '../../../src/usecases/ports/tables.ts'
import { docxOf, marginOf, pdfOf, RESUME, zipOf } from '../../support/resume-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'medallist-resumes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const read = (bytes: Buffer, options?: Parameters<typeof readResumeFile>[1]) => {
  files += 1
  const path = join(folder, `resume-${files}`)
  writeFileSync(path, bytes)
  return readResumeFile(path, options)
}
const LINKS = ['mailto:ana.souza@example.com', 'https://www.linkedin.com/in/ana-souza-example']

describe('a résumé', () => {
  it('is read from a PDF, line by line, with its links', async () => {
    const said = await read(pdfOf({ pages: [RESUME, ['Second page (with more)']], links: LINKS }))
    expect(said).toEqual({
      ok: true,
      value: { kind: 'text', lines: [...RESUME, 'Second page (with more)'], links: LINKS },
    })
  })

  it('is read as what it is where it says that it has a million pages', async () => {
    const said = await read(pdfOf({ pages: [RESUME], claims: 1_000_000 }))
    expect(said.ok && said.value.kind === 'text' && said.value.lines).toEqual(RESUME)
  })

  it('is read from a Word document', async () => {
    const said = await read(docxOf(RESUME))
    expect(said.ok && said.value.kind === 'text' && said.value.lines.filter((line) => line !== '')).toEqual(RESUME)
  })

  it('is read with the headers and footers of a Word document, each line once', async () => {
    const margins = {
      'word/header1.xml': marginOf(['Nadia Peat', 'A & B']),
      'word/header2.xml': marginOf(['Nadia Peat']),
      'word/footer1.xml': marginOf(['nadia@example.com']).replace(
        '@',
        '</w:t><w:tab/><w:t>&#64;&#x61;&quot;</w:t><w:br/><w:t>',
      ),
      'word/header3.xml': marginOf(['far too much '.repeat(30_000)]),
    }
    const said = await read(docxOf(RESUME, margins))
    expect(said.ok && said.value.kind === 'text' && said.value.lines.filter((line) => line !== '')).toEqual([
      'Nadia Peat',
      'A & B',
      ...RESUME,
      'nadia\t@a"',
      'example.com',
    ])
  })

  it('is a picture where each of its pages holds a stamp or next to nothing', async () => {
    const stamp = ['Scanned with CamScanner  Scanned with CamScanner']
    expect(await read(pdfOf({ pages: [stamp, ['Page two of three'], ['Page three of three']] }))).toEqual({
      ok: false,
      refusal: 'scanned',
    })
    const half = await read(pdfOf({ pages: [[], [...RESUME, ...stamp]] }))
    expect(half.ok && half.value.kind === 'text' && half.value.lines.filter((line) => line !== '')).toEqual(RESUME)
  })

  it('is read in Latin-1 too', async () => {
    const said = await read(Buffer.from('{"basics":{"name":"José"}}', 'latin1'))
    expect(said.ok && said.value.kind === 'json' && said.value.json).toEqual({ basics: { name: 'José' } })
  })

  it('is read from a JSON Resume', async () => {
    expect(await read(Buffer.from('\uFEFF{"basics":{"name":"Ana"}}'))).toEqual({
      ok: true,
      value: { kind: 'json', json: { basics: { name: 'Ana' } } },
    })
  })

  it.each([
    ['is a picture of paper', pdfOf({ pages: [[]] }), 'scanned'],
    ['is cut off', pdfOf({ pages: [RESUME] }).subarray(0, 120), 'broken'],
    ['is behind a password', pdfOf({ pages: [RESUME], encrypted: true }), 'encrypted'],
    ['has too many pages', pdfOf({ pages: Array.from({ length: 31 }, () => ['A page']) }), 'too_many_pages'],
    [
      'is a Word document behind a password',
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['is an old Word document', Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.alloc(99)]), 'not_a_resume'],
    ['is another archive', zipOf({ 'photo.txt': 'hello' }), 'not_a_resume'],
    ['unpacks to more than anybody writes', zipOf({ 'word/document.xml': Buffer.alloc(70 * 1024 * 1024) }), 'unfolds'],
    ['unpacks to more than it says', zipOf({ 'word/document.xml': Buffer.alloc(4_000_000) }, 10), 'unfolds'],
    ['is a cut-off Word document', docxOf(RESUME).subarray(0, 300), 'broken'],
    ['is no JSON', Buffer.from('{"basics":'), 'not_a_resume'],
    ['is empty', Buffer.alloc(0), 'empty'],
    ['is next to nothing', Buffer.from('ab'), 'not_a_resume'],
  ])('is refused where it %s', async (_what, bytes, problem) => {
    expect(await read(bytes)).toEqual({ ok: false, refusal: problem })
  })

  it('is given up where reading it takes too long', async () => {
    const thread = new URL('./never-answers.fixture.ts', import.meta.url)
    expect(await read(Buffer.from('x'), { thread, patienceMs: 50 })).toEqual({ ok: false, refusal: 'too_slow' })
  })
})

describe('the file of a résumé', () => {
  it('lies nowhere any more once it was read, or could not be', async () => {
    const places: string[] = []
    const sharing = (content: Buffer | undefined): SharedFiles => ({
      look: async (id) => ok({ id, name: 'cv.pdf', bytes: 9, url: 'https://files.slack.com/x' }),
      async bring(_file, path) {
        places.push(path)
        if (content === undefined) return refuse('gone')
        writeFileSync(path, content)
        return ok(null)
      },
    })
    expect((await makeResumes(sharing(docxOf(RESUME))).read('F1')).ok).toBe(true)
    expect(await makeResumes(sharing(Buffer.from('x'))).read('F1')).toEqual(refuse('not_a_resume'))
    expect(await makeResumes(sharing(undefined)).read('F1')).toEqual(refuse('gone'))
    expect(places).toHaveLength(3)
    expect(places.map((path) => existsSync(dirname(path)))).toEqual([false, false, false])
  })
})

describe('an archive', () => {
  it('is unpacked up to its limit and no further', () => {
    const archive = zipOf({ a: 'x'.repeat(60), b: 'y'.repeat(40) })
    expect(checkZip(archive, 100)).toBeUndefined()
    expect(checkZip(archive, 99)).toBe('bomb')
    expect(checkZip(Buffer.from('PK'), 100)).toBe('broken')
    const locked = zipOf({ a: 'x' })
    locked.writeUInt16LE(1, locked.indexOf('PK\u0001\u0002') + 8)
    expect(checkZip(locked, 100)).toBe('encrypted')
  })
})
