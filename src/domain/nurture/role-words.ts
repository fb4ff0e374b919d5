/** The words of a job title that say what the work is, however it is spelt. */
import { fold } from '../shared/text.ts'

/** Short names and twins, each as the words that it stands for. */
const MEANS: Readonly<Record<string, string>> = {
  sre: 'site reliability engineer',
  swe: 'software engineer',
  sdet: 'quality test engineer',
  qa: 'quality test',
  assurance: 'test',
  ae: 'account executive',
  sdr: 'sales development representative',
  bdr: 'business development representative',
  csm: 'customer success manager',
  ml: 'machine learning',
  ai: 'machine learning',
  ux: 'product',
  ui: 'product',
  developer: 'engineer',
  programmer: 'engineer',
  engineering: 'engineer',
  dev: 'engineer',
  designs: 'designer',
  design: 'designer',
  hr: 'people',
  talent: 'recruiter',
  recruitment: 'recruiter',
  recruiting: 'recruiter',
  ops: 'operations',
}
const TOGETHER: readonly (readonly [RegExp, string])[] = [
  [/\bfront[ -]end\b/g, 'frontend'],
  [/\bback[ -]end\b/g, 'backend'],
  [/\bfull[ -]stack\b/g, 'fullstack'],
  [/\bdev[ -]?ops\b/g, 'devops'],
  [/\bsite reliability\b(?! engineer)/g, 'site reliability engineer'],
]
/** Levels and decorations: they do not say what the work is. */
const SAYS_NOTHING = new Set(
  'a an the of for and or in at to with m f d w x i ii iii iv v 1 2 3 intern internship trainee junior jr jnr entry level graduate mid senior sr snr staff principal lead head chief vp svp director remote hybrid onsite contract permanent part full time'.split(
    ' ',
  ),
)
/** What many trades share: alike in these alone, two jobs are not alike. */
const GENERIC = new Set(
  'engineer designer manager analyst specialist consultant associate executive officer assistant coordinator administrator representative architect scientist recruiter partner product software operations'.split(
    ' ',
  ),
)

export function roleWords(title: string): ReadonlySet<string> {
  const joined = TOGETHER.reduce((text, [spelt, as]) => text.replace(spelt, as), fold(title.slice(0, 300)))
  const words = joined.split(/[^a-z0-9+#]+/).flatMap((word) => (MEANS[word] ?? word).split(' '))
  return new Set(words.filter((word) => word !== '' && !SAYS_NOTHING.has(word)))
}

export const genericWordsOf = (words: readonly string[]): readonly string[] => words.filter((word) => GENERIC.has(word))

/** As PostgreSQL and JavaScript both read it: the word by itself, in folded text. */
const anyOf = (spelt: readonly string[]): string => `(^|[^a-z0-9+#])(${spelt.join('|')})($|[^a-z0-9+#])`
/** The word, the short names that stand for it, and how it is spelt in two. */
const spellingsOf = (word: string): readonly string[] => [
  word.replaceAll('+', '[+]'),
  ...Object.keys(MEANS).filter((short) => MEANS[short]?.split(' ').includes(word)),
  ...TOGETHER.flatMap(([spelt, as]) => (as === word ? [spelt.source.replaceAll('\\b', '')] : [])),
]

/**
 * Regular expressions that are all found in the folded title of whoever does what this one says, or something related, however either is
 * spelt; found in others too, so that it only narrows down whom to compare. None where the title says nothing.
 */
export function titlesLike(title: string): readonly string[] {
  const words = [...roleWords(title)]
  const generic = new Set(genericWordsOf(words))
  const telling = words.filter((word) => !generic.has(word))
  return telling.length > 0 ? [anyOf(telling.flatMap(spellingsOf))] : words.map((word) => anyOf(spellingsOf(word)))
}
