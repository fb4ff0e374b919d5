-- AlterTable
ALTER TABLE "draft_revision" ADD COLUMN     "asks_to_stay" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "job_woken" (
    "workspace_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "job_woken_pkey" PRIMARY KEY ("workspace_id","job_id","candidate_id")
);

-- CreateIndex
CREATE INDEX "job_woken_workspace_id_candidate_id_idx" ON "job_woken"("workspace_id", "candidate_id");

-- AddForeignKey
ALTER TABLE "job_woken" ADD CONSTRAINT "job_woken_workspace_id_job_id_fkey" FOREIGN KEY ("workspace_id", "job_id") REFERENCES "job"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_woken" ADD CONSTRAINT "job_woken_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- Until now every decline asked, and the links in what was sent lead to a page.
UPDATE draft_revision r SET asks_to_stay = true FROM draft d
  WHERE d.workspace_id = r.workspace_id AND d.id = r.draft_id AND d.purpose = 'decline';

ALTER TABLE job_woken ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON job_woken USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON job_woken TO medallist_app;

-- A person was warned that it is a private matter, and lets letters quote it all the same.
ALTER TABLE fact DROP CONSTRAINT fact_telling_check,
  ADD CONSTRAINT fact_telling_check CHECK (telling IN ('may_be_mentioned', 'mentioned_knowingly', 'internal_only'));
