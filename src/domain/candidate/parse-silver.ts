/**
 * Reads `/silver Ana Souza <ana@example.com> for Senior SRE in London: runner-up, strong Kubernetes, wants remote` by rules.
 * First the contacts are taken out, then the head (who, for what, where), then clause by clause what the rules recognise.
 * What they do not recognise is praise for all we know, and stays in `impressed`.
 */
import { canonicalPlace } from '../pool/places.ts'
import { canonicalSkill, findSkills } from '../pool/skills.ts'
import { normaliseSlash } from '../shared/text.ts'
import type { Day } from '../shared/time.ts'
import { takeContacts } from './contacts-in-text.ts'
import { denies, reasonClauseOf, reasonOf, reasonWithin, remoteOf, standingOf, wantOf } from './cues.ts'
import type { ParsedSilver } from './parsed-silver.ts'
import { saidDays } from './said-days.ts'
import { seniorityOf, seniorityWord } from './seniority.ts'
import { readHead } from './silver-head.ts'

export type SilverContext = {
  /** In the zone of the person who types, for "told no yesterday". */
  readonly today: Day
  /** ISO country for phone numbers without +; numbers without one are left alone where it is missing. */
  readonly region?: string
}
type Found = { -readonly [Field in keyof ParsedSilver]: ParsedSilver[Field] }
export type Clause = { readonly text: string; readonly end: string }

const MOST = 6_000

export function parseSilver(raw: string, context: SilverContext): ParsedSilver {
  const { text, ...contacts } = takeContacts(normaliseSlash(raw.slice(0, 3 * MOST)).slice(0, MOST), context.region)
  const { rest, ...head } = readHead(text)
  const found: Found = { ...contacts, ...head }
  const kept: Clause[] = []
  const skillful: Clause[] = []
  for (const clause of clauses(rest)) {
    const understood = understand(clause.text, found, context)
    if (!understood) kept.push(clause)
    if (understood === 'skills' || (!understood && !denies(clause.text))) skillful.push(clause)
  }
  const skills = findSkills(joined(skillful))
  if (skills.length > 0) found.skills = skills
  const seniority = found.seniority ?? (found.role === undefined ? undefined : seniorityOf(found.role))
  if (seniority !== undefined) found.seniority = seniority
  const impressed = joined(kept)
  if (impressed !== '') found.impressed = impressed
  return found
}

/** Parts of the text that each say one thing, with what ended them, so that kept ones can be put together again. */
export function clauses(text: string): readonly Clause[] {
  const parts = text.split(
    /(\s*[,;\n][\s,;]*|(?<!\b(?:skills?|reason|why|stack|knows|back)):\s+|[.!?]+(?:\s+|$)|\s+-\s+|\s+(?:and|but)\s+(?=(?:wants?|told|withdrew|declined|would|remote|open to|looking)\b))/i,
  )
  const found: Clause[] = []
  for (let at = 0; at < parts.length; at += 2) {
    const text = (parts[at] ?? '').replace(/^[\s:>*•-]+/, '').trim()
    if (text !== '') found.push({ text, end: parts[at + 1] ?? '' })
  }
  return found
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
    readReason(clause, found) ||
    readWish(clause, found) ||
    readLevel(clause, found) ||
    readPlaceOrRole(clause, found) ||
    (isSkillList(clause) && 'skills')
  )
}

function readStanding(clause: string, found: Found, { today }: SilverContext): boolean {
  const cue = standingOf(clause)
  if (cue === undefined || found.standing !== undefined) return false
  found.standing = cue.standing
  if (cue.standing === 'declined_offer' || cue.standing === 'withdrew') {
    const cause = cue.cause === undefined ? undefined : reasonOf(cue.cause)
    found.reason ??= cause ?? cue.standing
    return cue.cause === undefined || cause !== undefined
  }
  if (cue.when === undefined) return true
  const days = saidDays(cue.when, today)
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

const TRADE =
  /\b(?:engineer|developer|designer|manager|executive|analyst|scientist|recruiter|architect|lead|director|consultant|accountant|sre|officer|representative|specialist|coordinator|administrator|writer|researcher|marketer|controller|counsel)$/i

function readPlaceOrRole(clause: string, found: Found): boolean {
  const place = clause.replace(/^(?:lives in|based in|now in|from|in)\s+/i, '')
  if (found.location === undefined && canonicalPlace(place) !== undefined && canonicalSkill(place) === undefined) {
    found.location = place
    return true
  }
  const role = clause.replace(/^(?:for|as)\s+(?:(?:the|a|an|our)\s+)?/i, '')
  if (found.role !== undefined || !TRADE.test(role) || role.split(' ').length > 5 || !/^\p{Lu}/u.test(role))
    return false
  found.role = role
  return true
}

function isSkillList(clause: string): boolean {
  const listed = clause.replace(/^(?:skills?|knows|stack)\s*:?\s*/i, '')
  return listed.split(/\s*(?:\/|\+|\band\b|&)\s*/).every((item) => canonicalSkill(item) !== undefined)
}
