-- CreateTable
CREATE TABLE "match_run" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "job_id" UUID,
    "criteria" JSONB NOT NULL,
    "found" INTEGER NOT NULL,
    "more" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "match_run_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "match_person" (
    "workspace_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "candidate_id" UUID NOT NULL,

    CONSTRAINT "match_person_pkey" PRIMARY KEY ("workspace_id","run_id","place")
);

-- CreateIndex
CREATE INDEX "match_run_workspace_id_at_id_idx" ON "match_run"("workspace_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "match_person_workspace_id_candidate_id_idx" ON "match_person"("workspace_id", "candidate_id");

-- AddForeignKey
ALTER TABLE "match_person" ADD CONSTRAINT "match_person_workspace_id_run_id_fkey" FOREIGN KEY ("workspace_id", "run_id") REFERENCES "match_run"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_person" ADD CONSTRAINT "match_person_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE match_run ADD CHECK (found >= 0), ADD CHECK (jsonb_typeof(criteria) = 'object');
ALTER TABLE match_person ADD CHECK (place >= 0);

ALTER TABLE match_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON match_run USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON match_run TO medallist_app;

ALTER TABLE match_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON match_person USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON match_person TO medallist_app;
