-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "snoozed_for" TEXT,
ADD COLUMN     "snoozed_until" DATE;

-- AlterTable
ALTER TABLE "draft_revision" ADD COLUMN     "cut" TEXT[],
ADD COLUMN     "prompt" TEXT;

-- AlterTable
ALTER TABLE "job" ADD COLUMN     "opened_by" UUID,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "seniority" TEXT;

-- CreateTable
CREATE TABLE "reply" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "send_id" UUID,
    "message_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "later_on" DATE,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "reply_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "hire" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "candidate_id" UUID,
    "source" TEXT NOT NULL,
    "from_pool" BOOLEAN NOT NULL,
    "applied_on" DATE,
    "accepted_on" DATE NOT NULL,
    "internal_cost" INTEGER,
    "external_cost" INTEGER,
    "currency" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hire_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "flag_offer" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "message_ts" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flag_offer_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "draft_ask" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "asked_of" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "question" TEXT,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "draft_ask_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "model_call" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "purpose" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "candidate_id" UUID,

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "nudge_item" (
    "workspace_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "member_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "acted_at" TIMESTAMPTZ(3),

    CONSTRAINT "nudge_item_pkey" PRIMARY KEY ("workspace_id","day","member_id","candidate_id")
);

-- CreateTable
CREATE TABLE "installation" (
    "workspace_id" UUID NOT NULL,
    "bot_token" BYTEA NOT NULL,
    "refresh_token" BYTEA,
    "expires_at" TIMESTAMPTZ(3),
    "app_id" TEXT NOT NULL,
    "bot_id" TEXT NOT NULL,
    "bot_user_id" TEXT NOT NULL,
    "scopes" TEXT[],
    "installed_by" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateIndex
CREATE INDEX "reply_workspace_id_state_received_at_idx" ON "reply"("workspace_id", "state", "received_at");

-- CreateIndex
CREATE INDEX "reply_workspace_id_candidate_id_received_at_idx" ON "reply"("workspace_id", "candidate_id", "received_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "reply_workspace_id_message_id_key" ON "reply"("workspace_id", "message_id");

-- CreateIndex
CREATE INDEX "hire_workspace_id_accepted_on_idx" ON "hire"("workspace_id", "accepted_on");

-- CreateIndex
CREATE INDEX "hire_workspace_id_candidate_id_idx" ON "hire"("workspace_id", "candidate_id");

-- CreateIndex
CREATE UNIQUE INDEX "hire_workspace_id_job_id_key" ON "hire"("workspace_id", "job_id");

-- CreateIndex
CREATE INDEX "flag_offer_workspace_id_member_id_state_created_at_idx" ON "flag_offer"("workspace_id", "member_id", "state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "flag_offer_workspace_id_member_id_channel_message_ts_key" ON "flag_offer"("workspace_id", "member_id", "channel", "message_ts");

-- CreateIndex
CREATE INDEX "draft_ask_workspace_id_draft_id_idx" ON "draft_ask"("workspace_id", "draft_id");

-- CreateIndex
CREATE INDEX "draft_ask_workspace_id_asked_of_state_idx" ON "draft_ask"("workspace_id", "asked_of", "state");

-- CreateIndex
CREATE INDEX "model_call_workspace_id_at_idx" ON "model_call"("workspace_id", "at" DESC);

-- CreateIndex
CREATE INDEX "nudge_item_workspace_id_candidate_id_day_idx" ON "nudge_item"("workspace_id", "candidate_id", "day");

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hire" ADD CONSTRAINT "hire_candidate_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_ask" ADD CONSTRAINT "draft_ask_workspace_id_draft_id_fkey" FOREIGN KEY ("workspace_id", "draft_id") REFERENCES "draft"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nudge_item" ADD CONSTRAINT "nudge_item_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reply', 'hire', 'flag_offer', 'draft_ask', 'model_call', 'nudge_item', 'installation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_workspace ON %I USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO medallist_app', t);
  END LOOP;
END $$;

ALTER TABLE reply ADD CHECK (state IN ('waiting', 'interested', 'later', 'not_interested', 'wrong_person', 'done'));
ALTER TABLE job ADD CHECK (outcome IN ('hired', 'cancelled'));
ALTER TABLE flag_offer ADD CHECK (state IN ('offered', 'flagged', 'declined'));
ALTER TABLE draft_ask ADD CHECK (kind IN ('look', 'own_voice')), ADD CHECK (state IN ('asked', 'answered', 'withdrawn'));
ALTER TABLE nudge_item ADD CHECK (state IN ('due', 'acted', 'snoozed', 'missed'));
ALTER TABLE hire ADD CHECK (internal_cost >= 0), ADD CHECK (external_cost >= 0), ADD CHECK ((internal_cost IS NULL AND external_cost IS NULL) OR currency IS NOT NULL);
