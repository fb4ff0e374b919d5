/** Takes an address, a phone number and a profile link out of a text. */
import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js'

export type Contacts = { readonly email?: string; readonly phone?: string; readonly profileLink?: string }

/** Stands where a contact was taken out: in "Ana Souza <…> Senior SRE" the name ends there. Normalised text cannot contain it. */
export const GAP = '\u0001'

const EMAIL = /[<"]?\b([\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)\b[>"]?/u
const IN_BRACKETS = new RegExp(`\\( *${GAP} *\\)`, 'g')
const MOST_OTHERS = 5
const LINK =
  /<?\b((?:https?:\/\/|(?:www\.)?(?:(?:[a-z]{1,2}\.)?linkedin\.com\/in|github\.com|gitlab\.com|xing\.com\/profile|behance\.net|dribbble\.com)\/)[^\s<>|,;)"']+)>?/i

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
  const found = findPhoneNumbersInText(text, country === undefined ? {} : { defaultCountry: country })
    .map(({ startsAt: start, endsAt: end }) => ({ start, end, text: text.slice(start, end) }))
    // "10115 Berlin" could be dialled, too.
    .filter(({ text }) => text.replace(/\D/g, '').length >= LEAST_DIGITS)
  return (
    found.find(
      (one) => !FAX.test(text.slice(0, one.start)) && (one.text.includes('+') || CALLED.test(text.slice(0, one.start))),
    ) ?? found[0]
  )
}

const LEAST_DIGITS = 7
const CALLED =
  /\b(?:tel(?:e(?:fon|phone|foon|fone|fono))?|t[ée]l(?:[ée]phone)?|tel[ée]fono|phone|mob(?:ile?|il)?|cell|handy|whatsapp)\b[^\n\d]{0,12}$/iu
const FAX = /\b(?:tele)?fax\b[^\n\d]{0,12}$/i
