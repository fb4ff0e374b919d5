-- Names are filed under other keys now (a common one and its near spellings meet at one company): whoever is here is compared by and by.
INSERT INTO duplicate_check (workspace_id, candidate_id)
  SELECT workspace_id, id FROM candidate WHERE merged_into IS NULL AND erased_at IS NULL
  ON CONFLICT DO NOTHING;
