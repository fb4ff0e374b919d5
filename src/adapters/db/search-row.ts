import { sql } from 'kysely'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { CustomValues } from '../../domain/candidate/custom-field.ts'
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
  const texts = searchTexts(person, notes)
  await sql`INSERT INTO candidate_search (workspace_id, candidate_id, name, names, words, skills, place, places, remote_ok,
      seniority, job_function, tier, kind, standing, reason, source, role, company, stage, owner_id, pool_ids, last_touch_at, snoozed_until, created_at, rating,
      unworked, first_due, checked_at, traits, custom, next_touch)
    SELECT workspace_id, id, ${texts.name}, to_tsvector('simple', ${texts.names}),
      to_tsvector('english', ${texts.words}), with_learned(workspace_id, skills), ${texts.place}::text,
      ${[...texts.places]}::text[], remote_ok, coalesce(seniority, ${texts.seniority}::text), coalesce(c.job_function, ${texts.job_function}::text), tier, kind, standing, reason,
      ${texts.source}::text, ${texts.role}, ${texts.company}::text, ${texts.stage}::text,
      owner_id, ARRAY(SELECT pool_id FROM pool_member m JOIN pool p ON p.workspace_id = m.workspace_id AND p.id = m.pool_id
        WHERE m.workspace_id = c.workspace_id AND m.candidate_id = c.id AND p.archived_at IS NULL),
      last_touch_at, snoozed_until, created_at,
      (SELECT min(score) FROM (SELECT DISTINCT ON (kind) score FROM rating r WHERE r.workspace_id = c.workspace_id AND r.candidate_id = c.id
        AND superseded_at IS NULL ORDER BY kind, at DESC, id DESC) AS newest),
      unworked, first_due, checked_at,
      search_traits(c.workspace_id, c.relation, c.employment, c.career_stage, c.skill_uses, c.custom), ${texts.custom}::jsonb, next_touch
    FROM candidate c
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${person.id}::uuid AND merged_into IS NULL AND erased_at IS NULL
    ON CONFLICT (workspace_id, candidate_id) DO UPDATE SET name = EXCLUDED.name, names = EXCLUDED.names, words = EXCLUDED.words,
      skills = EXCLUDED.skills, place = EXCLUDED.place, places = EXCLUDED.places, remote_ok = EXCLUDED.remote_ok,
      seniority = EXCLUDED.seniority, job_function = EXCLUDED.job_function, tier = EXCLUDED.tier, kind = EXCLUDED.kind, standing = EXCLUDED.standing, reason = EXCLUDED.reason,
      source = EXCLUDED.source, role = EXCLUDED.role, company = EXCLUDED.company, stage = EXCLUDED.stage, owner_id = EXCLUDED.owner_id,
      pool_ids = EXCLUDED.pool_ids, last_touch_at = EXCLUDED.last_touch_at, snoozed_until = EXCLUDED.snoozed_until,
      rating = EXCLUDED.rating, unworked = EXCLUDED.unworked, first_due = EXCLUDED.first_due, checked_at = EXCLUDED.checked_at,
      traits = EXCLUDED.traits, custom = EXCLUDED.custom, next_touch = EXCLUDED.next_touch`.execute(db)
}

type Described = Pick<
  Candidate,
  | 'fullName'
  | 'headline'
  | 'consideredRole'
  | 'skills'
  | 'location'
  | 'bringBack'
  | 'stageReached'
  | 'source'
  | 'company'
> & { readonly custom?: CustomValues }

/** What of a search row is made from a person's texts. */
export function searchTexts(person: Described, notes: readonly string[]) {
  const { location, stageReached, source, company } = person
  const said = [person.headline, person.consideredRole, ...person.skills, location, person.bringBack, ...notes]
  // A stop word between two texts takes a place of its own, so that no phrase is found across their border.
  const words = said.flatMap((one) => (one === undefined ? [] : [searchText(one)])).join(' a ')
  return {
    name: fold(person.fullName).slice(0, LONGEST_NAME),
    names: searchText(person.fullName),
    words: words.slice(0, LONGEST_TEXT),
    place: location === undefined ? null : fold(location),
    places: location === undefined ? [] : placesOf(location),
    // Where nobody recorded a level, that of the role they were considered for is theirs.
    seniority: seniorityOf(person.consideredRole) ?? null,
    job_function: functionOf(person.consideredRole) ?? null,
    source: source === undefined ? null : fold(source),
    role: fold(person.consideredRole),
    company: company === undefined ? null : companyKey(company),
    stage: stageReached === undefined ? null : fold(stageReached),
    custom: foldedValues(person.custom ?? {}),
  }
}

function foldedValues(custom: CustomValues): string | null {
  const entries = Object.entries(custom)
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries.map(([id, said]) => [id, fold(said)])))
}

/** A B-tree takes no more than 2,704 bytes, a text search vector a megabyte. */
const LONGEST_NAME = 300
const LONGEST_TEXT = 200_000
