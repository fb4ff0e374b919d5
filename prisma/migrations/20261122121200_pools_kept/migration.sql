-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "first_due" DATE,
ADD COLUMN     "unworked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "candidate_search" ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "first_due" DATE,
ADD COLUMN     "unworked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "pool" ADD COLUMN     "channel" TEXT,
ADD COLUMN     "merged_into" UUID,
ADD COLUMN     "name_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "pool_stay" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_by" UUID,
    "joined_how" TEXT NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "left_by" UUID,
    "left_how" TEXT,

    CONSTRAINT "pool_stay_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "pool_stay_workspace_id_pool_id_joined_at_idx" ON "pool_stay"("workspace_id", "pool_id", "joined_at" DESC);

-- CreateIndex
CREATE INDEX "pool_stay_workspace_id_pool_id_left_at_idx" ON "pool_stay"("workspace_id", "pool_id", "left_at" DESC);

-- CreateIndex
CREATE INDEX "pool_stay_workspace_id_candidate_id_pool_id_idx" ON "pool_stay"("workspace_id", "candidate_id", "pool_id");

-- AddForeignKey
ALTER TABLE "pool_stay" ADD CONSTRAINT "pool_stay_workspace_id_pool_id_fkey" FOREIGN KEY ("workspace_id", "pool_id") REFERENCES "pool"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_stay" ADD CONSTRAINT "pool_stay_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- As `fold` in src/domain/shared/text.ts writes it, as far as SQL can; two names that would then be one keep what told them apart.
WITH folded AS (
  SELECT workspace_id, id, lower(name) AS plain,
    lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')) AS key
  FROM pool
), counted AS (
  SELECT *, count(*) OVER (PARTITION BY workspace_id, key) AS alike FROM folded
)
UPDATE pool p SET name_key = CASE WHEN c.alike > 1 THEN c.plain ELSE c.key END
  FROM counted c WHERE c.workspace_id = p.workspace_id AND c.id = p.id;
DROP INDEX pool_name_among_the_living;
CREATE UNIQUE INDEX pool_name_among_the_living ON pool (workspace_id, name_key) WHERE archived_at IS NULL;

-- Whoever writes a pool without the folded name need not know of it.
CREATE FUNCTION pool_has_name_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.name_key := lower(NEW.name);
  RETURN NEW;
END $$;
CREATE TRIGGER pool_has_name_key BEFORE INSERT ON pool FOR EACH ROW WHEN (NEW.name_key = '') EXECUTE FUNCTION pool_has_name_key();

ALTER TABLE pool ADD CHECK (channel IS NULL OR channel ~ '^[CG][A-Z0-9]{2,30}$'), ADD CHECK (merged_into IS NULL OR archived_at IS NOT NULL);
ALTER TABLE pool_stay
  ADD CHECK (joined_how IN ('by_hand', 'saved', 'query', 'merged')),
  ADD CHECK (left_how IS NULL OR left_how IN ('by_hand', 'query', 'undone')),
  ADD CHECK ((left_at IS NULL) = (left_how IS NULL));
ALTER TABLE pool_stay ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON pool_stay USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON pool_stay TO medallist_app;

-- Who is in a list already has been since they were added.
INSERT INTO pool_stay (workspace_id, id, pool_id, candidate_id, joined_at, joined_by, joined_how)
  SELECT workspace_id, gen_random_uuid(), pool_id, candidate_id, added_at, added_by, 'by_hand' FROM pool_member;

-- An import used to leave its people in peace by snoozes that nobody had chosen: they are unworked, and due when they would have been.
UPDATE candidate c SET unworked = c.last_touch_at IS NULL OR c.last_touch_at < c.created_at, first_due = c.snoozed_until, snoozed_until = NULL
  WHERE c.snoozed_until IS NOT NULL AND c.snoozed_for IS NULL
    AND EXISTS (SELECT FROM permission p WHERE p.workspace_id = c.workspace_id AND p.candidate_id = c.id AND p.wording = 'import-1')
    AND NOT EXISTS (SELECT FROM event e WHERE e.workspace_id = c.workspace_id AND e.stream = 'candidate:' || c.id::text AND e.type = 'candidate.snoozed');
-- Who was typed in by a person was right on that day.
UPDATE candidate c SET checked_at = c.created_at
  WHERE NOT EXISTS (SELECT FROM permission p WHERE p.workspace_id = c.workspace_id AND p.candidate_id = c.id AND p.wording = 'import-1');
UPDATE candidate_search s SET unworked = c.unworked, first_due = c.first_due, checked_at = c.checked_at, snoozed_until = c.snoozed_until
  FROM candidate c WHERE c.workspace_id = s.workspace_id AND c.id = s.candidate_id;
