/** Names as lists have them, the surname in front of a comma. Pure. */
import { readName } from './name-words.ts'

type Turned = { readonly given: string; readonly family: string; readonly behind: string }

const GIVEN = /^[\p{L}\p{M}'’.\- ]+$/u
const GENERATION = /^(.*\S)\s+((?:jr|sr|junior|senior|ii|iii|iv)\.?)$/iu

/** "van der Berg, Piet", told apart from "Ana Souza, CSM", which is a name with letters behind it. */
export function turnedName(name: string): Turned | undefined {
  if (!readName(name).turned) return undefined
  const [family = '', said = '', ...rest] = name.split(/[,،]/u).map((part) => part.trim())
  const isShouted = family === family.toUpperCase()
  if (/^[A-Z]{2,6}$/.test(said) && family.includes(' ') && !isShouted) return undefined
  const [, given = said, generation] = GENERATION.exec(said) ?? []
  if (family === '' || !GIVEN.test(given)) return undefined
  const letters = rest.filter((part) => part !== '').join(', ')
  return {
    given,
    family,
    behind: (generation === undefined ? '' : ` ${generation}`) + (letters === '' ? '' : `, ${letters}`),
  }
}

/** The given name in front: "Piet van der Berg". */
export function nameInOrder(name: string): string {
  const turned = turnedName(name)
  return turned === undefined ? name : `${turned.given} ${turned.family}${turned.behind}`
}
