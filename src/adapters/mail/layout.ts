/** A letter as HTML and as text. The text is the truth; the HTML says the same words, laid out. */
import { readFileSync } from 'node:fs'
import { escapeHtml } from '@kitajs/html'
import type { Letter } from '../../usecases/ports/mail.ts'

const SKELETON = readFileSync(new URL('./layout/personal.skeleton', import.meta.url), 'utf8')

/** What every client can show: the approved words, then what the law and good manners ask for. */
export function renderText({ body, footer, unsubscribeUrl, stay }: Omit<Letter, 'messageId'>): string {
  const lines = [
    `${footer.whoWeAre} ${footer.whereFrom}`,
    footer.howToObject,
    `${footer.unsubscribe}: ${unsubscribeUrl}`,
    ...(footer.postalAddress === undefined ? [] : [footer.postalAddress]),
  ]
  // "-- " on its own line marks what follows as a signature, so that clients fold it away in answers.
  const asked = stay === undefined ? '' : `\n\n${oneLine(stay.words)}:\n${stay.url}`
  return `${tidy(body).trimEnd()}${asked}\n\n-- \n${lines.map(oneLine).join('\n')}\n`
}

export function renderHtml({ subject, body, footer, unsubscribeUrl, stay }: Letter): string {
  const slots: Readonly<Record<string, string>> = {
    SUBJECT: escapeHtml(oneLine(subject)),
    BODY: `${paragraphs(tidy(body))}${stay === undefined ? '' : linkParagraph(stay)}`,
    WHO_WE_ARE: escapeHtml(oneLine(footer.whoWeAre)),
    WHERE_FROM: escapeHtml(oneLine(footer.whereFrom)),
    HOW_TO_OBJECT: escapeHtml(oneLine(footer.howToObject)),
    UNSUBSCRIBE: escapeHtml(oneLine(footer.unsubscribe)),
    UNSUBSCRIBE_URL: escapeHtml(unsubscribeUrl),
    POSTAL_ADDRESS: escapeHtml(oneLine(footer.postalAddress ?? '')),
  }
  // One pass, so that words which look like a slot stay words.
  return SKELETON.replace(/%%([A-Z_]+)%%/g, (_, slot: string) => slots[slot] ?? '')
}

const paragraphs = (body: string): string =>
  body
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p dir="auto" style="margin:0 0 16px">${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('')

const linkParagraph = ({ words, url }: NonNullable<Letter['stay']>): string =>
  `<p dir="auto" style="margin:0 0 16px"><a href="${escapeHtml(url)}">${escapeHtml(oneLine(words))}</a></p>`

/** Control characters have no business in a mail; NUL even breaks SMTP. */
const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '')

/** For headers and footers: whatever would begin a new line, or hide or reverse what is there, becomes a space. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
