/**
 * Reads `/silver Ana Souza <ana@example.com> for Senior SRE in London: runner-up, strong Kubernetes, wants remote` by rules.
 * First the contacts are taken out, then the head (who, for what, where), then clause by clause what the rules recognise.
 * What they do not recognise is praise for all we know, and stays in `impressed`.
 */
import { canonicalPlace, liesIn } from '../pool/places.ts'
import { canonicalSkill, findSkills } from '../pool/skills.ts'
import { NOT_ABBREVIATED, normaliseSlash } from '../shared/text.ts'
import type { Day } from '../shared/time.ts'
import { GAP, takeContacts } from './contacts-in-text.ts'
import { denies, reasonClauseOf, reasonOf, reasonWithin, remoteOf, wantOf } from './cues.ts'
import { isTitle, titleAndName, titleAndPlace, titleBeforeTime } from './job-title.ts'
import { nameIn } from './parse-flag.ts'
import type { ParsedSilver } from './parsed-silver.ts'
import { saidDays } from './said-days.ts'
import { seniorityOf, seniorityWord } from './seniority.ts'
import { readHead } from './silver-head.ts'
import { takeLabelled } from './silver-labels.ts'
import { standingOf } from './standing-cues.ts'

export type SilverContext = {
  /** In the zone of the person who types, for "told no yesterday". */
  readonly today: Day
  /** ISO country for phone numbers without +; numbers without one are left alone where it is missing. */
  readonly region?: string
}
type Found = { -readonly [Field in keyof ParsedSilver]: ParsedSilver[Field] }
export type Clause = { readonly text: string; readonly end: string }

const MOST = 6_000
/** Between columns: "Ana Souza | Senior SRE • London". */
const BARS = /[^\S\n]*[|•·][^\S\n]*/g
const QUOTED = /(\b(?:for|as|in) (?:(?:the|a|an|our) )?)"([^"\n]{2,80})"/gi
/** "Please add Ana Souza …": what is asked of us says nothing about her. */
const ASKS = /^(?:please )?(?:add|save|remember|note|meet) (?=\p{Lu})/iu
/** "Hello, Ana Souza for SRE": so is what greets us, before two words of a name. */
const GREETS = /^\s*(?:[Hh]ello|[Hh]i|[Hh]ey)(?: (?:all|team|there))?[,!] +(?=\p{Lu}[\p{L}'-]* \p{Lu})/u
/** "Close second: Ana Souza …" */
const OUTCOME_FIRST =
  /^((?:close |came )?second|runner[- ]?up|silver medall?ist|finalist)(?: ?[:,-])? +((?!for |in |as |to |of )\S.*)$/is
const NOBODY_ELSE = { roles: [], memberNames: [], speakers: [] }

export function parseSilver(raw: string, context: SilverContext): ParsedSilver {
  const plain = normaliseSlash(raw.slice(0, 3 * MOST))
    .slice(0, MOST)
    .replace(BARS, ' - ')
    .replace(QUOTED, '$1$2')
    .replace(GREETS, '')
    .replace(ASKS, '')
    .replace(OUTCOME_FIRST, '$2; $1')
  const { text: unlabelled, ...labelled } = takeLabelled(plain)
  const { text, others = [], ...contacts } = takeContacts(unlabelled, context.region)
  const { rest, ...head } = readHead(text, labelled.fullName !== undefined)
  const found: Found = { ...contacts, ...head, ...labelled }
  const kept: Clause[] = []
  const skillful: Clause[] = []
  for (const clause of [...wholePlaces(clauses(rest)), ...others.map((other) => ({ text: other, end: ', ' }))]) {
    const understood = understand(clause.text, found, context)
    if (!understood) kept.push(clause)
    if (understood === 'skills' || (!understood && !denies(clause.text))) skillful.push(clause)
  }
  const named = found.fullName ?? nameBeforeContact(text) ?? nameWithin(kept)
  if (named !== undefined) found.fullName = named
  const skills = findSkills(joined(skillful))
  if (skills.length > 0) found.skills = skills
  const seniority = found.seniority ?? (found.role === undefined ? undefined : seniorityOf(found.role))
  if (seniority !== undefined) found.seniority = seniority
  const impressed = joined(kept)
  if (impressed !== '') found.impressed = impressed
  return found
}

const CLAUSE_END = new RegExp(
  String.raw`(\s*[,;\n][\s,;]*|(?<!\b(?:skills?|reason|why|stack|knows|back)):\s+|[.!?]+${NOT_ABBREVIATED}(?:\s+|$)|\s+-\s+|\s+(?:and|but)\s+(?=(?:wants?|told|withdrew|declined|would|remote|open to|looking)\b))`,
  'i',
)

/** Parts of the text that each say one thing, with what ended them, so that kept ones can be put together again. */
export function clauses(text: string): readonly Clause[] {
  const parts = text.split(CLAUSE_END)
  const found: Clause[] = []
  for (let at = 0; at < parts.length; at += 2) {
    const text = (parts[at] ?? '').replace(/^[\s:>*•-]+/, '').trim()
    if (text !== '') found.push({ text, end: parts[at + 1] ?? '' })
  }
  return found
}

const LIVES = /^(?:lives in|based in|now in|from|in)\s+/i

/** "lives in Cambridge, MA" says one thing. */
function wholePlaces(parts: readonly Clause[]): readonly Clause[] {
  const whole: Clause[] = []
  for (const part of parts) {
    const before = whole.at(-1)
    if (before?.end.trim() === ',' && liesIn(before.text.replace(LIVES, ''), part.text))
      whole[whole.length - 1] = { text: `${before.text}, ${part.text}`, end: part.end }
    else whole.push(part)
  }
  return whole
}

export const joined = (parts: readonly Clause[]): string =>
  parts
    .map(({ text, end }) => text + end)
    .join('')
    .replace(/(?:[\s,;:-]|\s(?:and|but))+$/i, '')
    .trim()

/** Whether a rule understood all of the clause; `skills` where it is nothing but skills. */
function understand(clause: string, found: Found, context: SilverContext): boolean | 'skills' {
  return (
    readStanding(clause, found, context) ||
    readOutcomeAndRole(clause, found) ||
    readReason(clause, found) ||
    readWish(clause, found) ||
    readLevel(clause, found) ||
    readPlaceOrRole(clause, found) ||
    readName(clause, found) ||
    (isSkillList(clause) && 'skills')
  )
}

function readStanding(clause: string, found: Found, { today }: SilverContext): boolean {
  const cue = standingOf(clause)
  if (cue === undefined || found.standing !== undefined) return false
  found.standing = cue.standing
  const dated = readDay(cue.when, found, today)
  if (cue.standing !== 'declined_offer' && cue.standing !== 'withdrew') return dated
  const cause = cue.cause === undefined ? undefined : reasonOf(cue.cause)
  found.reason ??= cause ?? cue.standing
  return dated && (cue.cause === undefined || cause !== undefined)
}

/** Whether nothing was said of it, or what was said is understood. */
function readDay(when: string | undefined, found: Found, today: Day): boolean {
  if (when === undefined) return true
  const days = saidDays(when, today)
  if (days === undefined || days.from > today) return false
  if (days.from === days.to) found.standingDay = days.from
  else found.standingBetween = { from: days.from, to: days.to > today ? today : days.to }
  return true
}

function readReason(clause: string, found: Found): boolean {
  const whole = reasonClauseOf(clause)
  const reason = whole ?? reasonWithin(clause)
  if (reason === undefined || (found.reason !== undefined && found.reason !== reason)) return false
  found.reason = reason
  return whole !== undefined
}

function readWish(clause: string, found: Found): boolean {
  const want = wantOf(clause)
  const remote = remoteOf(want ?? clause)
  if (remote !== undefined) found.remoteOk ??= remote
  else if (want !== undefined && /\bremote\b/i.test(want) && !denies(want)) found.remoteOk ??= true
  if (want === undefined) return remote !== undefined
  found.bringBack = found.bringBack === undefined ? want : `${found.bringBack}, ${want}`
  return true
}

function readLevel(clause: string, found: Found): boolean {
  if (AT_ONCE.test(clause) && !denies(clause)) found.tier ??= 'A'
  const tier = /^tier ([abc])$/i.exec(clause)?.[1]?.toUpperCase()
  if (tier === 'A' || tier === 'B' || tier === 'C') {
    found.tier = tier
    return true
  }
  const seniority = seniorityWord(clause)
  if (seniority === undefined || found.seniority !== undefined) return false
  found.seniority = seniority
  return true
}

function readPlaceOrRole(said: string, found: Found): boolean {
  const clause = said.replace(/^[\s(]+|[\s)]+$/g, '')
  const place = clause.replace(LIVES, '')
  if (found.location === undefined && canonicalPlace(place) !== undefined && canonicalSkill(place) === undefined) {
    found.location = place
    return true
  }
  const role = clause.replace(/^(?:for|as)\s+(?:(?:the|a|an|our)\s+)?/i, '')
  if (found.role !== undefined) return false
  if (isTitle(role)) {
    found.role = role
    return true
  }
  const both = titleAndPlace(role)
  if (both !== undefined && found.location === undefined) {
    found.role = both.title
    found.location = both.place
    return true
  }
  const dated = titleBeforeTime(role)
  if (dated !== undefined) found.role = dated
  return false
}

/** "runner-up for Senior SRE in London", "runner up SRE". */
function readOutcomeAndRole(clause: string, found: Found): boolean {
  const words = clause.split(' ')
  if (found.reason !== undefined || found.role !== undefined || words.length > 12) return false
  for (let first = 1; first < Math.min(4, words.length); first += 1) {
    const reason = reasonClauseOf(words.slice(0, first).join(' '))
    if (reason === undefined) continue
    const role = words
      .slice(first)
      .join(' ')
      .replace(/^in (?:the|our) /i, 'for ')
    if (!readPlaceOrRole(role, found) || found.role === undefined) continue
    found.reason = reason
    return true
  }
  return false
}

const BEFORE_CONTACT = new RegExp(
  `(\\p{Lu}[\\p{L}\\p{M}'-]+(?: \\p{L}[\\p{L}\\p{M}'-]+){0,2} \\p{Lu}[\\p{L}\\p{M}'-]+) *${GAP}`,
  'u',
)
/** "We nearly hired Ana Souza (ana@example.com) as …" */
const nameBeforeContact = (text: string): string | undefined => {
  const name = BEFORE_CONTACT.exec(text)?.[1]
  return name === undefined ? undefined : nameIn(name, NOBODY_ELSE)
}
function nameWithin(kept: readonly Clause[]): string | undefined {
  for (const { text } of kept) {
    const name = nameIn(text, NOBODY_ELSE)
    if (name !== undefined) return name
  }
  return undefined
}

/** "Ana Souza" and "Senior SRE Ana Souza" behind the head, where that named nobody. */
function readName(clause: string, found: Found): boolean {
  if (found.fullName !== undefined) return false
  const both = titleAndName(clause)
  const name = both?.name ?? clause
  if (nameIn(name, NOBODY_ELSE) !== name) return false
  found.fullName = name
  if (both !== undefined) found.role ??= both.title
  return true
}

const AT_ONCE = /\bwould (?:re-?)?hire (?:(?:her|him|them) )?(?:today|tomorrow|now|in a heartbeat)\b/i

function isSkillList(clause: string): boolean {
  const listed = clause.replace(/^(?:skills?|knows|stack)\s*:?\s*/i, '')
  return listed.split(/\s*(?:\/|\+|\band\b|&)\s*/).every((item) => canonicalSkill(item) !== undefined)
}
