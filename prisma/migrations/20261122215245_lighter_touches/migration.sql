-- DropIndex
DROP INDEX "candidate_search_workspace_id_owner_id_idx";

-- AlterTable
CREATE SEQUENCE event_version_seq;
ALTER TABLE "event" ALTER COLUMN "version" SET DATA TYPE BIGINT,
ALTER COLUMN "version" SET DEFAULT nextval('event_version_seq');
ALTER SEQUENCE event_version_seq OWNED BY "event"."version";

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- Behind whatever is there. To look up a stream's last version was half the cost of an entry where the log had grown since it was planned.
SELECT setval('event_version_seq', coalesce((SELECT max(version) FROM event), 0) + 1, false);
GRANT USAGE ON SEQUENCE event_version_seq TO medallist_app;

-- A touch changes one moment of a person's row. Where no index of that table holds it, PostgreSQL writes the row and none of its indexes
-- (https://www.postgresql.org/docs/15/storage-hot.html); the search's row, which changes as well, keeps the moments for everybody.
DROP INDEX candidate_quiet_by_owner;
DROP INDEX candidate_quiet_a_by_owner;
-- For whoever looks for somebody's people as well: an index on the owner alone stood here before.
CREATE INDEX candidate_search_quiet_by_owner ON candidate_search (workspace_id, owner_id, (coalesce(last_touch_at, created_at)));
CREATE INDEX candidate_search_quiet_a_by_owner ON candidate_search (workspace_id, owner_id, (coalesce(last_touch_at, created_at)))
  WHERE owner_id IS NOT NULL AND tier = 'A';
-- No statement reads it any more: finalists are counted as they stood at the end of a week.
DROP INDEX candidate_finalists;
