-- query: skill:elixir stale:>90d
-- page
SELECT c.* FROM (
  SELECT candidate_id, coalesce(last_touch_at, '-infinity'::timestamptz) AS key FROM candidate_search
  WHERE workspace_id = $1 AND skills && ARRAY['elixir'] AND coalesce(last_touch_at, '-infinity'::timestamptz) <= timestamptz '2026-07-16 11:00+00' AND coalesce(last_touch_at, created_at) <= timestamptz '2026-07-16 11:00+00' AND (snoozed_until IS NULL OR snoozed_until <= date '2026-10-14')
  ORDER BY coalesce(last_touch_at, '-infinity'::timestamptz) ASC, candidate_id ASC LIMIT 11
) AS found JOIN candidate c ON c.workspace_id = $1 AND c.id = found.candidate_id
ORDER BY found.key ASC, found.candidate_id ASC
-- count
SELECT count(*) FROM (
  SELECT FROM candidate_search
  WHERE workspace_id = $1 AND skills && ARRAY['elixir'] AND coalesce(last_touch_at, '-infinity'::timestamptz) <= timestamptz '2026-07-16 11:00+00' AND coalesce(last_touch_at, created_at) <= timestamptz '2026-07-16 11:00+00' AND (snoozed_until IS NULL OR snoozed_until <= date '2026-10-14')
  LIMIT 10001
) AS found
