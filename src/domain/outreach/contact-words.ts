/** Contacts in a text that people wrote: what would lead a reader, or a machine, to somebody. */
import { canonicalSkill } from '../pool/skills.ts'

/** Whether a text holds an address, a link, a site's bare name, or as many digits as a phone number has. "Node.js" and "asp.net" are no sites. */
export const holdsContact = (text: string): boolean =>
  CONTACT.test(text) ||
  PHONE.test(text.replace(YEARS, ' years ').replace(ROUND, ' many ')) ||
  SPOKEN.test(text) ||
  [...text.matchAll(SITE)].some(([, name = '', path]) => isSite(name, path !== undefined))

const CONTACT = /https?:|www\.|\S\s?@\s?\S|\b\w+\s*[([]at[)\]]\s*\w+/iu
const PHONE = /(?:\d[\s()./-]{0,3}){7,}/u
/** "Since 2019-2024" and "1 000 000 rows" have as many digits; but "call 2019-2024" is a number to call. */
const YEARS =
  /(?<![\d+][\s()./-]{0,3})(?<!\b(?:call|phone|tel|mobile|ring|text|number)[:.]? (?:\w{1,9} ){0,2})(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d(?![\s()./-]{0,3}\d)/giu
const ROUND = /(?<![\d+][\s()./-]{0,3})\d{1,3}(?: 000){2,3}(?![\s()./-]{0,3}\d)/gu

/** "nadia dot rahimi at gmail dot com". "Dot net" is a skill, and so is what "at asp dot net" speaks of. */
const SPOKEN =
  /\w\s?[([](?:dot|punto|punkt)[)\]]\s?\w|\w\s*[([]\.[)\]]\s*\w|\b(?:dot|punto|punkt)\s+(?:com|org|io|dev|me|co|uk|de|fr|es|pt|eu|ai|app|info)\b|\bat\s+(?!asp\b|vb\b)[\w-]+\s+(?:dot|punto|punkt)\s+[a-z]{2,4}\b|\bat\s+(?:gmail|googlemail|hotmail|protonmail|gmx)\b/iu

const SITE = /(?<![\p{L}\p{N}.])([\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,})(?![\p{L}\p{N}])(\/\S)?/gu

/** Files and libraries end so, and no site does. */
const FILE = /\.(?:jsx?|tsx?|css|html|json|ya?ml|csv|pdf|docx?|xlsx?|sql|go|md|exe|cpp)$/i

const DEGREE = /^\p{L}\.(?:\p{L}{2,3}|phil|tech|arch|pharm|litt)$/iu

function isSite(name: string, hasPath: boolean): boolean {
  if (FILE.test(name) || canonicalSkill(name) !== undefined) return false
  if (hasPath) return true
  if (/^(?![bm]\.)\p{L}\.(?:com|org|net|co)$/iu.test(name)) return true
  // "well.She" lost its space, and "m.sc" and "b.com" are degrees; but nobody goes on with "Dev".
  if (DEGREE.test(name)) return false
  return /\.(?:\p{Ll}+|\p{Lu}+)$/u.test(name) || /\.(?:Com|Org|Net|Io|Dev|Co|Eu|Ai|Info)$/u.test(name)
}
