/** The rules of each field: the value in its one form, or what is wrong with it. `undefined` where an optional field was left empty. */
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import { parse as parseHost } from 'tldts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { tidy, tidyLine } from '../shared/text.ts'
import type { FieldProblem } from './field-problem.ts'
import { profileKey } from './profile-link.ts'

type Checked<Value> = Result<Value, FieldProblem>

export const MAX_NAME = 200
export const MAX_ROLE = 150
export const MAX_TEXT = 3_000
export const MAX_EMAIL = 254
const MAX_LINK = 2_000

export function checkFullName(typed: string): Checked<string> {
  const name = tidyLine(typed)
  if (name === '') return refuse({ kind: 'missing' })
  if (name.length > MAX_NAME) return tooLong(name, MAX_NAME)
  return /\p{L}/u.test(name) ? ok(name) : refuse({ kind: 'not_a_name' })
}

export function checkRole(typed: string): Checked<string> {
  const role = tidyLine(typed)
  if (role === '') return refuse({ kind: 'missing' })
  return role.length > MAX_ROLE ? tooLong(role, MAX_ROLE) : ok(role)
}

/** What impressed you, advice, what would bring them back: any text of up to 3,000 characters. */
export function checkText(typed: string): Checked<string | undefined> {
  const text = tidy(typed)
  if (text === '') return ok(undefined)
  return text.length > MAX_TEXT ? tooLong(text, MAX_TEXT) : ok(text)
}

// What mail servers in practice accept: no quoted local parts, no comments, no address literals. Letters of any script are allowed (SMTPUTF8, IDN).
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u

export function checkEmail(typed: string): Checked<string | undefined> {
  const email = tidyLine(typed)
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
  if (email === '') return ok(undefined)
  if (email.length > MAX_EMAIL) return tooLong(email, MAX_EMAIL)
  const at = email.lastIndexOf('@')
  const [local, domain] = [email.slice(0, at), email.slice(at + 1).toLowerCase()]
  const labels = domain.split('.')
  const valid =
    at > 0 &&
    new TextEncoder().encode(local).length <= 64 &&
    LOCAL.test(local) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label))
  return valid && !/^\d+$/.test(labels.at(-1) ?? '') ? ok(`${local}@${domain}`) : refuse({ kind: 'not_an_email' })
}

/** ISO countries in which a number without its code may be: `home` is where its owner lives, `guess` where whoever types it works. */
export type PhoneRegions = { readonly home?: string | undefined; readonly guess?: string | undefined }

/** In E.164, `+351912345678`. Without its code a number may be any that is long enough at home; where it is only guessed to be, it has to be in use. */
export function checkPhone(typed: string, { home, guess }: PhoneRegions = {}): Checked<string | undefined> {
  // So most of the world dials abroad.
  const text = tidyLine(typed)
    .replace(/^tel:/i, '')
    .replace(/^00(?=[1-9])/, '+')
  if (text === '') return ok(undefined)
  const read = (region: string | undefined) =>
    text.length > 60 || (region !== undefined && !isSupportedCountry(region))
      ? undefined
      : parsePhoneNumberFromString(text, region)
  // Spreadsheets take the plus away. Eleven digits with a 1 before them are a number at home in several countries.
  const bare = text.replace(/[\s().-]/g, '')
  const abroad = /^(?:[2-9]\d{10,14}|1\d{11,14})$/.test(bare) ? parsePhoneNumberFromString(`+${bare}`) : undefined
  const isOurs =
    home !== undefined && isSupportedCountry(home) && abroad?.countryCallingCode === getCountryCallingCode(home)
  if (isOurs && abroad.isValid()) return ok(abroad.number)
  for (const region of [undefined, ...(home === undefined ? [] : [home])]) {
    const phone = read(region)
    if (phone?.isPossible() === true) return ok(phone.number)
  }
  const guessed = guess === undefined ? undefined : read(guess)
  if (guessed?.isValid() === true) return ok(guessed.number)
  if (abroad?.isValid() === true) return ok(abroad.number)
  return refuse({ kind: 'not_a_phone', needsCountry: !text.startsWith('+') && /(?:\d\D*){5}/.test(text) })
}

/** Somebody's page, by https: a bare "linkedin.com/in/ana" gets it, and so does a link with http, which every such site has by https too. */
export function checkProfileLink(typed: string): Checked<string | undefined> {
  const text = tidyLine(typed).replace(/^http:\/\//i, 'https://')
  if (text === '') return ok(undefined)
  if (text.length > MAX_LINK) return tooLong(text, MAX_LINK)
  const link = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`
  const url = URL.canParse(link) ? new URL(link) : undefined
  if (url === undefined || url.protocol !== 'https:' || url.username !== '' || url.password !== '')
    return refuse({ kind: 'not_a_link' })
  const { domain, isIp } = parseHost(url.hostname)
  if (domain === null || isIp === true) return refuse({ kind: 'not_a_link' })
  return profileKey(url.href) === undefined ? refuse({ kind: 'nobodys_page' }) : ok(url.href)
}

const tooLong = (text: string, max: number) => refuse({ kind: 'too_long', length: text.length, max } as const)
