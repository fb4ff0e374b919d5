-- AlterTable
ALTER TABLE "kept_form" ADD COLUMN     "kept_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "name_key" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "candidate_id" UUID NOT NULL,

    CONSTRAINT "name_key_pkey" PRIMARY KEY ("workspace_id","key","candidate_id")
);

-- CreateTable
CREATE TABLE "duplicate_check" (
    "workspace_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,

    CONSTRAINT "duplicate_check_pkey" PRIMARY KEY ("workspace_id","candidate_id")
);

-- CreateTable
CREATE TABLE "duplicate" (
    "workspace_id" UUID NOT NULL,
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "reasons" TEXT[],
    "state" TEXT NOT NULL,
    "suggested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "duplicate_pkey" PRIMARY KEY ("workspace_id","one_id","other_id")
);

-- CreateIndex
CREATE INDEX "name_key_workspace_id_candidate_id_idx" ON "name_key"("workspace_id", "candidate_id");

-- CreateIndex
CREATE INDEX "duplicate_workspace_id_other_id_idx" ON "duplicate"("workspace_id", "other_id");

-- CreateIndex
CREATE INDEX "duplicate_workspace_id_state_score_one_id_other_id_idx" ON "duplicate"("workspace_id", "state", "score", "one_id", "other_id");

-- AddForeignKey
ALTER TABLE "name_key" ADD CONSTRAINT "name_key_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_check" ADD CONSTRAINT "duplicate_check_workspace_id_candidate_id_fkey" FOREIGN KEY ("workspace_id", "candidate_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate" ADD CONSTRAINT "duplicate_one_fkey" FOREIGN KEY ("workspace_id", "one_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate" ADD CONSTRAINT "duplicate_other_fkey" FOREIGN KEY ("workspace_id", "other_id") REFERENCES "candidate"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE duplicate ADD CHECK (state IN ('open', 'dismissed', 'merged')), ADD CHECK (one_id < other_id), ADD CHECK (score BETWEEN 0 AND 100);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['name_key', 'duplicate_check', 'duplicate'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_workspace ON %I USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO medallist_app', t);
  END LOOP;
END $$;

-- One statement for a whole import, so that it costs no more than its rows.
CREATE FUNCTION candidates_to_compare() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO duplicate_check (workspace_id, candidate_id)
    SELECT workspace_id, id FROM arrived WHERE merged_into IS NULL AND erased_at IS NULL
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER candidates_to_compare AFTER INSERT ON candidate
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION candidates_to_compare();

CREATE FUNCTION candidate_to_compare() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO duplicate_check (workspace_id, candidate_id) VALUES (NEW.workspace_id, NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER candidate_to_compare AFTER UPDATE OF full_name, company, location, merged_into ON candidate
  FOR EACH ROW WHEN (NEW.merged_into IS NULL AND NEW.erased_at IS NULL
    AND (NEW.full_name, NEW.company, NEW.location, NEW.merged_into) IS DISTINCT FROM (OLD.full_name, OLD.company, OLD.location, OLD.merged_into))
  EXECUTE FUNCTION candidate_to_compare();

-- Who was merged away or erased is filed nowhere, whoever made the change.
CREATE FUNCTION candidate_leaves_files() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM name_key WHERE workspace_id = NEW.workspace_id AND candidate_id = NEW.id;
  DELETE FROM duplicate_check WHERE workspace_id = NEW.workspace_id AND candidate_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER candidate_leaves_files AFTER UPDATE OF merged_into, erased_at ON candidate
  FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL OR NEW.erased_at IS NOT NULL)
  EXECUTE FUNCTION candidate_leaves_files();

-- Whoever is here already is compared by and by.
INSERT INTO duplicate_check (workspace_id, candidate_id)
  SELECT workspace_id, id FROM candidate WHERE merged_into IS NULL AND erased_at IS NULL;
