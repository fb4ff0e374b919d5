-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "birthday" TEXT,
ADD COLUMN     "career_stage" TEXT,
ADD COLUMN     "employment" TEXT,
ADD COLUMN     "job_function" TEXT,
ADD COLUMN     "relation" TEXT;

-- CreateTable
CREATE TABLE "profile_edit" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "profile_edit_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "profile_edit_workspace_id_candidate_id_idx" ON "profile_edit"("workspace_id", "candidate_id");

-- CreateIndex
CREATE INDEX "profile_edit_workspace_id_at_idx" ON "profile_edit"("workspace_id", "at");

-- AddForeignKey
ALTER TABLE "profile_edit" ADD CONSTRAINT "profile_edit_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE candidate
  ADD CHECK (relation IN ('client', 'partner')),
  -- No year can be kept: a birthday is for good wishes, an age must not count.
  ADD CHECK (birthday ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$');

ALTER TABLE profile_edit ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON profile_edit USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON profile_edit TO medallist_app;
