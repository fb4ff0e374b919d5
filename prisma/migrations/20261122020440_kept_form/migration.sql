-- CreateTable
CREATE TABLE "kept_form" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_form_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "kept_form_workspace_id_created_at_idx" ON "kept_form"("workspace_id", "created_at");

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.
ALTER TABLE kept_form ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON kept_form USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON kept_form TO medallist_app;
