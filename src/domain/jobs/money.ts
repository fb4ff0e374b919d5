/** Amounts as people type them, kept as whole minor units so that sums never lose a penny. */
import { ok, type Result, refuse } from '../shared/result.ts'

/** Those that the form offers; ISO 4217, with how many decimals each has. */
export const CURRENCIES = {
  GBP: 2,
  EUR: 2,
  USD: 2,
  CHF: 2,
  SEK: 2,
  NOK: 2,
  DKK: 2,
  PLN: 2,
  CAD: 2,
  AUD: 2,
  INR: 2,
  BRL: 2,
  SGD: 2,
  JPY: 0,
} as const
export type Currency = keyof typeof CURRENCIES
export const CURRENCY_CODES = Object.keys(CURRENCIES) as [Currency, ...Currency[]]

export type MoneyProblem = { readonly kind: 'not_an_amount' } | { readonly kind: 'too_much' }

/** What a four-byte column holds: some twenty million pounds for one hire. */
const MOST = 2_147_483_647

/**
 * "1,200.50", "1.200,50", "1 200", "£1,200" and "1200" in minor units. Of one kind of sign, three digits behind it are thousands and one
 * or two are decimals; `undefined` where nothing was typed.
 */
export function parseMoney(typed: string, currency: Currency): Result<number | undefined, MoneyProblem> {
  const text = typed
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^(?:[£€$¥₹]|[A-Za-z]{1,3}\$?)|(?:[£€$¥₹]|[A-Za-z]{1,3})$/g, '')
  if (text === '') return typed.trim() === '' ? ok(undefined) : refuse({ kind: 'not_an_amount' })
  const [, whole = '', fraction = ''] = GROUPED.exec(text) ?? GROUPED_DOTS.exec(text) ?? PLAIN.exec(text) ?? []
  if (whole === '') return refuse({ kind: 'not_an_amount' })
  const decimals = CURRENCIES[currency]
  if (fraction.length > 0 && decimals === 0 && !/^0+$/.test(fraction)) return refuse({ kind: 'not_an_amount' })
  const units = Number(whole.replace(/[.,]/g, '')) * 10 ** decimals
  const rest = decimals === 0 ? 0 : Number(fraction.padEnd(decimals, '0'))
  return units + rest > MOST ? refuse({ kind: 'too_much' }) : ok(units + rest)
}

const GROUPED = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/
const GROUPED_DOTS = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/
const PLAIN = /^(\d{1,12})(?:[.,](\d{1,2}))?$/
