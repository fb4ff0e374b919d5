/** The head of a `/silver` text: who, for which role, where. */
import { alsoAName, canonicalPlace, listedPlace } from '../pool/places.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { GAP } from './contacts-in-text.ts'
import { reasonClauseOf, remoteOf, wantOf } from './cues.ts'
import { functionWord } from './job-function.ts'
import { isTitle, titleAndName } from './job-title.ts'
import { takeAside, takeNickname, withoutPronouns } from './name-asides.ts'
import { JOINED } from './name-words.ts'
import { takeBracketed, takePlace, takeRole } from './role-and-place.ts'
import { seniorityWord } from './seniority.ts'
import { standingOf } from './standing-cues.ts'

export type Head = { readonly fullName?: string; readonly role?: string; readonly location?: string }

const ENDS_NAME = new RegExp(`[,:;\\n("!?]|\\s-\\s|${GAP}|\\s(?:for|as|in|from|at)\\s`, 'i')
// Small words inside names; any other word in lower case ends a name that is written with capitals.
const PARTICLES = new Set(
  "de da do dos das del della der den di du e la le el al bin bint ben ibn van van't von y zu ter ten af av".split(' '),
)
const NOT_A_NAME = /[\d@#<>{}[\]\\/=*_|"$%^~`+&?!]/
const CUES = new Set(
  `for in as from at runner runner-up silver told withdrew declined rejected was is hired interviewing still strong great who with
  we i he she they it our my please add adding save remember just nearly almost met meet interviewed hello hi`.split(
    /\s+/,
  ),
)
const JOINED_NAME = new RegExp(`^${JOINED}\\p{Lu}`, 'u')
const TIER = /^tier [abc]$/i
const SUFFIX = /^(?:jr|sr|phd|md|ii|iii)\.?$/i
const PICTURES = /(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+/gu

/** What the text begins with; `rest` is everything behind it. */
export function readHead(text: string, named: boolean): Head & { readonly rest: string } {
  const trimmed = text.replace(/^[^:,;\n]*/, (start) => start.replace(PICTURES, ' ')).replace(BEFORE, '')
  const { text: plain, nickname } = takeNickname(withoutPronouns(trimmed))
  const { name, length } = named ? NO_NAME : takeName(plain)
  const asides = nickname === undefined ? [] : [nickname]
  let rest = plain.slice(length)
  const head: { fullName?: string; role?: string; location?: string } = name === undefined ? {} : { fullName: name }
  // "for Senior SRE in London" and "in London for Senior SRE", with contacts anywhere between.
  for (let step = 0; step < 6; step += 1) {
    const inBrackets = takeBracketed(rest)
    const aside = inBrackets === undefined ? takeAside(rest) : undefined
    if (aside !== undefined) {
      asides.push(aside.value)
      rest = rest.slice(aside.length)
      continue
    }
    if (inBrackets === undefined) rest = rest.replace(LEADING, '')
    const part = inBrackets ?? takeRole(rest) ?? takePlace(rest)
    if (part === undefined || head[part.field] !== undefined) break
    head[part.field] = part.value
    rest = rest.slice(part.length)
  }
  rest = [...asides, rest].join('; ')
  // What stood on either side of a contact was two things, not one.
  return { ...head, rest: rest.replace(new RegExp(` *${GAP} *`, 'g'), '; ').replace(/ {2,}/g, ' ') }
}

function takeName(text: string): { name: string | undefined; length: number } {
  const [flipped = '', family = '', given = ''] = FLIPPED.exec(text) ?? []
  const isPlace = family.includes(' ') && canonicalPlace(given.trim()) !== undefined
  if (flipped !== '' && !isPlace && partOfName(family) && partOfName(given.trim()))
    return { name: `${given.trim()} ${family}`, length: flipped.length }
  const turned = takeTurned(text)
  if (turned !== undefined) return turned
  const end = ENDS_NAME.exec(text)?.index ?? text.length
  const words = text
    .slice(0, end)
    .split(/ +/)
    .filter((word) => word !== '')
  const capitals = /^\p{Lu}/u.test(words[0] ?? '')
  const isSuffix = (word: string, at: number) => at > 1 && at === words.length - 1 && SUFFIX.test(word)
  const isTitleFrom = (at: number) => at > 1 && isTitle(words.slice(at).join(' '))
  const over = words.findIndex(
    (word, at) => at > 0 && !isSuffix(word, at) && (endsName(word, capitals) || isTitleFrom(at)),
  )
  const taken = (over < 0 ? words : words.slice(0, over)).join(' ')
  const first = words[0]?.toLowerCase() ?? ''
  const statement =
    wantOf(taken) ?? remoteOf(taken) ?? standingOf(taken) ?? reasonClauseOf(taken) ?? canonicalSkill(taken)
  // "Engineering Manager, London" names no Mr Engineering, and "Tier A" none either.
  const beginsTitle = functionWord(taken) !== undefined && isTitle(words.join(' '))
  if (statement !== undefined || beginsTitle || TIER.test(taken) || !plausible(taken)) return NO_NAME
  const looksLikeTitle = isTitle(taken) || titleAndName(taken) !== undefined
  if (looksLikeTitle && !tellsRole(text.slice(end))) return NO_NAME
  if (CUES.has(first) || seniorityWord(first) !== undefined) return NO_NAME
  return { name: taken, length: text.indexOf(words[0] ?? '') + lengthOf(text, taken) }
}

/** Jane Developer for Full Stack Engineer: where the role stands behind, what stands in front is who. */
const tellsRole = (behind: string): boolean => isTitle(takeRole(behind.replace(LEADING, ''))?.value ?? '')

const FLIPPED = new RegExp(`^(\\p{L}[\\p{L}' -]{0,60}), (\\p{L}[\\p{L}' -]{0,60}?) ${GAP}`, 'u')
// Behind it stands a role and no address, so that only what can hardly be anything else is a family name and a first one.
const TURNED = new RegExp(
  `^((?:(?:de|da|do|dos|del|della|der|den|di|du|la|le|al|el|bin|ibn|van|von|ter) ){0,3}${JOINED}?\\p{Lu}[\\p{L}\\p{M}'-]+), (\\p{Lu}[\\p{L}\\p{M}'-]+(?: \\p{Lu}[\\p{L}\\p{M}'.-]*){0,2})(?= (?:for|as|in|from|at) )`,
  'u',
)
/** "Souza, Ana for SRE" and "Souza, Ana in London for SRE". */
function takeTurned(text: string): { name: string; length: number } | undefined {
  const [whole = '', family = '', given = ''] = TURNED.exec(text) ?? []
  const isName = (words: string) => {
    const place = listedPlace(words)
    return partOfName(words) && canonicalSkill(words) === undefined && (place === undefined || alsoAName(place))
  }
  if (whole === '' || !isName(family) || !isName(given)) return undefined
  const behind = text.slice(whole.length).replace(LEADING, '')
  const role = takeRole(behind) ?? takeRole(behind.slice(takePlace(behind)?.length ?? 0).replace(LEADING, ''))
  return role !== undefined && (isTitle(role.value) || canonicalSkill(role.value) !== undefined)
    ? { name: `${given} ${family}`, length: whole.length }
    : undefined
}

/** "runner-up for Senior SRE, Ana" and "Ana Souza, London" are no family name with a first name behind it. */
const partOfName = (text: string): boolean =>
  !isTitle(text) &&
  !(text.includes(' ') && canonicalPlace(text) !== undefined) &&
  text.split(' ').every((word) => !CUES.has(word.toLowerCase()) && seniorityWord(word) === undefined)

const endsName = (word: string, capitals: boolean): boolean =>
  CUES.has(word.toLowerCase()) ||
  seniorityWord(word) !== undefined ||
  (capitals && /^\p{Ll}/u.test(word) && !PARTICLES.has(word) && !JOINED_NAME.test(word))

const plausible = (name: string): boolean =>
  /\p{L}{2}|[\p{Lo}]/u.test(name) && name.length <= 120 && name.split(' ').length <= 7 && !NOT_A_NAME.test(name)

/** How much of the text the words of the name take, however many spaces stood between them. */
function lengthOf(text: string, name: string): number {
  const pattern = name
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join(' +')
  return new RegExp(pattern).exec(text)?.[0].length ?? name.length
}

const BEFORE = new RegExp(`^(?:[\\s:,;${GAP}-]|@(?=\\p{Lu}))+`, 'u')
const LEADING = new RegExp(`^[\\s,()<>/&${GAP}-]+`)
const NO_NAME = { name: undefined, length: 0 }
