import { sql } from 'kysely'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { functionOf } from '../../domain/candidate/job-function.ts'
import { seniorityOf } from '../../domain/candidate/seniority.ts'
import { companyKey } from '../../domain/consent/do-not-contact.ts'
import { fold } from '../../domain/shared/text.ts'
import type { Scope } from './scope.ts'
import { placesOf, searchText } from './search/search-text.ts'

/**
 * Brings what search reads in line with the person's row, in the same transaction. Text is folded here and in the query alike, so that
 * "Muller" finds "Müller"; names are indexed without stemming, because English stemming reduces "Will Don An" to nothing.
 */
export async function writeSearchRow(
  { db, workspaceId }: Scope,
  person: Candidate,
  notes: readonly string[],
): Promise<void> {
  const said = [person.headline, person.consideredRole, ...person.skills, person.location, person.bringBack, ...notes]
  // A stop word between two texts takes a place of its own, so that no phrase is found across their border.
  const text = said.flatMap((one) => (one === undefined ? [] : [searchText(one)])).join(' a ')
  // Where nobody recorded a level, that of the role they were considered for is theirs.
  const { location, stageReached, source, company } = person
  await sql`INSERT INTO candidate_search (workspace_id, candidate_id, name, names, words, skills, place, places, remote_ok,
      seniority, job_function, tier, kind, standing, reason, source, role, company, stage, owner_id, pool_ids, last_touch_at, snoozed_until, created_at)
    SELECT workspace_id, id, ${fold(person.fullName).slice(0, LONGEST_NAME)}, to_tsvector('simple', ${searchText(person.fullName)}),
      to_tsvector('english', ${text.slice(0, LONGEST_TEXT)}), skills, ${location === undefined ? null : fold(location)}::text,
      ${location === undefined ? [] : [...placesOf(location)]}::text[], remote_ok,
      coalesce(seniority, ${seniorityOf(person.consideredRole) ?? null}::text), ${functionOf(person.consideredRole) ?? null}::text, tier, kind, standing, reason,
      ${source === undefined ? null : fold(source)}::text, ${fold(person.consideredRole)},
      ${company === undefined ? null : companyKey(company)}::text, ${stageReached === undefined ? null : fold(stageReached)}::text,
      owner_id, ARRAY(SELECT pool_id FROM pool_member m WHERE m.workspace_id = c.workspace_id AND m.candidate_id = c.id),
      last_touch_at, snoozed_until, created_at
    FROM candidate c
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${person.id}::uuid AND merged_into IS NULL AND erased_at IS NULL
    ON CONFLICT (workspace_id, candidate_id) DO UPDATE SET name = EXCLUDED.name, names = EXCLUDED.names, words = EXCLUDED.words,
      skills = EXCLUDED.skills, place = EXCLUDED.place, places = EXCLUDED.places, remote_ok = EXCLUDED.remote_ok,
      seniority = EXCLUDED.seniority, job_function = EXCLUDED.job_function, tier = EXCLUDED.tier, kind = EXCLUDED.kind, standing = EXCLUDED.standing, reason = EXCLUDED.reason,
      source = EXCLUDED.source, role = EXCLUDED.role, company = EXCLUDED.company, stage = EXCLUDED.stage, owner_id = EXCLUDED.owner_id,
      pool_ids = EXCLUDED.pool_ids, last_touch_at = EXCLUDED.last_touch_at, snoozed_until = EXCLUDED.snoozed_until`.execute(
    db,
  )
}

/** A B-tree takes no more than 2,704 bytes, a text search vector a megabyte. */
const LONGEST_NAME = 300
const LONGEST_TEXT = 200_000
