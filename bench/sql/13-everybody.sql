-- query: sort:name
-- page
SELECT c.* FROM (
  SELECT candidate_id, name COLLATE "C" AS key FROM candidate_search
  WHERE workspace_id = $1 AND true
  ORDER BY name COLLATE "C" ASC, candidate_id ASC LIMIT 11
) AS found JOIN candidate c ON c.workspace_id = $1 AND c.id = found.candidate_id
ORDER BY found.key ASC, found.candidate_id ASC
-- count
SELECT count(*) FROM (
  SELECT FROM candidate_search
  WHERE workspace_id = $1 AND true
  LIMIT 10001
) AS found
