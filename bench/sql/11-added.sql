-- query: added:<30d sort:added
-- page
SELECT c.* FROM (
  SELECT candidate_id, created_at AS key FROM candidate_search
  WHERE workspace_id = $1 AND created_at > timestamptz '2026-09-14 11:00+00'
  ORDER BY created_at DESC, candidate_id DESC LIMIT 11
) AS found JOIN candidate c ON c.workspace_id = $1 AND c.id = found.candidate_id
ORDER BY found.key DESC, found.candidate_id DESC
-- count
SELECT count(*) FROM (
  SELECT FROM candidate_search
  WHERE workspace_id = $1 AND created_at > timestamptz '2026-09-14 11:00+00'
  LIMIT 10001
) AS found
