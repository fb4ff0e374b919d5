/** Fills the modal *Flag near-miss* from the message that praises somebody. Guesses only: the person who flags sees and edits them. */
import { alsoAName, listedPlace } from '../pool/places.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { fold, normaliseSlash, truncate } from '../shared/text.ts'
import { aboutness, isSomebodyElse } from './about-whom.ts'
import type { WouldHire } from './flag-form.ts'
import { titleIn } from './job-title.ts'
import { JOINED } from './name-words.ts'
import { seniorityWord } from './seniority.ts'
import { wouldHireIn } from './would-hire.ts'

export type ParsedFlag = {
  /** A first and a family name that stand in the message; `undefined` rather than a doubtful one. */
  readonly fullName: string | undefined
  /** One of the known titles, else one that is written out in the message. */
  readonly role: string | undefined
  /** What *What impressed you* begins with. */
  readonly excerpt: string
  readonly wouldHire: WouldHire | undefined
}
export type FlagContext = {
  /** Titles of the jobs that we know, the open ones first. */
  readonly roles: readonly string[]
  /** Names of workspace members: colleagues who praise or interview are not the candidate. */
  readonly memberNames: readonly string[]
  /** Of them those who wrote or flag the message: their first names stand in it for themselves. */
  readonly speakers: readonly string[]
}

export function parseFlag(message: string, context: FlagContext): ParsedFlag {
  const text = normaliseSlash(message.slice(0, 20_000))
  return {
    fullName: nameIn(text, context),
    role: roleIn(text, context.roles) ?? titleIn(text),
    excerpt: truncate(text, 3_000),
    wouldHire: wouldHireIn(text),
  }
}

const PARTICLE = '(?:de|da|do|dos|del|della|der|den|di|du|la|le|al|el|bin|ibn|van|von|y|zu|ter|ten)'
// A full stop belongs to an initial or a short form; behind any other word it ends the sentence. "Rahimi's" is Rahimi.
const NAME_WORD =
  "(?:(?:\\p{Lu}|Dr|Jr|Sr|St)\\.|\\p{Lu}[\\p{L}\\p{M}]*(?:['-](?!s(?![\\p{L}\\p{M}]))\\p{L}[\\p{L}\\p{M}]*)*)"
const NAMES = new RegExp(
  `(?<![\\p{L}\\p{N}@#])${NAME_WORD}(?: (?:${PARTICLE} ){0,2}${JOINED}?${NAME_WORD}){1,3}(?![\\p{L}\\p{N}])`,
  'gu',
)
// Words that begin a sentence or a title with a capital and are nobody's name.
const COMMON = new Set(
  `the a an i we you he she they it this that these those my our your his her their met meet interviewed spoke just really loved thanks thank hi hey hello
  superb great excellent strong fantastic amazing brilliant good best today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december please think candidate finalist re note fyi debrief feedback update
  after before when while if but and or so for from with about in on at to as by what who how why team role job position req interview onsite panel hiring manager
  engineering engineer developer designer product account executive sales marketing data design analyst architect scientist incident super very one two
  runner second silver near also still not no yes quick huge big shout shoutout kudos wow congrats all everyone flag flagging sadly unfortunately honestly
  unlike versus compared than nobody offer`.split(/\s+/),
)

/** The one whom the text is about, if it is clear. */
export function nameIn(text: string, context: FlagContext): string | undefined {
  const [best] = namesWithin(text, context)
  return best !== undefined && best.score >= 0 ? best.name : undefined
}

/** Whom the message may be about, the likeliest first; colleagues are left out. */
export const namesIn = (message: string, context: FlagContext): readonly string[] => [
  ...new Set(namesWithin(normaliseSlash(message.slice(0, 20_000)), context).map(({ name }) => name)),
]

function namesWithin(
  text: string,
  { memberNames, speakers, roles }: FlagContext,
): readonly { readonly name: string; readonly score: number }[] {
  const members = new Set(memberNames.map(fold))
  const firstNames = new Set(speakers.map((name) => fold(name).split(' ')[0]))
  const found: { name: string; score: number }[] = []
  for (const match of text.matchAll(NAMES)) {
    const { name, cut } = withoutCommonEnds(match[0])
    if (name.split(' ').length < 2 || !couldBeAName(name, roles)) continue
    const before = text.slice(Math.max(0, match.index + cut - 40), match.index + cut)
    const after = text.slice(match.index + cut + name.length, match.index + cut + name.length + 30)
    if (members.has(fold(name)) || isSomebodyElse(before, after)) continue
    found.push({ name, score: aboutness(before, after) - (firstNames.has(fold(name).split(' ')[0]) ? 1 : 0) })
  }
  return found.toSorted((one, other) => other.score - one.score)
}

/** "Met Nadia Rahimi Today" → "Nadia Rahimi", which begins four units in. */
function withoutCommonEnds(text: string): { name: string; cut: number } {
  const words = text.split(' ')
  const common = (word: string) => COMMON.has(fold(word).replace(/[^a-z].*$/, ''))
  let cut = 0
  while (words.length > 0 && common(words[0] ?? '')) cut += (words.shift() ?? '').length + 1
  while (words.length > 0 && common(words.at(-1) ?? '')) words.pop()
  return { name: words.join(' ').replace(/\.$/, ''), cut }
}

function couldBeAName(name: string, roles: readonly string[]): boolean {
  const words = name.split(' ')
  const titles = new Set(roles.flatMap((role) => fold(role).split(/[^a-z0-9]+/)))
  if (listedPlace(name) !== undefined || canonicalSkill(name) !== undefined) return false
  // A surname may be a place or a skill ("Jack London", "Franz Kafka"); two such words, a level or a title's words are no name.
  const known = words.filter((word) => {
    const place = listedPlace(word)
    return place === undefined ? canonicalSkill(word) !== undefined : !alsoAName(place)
  }).length
  return (
    known < 2 &&
    words.every((word) => seniorityWord(word) === undefined && !titles.has(fold(word)) && !/^\p{Lu}{3,}$/u.test(word))
  )
}

/** The longest known title in the message; else the one title that "the … role" can mean. */
function roleIn(text: string, roles: readonly string[]): string | undefined {
  const plain = ` ${spaced(text)} `
  const named = roles.filter((role) => spaced(role) !== '' && plain.includes(` ${spaced(role)} `))
  if (named.length > 0) return named.reduce((best, role) => (role.length > best.length ? role : best))
  const said = /\b(?:for|the|our) ((?:[a-z0-9+#.]+ ){1,4}?)(?:role|position|job|req|opening|vacancy)\b/
    .exec(plain)?.[1]
    ?.trim()
  if (said === undefined) return undefined
  const meant = roles.filter((role) => ` ${spaced(role)} `.includes(` ${said.replace(/^(?:the|our) /, '')} `))
  return meant.length === 1 ? meant[0] : undefined
}

const spaced = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9+#.]+|\.(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
