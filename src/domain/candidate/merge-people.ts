/** What becomes of the profile where two records on file become one: what stays is what the stricter of both allows. Pure. */
import { joinedUses } from '../pool/skill-uses.ts'
import { fold } from '../shared/text.ts'
import type { Candidate } from './candidate.ts'
import type { ProfileFields } from './merge.ts'

/** `kept` was here first and stays. */
export type Both = { readonly kept: Candidate; readonly other: Candidate }

/**
 * Of a person of ours and a person from outside the one of ours, if there is such a one: who sees them is then settled, and no choice. Of
 * two of ours the owner may be chosen, since whoever merges them sees both.
 */
export function internalOf({ kept, other }: Both): Candidate | undefined {
  if ((kept.kind === 'internal') === (other.kind === 'internal')) return undefined
  return kept.kind === 'internal' ? kept : other
}

/** `fields` is what was compared and chosen; all the rest of the profile follows from both records. */
export function joinedPeople({ kept, other }: Both, { phone: _phone, profileLink: _link, ...fields }: ProfileFields) {
  const internal = internalOf({ kept, other })
  return {
    ...fields,
    ...(internal === undefined ? {} : { kind: internal.kind, ownerId: internal.ownerId }),
    jobId: jobOf({ kept, other }, fields.consideredRole),
    zone: fields.location === kept.location ? kept.zone : (other.zone ?? kept.zone),
    headline: kept.headline ?? other.headline,
    source: kept.source ?? other.source,
    referredBy: kept.referredBy ?? other.referredBy,
    custom: { ...other.custom, ...kept.custom },
    skillUses: joinedUses(fields.skills, kept.skillUses, other.skillUses),
    jobFunction: kept.jobFunction ?? other.jobFunction,
    careerStage: kept.careerStage ?? other.careerStage,
    employment: kept.employment ?? other.employment,
    relation: kept.relation ?? other.relation,
    birthday: kept.birthday ?? other.birthday,
    ...touchesOf({ kept, other }),
    // Whoever is left in peace stays so for the longer of both.
    ...((other.snoozedUntil ?? '') > (kept.snoozedUntil ?? '')
      ? { snoozedUntil: other.snoozedUntil, snoozedFor: other.snoozedFor }
      : { snoozedUntil: kept.snoozedUntil, snoozedFor: kept.snoozedFor }),
  }
}

/** A word with the one was a word with the person: it ends what nobody did anything about since they came. */
function touchesOf({ kept, other }: Both): Pick<Candidate, 'lastTouchAt' | 'unworked' | 'firstDue'> {
  const [own, theirs] = [kept.lastTouchAt, other.lastTouchAt]
  const since = theirs !== undefined && theirs > kept.createdAt
  return {
    lastTouchAt: own === undefined || (theirs !== undefined && theirs > own) ? theirs : own,
    unworked: kept.unworked && other.unworked && !since,
    firstDue: since ? undefined : kept.firstDue,
  }
}

/** The opening that the role on record was about; that of another role is none of theirs. */
function jobOf({ kept, other }: Both, role: string): Candidate['jobId'] {
  const [first, second] = role === kept.consideredRole ? [kept, other] : [other, kept]
  return first.jobId ?? (fold(second.consideredRole) === fold(role) ? second.jobId : undefined)
}
