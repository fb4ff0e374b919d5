-- CreateTable
CREATE TABLE "learned_skill" (
    "workspace_id" UUID NOT NULL,
    "spelling" TEXT NOT NULL,
    "skill" TEXT NOT NULL,
    "taught_by" UUID NOT NULL,
    "taught_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "learned_skill_pkey" PRIMARY KEY ("workspace_id","spelling")
);

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

ALTER TABLE learned_skill ADD CHECK (spelling <> skill), ADD CHECK (length(spelling) BETWEEN 1 AND 30);
ALTER TABLE learned_skill ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON learned_skill USING (workspace_id = app_workspace()) WITH CHECK (workspace_id = app_workspace());
GRANT SELECT, INSERT, UPDATE, DELETE ON learned_skill TO medallist_app;

-- The skills as they were written, and after them what the workspace calls so.
CREATE FUNCTION with_learned(ws uuid, given text[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM learned_skill l WHERE l.workspace_id = ws AND l.spelling = ANY(given) AND l.removed_at IS NULL)
    THEN given || ARRAY(SELECT DISTINCT l.skill FROM learned_skill l
      WHERE l.workspace_id = ws AND l.spelling = ANY(given) AND l.removed_at IS NULL AND l.skill <> ALL(given) ORDER BY l.skill)
    ELSE given END
$$;
