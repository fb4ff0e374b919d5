-- CreateIndex
CREATE INDEX "model_call_workspace_id_candidate_id_idx" ON "model_call"("workspace_id", "candidate_id");

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.
