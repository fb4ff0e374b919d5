-- AlterTable
ALTER TABLE "job_run" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lease_owner" UUID,
ADD COLUMN     "lease_until" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "job_run_workspace_id_started_at_idx" ON "job_run"("workspace_id", "started_at" DESC);

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE job_run ADD CHECK (outcome IN ('done', 'given_up'));

-- Of somebody's people those who have been quiet longest; a nudge reads the first few.
CREATE INDEX candidate_quiet_by_owner ON candidate (workspace_id, owner_id, (coalesce(last_touch_at, created_at)))
  WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX candidate_quiet_a_by_owner ON candidate (workspace_id, owner_id, (coalesce(last_touch_at, created_at)))
  WHERE merged_into IS NULL AND erased_at IS NULL AND tier = 'A';
CREATE INDEX candidate_promised_by_owner ON candidate (workspace_id, owner_id, next_touch)
  WHERE merged_into IS NULL AND erased_at IS NULL AND next_touch IS NOT NULL;
CREATE INDEX pool_by_owner ON pool (workspace_id, owner_id) WHERE archived_at IS NULL;

-- What the numbers of a week read.
CREATE INDEX candidate_finalists ON candidate (workspace_id, id) INCLUDE (owner_id, standing_day, last_touch_at, created_at)
  WHERE merged_into IS NULL AND erased_at IS NULL AND do_not_contact_at IS NULL AND standing IN ('told_no', 'withdrew', 'declined_offer');
CREATE INDEX send_by_hand_over ON send (workspace_id, handed_over_at) WHERE handed_over_at IS NOT NULL;
CREATE INDEX interaction_one_to_one ON interaction (workspace_id, candidate_id, at) WHERE one_to_one;
CREATE INDEX interaction_replies ON interaction (workspace_id, at) WHERE kind = 'reply';
CREATE INDEX near_miss_by_decision ON near_miss (workspace_id, decided_at) WHERE state IN ('accepted', 'merged');
CREATE INDEX nudge_item_unsettled ON nudge_item (workspace_id, day) WHERE state = 'due';
