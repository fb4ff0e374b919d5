/** Human languages as German, French, Spanish and Dutch adverts name them and ask for them. */

/** What each begins with, or is called whole. */
const NAMES: readonly (readonly [string, string])[] = [
  ['English', 'englisch|anglais|inglés|engels'],
  ['German', 'deutsch|allemand|alemán|duits'],
  ['French', 'französisch|français|francés|frans'],
  ['Spanish', 'spanisch|espagnol|español|spaans'],
  ['Italian', 'italienisch|italien|italiano'],
  ['Portuguese', 'portugiesisch|portugais|portugués'],
  ['Dutch', 'niederländisch|holländisch|néerlandais|neerlandés|nederlands'],
  ['Polish', 'polnisch|polonais|polaco'],
  ['Russian', 'russisch|russe|ruso'],
  ['Turkish', 'türkisch|turc|turco'],
  ['Czech', 'tschechisch|tchèque'],
  ['Arabic', 'arabisch|arabe|árabe'],
  ['Chinese', 'chinesisch|chinois|chino'],
  ['Japanese', 'japanisch|japonais|japonés'],
  ['Swedish', 'schwedisch|suédois|sueco'],
  ['Danish', 'dänisch|danois|danés'],
  ['Ukrainian', 'ukrainisch|ukrainien'],
]
const byName = new Map(NAMES.flatMap(([name, words]) => words.split('|').map((word) => [word, name] as const)))
const any = [...byName.keys()].join('|')
const LIST = `(?:${any})(?:kenntnisse[nr]?)?(?:\\s*(?:,|und|oder|et|ou|y|o|en|/|&)\\s*(?:${any})(?:kenntnisse[nr]?)?)*`
const [from, to] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])']
const SKILLED =
  'fließend(?:e[smnr]?)?|fliessend(?:e[smnr]?)?|verhandlungssicher(?:e[smnr]?)?|(?:sehr )?gute[smnr]?|sichere[smnr]?|(?:bonne )?maîtrise|courant|bilingue|pratique|niveau|dominio|nivel|fluido|vloeiend|goede?|beheersing'
const BEHIND =
  'fließend|fliessend|verhandlungssicher|in wort und schrift|auf muttersprach|courante?|professionnel|opérationnel|bilingue|exigé|requis|obligatoire|impératif|fluide|fluido|avanzado|vloeiend|\\(?[abc][12]'
export const SAID_ABROAD = [
  new RegExp(`${from}(?:${SKILLED})\\s+(?:(?:in|de|du|de l['’]|en|le|l['’]|d['’]|of|van|kenntnisse in|beherrschung der)\\s*)*(${LIST})${to}`, 'giu'),
  new RegExp(`${from}(${LIST})\\s*[:(,-]?\\s*(?:${BEHIND})`, 'giu'),
  new RegExp(`${from}((?:${any})kenntnisse[nr]?)${to}`, 'giu'),
  new RegExp(`${from}(?:sprachen?|sprachkenntnisse|langues?|idiomas?|talen)\\s*:\\s*(${LIST})${to}`, 'giu'),
] // biome-ignore format: a table
export const EACH_ABROAD = new RegExp(any, 'giu')

export const languageAbroad = (word: string): string | undefined => byName.get(word.toLowerCase())
