-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- Person by person: each is found by the key whatever the statistics say. As one statement it read every row of the search wherever the
-- table had grown since it was last analysed, so that each person who was added cost more than the one before.
CREATE OR REPLACE FUNCTION permission_reaches_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT DISTINCT workspace_id, candidate_id FROM changed LOOP
    UPDATE candidate_search s SET allowed_until = known.until
      FROM (SELECT contact_allowed_until(one.workspace_id, one.candidate_id) AS until OFFSET 0) AS known
      WHERE s.workspace_id = one.workspace_id AND s.candidate_id = one.candidate_id AND s.allowed_until IS DISTINCT FROM known.until;
  END LOOP;
  RETURN NULL;
END $$;
