import { setImmediate as nextTurn } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { NewPerson } from '../../../usecases/ports/imports.ts'
import type { Scope } from '../scope.ts'
import { searchTexts } from '../search-row.ts'

/** PostgreSQL merges what a full-text index has pending now and then, which takes longer than a person would wait. */
const PATIENCE = '30s'

/** Of each table what is written; the rest stays empty. */
const COLUMNS = {
  candidate: `id uuid, full_name text, headline text, company text, considered_role text, standing text, standing_day date,
    stage_reached text, skills text[], location text, remote_ok boolean, seniority text, tier text, kind text, source text,
    next_touch date, unworked boolean, zone text, last_touch_at timestamptz, created_at timestamptz, import_id uuid,
    job_function text, career_stage text, employment text, relation text, skill_uses jsonb, custom jsonb`,
  contact:
    'id uuid, candidate_id uuid, kind text, sealed bytea, lookup bytea, is_primary boolean, created_at timestamptz',
  fact: `id uuid, candidate_id uuid, kind text, text text, telling text, source_kind text, stated_at timestamptz, changed_at timestamptz`,
  rating: 'id uuid, candidate_id uuid, kind text, score smallint, evidence text, author_id uuid, at timestamptz',
  permission: 'id uuid, candidate_id uuid, purpose text, basis text, source text, wording text, granted_at timestamptz',
  interaction: 'id uuid, candidate_id uuid, kind text, at timestamptz, text text, one_to_one boolean',
} as const
const SEARCH_COLUMNS = `candidate_id uuid, name text, names text, words text, skills text[], place text, places text[], remote_ok boolean,
  seniority text, job_function text, tier text, kind text, standing text, source text, role text, company text, stage text,
  last_touch_at timestamptz, unworked boolean, created_at timestamptz, next_touch date, career_stage text, employment text, relation text,
  skill_uses jsonb, own jsonb, custom jsonb, rating smallint`

type Row = Readonly<Record<string, unknown>>

/** `id uuid, skills text[]` → the names, and the rows as one array for each of them, which `unnest` makes rows of again. */
function unnested(columns: string, rows: readonly Row[]) {
  const all = columns.split(',').map((column) => {
    const [name = '', type = ''] = column.trim().split(/\s+/)
    // Arrays of arrays would have to be equally long: lists travel as text.
    const isList = type.endsWith('[]')
    const values = rows.map((row) => (isList ? listText(row[name] as readonly string[]) : (row[name] ?? null)))
    return {
      name,
      chosen: isList ? `r.${name}::${type}` : `r.${name}`,
      array: sql`${values}::${sql.raw(isList ? 'text[]' : `${type}[]`)}`,
    }
  })
  const names = all.map(({ name }) => name).join(', ')
  const from = sql`unnest(${sql.join(all.map(({ array }) => array))}) AS r(${sql.raw(names)})`
  return { names, chosen: all.map(({ chosen }) => chosen).join(', '), from }
}

const listText = (list: readonly string[]): string =>
  `{${list.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

/**
 * People with all that belongs to them: one statement for each table, whose columns travel as arrays. As one JSON text they took the
 * database half as long again.
 */
export async function insertPeople(scope: Scope, people: readonly NewPerson[]): Promise<void> {
  if (people.length === 0) return
  const { later, workspaceId } = scope
  const insert = (table: keyof typeof COLUMNS, rows: readonly Row[]): RawBuilder<unknown> => {
    const { names, chosen, from } = unnested(COLUMNS[table], rows)
    return sql`INSERT INTO ${sql.table(table)} (workspace_id, ${sql.raw(names)}) SELECT ${workspaceId}::uuid, ${sql.raw(chosen)} FROM ${from}`
  }
  const at = new Date(scope.now).toISOString()
  later(sql`SELECT set_config('statement_timeout', ${PATIENCE}, true)`)
  later(
    insert(
      'candidate',
      people.map((one) => candidateRow(one, at)),
    ),
  )
  later(insert('contact', contactRows(scope, people, at)))
  // Before the search rows: until when somebody may be written to is kept there by a trigger, which costs little while there is no row.
  const permissions = people.flatMap(({ person, permissions: theirs }) =>
    theirs.map(({ id, purpose, basis, source, wording }) => {
      const given = { purpose, basis, source, wording, granted_at: at }
      return { id, candidate_id: person.id, ...given }
    }),
  )
  if (permissions.length > 0) later(insert('permission', permissions))
  // PostgreSQL has begun while the rest is made ready.
  await nextTurn()
  const search = unnested(
    SEARCH_COLUMNS,
    people.map((one) => searchRow(one, at)),
  )
  later(sql`INSERT INTO candidate_search (workspace_id, candidate_id, name, names, words, skills, place, places, remote_ok, seniority,
      job_function, tier, kind, standing, source, role, company, stage, pool_ids, last_touch_at, unworked, created_at, next_touch, custom, rating, traits)
    SELECT ${workspaceId}::uuid, r.candidate_id, r.name, to_tsvector('simple', r.names), to_tsvector('english', r.words), r.skills::text[],
      r.place, r.places::text[], r.remote_ok, r.seniority, r.job_function, r.tier, r.kind, r.standing, r.source, r.role, r.company, r.stage, '{}',
      r.last_touch_at, r.unworked, r.created_at, r.next_touch, r.custom, r.rating,
      CASE WHEN coalesce(r.relation, r.employment, r.career_stage, r.skill_uses::text, r.own::text) IS NULL THEN '{}'
        ELSE search_traits(${workspaceId}::uuid, r.relation, r.employment, r.career_stage, r.skill_uses, r.own) END
    FROM ${search.from}`)
  const ids = people.map(({ person }) => person.id)
  later(sql`UPDATE candidate_search s SET skills = with_learned(s.workspace_id, s.skills)
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.candidate_id = ANY(${ids}::uuid[])
      AND EXISTS (SELECT FROM learned_skill l WHERE l.workspace_id = ${workspaceId}::uuid AND l.removed_at IS NULL)`)
  const facts = people.flatMap(({ person, facts: theirs }) =>
    theirs.map(({ id, kind, text, telling, sourceKind }) => {
      const told = { kind, text, telling, source_kind: sourceKind, stated_at: at, changed_at: at }
      return { id, candidate_id: person.id, ...told }
    }),
  )
  if (facts.length > 0) later(insert('fact', facts))
  const ratings = people.flatMap(({ person, ratings: theirs }) =>
    theirs.map(({ id, kind, score, evidence, by, at: when }) => {
      const judged = { kind, score, evidence, author_id: by, at: moment(when) }
      return { id, candidate_id: person.id, ...judged }
    }),
  )
  if (ratings.length > 0) later(insert('rating', ratings))
  later(
    insert(
      'interaction',
      people.map(({ person, entry }) => {
        const line = { kind: 'change', at, text: entry.text, one_to_one: false }
        return { id: entry.id, candidate_id: person.id, ...line }
      }),
    ),
  )
}

const moment = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : new Date(value).toISOString()

const candidateRow = ({ person, importId }: NewPerson, at: string): Row => ({
  import_id: importId,
  id: person.id,
  full_name: person.fullName,
  headline: person.headline,
  company: person.company,
  considered_role: person.consideredRole,
  standing: person.standing,
  standing_day: person.standingDay,
  stage_reached: person.stageReached,
  skills: person.skills,
  location: person.location,
  remote_ok: person.remoteOk,
  seniority: person.seniority,
  tier: person.tier,
  kind: person.kind,
  source: person.source,
  next_touch: person.nextTouch,
  unworked: person.unworked,
  zone: person.zone,
  last_touch_at: moment(person.lastTouchAt),
  created_at: at,
  job_function: person.jobFunction,
  ...spoken(person),
  custom: ownOf(person),
})

/** What goes into the traits of the search as well. */
const spoken = ({ careerStage, employment, relation, skillUses = [] }: NewPerson['person']): Row => ({
  career_stage: careerStage,
  employment,
  relation,
  skill_uses: skillUses.length === 0 ? undefined : JSON.stringify(skillUses),
})
const ownOf = ({ custom = {} }: NewPerson['person']): string | undefined =>
  Object.keys(custom).length === 0 ? undefined : JSON.stringify(custom)

function searchRow({ person, facts, ratings }: NewPerson, at: string): Row {
  const texts = searchTexts(
    person,
    facts.map(({ text }) => text),
  )
  return {
    ...texts,
    seniority: person.seniority ?? texts.seniority,
    job_function: person.jobFunction ?? texts.job_function,
    next_touch: person.nextTouch,
    ...spoken(person),
    own: ownOf(person),
    rating: ratings.length === 0 ? undefined : Math.min(...ratings.map(({ score }) => score)),
    candidate_id: person.id,
    skills: person.skills,
    remote_ok: person.remoteOk,
    tier: person.tier,
    kind: person.kind,
    standing: person.standing,
    last_touch_at: moment(person.lastTouchAt),
    unworked: person.unworked,
    created_at: at,
  }
}

/** Two imports that meet take the same contacts in the same order, so that they do not wait for each other for ever. */
const contactRows = ({ seal, workspaceId, newId }: Scope, people: readonly NewPerson[], at: string) =>
  people
    .flatMap(({ person, contacts }) =>
      contacts.map((contact, index) => ({
        ...contact,
        person,
        isPrimary: contacts.findIndex(({ kind }) => kind === contact.kind) === index,
      })),
    )
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ person, kind, value, key, isPrimary }) => ({
      id: newId<'contact'>(),
      candidate_id: person.id,
      kind,
      sealed: Buffer.from(seal.close(value, workspaceId)),
      lookup: Buffer.from(key, 'hex'),
      is_primary: isPrimary,
      created_at: at,
    }))
