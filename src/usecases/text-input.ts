/** Text from outside, made clean where it enters: every use case takes what people typed through these. */
import { z } from 'zod'
import { tidy, tidyLine } from '../domain/shared/text.ts'

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
    .transform(tidyLine)
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
    .transform((text) => tidyLine(text) || undefined)
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
