-- AlterTable
ALTER TABLE "match_person" ADD COLUMN     "likeness" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "match_run" ADD COLUMN     "likeness_by" TEXT,
ADD COLUMN     "likeness_failed" TEXT;

-- AlterTable
ALTER TABLE "profile_edit" ADD COLUMN     "batch_id" UUID;

-- CreateIndex
CREATE INDEX "profile_edit_workspace_id_batch_id_idx" ON "profile_edit"("workspace_id", "batch_id");

-- CreateTable
CREATE TABLE "candidate_vector" (
    "workspace_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "candidate_vector_pkey" PRIMARY KEY ("workspace_id","candidate_id")
);

-- AddForeignKey
ALTER TABLE "candidate_vector" ADD CONSTRAINT "candidate_vector_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE candidate_vector ADD CHECK (octet_length(vector) BETWEEN 4 AND 4 * 8192 AND octet_length(vector) % 4 = 0);

ALTER TABLE candidate_vector ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON candidate_vector USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON candidate_vector TO medallist_app;
