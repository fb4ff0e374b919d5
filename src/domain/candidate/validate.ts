/** The rules of each field: the value in its one form, or what is wrong with it. `undefined` where an optional field was left empty. */
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import { parse as parseHost } from 'tldts'
import { ok, type Result, refuse } from '../shared/result.ts'
import type { FieldProblem } from './field-problem.ts'

type Checked<Value> = Result<Value, FieldProblem>

export const MAX_NAME = 200
export const MAX_ROLE = 150
export const MAX_TEXT = 3_000
export const MAX_EMAIL = 254
const MAX_LINK = 2_000

/** Control characters and direction overrides go; a field of one line has no line breaks. */
const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim()
const plain = (text: string): string =>
  text.replace(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu, (char) => (char === '\t' ? ' ' : '')).normalize('NFC')

export function checkFullName(typed: string): Checked<string> {
  const name = oneLine(typed)
  if (name === '') return refuse({ kind: 'missing' })
  if (name.length > MAX_NAME) return tooLong(name, MAX_NAME)
  return /\p{L}/u.test(name) ? ok(name) : refuse({ kind: 'not_a_name' })
}

export function checkRole(typed: string): Checked<string> {
  const role = oneLine(typed)
  if (role === '') return refuse({ kind: 'missing' })
  return role.length > MAX_ROLE ? tooLong(role, MAX_ROLE) : ok(role)
}

/** What impressed you, advice, what would bring them back: any text of up to 3,000 characters. */
export function checkText(typed: string): Checked<string | undefined> {
  const text = plain(typed.replace(/\r\n?/g, '\n')).trim()
  if (text === '') return ok(undefined)
  return text.length > MAX_TEXT ? tooLong(text, MAX_TEXT) : ok(text)
}

// What mail servers in practice accept: no quoted local parts, no comments, no address literals. Letters of any script are allowed (SMTPUTF8, IDN).
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u

export function checkEmail(typed: string): Checked<string | undefined> {
  const email = oneLine(typed)
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

/** In E.164, `+351912345678`. Without a country code the workspace's region decides; without that either it is refused. */
export function checkPhone(typed: string, region?: string): Checked<string | undefined> {
  const text = oneLine(typed).replace(/^tel:/i, '')
  if (text === '') return ok(undefined)
  const country = region !== undefined && isSupportedCountry(region) ? region : undefined
  const phone = text.length > 60 ? undefined : parsePhoneNumberFromString(text, country)
  if (phone?.isPossible() === true) return ok(phone.number)
  return refuse({ kind: 'not_a_phone', needsCountry: country === undefined && !text.startsWith('+') })
}

/** Any https page; a bare "linkedin.com/in/ana" gets its https. */
export function checkProfileLink(typed: string): Checked<string | undefined> {
  const text = oneLine(typed)
  if (text === '') return ok(undefined)
  if (text.length > MAX_LINK) return tooLong(text, MAX_LINK)
  if (/^http:\/\//i.test(text)) return refuse({ kind: 'not_https' })
  const link = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`
  const url = URL.canParse(link) ? new URL(link) : undefined
  if (url === undefined || url.protocol !== 'https:' || url.username !== '' || url.password !== '')
    return refuse({ kind: 'not_a_link' })
  const { domain, isIp } = parseHost(url.hostname)
  return domain === null || isIp === true ? refuse({ kind: 'not_a_link' }) : ok(url.href)
}

/** For looking up and hashing: lower case throughout; `+tag` stays, because it may be a mailbox of its own. */
export const emailKey = (email: string): string => oneLine(email).toLowerCase()
export const sameEmail = (a: string, b: string): boolean => emailKey(a) === emailKey(b)
/** The part that a company owns: `ana@mail.acme.co.uk` → `acme.co.uk`. */
export function emailDomain(email: string): string | undefined {
  const host = emailKey(email).split('@').at(-1) ?? ''
  return host === '' || !email.includes('@') ? undefined : (parseHost(host).domain ?? host)
}

const tooLong = (text: string, max: number) => refuse({ kind: 'too_long', length: text.length, max } as const)
