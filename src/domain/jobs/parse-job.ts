/** Reads what stands behind `/pool job new`: "Senior SRE in London, remote ok: Kubernetes, Terraform". A form shows what was read. */

import type { Seniority } from '../candidate/candidate.ts'
import { remoteOf } from '../candidate/cues.ts'
import { seniorityOf } from '../candidate/seniority.ts'
import { canonicalPlace } from '../pool/places.ts'
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

export function parseJob(typed: string): ParsedJob {
  const text = normaliseSlash(typed.slice(0, MOST)).replace(/\s+/g, ' ')
  const [head = '', ...clauses] = text.split(/\s*(?:[,;:\n]|\s-\s|\()\s*/)
  const rest = clauses.map((clause) => clause.replace(/[).\s]+$/, ''))
  const { title, location } = titleAndPlace(head)
  const place =
    location ?? rest.find((clause) => canonicalPlace(clause) !== undefined && findSkills(clause).length === 0)
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

/** "Engineer in Test in London": the last "in" before a place ends the title. */
function titleAndPlace(head: string): { readonly title: string; readonly location: string | undefined } {
  for (const match of [...head.matchAll(/\s(?:in|at|based in)\s/gi)].toReversed()) {
    const place = head.slice(match.index + match[0].length).trim()
    if (
      canonicalPlace(place) !== undefined ||
      remoteOf(place) === true ||
      (/^\p{Lu}/u.test(place) && !/^(?:test|training|residence|charge)\b/i.test(place))
    )
      return { title: head.slice(0, match.index).trim(), location: place }
  }
  return { title: head.trim(), location: undefined }
}
