/** A role's text as people copy it from a page, a document or another message, without what is there for its looks. */
import { decodeHTMLStrict } from 'entities'

const TAG =
  /<(\/?)(p|div|ul|ol|li|br|hr|h[1-6]|strong|b|em|i|u|span|a|table|tbody|thead|tr|td|th|section|article|header|footer|main|font|blockquote|pre|code|small|sup|sub|img|html|body|dl|dt|dd)\b[^<>]*>/gi
const UNSEEN = /<(style|script|head)\b[^<>]*>.*?<\/\1\s*>/gis
const INLINE = /^(?:strong|b|em|i|u|span|a|font|code|small|sup|sub|img)$/i
const CELL = /^(?:td|th)$/i
const withoutTags = (text: string): string =>
  text.replace(UNSEEN, ' ').replace(TAG, (_, closes: string, name: string) => {
    if (INLINE.test(name)) return ''
    if (CELL.test(name)) return ' '
    return name.toLowerCase() === 'li' && closes === '' ? '\n- ' : '\n'
  })

/** As people type them; a soft hyphen and the signs of a brand are no letters. */
const PLAIN = [
  [/\u00A0/g, ' '],
  [/[‘’]/g, "'"],
  [/[“”]/g, '"'],
  [/[–—]/g, '-'],
  [/[\u00AD®™©]/g, ''],
  [/(?![\n\r\t])\p{Cc}|\uFFFD/gu, ''],
] as const
const withoutEntities = (text: string): string =>
  PLAIN.reduce((said, [sign, plain]) => said.replace(sign, plain), decodeHTMLStrict(text))

const PIN = /^(?:[📍📌]|:(?:round_)?pushpin:)\uFE0F?[^\S\n]*(?=[^:\n]*$)/gimu
const TICK =
  /^[^\S\n]*(?:[▪▫◾◽■□●○◦‣►▶➤➡→✓✔✅☑◆◇🔹🔸👉]\uFE0F?|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|small_\w+_diamond|point_right|arrow_right|black_small_square):)[^\S\n]*/gimu
const CODE = /(?<=^|\s):[a-z][a-z0-9_+-]*:(?=\s|$)/gim
const EMOJI = /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})\uFE0F?\u200D?/gu
const withoutEmoji = (text: string): string =>
  text.replace(PIN, 'Location: ').replace(TICK, '• ').replace(CODE, '').replace(EMOJI, '')

/** Tags are lines, entities letters, a tick a bullet and a pin a place; every other picture goes. */
export const plainAdvert = (text: string): string => withoutEmoji(withoutEntities(withoutTags(text)))

const BOLD = /(?<![\p{L}\p{N}*])(\*{1,3}|__|`)(?=[^\s*_`])([^*`\n]*?[^\s*`])\1(?![\p{L}\p{N}*])/gu
/** "**Python** (5+ years)" as it reads. */
export const withoutBold = (line: string): string => line.replace(BOLD, '$2')

/** A line that is bold as a whole, or that markdown calls a heading. */
export const isMarked = (line: string): boolean => /^\s*(?:#{1,6}\s|(\*{1,3}|__)[^*_\n]+\1:?\s*$)/.test(line)
