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

/** Where the candidate stands in the system that the file is from. */
const OWN_PAGE = /^(?:candidate|applicant|application) (?:s )?(?:link|url|profile|profile link|profile url)$/
const PERSON = /^(?:candidate|applicant|person|contact)(?: s)? /

/**
 * The field that a heading names; a number or a bracket ("Email (work)", "Phone 2", "E-mail 2 Address") is no other field, nor is what address
 * books put behind it ("E-mail 2 - Value").
 */
export function fieldOfHeading(heading: string): ImportField | undefined {
  const whole = plainHeading(heading.slice(0, 200))
  const known = byHeading.get(whole)
  if (known !== undefined || isSomebodyElse(heading) || OWN_PAGE.test(whole)) return known
  return (
    byHeading.get(plainHeading(heading.slice(0, 200).replace(/[([].*$/, ''))) ??
    byHeading.get(whole.replace(/ \d+(?= |$)/, '').replace(/ value$/, '')) ??
    byHeading.get(whole.replace(PERSON, ''))
  )
}

const HINTS = [
  ['email', /\b(?:e ?)?mails?\b|courriel|\bcorreo/],
  ['phone', /\b(?:phones?|tele?(?:fon|phone)\w*|mobile?|mobil|handy|cell)\b/],
  ['profileLink', /linked ?in|github|xing|\b(?:links?|urls?|profiles?|social|websites?)\b/],
] as const
/** Of which way to reach somebody it speaks, where its column may be one more of these: "Mail B", "Private e-mail of hers". */
export function hintOfHeading(heading: string): 'email' | 'phone' | 'profileLink' | undefined {
  const whole = plainHeading(heading.slice(0, 200))
  return isSomebodyElse(heading) || OWN_PAGE.test(whole) ? undefined : HINTS.find(([, words]) => words.test(whole))?.[0]
}
