/** Text from outside, made clean where it enters: every use case takes what people typed through these. */
import { z } from 'zod'

// Control and format characters (NUL, bidi overrides, zero width, tags) and lone surrogates: PostgreSQL refuses the first, readers are
// deceived by the rest. Line breaks stay, and so do the joiners that emoji families, Persian and Indic words need.
const INVISIBLE = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu

/** The same words without what nobody can see; line breaks of one kind, no blank ends. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .trim()

const oneLine = (text: string): string => tidy(text).replace(/\s+/g, ' ')
// In UTF-16 units, as Slack's fields count and as views cut; zod's own `max` counts an emoji of two units as one.
const atMost = (max: number) =>
  [
    (text: string) => text.length <= max,
    { error: `Please keep this to ${max.toLocaleString('en-GB')} characters.` },
  ] as const

/** A text that must be there, on one line. */
export const lineInput = (max: number) =>
  z
    .string()
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(1, { error: 'Please fill this in.' })
        .refine(...atMost(max)),
    )

/** A text that must be there and may have several lines. */
export const textInput = (max: number) =>
  z
    .string()
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, { error: 'Please fill this in.' })
        .refine(...atMost(max)),
    )

/** As `lineInput`; blank counts as absent. */
export const optionalLine = (max: number) =>
  z
    .string()
    .transform((text) => oneLine(text) || undefined)
    .pipe(
      z
        .string()
        .refine(...atMost(max))
        .optional(),
    )
    .optional()

/** As `textInput`; blank counts as absent. */
export const optionalText = (max: number) =>
  z
    .string()
    .transform((text) => tidy(text) || undefined)
    .pipe(
      z
        .string()
        .refine(...atMost(max))
        .optional(),
    )
    .optional()
