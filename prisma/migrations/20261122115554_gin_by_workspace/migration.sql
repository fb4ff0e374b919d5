-- A GIN index may begin with a workspace.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- DropIndex
DROP INDEX "candidate_search_company_trgm";

-- DropIndex
DROP INDEX "candidate_search_name_trgm";

-- DropIndex
DROP INDEX "candidate_search_names_idx";

-- DropIndex
DROP INDEX "candidate_search_place_trgm";

-- DropIndex
DROP INDEX "candidate_search_places_idx";

-- DropIndex
DROP INDEX "candidate_search_pool_ids_idx";

-- DropIndex
DROP INDEX "candidate_search_role_trgm";

-- DropIndex
DROP INDEX "candidate_search_skills_idx";

-- DropIndex
DROP INDEX "candidate_search_source_trgm";

-- DropIndex
DROP INDEX "candidate_search_stage_trgm";

-- DropIndex
DROP INDEX "candidate_search_words_idx";

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_names_idx" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "names");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_words_idx" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "words");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_skills_idx" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "skills");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_pool_ids_idx" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "pool_ids");

-- CreateIndex
CREATE INDEX "candidate_search_name_trgm" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_role_trgm" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "role" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_company_trgm" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "company" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_place_trgm" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "place" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_places_idx" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "places");

-- CreateIndex
CREATE INDEX "candidate_search_source_trgm" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "source" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_stage_trgm" ON "candidate_search" USING GIN ("workspace_id" uuid_ops, "stage" gin_trgm_ops);

-- By hand: each search reads through what waits to be sorted into a GIN index, so that little may wait. PostgreSQL's own limit is 4 MB.
ALTER INDEX candidate_search_workspace_id_names_idx SET (gin_pending_list_limit = 128);
ALTER INDEX candidate_search_workspace_id_words_idx SET (gin_pending_list_limit = 128);
ALTER INDEX candidate_search_workspace_id_skills_idx SET (gin_pending_list_limit = 128);
ALTER INDEX candidate_search_workspace_id_pool_ids_idx SET (gin_pending_list_limit = 128);
ALTER INDEX candidate_search_workspace_id_places_idx SET (gin_pending_list_limit = 128);
ALTER INDEX candidate_search_name_trgm SET (gin_pending_list_limit = 128);
ALTER INDEX candidate_search_role_trgm SET (gin_pending_list_limit = 128);
ALTER INDEX candidate_search_company_trgm SET (gin_pending_list_limit = 128);
ALTER INDEX candidate_search_place_trgm SET (gin_pending_list_limit = 128);
ALTER INDEX candidate_search_source_trgm SET (gin_pending_list_limit = 128);
ALTER INDEX candidate_search_stage_trgm SET (gin_pending_list_limit = 128);
