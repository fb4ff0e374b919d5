-- query: role:"senior sre" remote:yes
-- page
SELECT c.* FROM (
  SELECT candidate_id, coalesce(last_touch_at, '-infinity'::timestamptz) AS key FROM candidate_search
  WHERE workspace_id = $1 AND role LIKE '%senior sre%' AND remote_ok
  ORDER BY coalesce(last_touch_at, '-infinity'::timestamptz) ASC, candidate_id ASC LIMIT 11
) AS found JOIN candidate c ON c.workspace_id = $1 AND c.id = found.candidate_id
ORDER BY found.key ASC, found.candidate_id ASC
-- count
SELECT count(*) FROM (
  SELECT FROM candidate_search
  WHERE workspace_id = $1 AND role LIKE '%senior sre%' AND remote_ok
  LIMIT 10001
) AS found
