-- AlterTable
ALTER TABLE "candidate_search" ADD COLUMN     "allowed_until" TIMESTAMPTZ(3),
ADD COLUMN     "job_function" TEXT;

-- CreateIndex
CREATE INDEX "candidate_search_source_trgm" ON "candidate_search" USING GIN ("source" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_stage_trgm" ON "candidate_search" USING GIN ("stage" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_seniority_idx" ON "candidate_search"("workspace_id", "seniority");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_job_function_idx" ON "candidate_search"("workspace_id", "job_function");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_tier_idx" ON "candidate_search"("workspace_id", "tier");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_kind_idx" ON "candidate_search"("workspace_id", "kind");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_standing_idx" ON "candidate_search"("workspace_id", "standing");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_reason_idx" ON "candidate_search"("workspace_id", "reason");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_remote_ok_idx" ON "candidate_search"("workspace_id", "remote_ok");

-- CreateIndex
CREATE INDEX "candidate_search_workspace_id_allowed_until_idx" ON "candidate_search"("workspace_id", "allowed_until");

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- What permissionFor in src/domain/consent/permission.ts says of contacting, without the moment it is asked at: until when, -infinity for
-- a no that stands, NULL for nothing on record. A test holds the two against each other.
CREATE FUNCTION contact_allowed_until(workspace uuid, person uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  WITH given AS (
    SELECT purpose, basis, granted_at, withdrawn_at, max(withdrawn_at) OVER (PARTITION BY purpose) AS said_no,
      coalesce(expires_at, (date_trunc('day', granted_at AT TIME ZONE 'UTC') + CASE basis
        WHEN 'consent' THEN interval '24 months' WHEN 'referral' THEN interval '6 months' ELSE interval '12 months' END) AT TIME ZONE 'UTC') AS until
    FROM permission WHERE workspace_id = workspace AND candidate_id = person AND purpose IN ('contact', 'store')
  ), standing AS (
    SELECT purpose, max(until) AS until FROM given
    WHERE withdrawn_at IS NULL AND (said_no IS NULL OR (basis = 'consent' AND granted_at > said_no)) GROUP BY purpose
  )
  SELECT CASE
    WHEN EXISTS (SELECT FROM given WHERE purpose = 'store') AND NOT EXISTS (SELECT FROM standing WHERE purpose = 'store') THEN '-infinity'
    WHEN EXISTS (SELECT FROM given WHERE purpose = 'contact')
      THEN coalesce((SELECT until FROM standing WHERE purpose = 'contact'), '-infinity')
    END
$$;

CREATE FUNCTION permission_reaches_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- OFFSET keeps the two levels apart, so that each person is looked up once.
  UPDATE candidate_search s SET allowed_until = known.until
    FROM (SELECT workspace_id, candidate_id, contact_allowed_until(workspace_id, candidate_id) AS until
      FROM candidate_search JOIN (SELECT DISTINCT workspace_id, candidate_id FROM changed) AS people USING (workspace_id, candidate_id)
      OFFSET 0) AS known
    WHERE s.workspace_id = known.workspace_id AND s.candidate_id = known.candidate_id AND s.allowed_until IS DISTINCT FROM known.until;
  RETURN NULL;
END $$;
-- By statement, so that a file of people costs one pass; whoever writes permissions before the rows of the search pays nothing here.
CREATE TRIGGER permission_given AFTER INSERT ON permission REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION permission_reaches_search();
CREATE TRIGGER permission_gone AFTER DELETE ON permission REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION permission_reaches_search();
CREATE TRIGGER permission_changed AFTER UPDATE ON permission REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION permission_reaches_search();
-- A merge gives it to somebody else.
CREATE TRIGGER permission_moved AFTER UPDATE ON permission REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION permission_reaches_search();

-- Whoever writes a row of the search need not know of it.
CREATE FUNCTION search_knows_permission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.allowed_until := contact_allowed_until(NEW.workspace_id, NEW.candidate_id);
  RETURN NEW;
END $$;
CREATE TRIGGER search_knows_permission BEFORE INSERT ON candidate_search
  FOR EACH ROW WHEN (NEW.allowed_until IS NULL) EXECUTE FUNCTION search_knows_permission();

UPDATE candidate_search SET allowed_until = contact_allowed_until(workspace_id, candidate_id);
-- As functionOf in src/domain/candidate/job-function.ts reads a title, for those who are here already; whoever changes is read anew.
CREATE FUNCTION job_function_in(title text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN words.title ~ '\y(recruit\w*|talent|sourcer|human resources|hr|head of people|chief people|people (operations|ops|partner|manager|lead|team))\y' THEN 'people'
    WHEN words.title ~ '\y(developer (advocate|relations|evangelist)|devrel)\y' THEN 'marketing'
    WHEN words.title ~ '\y(customer (success|support|service|experience)|support)\y' THEN 'support'
    WHEN words.title ~ '\y((sales|presales|pre sales|solutions) (engineer\w*|consultant)|sales|account (executive|manager|director)|key account|business development|bdr|sdr|partnerships?|revenue|commercial)\y' THEN 'sales'
    WHEN words.title ~ '\y(data (engineer\w*|scientist|science|analyst|architect|platform|lead|manager)|machine learning|ml|analytics)\y' THEN 'data'
    WHEN words.title ~ '\y(engineer\w*|developers?|programmer|software|devops|sre|site reliability|architect|backend|back end|frontend|front end|full ?stack|technologist|technical staff|cto)\y' THEN 'engineering'
    WHEN words.title ~ '\y(legal|lawyer|counsel|attorney|paralegal|solicitor|compliance|privacy|data protection)\y' THEN 'legal'
    WHEN words.title ~ '\y(financ\w+|account(ant|ants|ing)|controller|treasury|treasurer|bookkeep\w+|audit\w*|tax|payroll|fp a|cfo)\y' THEN 'finance'
    WHEN words.title ~ '\y(marketing|marketer|growth|seo|content|brand|communications|pr|copywriter|social media|community|cmo)\y' THEN 'marketing'
    WHEN words.title ~ '\y(design\w*|ux|ui|illustrator|user research\w*|creative|art director)\y' THEN 'design'
    WHEN words.title ~ '\y(product|cpo)\y' THEN 'product'
    WHEN words.title ~ '\y(data|ai|scientist|researcher|statistician|business intelligence|bi|analyst)\y' THEN 'data'
    WHEN words.title ~ '\y(operations|ops|logistics|supply chain|procurement|office|facilities|assistant|administrator|chief of staff|coo|(project|program|programme) (manager|lead|director))\y' THEN 'operations'
    WHEN words.title ~ '\y(security|infrastructure|platform|qa|tester|mobile|ios|android|network|systems|hardware|firmware|embedded)\y' THEN 'engineering'
    END
  FROM (SELECT trim(regexp_replace($1, '[^a-z0-9]+', ' ', 'g')) AS title) AS words
$$;
UPDATE candidate_search SET job_function =
  coalesce(job_function_in((regexp_split_to_array(role, '[,;/|(–—]|\s-\s'))[1]), job_function_in(role));
DROP FUNCTION job_function_in(text);
