-- DropIndex
DROP INDEX "candidate_search_workspace_id_skills_idx";

-- AlterTable
ALTER TABLE "candidate_search" ADD COLUMN     "custom" JSONB,
ADD COLUMN     "next_touch" DATE,
ADD COLUMN     "traits" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_skills_traits_idx" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "skills", "traits");

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- Each search reads through what waits to be sorted into a GIN index, so that little may wait.
ALTER INDEX candidate_search_workspace_id_skills_traits_idx SET (gin_pending_list_limit = 128);
-- Most have no next touchpoint, and pay nothing for this when somebody is in touch with them.
CREATE INDEX candidate_search_by_next_touch ON candidate_search (workspace_id, next_touch) WHERE next_touch IS NOT NULL;

-- The years of a skill go to what the workspace calls it as well, as `with_learned` does it for skills. A longer value is never looked up whole.
CREATE FUNCTION search_traits(ws uuid, relation text, employment text, career_stage text, skill_uses jsonb, custom jsonb) RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT array_remove(ARRAY['relation=' || relation, 'employment=' || employment, 'career=' || career_stage], NULL)
    || ARRAY(SELECT DISTINCT 'skill:' || known.skill || '=' || known.years FROM (
        SELECT use ->> 'skill' AS skill, use ->> 'years' AS years
        FROM jsonb_array_elements(CASE jsonb_typeof(skill_uses) WHEN 'array' THEN skill_uses END) AS use
        UNION ALL
        SELECT l.skill, use ->> 'years'
        FROM jsonb_array_elements(CASE jsonb_typeof(skill_uses) WHEN 'array' THEN skill_uses END) AS use
        JOIN learned_skill l ON l.workspace_id = ws AND l.spelling = use ->> 'skill' AND l.removed_at IS NULL
      ) AS known WHERE known.years IS NOT NULL ORDER BY 1)
    || ARRAY(SELECT 'field:' || said.key || part.of FROM jsonb_each_text(CASE jsonb_typeof(custom) WHEN 'object' THEN custom END) AS said,
        LATERAL (SELECT '' AS of UNION ALL SELECT '=' || said.value WHERE length(said.value) <= 60) AS part ORDER BY 1)
$$;

-- For those who are here already; whoever changes has their words folded as a query is.
UPDATE candidate_search s SET next_touch = c.next_touch, custom = lower(c.custom::text)::jsonb,
    traits = search_traits(c.workspace_id, c.relation, c.employment, c.career_stage, c.skill_uses, c.custom)
  FROM candidate c
  WHERE c.workspace_id = s.workspace_id AND c.id = s.candidate_id AND (c.next_touch IS NOT NULL OR c.relation IS NOT NULL OR c.employment IS NOT NULL
    OR c.career_stage IS NOT NULL OR c.skill_uses IS NOT NULL OR c.custom IS NOT NULL);
