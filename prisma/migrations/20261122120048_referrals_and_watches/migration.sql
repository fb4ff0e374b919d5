-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "referred_by" UUID;

-- AlterTable
ALTER TABLE "near_miss" ADD COLUMN     "contact_lookup" BYTEA,
ADD COLUMN     "contact_sealed" BYTEA,
ADD COLUMN     "credit_to" UUID,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'near_miss',
ADD COLUMN     "knows_of_it" BOOLEAN,
ADD COLUMN     "muted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "relation" TEXT;

-- CreateTable
CREATE TABLE "company_watch" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "company" TEXT NOT NULL,
    "company_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "link" TEXT,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_on" DATE NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "company_watch_pkey" PRIMARY KEY ("workspace_id","id")
);

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE near_miss ADD CHECK (kind IN ('near_miss', 'referral')), ADD CHECK (relation IN ('worked_with', 'know_socially', 'know_of'));
ALTER TABLE company_watch ADD CHECK (kind IN ('layoff', 'merger', 'office_closing', 'funding_trouble')), ADD CHECK (ends_on >= day);

-- Who referred whom first is asked at each referral, by name or by address.
CREATE INDEX near_miss_referrals ON near_miss (workspace_id, lower(full_name)) WHERE kind = 'referral';
CREATE INDEX near_miss_referral_contacts ON near_miss (workspace_id, contact_lookup) WHERE contact_lookup IS NOT NULL;
-- A company is watched once at a time.
CREATE UNIQUE INDEX company_watch_running ON company_watch (workspace_id, company_key) WHERE stopped_at IS NULL;
-- The people of a company, whoever looks after them.
CREATE INDEX candidate_search_by_company ON candidate_search (workspace_id, company, owner_id) WHERE company IS NOT NULL;

ALTER TABLE company_watch ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON company_watch USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON company_watch TO medallist_app;
