/**
 * Pairs of records and whether they are one person. Every name is invented: given names and their variants were written by hand,
 * kind by kind, and put together with invented surnames, companies and places by a seeded draw, so that evidence is sometimes the
 * same, sometimes another, sometimes missing. The frozen file was committed before there was anything to judge by it and is never
 * changed; whoever tunes the matcher looks at the practice file, of the same kinds, and at pairs of their own.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export type LabelledRecord = {
  readonly name: string
  readonly company: string | undefined
  readonly place: string | undefined
}
export type LabelledPair = {
  readonly same: boolean
  readonly kind: string
  readonly one: LabelledRecord
  readonly other: LabelledRecord
}

const path = (file: string) => new URL(file, import.meta.url)
const orNone = (text: string | undefined) => (text === undefined || text === '' ? undefined : text)

export const FROZEN = 'same-person-frozen.tsv'
export const PRACTICE = 'same-person-practice.tsv'

export const hashOf = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(path(file)))
    .digest('hex')

export function readPairs(file: string): readonly LabelledPair[] {
  const [, ...lines] = readFileSync(path(file), 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const [label, kind = '', name = '', company, place, otherName = '', otherCompany, otherPlace] = line.split('\t')
    return {
      same: label === 'same',
      kind,
      one: { name, company: orNone(company), place: orNone(place) },
      other: { name: otherName, company: orNone(otherCompany), place: orNone(otherPlace) },
    }
  })
}
