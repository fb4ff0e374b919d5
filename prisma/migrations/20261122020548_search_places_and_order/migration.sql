-- DropIndex
DROP INDEX "candidate_search_workspace_id_last_touch_at_candidate_id_idx";

-- DropIndex
DROP INDEX "candidate_search_workspace_id_place_idx";

-- AlterTable
ALTER TABLE "candidate_search" DROP COLUMN "country",
ADD COLUMN     "places" TEXT[],
ADD COLUMN     "stage" TEXT;

-- CreateIndex
CREATE INDEX "candidate_search_company_trgm" ON "candidate_search" USING GIN ("company" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_place_trgm" ON "candidate_search" USING GIN ("place" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_places_idx" ON "candidate_search" USING GIN ("places");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_owner_id_idx" ON "candidate_search"("workspace_id", "owner_id");

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- Rows of before know no places yet; they learn them with their next change.
UPDATE candidate_search SET places = '{}' WHERE places IS NULL;

-- The orders of a list of people, each with the id behind it, so that a page begins where the last one ended. Never contacted comes first.
CREATE INDEX candidate_search_by_quiet ON candidate_search
  (workspace_id, coalesce(last_touch_at, '-infinity'::timestamptz), candidate_id);
CREATE INDEX candidate_search_by_name ON candidate_search (workspace_id, name COLLATE "C", candidate_id);

-- Who was merged away or erased is found no more, whoever made the change.
CREATE FUNCTION candidate_leaves_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM candidate_search WHERE workspace_id = NEW.workspace_id AND candidate_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER candidate_leaves_search AFTER UPDATE OF merged_into, erased_at ON candidate
  FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL OR NEW.erased_at IS NOT NULL)
  EXECUTE FUNCTION candidate_leaves_search();
