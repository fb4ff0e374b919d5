/** What a form says of somebody, as facts that a draft may cite, each with who said it and where. */
import { warnSensitive } from '../../domain/candidate/sensitive.ts'
import { type FactKind, tellingAtFirst } from '../../domain/outreach/fact.ts'
import { skillLabel } from '../../domain/pool/skills.ts'
import type { MemberId, NewId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { reasons } from '../../domain/shared/words/candidates.ts'
import type { FactRow } from '../ports/candidates.ts'
import type { NearMiss } from '../ports/near-misses.ts'
import type { SilverDetails } from './silver-details.ts'

export type FactsFrom = {
  readonly by: MemberId
  readonly now: Instant
  readonly newId: NewId
  /** The flag that the form completes: its words stay the flagger's own. */
  readonly nearMiss: NearMiss | undefined
}

type Said = { readonly kind: FactKind; readonly text: string | undefined }

export function factsOf(details: SilverDetails, from: FactsFrom): readonly FactRow[] {
  const { by, now, newId, nearMiss } = from
  const make = (
    kind: FactKind,
    text: string,
    source: Pick<FactRow, 'authorId' | 'sourceKind' | 'sourceLink' | 'statedAt'>,
  ): FactRow => ({
    id: newId<'fact'>(),
    kind,
    text,
    telling: tellingAtFirst(kind, text),
    changedAt: source.statedAt,
    retractedAt: undefined,
    ...source,
  })
  const typed = { authorId: by, sourceKind: 'silver_form', sourceLink: undefined, statedAt: now } as const
  const flagged = flaggersWords(details.impressed, nearMiss).map((text) =>
    make('praise', text, {
      authorId: nearMiss?.flaggedBy,
      sourceKind: 'near_miss',
      sourceLink: nearMiss?.evidenceLink,
      statedAt: nearMiss?.flaggedAt ?? now,
    }),
  )
  const own = said(details, nearMiss).flatMap(({ kind, text }) => (text === undefined ? [] : [make(kind, text, typed)]))
  return [...flagged, ...own]
}

/**
 * What of the praise is the flagger's: what the recruiter left of it, or all of it where she wrote something else, unless that was to
 * replace private matters. Words that she took out are no fact.
 */
function flaggersWords(impressed: string | undefined, nearMiss: NearMiss | undefined): readonly string[] {
  if (nearMiss === undefined || nearMiss.impressed === '' || impressed === undefined) return []
  if (nearMiss.impressed.includes(impressed)) return [impressed]
  return warnSensitive(nearMiss.impressed).length > 0 ? [] : [nearMiss.impressed]
}

/** A recruiter who leaves the flagger's words as they are, or only shortens them, says nothing of her own. */
const ownPraise = (impressed: string | undefined, nearMiss: NearMiss | undefined): string | undefined =>
  impressed !== undefined && nearMiss?.impressed.includes(impressed) ? undefined : impressed

function said(details: SilverDetails, nearMiss: NearMiss | undefined): readonly Said[] {
  const { role, impressed, reason, bringBack, advice, skills, location } = details
  return [
    { kind: 'wish', text: bringBack },
    { kind: 'praise', text: ownPraise(impressed, nearMiss) },
    { kind: 'advice', text: advice },
    ...skills.map((skill): Said => ({ kind: 'skill', text: skillLabel(skill) })),
    { kind: 'role', text: role },
    { kind: 'location', text: location },
    { kind: 'reason', text: reason === undefined ? undefined : reasons[reason] },
  ]
}

/** Without those that say what is known already, in the same words and of the same kind. */
export function newFacts(facts: readonly FactRow[], known: readonly FactRow[]): readonly FactRow[] {
  const same = (fact: FactRow) => `${fact.kind}\n${fact.text.toLowerCase()}`
  const there = new Set(known.filter((fact) => fact.retractedAt === undefined).map(same))
  return facts.filter((fact) => !there.has(same(fact)))
}
