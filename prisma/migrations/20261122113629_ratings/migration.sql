-- AlterTable
ALTER TABLE "candidate_search" ADD COLUMN     "rating" SMALLINT;

-- CreateTable
CREATE TABLE "rating" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "score" SMALLINT NOT NULL,
    "evidence" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "rating_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "rating_workspace_id_candidate_id_kind_at_idx" ON "rating"("workspace_id", "candidate_id", "kind", "at" DESC);

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_rating_idx" ON "candidate_search"("workspace_id", "rating");

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE rating ADD CHECK (kind IN ('skill', 'values')), ADD CHECK (score BETWEEN 1 AND 5), ADD CHECK (evidence <> '');
ALTER TABLE rating ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON rating USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON rating TO medallist_app;
