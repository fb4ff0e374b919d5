/** Takes an address, a phone number and a profile link out of a text. */
import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js'

export type Contacts = { readonly email?: string; readonly phone?: string; readonly profileLink?: string }

/** Stands where a contact was taken out: in "Ana Souza <…> Senior SRE" the name ends there. Normalised text cannot contain it. */
export const GAP = '\u0001'

const EMAIL = /[<"]?\b([\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)\b[>"]?/u
const IN_BRACKETS = new RegExp(`\\( *${GAP} *\\)`, 'g')
const MOST_OTHERS = 5
const LINK =
  /<?\b((?:https?:\/\/|(?:www\.)?(?:linkedin\.com\/in|github\.com|gitlab\.com|xing\.com\/profile|behance\.net|dribbble\.com)\/)[^\s<>|,;)"']+)>?/i

/** `others` are further addresses, as they were typed: the form has room for one. */
export function takeContacts(
  text: string,
  region?: string,
): Contacts & { readonly text: string; readonly others?: readonly string[] } {
  let rest = text
  const take = (pattern: RegExp): string | undefined => {
    const match = pattern.exec(rest)
    if (match === null) return undefined
    rest = `${rest.slice(0, match.index)} ${GAP} ${rest.slice(match.index + match[0].length)}`
    return match[1]?.replace(/[.:!?]+$/, '')
  }
  const profileLink = take(LINK)
  const email = take(EMAIL)
  const others: string[] = []
  for (let more = take(EMAIL); more !== undefined; more = others.length < MOST_OTHERS ? take(EMAIL) : undefined)
    if (more !== email) others.push(more)
  const phone = phoneIn(rest, region)
  if (phone !== undefined) rest = `${rest.slice(0, phone.start)} ${GAP} ${rest.slice(phone.end)}`
  return {
    text: rest.replace(IN_BRACKETS, GAP),
    ...(others.length === 0 ? {} : { others }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone: phone.text }),
    ...(profileLink === undefined ? {} : { profileLink }),
  }
}

function phoneIn(text: string, region: string | undefined): { start: number; end: number; text: string } | undefined {
  const country: CountryCode | undefined = region !== undefined && isSupportedCountry(region) ? region : undefined
  if (country === undefined && !text.includes('+')) return undefined
  const found = findPhoneNumbersInText(text, country === undefined ? {} : { defaultCountry: country })[0]
  if (found === undefined) return undefined
  return { start: found.startsAt, end: found.endsAt, text: text.slice(found.startsAt, found.endsAt) }
}
