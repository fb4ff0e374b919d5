-- CreateTable
CREATE TABLE "hand_over" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "started_by" UUID NOT NULL,
    "plan" JSONB NOT NULL,
    "done" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "hand_over_person" (
    "workspace_id" UUID NOT NULL,
    "hand_over_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "to_id" UUID,

    CONSTRAINT "hand_over_person_pkey" PRIMARY KEY ("workspace_id","hand_over_id","candidate_id")
);

-- CreateTable
CREATE TABLE "take_over" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "asked_of" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "take_over_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "hand_over_workspace_id_started_at_idx" ON "hand_over"("workspace_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "hand_over_person_workspace_id_candidate_id_idx" ON "hand_over_person"("workspace_id", "candidate_id");

-- CreateIndex
CREATE INDEX "take_over_workspace_id_candidate_id_idx" ON "take_over"("workspace_id", "candidate_id");

-- AddForeignKey
ALTER TABLE "hand_over_person" ADD CONSTRAINT "hand_over_person_workspace_id_hand_over_id_fkey" FOREIGN KEY ("workspace_id", "hand_over_id") REFERENCES "hand_over"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_person" ADD CONSTRAINT "hand_over_person_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "take_over" ADD CONSTRAINT "take_over_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE hand_over ADD CHECK (state IN ('running', 'done', 'undoing', 'undone'));
ALTER TABLE take_over ADD CHECK (state IN ('asked', 'agreed', 'declined', 'handed_over')),
  ADD CHECK ((state = 'asked') = (answered_at IS NULL));

-- Somebody's people in the order in which a hand-over walks through them, and what waits in their name.
CREATE INDEX candidate_by_owner ON candidate (workspace_id, owner_id, id) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX draft_waiting_by_owner ON draft (workspace_id, owner_id, id) WHERE state = 'waiting';
CREATE INDEX send_waiting_by_approver ON send (workspace_id, approved_by, id) WHERE state IN ('approved', 'retry_wait');
-- One question at a time from one colleague about one person.
CREATE UNIQUE INDEX take_over_asked ON take_over (workspace_id, candidate_id, asked_of, asked_by) WHERE state = 'asked';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['hand_over', 'hand_over_person', 'take_over'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_workspace ON %I USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO medallist_app', t);
  END LOOP;
END $$;
