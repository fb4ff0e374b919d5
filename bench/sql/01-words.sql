-- query: incident
-- page
SELECT c.* FROM (
  SELECT candidate_id,
    (-1000000 * (2 * (names @@ to_tsquery('simple', 'incident'))::int + 2 * (names @@ to_tsquery('simple', 'incident:*'))::int
      + ts_rank(words, plainto_tsquery('english', 'incident'))))::int AS rank
  FROM candidate_search
  WHERE workspace_id = $1 AND (names @@ to_tsquery('simple', 'incident:*') OR words @@ plainto_tsquery('english', 'incident'))
  ORDER BY rank, candidate_id LIMIT 11
) AS found JOIN candidate c ON c.workspace_id = $1 AND c.id = found.candidate_id
ORDER BY found.rank, found.candidate_id
-- count
SELECT count(*) FROM (
  SELECT FROM candidate_search
  WHERE workspace_id = $1 AND (names @@ to_tsquery('simple', 'incident:*') OR words @@ plainto_tsquery('english', 'incident'))
  LIMIT 10001
) AS found
