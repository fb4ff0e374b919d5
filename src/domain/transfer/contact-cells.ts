/** The addresses, numbers and links of a cell, as people write several into one. Pure. */
import { checkPhone, type PhoneRegions } from '../candidate/validate.ts'

const NOTHING = /^(?:n\.?\/?a\.?|none|nil|null|nothing|unknown|keine?|aucune?|ninguno|nenhum|nessuno|geen|[-–—_.?]+)$/i
const NO_NAME = /^(?:n\/a|[-–—_.?]+)$/i
/** What people write into a cell that has nothing to say; of names less, since somebody is called Null. */
export const saysNothing = (cell: string, isName = false): boolean => (isName ? NO_NAME : NOTHING).test(cell)

/** Between two addresses, in several languages. */
const AND = /\s+(?:and|or|und|oder|et|ou|y|o|e|en|of)\s+(?=\S+@)/giu
/** Nobody has so many addresses; it keeps the patterns quick. */
const MOST = 5_000
const TAIL = /[.,;:\s]+$/
const REMARK = /\s*[([][^()[\]]*[)\]]$/u

/** Of "Ana Souza <ana@example.com>" only what is between the brackets, as mail programs write it. */
export function addressesIn(cell: string): readonly string[] {
  const bracketed = [...cell.slice(0, MOST).matchAll(/<([^<>\s]+@[^<>\s]+)>/g)].map(([, address = '']) => address)
  const parts =
    bracketed.length > 0
      ? bracketed
      : cell
          .slice(0, MOST)
          .replace(AND, ';')
          .split(/[;,|\n]+|:::+|(?<=@[^\s/]+)\s*\/\s*(?=\S+@)/)
          .flatMap((part) =>
            part
              .trim()
              .replace(REMARK, '')
              .split(/\s+(?=\S+@)/),
          )
  const tidied = parts
    .map((part) => part.replace(TAIL, '').replace(REMARK, '').replace(TAIL, '').trim())
    .filter((part) => part !== '' && !saysNothing(part))
  // "Work:" in front of an address is none; what has a dot may have been meant for one.
  return tidied.some((part) => part.includes('@')) ? tidied.filter((part) => /[@.]/.test(part)) : tidied
}

/** A stroke also parts the two halves of one number (030/901820), so several are several only where each is long enough. */
export function numbersIn(cell: string): readonly string[] {
  const whole = withoutPoint(cell.slice(0, MOST).trim())
  const apart = said(whole.split(/[;,|\n]+|:::+/))
  const parts = said(apart.flatMap((part) => part.split('/')))
  const several = parts.length > 1 && parts.every((part) => (part.match(/\d/g) ?? []).length >= 7)
  if (several) return parts.map(withoutPoint)
  return apart.length > 1 ? [whole] : apart
}
const said = (parts: readonly string[]): readonly string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '' && !saysNothing(part))
/** A spreadsheet's number, which has lost its plus to a decimal point. */
const withoutPoint = (number: string): string => number.replace(/^(\+?\d+)\.0+$/, '$1')

/** In E.164, or `undefined` for each that is none. */
export const readNumbers = (cell: string, regions: PhoneRegions): readonly (string | undefined)[] =>
  numbersIn(cell).map((typed) => {
    const checked = checkPhone(typed, regions)
    return checked.ok ? checked.value : undefined
  })

/** A comma may stand in a link, but not in front of the next. */
export function linksIn(cell: string): readonly string[] {
  const parts = cell
    .slice(0, MOST)
    .split(/[;|\s]+|,(?=\s|$|(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/|$))/i)
    .map((part) => part.replace(/[,;]+$/, ''))
    .filter((part) => part !== '' && !saysNothing(part))
  return parts.some((part) => part.includes('.')) ? parts.filter((part) => part.includes('.')) : parts
}

/** Hosts whose pages about a person are for the team that keeps them there, and no profile of theirs. */
const OF_AN_ATS =
  /(?:^|\.)(?:ashbyhq\.com|greenhouse\.io|lever\.co|workable\.com|smartrecruiters\.com|teamtailor\.com|personio\.(?:de|com)|recruitee\.com|bamboohr\.com|myworkdayjobs\.com)$/i
export const isOfAnAts = (link: string): boolean => URL.canParse(link) && OF_AN_ATS.test(new URL(link).hostname)
