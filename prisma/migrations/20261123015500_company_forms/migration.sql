-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.

-- More legal forms are left out of a company's key than were before: what was kept under the old one is kept under the new one. A company that
-- is on record under both stays as it is, for the other row bars it. Names in another script come under their new key when they are next changed.
CREATE FUNCTION company_key_again(key text, name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(
    CASE WHEN name ~* 'private\s+(limited|ltd)' THEN regexp_replace(key, '(.) private$', '\1') ELSE key END,
    '^(?:the )?(.+?)(?: (?:sp z oo|sa de cv|s de rl de cv|spol s ro|ug haftungsbeschrankt|a s|s a|ggmbh|mbh|kgaa|ug|ohg|sasu|eurl|sl|slu|sau|bvba|abp|oyj|ou|ltda|pte|pvt|sro|doo|dd|kft|zrt|nyrt|sdn bhd|sdn|bhd|ood|eood|kk|pllc))*$',
    '\1')
$$;
UPDATE do_not_contact_company d SET name_key = company_key_again(name_key, name)
  WHERE company_key_again(name_key, name) <> name_key AND NOT EXISTS (SELECT FROM do_not_contact_company o
    WHERE o.workspace_id = d.workspace_id AND o.id <> d.id AND company_key_again(o.name_key, o.name) = company_key_again(d.name_key, d.name));
UPDATE company_watch w SET company_key = company_key_again(company_key, company)
  WHERE company_key_again(company_key, company) <> company_key AND NOT EXISTS (SELECT FROM company_watch o
    WHERE o.workspace_id = w.workspace_id AND o.id <> w.id AND o.stopped_at IS NULL
      AND company_key_again(o.company_key, o.company) = company_key_again(w.company_key, w.company));
UPDATE candidate_search s SET company = company_key_again(s.company, c.company) FROM candidate c
  WHERE c.workspace_id = s.workspace_id AND c.id = s.candidate_id AND s.company IS NOT NULL
    AND company_key_again(s.company, c.company) <> s.company;
DROP FUNCTION company_key_again(text, text);
