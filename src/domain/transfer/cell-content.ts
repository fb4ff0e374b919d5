/** What a column holds, by what stands in it. */
import { checkEmail, checkPhone } from '../candidate/validate.ts'
import { addressesIn, numbersIn } from './contact-cells.ts'

/** So many of the values that a column has must look alike. */
const MOST_OF_THEM = 0.8

const PROFILE =
  /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?(?:www\.)?(?:linkedin\.com\/(?:in|pub)\/|github\.com\/|xing\.com\/profile\/)\S+$/i
const NAME = /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+[\p{L}\p{M}'’.-]+){1,4}$/u

export function fieldOfContent(cells: readonly string[]): 'email' | 'phone' | 'profileLink' | 'fullName' | undefined {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (said.length === 0) return undefined
  const mostly = (looks: (cell: string) => boolean) => said.filter(looks).length >= MOST_OF_THEM * said.length
  const each = (parts: readonly string[], looks: (part: string) => boolean) => parts.length > 0 && parts.every(looks)
  if (mostly((cell) => each(addressesIn(cell), isAddress))) return 'email'
  if (mostly((cell) => each(cell.split(/[;,|\s]+/), (part) => PROFILE.test(part)))) return 'profileLink'
  if (mostly((cell) => each(numbersIn(cell), isNumber))) return 'phone'
  return mostly((cell) => NAME.test(cell)) && said.length > 1 ? 'fullName' : undefined
}

const isAddress = (part: string): boolean => part.includes('@') && checkEmail(part).ok
const isNumber = (part: string): boolean => /^\+[\d\s().-]{7,}$/.test(part) && checkPhone(part).ok
