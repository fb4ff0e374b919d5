/** Drafts by template: Liquid in files/, tellable facts in, text with the span of every claim out. */
import { readFileSync } from 'node:fs'
import { Liquid, type Template } from 'liquidjs'
import type { KeptSentence } from '../../domain/outreach/check-letter.ts'
import { SLOTS, type SlotFacts } from '../../domain/outreach/citing.ts'
import { type ComposedText, type ComposeInput, MOST_WORDS } from '../../domain/outreach/compose.ts'
import { wordCount } from '../../domain/outreach/plain-text.ts'
import { PURPOSES, type Purpose } from '../../domain/outreach/purpose.ts'
import type { Templates } from '../../usecases/ports/services.ts'
import { type Marked, markFacts, markSentences, readMarks } from './claim-marks.ts'
import { withOneFactFewer } from './with-one-fact-fewer.ts'

const LIMITS = {
  // An unknown name in a template is a mistake to hear of, not an empty space in a mail.
  strictVariables: true,
  ownPropertyOnly: true,
  // No file may be included: what a template can read is its input.
  templates: {},
  parseLimit: 50_000,
  // Milliseconds of the wall clock, which a busy machine spends elsewhere; it is for templates that never end.
  renderLimit: 2_000,
  memoryLimit: 1_000_000,
} as const

type Parsed = { readonly subject: Template[]; readonly body: Template[] }

/** Reads and parses every purpose's template once; a missing or broken file stops the start, not a send. */
export function makeTemplates(source: Source = fromFile('files'), frame: Source = fromFile('frames')): Templates {
  const engine = new Liquid(LIMITS)
  const parsed = parseAll(engine, source)
  const frames = parseAll(engine, frame)

  const renderOnce = (input: ComposeInput): ComposedText => {
    const { scope, facts } = markFacts(input)
    const { subject, body } = parsed[input.purpose]
    const written: Marked = readMarks(tidyBody(String(engine.renderSync(body, scope))), facts)
    // Facts belong in the body, where each can be pointed at.
    const title = readMarks(tidyLine(String(engine.renderSync(subject, scope))), facts).text
    return { subject: title, body: written.text, claims: written.claims, template: input.purpose }
  }

  const renderFrame = (input: ComposeInput, sentences: readonly KeptSentence[]): ComposedText => {
    const { letter, facts } = markSentences(sentences)
    const scope = { ...markFacts({ ...input, cited: NOTHING_CITED }).scope, letter }
    const { subject, body } = frames[input.purpose]
    const written: Marked = readMarks(tidyBody(String(engine.renderSync(body, scope))), facts)
    const title = tidyLine(String(engine.renderSync(subject, scope)))
    return { subject: title, body: written.text, claims: written.claims, template: input.purpose }
  }

  return {
    frame(input, letter) {
      let fitting = letter.sentences
      let text = renderFrame(input, fitting)
      while (fitting.length > 0 && wordCount(text.body) > MOST_WORDS) {
        fitting = fitting.slice(0, -1)
        text = renderFrame(input, fitting)
      }
      const tooLong = letter.sentences.slice(fitting.length).map((sentence) => sentence.text)
      return {
        text: { ...text, subject: letter.subject ?? text.subject },
        sentences: fitting,
        cut: [...letter.cut, ...tooLong],
      }
    },
    render(input) {
      let shorter: ComposeInput | undefined = input
      let text = renderOnce(input)
      while (wordCount(text.body) > MOST_WORDS) {
        shorter = withOneFactFewer(shorter)
        if (shorter === undefined) break
        text = renderOnce(shorter)
      }
      return text
    },
  }
}

type Source = (purpose: Purpose) => string
const fromFile =
  (folder: 'files' | 'frames'): Source =>
  (purpose) =>
    readFileSync(new URL(`./${folder}/${purpose}.liquid`, import.meta.url), 'utf8')

const parseAll = (engine: Liquid, source: Source): Record<Purpose, Parsed> =>
  Object.fromEntries(
    (Object.keys(PURPOSES) as Purpose[]).map((purpose) => [purpose, parse(engine, source(purpose))]),
  ) as Record<Purpose, Parsed>

const NOTHING_CITED = Object.fromEntries(SLOTS.map((slot) => [slot, undefined])) as SlotFacts

/** The first line is the subject, so that a template is one file to read and to edit. */
function parse(engine: Liquid, source: string): Parsed {
  const [first = '', ...rest] = source.replaceAll('\r\n', '\n').split('\n')
  const subject = /^Subject: (.+)$/.exec(first)?.[1]
  if (subject === undefined) throw new Error('A template begins with a line "Subject: …"')
  return { subject: engine.parse(subject), body: engine.parse(rest.join('\n')) }
}

const tidyLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** One blank line between paragraphs, no space before a line's end. Runs before claims are located, so that their spans stay true. */
const tidyBody = (text: string): string =>
  text
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
