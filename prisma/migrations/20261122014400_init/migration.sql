-- Trigrams find people by a part of a name or by a name that is spelled a little differently.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "team_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slack_user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "zone" TEXT NOT NULL,
    "is_slack_admin" BOOLEAN NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),
    "refreshed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "member_role" (
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "granted_by" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_role_pkey" PRIMARY KEY ("workspace_id","member_id","role")
);

-- CreateTable
CREATE TABLE "user_group" (
    "workspace_id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "slack_group_id" TEXT NOT NULL,
    "slack_user_ids" TEXT[],
    "refreshed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_group_pkey" PRIMARY KEY ("workspace_id","handle")
);

-- CreateTable
CREATE TABLE "candidate" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "headline" TEXT,
    "company" TEXT,
    "considered_role" TEXT NOT NULL,
    "job_id" UUID,
    "standing" TEXT NOT NULL,
    "standing_day" DATE,
    "reason" TEXT,
    "stage_reached" TEXT,
    "bring_back" TEXT,
    "advice" TEXT,
    "skills" TEXT[],
    "location" TEXT,
    "remote_ok" BOOLEAN,
    "seniority" TEXT,
    "tier" TEXT,
    "kind" TEXT NOT NULL,
    "source" TEXT,
    "owner_id" UUID,
    "next_touch" DATE,
    "zone" TEXT,
    "last_touch_at" TIMESTAMPTZ(3),
    "merged_into" UUID,
    "erased_at" TIMESTAMPTZ(3),
    "do_not_contact_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "candidate_search" (
    "workspace_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "names" tsvector NOT NULL,
    "words" tsvector NOT NULL,
    "skills" TEXT[],
    "place" TEXT,
    "places" TEXT[],
    "remote_ok" BOOLEAN,
    "seniority" TEXT,
    "tier" TEXT,
    "kind" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "reason" TEXT,
    "source" TEXT,
    "role" TEXT NOT NULL,
    "company" TEXT,
    "stage" TEXT,
    "owner_id" UUID,
    "pool_ids" UUID[],
    "last_touch_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "candidate_search_pkey" PRIMARY KEY ("workspace_id","candidate_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "lookup" BYTEA NOT NULL,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "near_miss" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "impressed" TEXT NOT NULL,
    "would_hire" TEXT,
    "quotable" BOOLEAN NOT NULL,
    "flagged_by" UUID NOT NULL,
    "flagged_at" TIMESTAMPTZ(3) NOT NULL,
    "evidence_link" TEXT,
    "evidence_channel" TEXT,
    "evidence_ts" TEXT,
    "state" TEXT NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "dismiss_reason" TEXT,
    "candidate_id" UUID,

    CONSTRAINT "near_miss_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "kept_form" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_form_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "fact" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "telling" TEXT NOT NULL,
    "source_kind" TEXT NOT NULL,
    "source_link" TEXT,
    "author_id" UUID,
    "stated_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "retracted_at" TIMESTAMPTZ(3),

    CONSTRAINT "fact_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "interaction" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "member_id" UUID,
    "text" TEXT NOT NULL,
    "link" TEXT,
    "send_id" UUID,
    "one_to_one" BOOLEAN NOT NULL,

    CONSTRAINT "interaction_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "pool" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT,
    "owner_id" UUID NOT NULL,
    "cadence_days" INTEGER NOT NULL,
    "persona_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "pool_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "pool_member" (
    "workspace_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "added_by" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pool_member_pkey" PRIMARY KEY ("workspace_id","pool_id","candidate_id")
);

-- CreateTable
CREATE TABLE "job" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "location" TEXT,
    "remote_ok" BOOLEAN NOT NULL DEFAULT false,
    "skills" TEXT[],
    "manager_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "permission" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "permission_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "workspace_id" UUID NOT NULL,
    "lookup" BYTEA NOT NULL,
    "reason" TEXT NOT NULL,
    "send_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("workspace_id","lookup","reason")
);

-- CreateTable
CREATE TABLE "do_not_contact_company" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "domain" TEXT,
    "reason" TEXT,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "do_not_contact_company_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "draft" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "job_id" UUID,
    "purpose" TEXT NOT NULL,
    "why_now" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision_id" UUID NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reject_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "draft_revision" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "author_id" UUID,
    "template" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_revision_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "draft_claim" (
    "workspace_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "fact_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "draft_claim_pkey" PRIMARY KEY ("workspace_id","revision_id","fact_id","start")
);

-- CreateTable
CREATE TABLE "send" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "approved_by" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "message_id" TEXT NOT NULL,
    "lease_owner" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "handed_over_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "refusals" TEXT[],
    "resolved_by" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "replaces_id" UUID,

    CONSTRAINT "send_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "slack_post" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "channel" TEXT,
    "ts" TEXT,
    "subjects" UUID[],
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "posted" INTEGER NOT NULL DEFAULT 0,
    "posted_hash" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_owner" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_post_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "workspace_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" JSONB,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("workspace_id","event_id")
);

-- CreateTable
CREATE TABLE "event" (
    "workspace_id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actor" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("workspace_id","stream","version")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "use_case" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "job_run" (
    "workspace_id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "report" JSONB,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("workspace_id","job","subject","slot")
);

-- CreateTable
CREATE TABLE "setting" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "listing" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspace_team_id_key" ON "workspace"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_workspace_id_slack_user_id_key" ON "member"("workspace_id", "slack_user_id");

-- CreateIndex
CREATE INDEX "candidate_workspace_id_owner_id_idx" ON "candidate"("workspace_id", "owner_id");

-- CreateIndex
CREATE INDEX "candidate_workspace_id_created_at_idx" ON "candidate"("workspace_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "candidate_workspace_id_job_id_idx" ON "candidate"("workspace_id", "job_id");

-- CreateIndex
CREATE INDEX "candidate_workspace_id_considered_role_idx" ON "candidate"("workspace_id", "considered_role");

-- CreateIndex
CREATE INDEX "candidate_search_names_idx" ON "candidate_search" USING GIN ("names");

-- CreateIndex
CREATE INDEX "candidate_search_words_idx" ON "candidate_search" USING GIN ("words");

-- CreateIndex
CREATE INDEX "candidate_search_skills_idx" ON "candidate_search" USING GIN ("skills");

-- CreateIndex
CREATE INDEX "candidate_search_pool_ids_idx" ON "candidate_search" USING GIN ("pool_ids");

-- CreateIndex
CREATE INDEX "candidate_search_name_trgm" ON "candidate_search" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_role_trgm" ON "candidate_search" USING GIN ("role" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_company_trgm" ON "candidate_search" USING GIN ("company" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_place_trgm" ON "candidate_search" USING GIN ("place" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_places_idx" ON "candidate_search" USING GIN ("places");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_owner_id_idx" ON "candidate_search"("workspace_id", "owner_id");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_created_at_candidate_id_idx" ON "candidate_search"("workspace_id", "created_at", "candidate_id");

-- CreateIndex
CREATE INDEX "contact_workspace_id_candidate_id_idx" ON "contact"("workspace_id", "candidate_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_workspace_id_kind_lookup_key" ON "contact"("workspace_id", "kind", "lookup");

-- CreateIndex
CREATE INDEX "near_miss_workspace_id_state_flagged_at_idx" ON "near_miss"("workspace_id", "state", "flagged_at");

-- CreateIndex
CREATE INDEX "near_miss_workspace_id_flagged_by_flagged_at_idx" ON "near_miss"("workspace_id", "flagged_by", "flagged_at");

-- CreateIndex
CREATE INDEX "near_miss_workspace_id_candidate_id_idx" ON "near_miss"("workspace_id", "candidate_id");

-- CreateIndex
CREATE INDEX "kept_form_workspace_id_created_at_idx" ON "kept_form"("workspace_id", "created_at");

-- CreateIndex
CREATE INDEX "fact_workspace_id_candidate_id_stated_at_idx" ON "fact"("workspace_id", "candidate_id", "stated_at");

-- CreateIndex
CREATE INDEX "interaction_workspace_id_candidate_id_at_idx" ON "interaction"("workspace_id", "candidate_id", "at" DESC);

-- CreateIndex
CREATE INDEX "pool_member_workspace_id_candidate_id_idx" ON "pool_member"("workspace_id", "candidate_id");

-- CreateIndex
CREATE INDEX "job_workspace_id_opened_at_idx" ON "job"("workspace_id", "opened_at" DESC);

-- CreateIndex
CREATE INDEX "permission_workspace_id_candidate_id_purpose_idx" ON "permission"("workspace_id", "candidate_id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "do_not_contact_company_workspace_id_name_key_key" ON "do_not_contact_company"("workspace_id", "name_key");

-- CreateIndex
CREATE INDEX "draft_workspace_id_owner_id_state_created_at_idx" ON "draft"("workspace_id", "owner_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "draft_workspace_id_candidate_id_idx" ON "draft"("workspace_id", "candidate_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_revision_workspace_id_draft_id_number_key" ON "draft_revision"("workspace_id", "draft_id", "number");

-- CreateIndex
CREATE INDEX "draft_claim_workspace_id_fact_id_idx" ON "draft_claim"("workspace_id", "fact_id");

-- CreateIndex
CREATE INDEX "send_workspace_id_state_due_at_idx" ON "send"("workspace_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "send_workspace_id_candidate_id_approved_at_idx" ON "send"("workspace_id", "candidate_id", "approved_at");

-- CreateIndex
CREATE INDEX "send_workspace_id_draft_id_idx" ON "send"("workspace_id", "draft_id");

-- CreateIndex
CREATE INDEX "send_workspace_id_revision_id_idx" ON "send"("workspace_id", "revision_id");

-- CreateIndex
CREATE INDEX "send_workspace_id_contact_id_idx" ON "send"("workspace_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "send_message_id_key" ON "send"("message_id");

-- CreateIndex
CREATE INDEX "slack_post_workspace_id_state_next_at_idx" ON "slack_post"("workspace_id", "state", "next_at");

-- CreateIndex
CREATE INDEX "slack_post_subjects_idx" ON "slack_post" USING GIN ("subjects");

-- CreateIndex
CREATE UNIQUE INDEX "slack_post_workspace_id_key_key" ON "slack_post"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "inbox_workspace_id_processed_at_next_at_idx" ON "inbox"("workspace_id", "processed_at", "next_at");

-- CreateIndex
CREATE INDEX "event_workspace_id_at_idx" ON "event"("workspace_id", "at" DESC);

-- CreateIndex
CREATE INDEX "idempotency_workspace_id_at_idx" ON "idempotency"("workspace_id", "at");

-- CreateIndex
CREATE INDEX "listing_workspace_id_created_at_idx" ON "listing"("workspace_id", "created_at");

-- AddForeignKey
ALTER TABLE "member_role" ADD CONSTRAINT "member_role_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "member"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_owner_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate_search" ADD CONSTRAINT "candidate_search_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interaction" ADD CONSTRAINT "interaction_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_workspace_id_pool_id_fkey" FOREIGN KEY ("workspace_id", "pool_id") REFERENCES "pool"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission" ADD CONSTRAINT "permission_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_revision" ADD CONSTRAINT "draft_revision_workspace_id_draft_id_fkey" FOREIGN KEY ("workspace_id", "draft_id") REFERENCES "draft"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_claim" ADD CONSTRAINT "draft_claim_workspace_id_revision_id_fkey" FOREIGN KEY ("workspace_id", "revision_id") REFERENCES "draft_revision"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_claim" ADD CONSTRAINT "draft_claim_workspace_id_fact_id_fkey" FOREIGN KEY ("workspace_id", "fact_id") REFERENCES "fact"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "send" ADD CONSTRAINT "send_workspace_id_revision_id_fkey" FOREIGN KEY ("workspace_id", "revision_id") REFERENCES "draft_revision"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "send" ADD CONSTRAINT "send_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contact"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- The application acts as this role inside every transaction; the role that connects must be a member of it.
-- Roles belong to the whole server: two databases may be migrated at the same moment.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'medallist_app') THEN
    CREATE ROLE medallist_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
-- Membership alone is not enough: from PostgreSQL 16 on, whoever creates a role is its member, but may not yet become it.
DO $$
BEGIN
  BEGIN
    PERFORM set_config('role', 'medallist_app', true);
    PERFORM set_config('role', 'none', true);
  EXCEPTION WHEN insufficient_privilege THEN
    EXECUTE format('GRANT medallist_app TO %I', current_user);
  END;
END $$;
GRANT USAGE ON SCHEMA public TO medallist_app;

-- The workspace of the running transaction; NULL outside one, so that every policy then answers no.
CREATE FUNCTION app_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.workspace', true), '')::uuid $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['member', 'member_role', 'user_group', 'candidate', 'contact', 'near_miss', 'fact', 'interaction',
    'pool', 'pool_member', 'job', 'permission', 'suppression', 'do_not_contact_company', 'draft', 'draft_revision', 'draft_claim',
    'send', 'slack_post', 'inbox', 'event', 'idempotency', 'job_run', 'setting', 'listing', 'kept_form'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_workspace ON %I USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO medallist_app', t);
  END LOOP;
END $$;
ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON workspace USING (id = app_workspace());
GRANT SELECT ON workspace TO medallist_app;

-- Full text is not leakproof, so a policy on reading would cost it its index; the one folder that reads it filters by itself (docs/adr/0002).
-- What is written stays in the workspace all the same: a policy that is always true asks nothing of a reader.
ALTER TABLE candidate_search ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_by_search ON candidate_search FOR SELECT USING (true);
CREATE POLICY own_workspace_insert ON candidate_search FOR INSERT WITH CHECK (workspace_id = app_workspace());
CREATE POLICY own_workspace_update ON candidate_search FOR UPDATE USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
CREATE POLICY own_workspace_delete ON candidate_search FOR DELETE USING (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON candidate_search TO medallist_app;

-- What was said stays as it was said: an approved text and the log cannot be rewritten by the application.
REVOKE UPDATE, DELETE ON event FROM medallist_app;
REVOKE UPDATE ON draft_revision, draft_claim FROM medallist_app;

-- A draft has at most one send that is not over, whoever presses, however often.
CREATE UNIQUE INDEX send_one_alive_per_draft ON send (workspace_id, draft_id)
  WHERE state IN ('approved', 'claimed', 'handing_over', 'retry_wait', 'in_doubt', 'handed_over');
CREATE UNIQUE INDEX pool_name_among_the_living ON pool (workspace_id, lower(name)) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX contact_one_primary ON contact (workspace_id, candidate_id, kind) WHERE is_primary;

ALTER TABLE member_role ADD CHECK (role IN ('admin', 'recruiter', 'hiring_manager'));
ALTER TABLE candidate
  ADD CHECK (standing IN ('interviewing', 'not_told', 'told_no', 'withdrew', 'declined_offer', 'hired')),
  ADD CHECK (standing <> 'told_no' OR standing_day IS NOT NULL),
  ADD CHECK (tier IN ('A', 'B', 'C'));
ALTER TABLE contact ADD CHECK (kind IN ('email', 'phone', 'profile'));
ALTER TABLE near_miss ADD CHECK (state IN ('waiting', 'accepted', 'merged', 'dismissed'));
ALTER TABLE fact ADD CHECK (telling IN ('may_be_mentioned', 'internal_only'));
ALTER TABLE permission ADD CHECK (purpose IN ('store', 'contact', 'job_alerts'));
ALTER TABLE draft ADD CHECK (state IN ('waiting', 'approved', 'rejected', 'withdrawn'));
ALTER TABLE send ADD CHECK (state IN ('approved', 'claimed', 'handing_over', 'handed_over', 'retry_wait', 'failed', 'in_doubt', 'refused', 'cancelled'));
ALTER TABLE slack_post ADD CHECK (state IN ('wanted', 'posting', 'posted', 'in_doubt', 'failed', 'removed'));

-- The orders of a list of people, each with the id behind it, so that a page begins where the last one ended. Never contacted comes first.
CREATE INDEX candidate_search_by_quiet ON candidate_search
  (workspace_id, coalesce(last_touch_at, '-infinity'::timestamptz), candidate_id);
CREATE INDEX candidate_search_by_name ON candidate_search (workspace_id, name COLLATE "C", candidate_id);

-- Who was merged away or erased is found no more, whoever made the change.
CREATE FUNCTION candidate_leaves_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM candidate_search WHERE workspace_id = NEW.workspace_id AND candidate_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER candidate_leaves_search AFTER UPDATE OF merged_into, erased_at ON candidate
  FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL OR NEW.erased_at IS NOT NULL)
  EXECUTE FUNCTION candidate_leaves_search();
