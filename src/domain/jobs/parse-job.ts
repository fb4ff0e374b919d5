/** Reads what stands behind `/pool job new`: "Senior SRE in London, remote ok: Kubernetes, Terraform". A form shows what was read. */

import type { Seniority } from '../candidate/candidate.ts'
import { remoteOf } from '../candidate/cues.ts'
import { isTitle, titleAndPlace } from '../candidate/job-title.ts'
import { seniorityOf } from '../candidate/seniority.ts'
import { canonicalPlace, givenPlace, listedPlace } from '../pool/places.ts'
import { placesNamed, placesText } from '../pool/several-places.ts'
import { findSkills } from '../pool/skills.ts'
import { normaliseSlash } from '../shared/text.ts'

export type ParsedJob = {
  readonly title: string
  readonly location: string | undefined
  readonly remoteOk: boolean
  readonly skills: readonly string[]
  readonly seniority: Seniority | undefined
}

const MOST = 2_000

/** `elsewhere` is the place that the text names besides: then only a place that is known counts in the title. */
export function parseJob(typed: string, elsewhere?: string): ParsedJob {
  const text = normaliseSlash(typed.slice(0, MOST)).replace(/\s+/g, ' ')
  const [head = '', ...clauses] = text.split(/\s*(?:[,;:\n|•·]|\s-\s|\()\s*/)
  const { title, location, behind } = titleAndPlaceOf(head, elsewhere === undefined)
  const rest = [behind, ...clauses].map((clause) => clause.replace(/[).\s]+$/, ''))
  const known = placeAmongClauses(rest)
  const place = location !== undefined && knownPlace(location) === undefined ? (known ?? location) : (location ?? known)
  const remote =
    /\bremote(?:ly)?\b/i.test(title) || [location ?? '', ...rest].some((clause) => remoteOf(clause) === true)
  return {
    title: title.replace(/\s*\bremote\b\s*/i, ' ').trim(),
    location: place !== undefined && remoteOf(place) === undefined ? place : undefined,
    remoteOk: remote,
    skills: findSkills(rest.join(', ')),
    seniority: seniorityOf(title),
  }
}

/** One place as it was typed, several by their names; `undefined` where it names none. */
function knownPlace(text: string): string | undefined {
  const typed = text.replace(/[\s!?.]+$/, '')
  return canonicalPlace(typed) !== undefined && !EITHER.test(typed) ? typed : placesText(placesNamed(typed))
}
const EITHER = /\s(?:or|oder|ou|and|und|et|&)\s|\//i

/** The first clauses that name places: "London, Paris" are two, and "Berlin, Germany" is one. */
function placeAmongClauses(clauses: readonly string[]): string | undefined {
  const isPlace = (clause: string) => knownPlace(clause) !== undefined && findSkills(clause).length === 0
  const from = clauses.findIndex(isPlace)
  const [first, ...rest] = from === -1 ? [] : clauses.slice(from)
  if (first === undefined) return undefined
  const ends = rest.findIndex((clause) => !isPlace(clause) && givenPlace(clause) === undefined)
  const all = placesNamed([first, ...(ends === -1 ? rest : rest.slice(0, ends))].join(', '))
  return all.length > 1 ? placesText(all) : knownPlace(first)
}

type Parts = { readonly title: string; readonly location: string | undefined; readonly behind: string }

/** "Engineer in Test in London": the last "in" before a place ends the title, and so does a company's name behind "at". */
function titleAndPlaceOf(head: string, mayBeUnknown: boolean): Parts {
  for (const match of [...head.matchAll(/\s(in|at|based in)\s/gi)].toReversed()) {
    const [place = '', ...behind] = head
      .slice(match.index + match[0].length)
      .trim()
      .split(/\swith\s/i)
    const title = head.slice(0, match.index).trim()
    if (remoteOf(place) === true) return { title, location: place, behind: behind.join(' ') }
    const known = knownPlace(place)
    if (known !== undefined) return { title, location: known, behind: behind.join(' ') }
    if (!/^\p{Lu}/u.test(place) || /^(?:test|training|residence|charge)\b/i.test(place)) continue
    if (match[1]?.toLowerCase() === 'at') return { ...titleAndPlaceOf(title, mayBeUnknown), behind: behind.join(' ') }
    // Of several none of which is known nobody would be found.
    if (mayBeUnknown && !EITHER.test(place) && findSkills(place).length === 0)
      return { title, location: place, behind: behind.join(' ') }
  }
  const both = isTitle(head) ? undefined : titleAndPlace(head.trim())
  if (both !== undefined && (/\s/.test(both.place) || listedPlace(both.place) !== undefined))
    return { title: both.title, location: both.place, behind: '' }
  return { title: head.trim(), location: undefined, behind: '' }
}
