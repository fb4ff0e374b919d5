-- query: souza sort:name
-- page
SELECT c.* FROM (
  SELECT candidate_id, name FROM candidate_search
  WHERE workspace_id = $1 AND (names @@ to_tsquery('simple', 'souza:*') OR words @@ plainto_tsquery('english', 'souza'))
  ORDER BY name COLLATE "C", candidate_id LIMIT 11
) AS found JOIN candidate c ON c.workspace_id = $1 AND c.id = found.candidate_id
ORDER BY found.name COLLATE "C", found.candidate_id
-- count
SELECT count(*) FROM (
  SELECT FROM candidate_search
  WHERE workspace_id = $1 AND (names @@ to_tsquery('simple', 'souza:*') OR words @@ plainto_tsquery('english', 'souza'))
  LIMIT 10001
) AS found
