-- AlterTable
ALTER TABLE "candidate_search" ADD COLUMN     "snoozed_until" DATE;

-- CreateIndex
CREATE INDEX "candidate_workspace_id_snoozed_for_id_idx" ON "candidate"("workspace_id", "snoozed_for", "id");

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE candidate ADD CHECK (snoozed_for IN ('similar_job')), ADD CHECK (snoozed_for IS NULL OR snoozed_until IS NOT NULL);
-- Whoever is asked may also say no, which is neither an answer about the text nor taken back by the asker.
ALTER TABLE draft_ask DROP CONSTRAINT draft_ask_state_check,
  ADD CONSTRAINT draft_ask_state_check CHECK (state IN ('asked', 'answered', 'declined', 'withdrawn'));
