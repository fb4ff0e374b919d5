-- AlterTable
ALTER TABLE "model_call" ADD COLUMN     "draft_id" UUID;

-- CreateIndex
CREATE INDEX "model_call_workspace_id_draft_id_at_idx" ON "model_call"("workspace_id", "draft_id", "at" DESC);

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.
