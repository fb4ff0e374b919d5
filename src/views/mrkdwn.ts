/** The small parts that every message is made of. */
import type { ContextBlock, MrkdwnElement, SectionBlock } from '@slack/types'
import { escapeMrkdwn, truncate } from '../domain/shared/text.ts'
import { type Day, type Instant, SECOND } from '../domain/shared/time.ts'
import { dayInWords as inWords } from '../domain/shared/words/day.ts'

/** `verbatim`: Slack makes no links or mentions of its own from what somebody typed. */
export const mrkdwn = (text: string): MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true })
export const section = (text: string): SectionBlock => ({ type: 'section', text: mrkdwn(cut(text, 3000)) })
export const small = (...texts: readonly string[]): ContextBlock => ({
  type: 'context',
  elements: texts.slice(0, 10).map((text) => mrkdwn(cut(text, 2000))),
})

/** mrkdwn that is short enough, never cut inside an entity or a link. */
const cut = (text: string, max: number): string =>
  text.length <= max ? text : truncate(text, max).replace(/(?:&[a-z]{0,3}|<[^<>]*)…$/, '…')

/** Inert and short enough; escaping lengthens, so what is cut is the escaped text. */
export const safe = (text: string, max: number): string => cut(escapeMrkdwn(text), max)

/** What somebody typed, to stand between backticks or quotation marks on a line of ours; a backtick of its own would end the code. */
export const asTyped = (text: string, max = 100): string => safe(text.replaceAll('`', "'").replace(/\s+/g, ' '), max)

/** A moment in the reader's own zone; the fallback is for what cannot draw it. */
export const moment = (at: Instant): string =>
  `<!date^${Math.floor(at / SECOND)}^{date_short_pretty} at {time}|${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC>`

/** A calendar day, the same for every reader: "3 March 2026". */
export const dayInWords = (day: Day): string => inWords(day)

/** A permalink of Slack has about a hundred characters. */
const LONGEST_LINK = 160

/** A link to a web page and nothing else; what would end it inside Slack's markup is encoded. */
export function linkTo(url: string | undefined, label: string): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  const inert = href.replace(/[|<>\s]/g, encodeURIComponent).replace(/&/g, '&amp;')
  return inert.length > LONGEST_LINK ? undefined : `<${inert}|${label}>`
}
