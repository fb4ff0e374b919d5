-- CreateTable
CREATE TABLE "import_run" (
    "workspace_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "merged" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "refused_bytes" BIGINT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("workspace_id","id")
);

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON import_run USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON import_run TO medallist_app;
