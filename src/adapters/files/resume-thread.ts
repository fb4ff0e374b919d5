// The thread of a résumé: whoever made the file may have meant harm, so it has little memory, little time and nothing else.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'
import { extractLinks, extractText, getDocumentProxy } from 'unpdf'
import type { ResumeProblem, ResumeRead } from '../../usecases/ports/resumes.ts'
import { checkZip } from './check-zip.ts'
import { decodeText } from './decode.ts'
import { wordMargins } from './word-margins.ts'

export type FromResumeThread = { readonly read: ResumeRead } | { readonly problem: ResumeProblem }

const MOST_PAGES = 30
const MOST_UNPACKED = 30 * 1024 * 1024
/** The longest that people publish have some tens of kilobytes. */
const MOST_JSON = 1024 * 1024
const MOST_TEXT = 100_000
/** A page with less is a picture of a page. */
const LEAST_TEXT = 30
/** What apps write onto the pictures that they take of paper. */
const STAMP =
  /\b(?:scann?ed|gescannt|escaneado|num[ée]ris[ée]|scansionato) (?:with|by|using|mit|con|avec)\b|\bcamscanner\b/i

async function read(bytes: Buffer): Promise<FromResumeThread> {
  if (bytes.length === 0) return { problem: 'empty' }
  if (bytes.length < 4) return { problem: 'not_a_resume' }
  const head = bytes.subarray(0, 1_024)
  if (head.includes('%PDF-')) return readPdf(bytes)
  if (head.readUInt32BE(0) === 0x504b0304) return readDocx(bytes)
  // A Word document behind a password, or an old one.
  if (head.readUInt32BE(0) === 0xd0cf11e0)
    return { problem: bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'not_a_resume' }
  return readJson(bytes)
}

async function readPdf(bytes: Buffer): Promise<FromResumeThread> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      stopAtErrors: false,
      verbosity: 0,
    })
    if (pdf.numPages > MOST_PAGES) return { problem: 'too_many_pages' }
    const { text } = await extractText(pdf, { mergePages: false })
    const { links } = await extractLinks(pdf)
    const pages = text.map(withoutStamps)
    return pages.every(isPicture) ? { problem: 'scanned' } : textual(pages.join('\n'), links)
  } catch (error) {
    return { problem: (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken' }
  }
}

async function readDocx(bytes: Buffer): Promise<FromResumeThread> {
  const problem = checkZip(bytes, MOST_UNPACKED)
  if (problem !== undefined) return { problem: problem === 'bomb' ? 'unfolds' : problem }
  if (!bytes.includes('word/')) return { problem: 'not_a_resume' }
  const { value } = await mammoth.extractRawText({ buffer: bytes })
  const { above, below } = wordMargins(bytes)
  const text = [...above, value, ...below].join('\n')
  return isPicture(text) ? { problem: 'scanned' } : textual(text, [])
}

function readJson(bytes: Buffer): FromResumeThread {
  if (bytes.length > MOST_JSON) return { problem: 'not_a_resume' }
  try {
    return { read: { kind: 'json', json: JSON.parse(decodeText(bytes)) as unknown } }
  } catch {
    return { problem: 'not_a_resume' }
  }
}

function textual(text: string, links: readonly string[]): FromResumeThread {
  return { read: { kind: 'text', lines: text.slice(0, MOST_TEXT).split(/\r?\n/), links: links.slice(0, 50) } }
}

const isPicture = (page: string): boolean => page.replace(/\s+/g, '').length < LEAST_TEXT
const withoutStamps = (page: string): string =>
  page
    .split(/\r?\n/)
    .filter((line) => !STAMP.test(line))
    .join('\n')

const said = await read(readFileSync(workerData as string)).catch((): FromResumeThread => ({ problem: 'broken' }))
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(said)
