-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "import_id" UUID;

-- CreateTable
CREATE TABLE "file_import" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "slack_file_id" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "standing" TEXT,
    "role" TEXT,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "chosen" JSONB NOT NULL,
    "head" BYTEA,
    "table_id" TEXT,
    "run_started_at" TIMESTAMPTZ(3),
    "counted" JSONB,
    "done" JSONB,
    "refused_file" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),
    "lease_owner" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "file_import_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "file_import_workspace_id_state_next_at_idx" ON "file_import"("workspace_id", "state", "next_at");

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

CREATE INDEX candidate_import_idx ON candidate (workspace_id, import_id, id) WHERE import_id IS NOT NULL;

ALTER TABLE file_import
  ADD CHECK (state IN ('fetching', 'to_map', 'counting', 'counted', 'importing', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
  ADD CHECK (state NOT IN ('done', 'cancelled', 'failed', 'undone') OR head IS NULL);
ALTER TABLE file_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON file_import USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON file_import TO medallist_app;
