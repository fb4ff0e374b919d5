-- DropIndex
DROP INDEX "candidate_search_workspace_id_created_at_candidate_id_idx";

-- CreateIndex
CREATE INDEX "candidate_search_by_created" ON "candidate_search"("workspace_id", "created_at", "candidate_id", "kind", "owner_id");

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- Who may see a person depends on their kind and owner. With both beside the key a count up to 10,000 need not read the rows.
DROP INDEX candidate_search_by_next_touch;
CREATE INDEX candidate_search_by_next_touch ON candidate_search (workspace_id, next_touch) INCLUDE (kind, owner_id)
  WHERE next_touch IS NOT NULL;
DROP INDEX candidate_search_quiet_by_owner;
CREATE INDEX candidate_search_quiet_by_owner ON candidate_search (workspace_id, owner_id, (coalesce(last_touch_at, created_at))) INCLUDE (kind);
