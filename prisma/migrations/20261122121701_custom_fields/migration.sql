-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "custom" JSONB;

-- CreateTable
CREATE TABLE "custom_field" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "choices" TEXT[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "custom_field_pkey" PRIMARY KEY ("workspace_id","id")
);

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE custom_field ADD CHECK (kind IN ('text', 'number', 'date', 'choice', 'yes_no'));
CREATE UNIQUE INDEX custom_field_name_among_the_living ON custom_field (workspace_id, lower(name)) WHERE archived_at IS NULL;
ALTER TABLE custom_field ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON custom_field USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON custom_field TO medallist_app;
