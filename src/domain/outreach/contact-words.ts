/** Contacts in a text that people wrote: what would lead a reader, or a machine, to somebody. */
import { canonicalSkill } from '../pool/skills.ts'

/** Whether a text holds an address, a link, a site's bare name, or as many digits as a phone number has. "Node.js" and "asp.net" are no sites. */
export const holdsContact = (text: string): boolean =>
  CONTACT.test(text) ||
  SPOKEN.test(text) ||
  [...text.matchAll(SITE)].some(([, name = '', path]) => isSite(name, path !== undefined))

const CONTACT = /https?:|www\.|\S\s?@\s?\S|\b\w+\s*[([]at[)\]]\s*\w+|(?:\d[\s()./-]{0,3}){7,}/iu

/** "nadia dot rahimi at gmail dot com". "Dot net" is a skill, and so is what "at asp dot net" speaks of. */
const SPOKEN =
  /\b(?:dot|punto|punkt)\s+(?:com|org|io|dev|me|co|uk|de|fr|es|pt|eu|ai|app|info)\b|\bat\s+(?!asp\b|vb\b)[\w-]+\s+(?:dot|punto|punkt)\s+[a-z]{2,4}\b|\bat\s+(?:gmail|googlemail|hotmail|protonmail|gmx)\b/iu

const SITE = /(?<![\p{L}\p{N}.])([\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,})(?![\p{L}\p{N}])(\/\S)?/gu

/** Files and libraries end so, and no site does. */
const FILE = /\.(?:jsx?|tsx?|css|html|json|ya?ml|csv|pdf|docx?|xlsx?|sql|go|md|exe|cpp)$/i

function isSite(name: string, hasPath: boolean): boolean {
  if (FILE.test(name) || canonicalSkill(name) !== undefined) return false
  if (hasPath) return true
  // "well.She" lost its space, and "m.sc" is a degree.
  return /\.(?:\p{Ll}+|\p{Lu}+)$/u.test(name) && !/^\p{L}\.\p{L}{2,3}$/u.test(name)
}
