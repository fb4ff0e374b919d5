import type { Candidate } from '../../domain/candidate/candidate.ts'
import { companyKey } from '../../domain/consent/do-not-contact.ts'
import { fold } from '../../domain/shared/text.ts'
import type { Scope } from './scope.ts'

/**
 * Brings what search reads in line with the person's row, in the same transaction. Text is folded here and in the query alike, so that
 * "Muller" finds "Müller"; names are indexed without stemming, because English stemming reduces "Will Don An" to nothing.
 */
export async function writeSearchRow(
  { db, workspaceId }: Scope,
  person: Candidate,
  notes: readonly string[],
): Promise<void> {
  const words = [
    person.headline,
    person.consideredRole,
    person.skills.join(' '),
    person.location,
    person.bringBack,
    ...notes,
  ]
  const text = fold(words.filter((word) => word !== undefined).join(' \n ')).slice(0, 200_000)
  const name = fold(person.fullName)
  const place = person.location === undefined ? null : fold(person.location)
  await db.$executeRaw`INSERT INTO candidate_search (workspace_id, candidate_id, name, names, words, skills, place, remote_ok, seniority, tier,
      kind, standing, reason, source, role, company, owner_id, pool_ids, last_touch_at, created_at)
    VALUES (${workspaceId}::uuid, ${person.id}::uuid, ${name}, to_tsvector('simple', ${name}), to_tsvector('english', ${text}),
      ${[...person.skills]}, ${place}, ${person.remoteOk ?? null}, ${person.seniority ?? null}, ${person.tier ?? null}, ${person.kind},
      ${person.standing}, ${person.reason ?? null}, ${person.source === undefined ? null : fold(person.source)}, ${fold(person.consideredRole)},
      ${person.company === undefined ? null : companyKey(person.company)}, ${person.ownerId ?? null}::uuid, '{}',
      ${person.lastTouchAt === undefined ? null : new Date(person.lastTouchAt)}, ${new Date(person.createdAt)})
    ON CONFLICT (workspace_id, candidate_id) DO UPDATE SET name = EXCLUDED.name, names = EXCLUDED.names, words = EXCLUDED.words,
      skills = EXCLUDED.skills, place = EXCLUDED.place, remote_ok = EXCLUDED.remote_ok, seniority = EXCLUDED.seniority, tier = EXCLUDED.tier,
      kind = EXCLUDED.kind, standing = EXCLUDED.standing, reason = EXCLUDED.reason, source = EXCLUDED.source, role = EXCLUDED.role,
      company = EXCLUDED.company, owner_id = EXCLUDED.owner_id, last_touch_at = EXCLUDED.last_touch_at`
}
