/** What a heading says of its column. */
import { fold } from '../shared/text.ts'
import { HEADINGS, IMPORT_FIELDS, type ImportField } from './fields.ts'

const byHeading = new Map<string, ImportField>()
for (const field of IMPORT_FIELDS) for (const text of HEADINGS[field].split('|')) byHeading.set(text, field)

export const plainHeading = (heading: string): string =>
  fold(heading)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Whoever else stands in a list of candidates: their addresses and names are not the candidate's. */
const SOMEBODY_ELSE =
  /\b(?:recruit|rekrut|recrut|reclut|sourcer|owner|manager|interview|entrevist|refer|coordinat|koordinat|hiring|agenc|agentur|personal(?:er|vermittl)|ansprechpartner|empf[eo]hl|responsab|parrain)/
export const isSomebodyElse = (heading: string): boolean => SOMEBODY_ELSE.test(plainHeading(heading.slice(0, 200)))

/** The field that a heading names; a number or a bracket behind it ("Email (work)", "Phone 2") is no other field. */
export function fieldOfHeading(heading: string): ImportField | undefined {
  const whole = plainHeading(heading.slice(0, 200))
  const known = byHeading.get(whole)
  if (known !== undefined || isSomebodyElse(heading)) return known
  return (
    byHeading.get(plainHeading(heading.slice(0, 200).replace(/[([].*$/, ''))) ??
    byHeading.get(whole.replace(/ \d+$/, '')) ??
    byHeading.get(whole.replace(/^(?:candidate|applicant|person|contact)(?: s)? /, ''))
  )
}
