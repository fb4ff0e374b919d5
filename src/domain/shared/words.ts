/**
 * The catalogue of words that people see, by area, ready for a second language. Plain entries are strings; sentences with
 * something in them are functions that take names and dates as already formatted and escaped text.
 * A new area is a file in words/ and a line here.
 */
import * as candidates from './words/candidates.ts'
import * as capture from './words/capture.ts'
import * as flags from './words/flags.ts'
import * as gate from './words/gate.ts'
import * as outreach from './words/outreach.ts'

type Entry = string | ((...parts: never[]) => string) | { readonly [key: string]: Entry }

export const words = { candidates, capture, flags, gate, outreach } satisfies Record<
  string,
  Readonly<Record<string, Entry>>
>
