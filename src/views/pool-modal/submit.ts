import type { QueryProblem } from '../../domain/pool/query/problem.ts'
import { never } from '../../domain/shared/result.ts'
import { poolProblems } from '../../domain/shared/words/pool-form.ts'
import { poolRefusals } from '../../domain/shared/words/pools.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import type { SavePoolRefusal } from '../../usecases/find/save-pool.ts'
import type { EditPoolRefusal } from '../../usecases/pools/edit-pool.ts'
import { type Answers, answer } from '../form-fields.ts'
import { problemWords } from '../people-list/refused.ts'
import { POOL_BLOCKS } from './schema.ts'

/** What was typed; the use case judges it. `owner` is a Slack id. */
export const poolEntry = (answers: Answers) => ({
  name: answer(answers, POOL_BLOCKS.name) ?? '',
  kind: answer(answers, POOL_BLOCKS.kind) === 'list' ? ('list' as const) : ('query' as const),
  query: answer(answers, POOL_BLOCKS.query) ?? '',
  owner: answer(answers, POOL_BLOCKS.owner) ?? '',
  cadenceDays: answer(answers, POOL_BLOCKS.cadence) ?? '',
  personaNote: answer(answers, POOL_BLOCKS.persona) ?? '',
  channel: answer(answers, POOL_BLOCKS.channel) ?? '',
})

const FIELDS: Readonly<Record<string, string>> = {
  name: POOL_BLOCKS.name,
  query: POOL_BLOCKS.query,
  ownerId: POOL_BLOCKS.owner,
  cadenceDays: POOL_BLOCKS.cadence,
  personaNote: POOL_BLOCKS.persona,
  channel: POOL_BLOCKS.channel,
}

/** Each refusal on its field. Errors beside fields are plain text, so nothing there needs escaping. */
export function poolErrors(
  refusal: SavePoolRefusal | EditPoolRefusal | Extract<EdgeRefusal, { kind: 'bad_input' }>,
): Record<string, string> {
  switch (refusal.kind) {
    case 'bad_input':
      return Object.fromEntries(
        refusal.problems.map(({ path, message }) => [FIELDS[path] ?? POOL_BLOCKS.name, message]),
      )
    case 'name_taken':
    case 'name_not_usable':
      return { [POOL_BLOCKS.name]: poolProblems[refusal.kind] }
    case 'name_used':
      return { [POOL_BLOCKS.name]: poolRefusals.name_used(refusal.by) }
    case 'pool_gone':
    case 'changed_since':
      return { [POOL_BLOCKS.name]: poolRefusals[refusal.kind] }
    case 'query_missing':
    case 'too_slow':
      return { [POOL_BLOCKS.query]: poolProblems[refusal.kind] }
    case 'query_in_circle':
      return { [POOL_BLOCKS.query]: poolProblems.query_in_circle(refusal.pool) }
    case 'too_many_for_list':
      return { [POOL_BLOCKS.query]: poolProblems.too_many_for_list(refusal.max) }
    case 'unknown_owner':
      return { [POOL_BLOCKS.owner]: poolProblems.unknown_owner }
    case 'not_understood':
      return {
        [POOL_BLOCKS.query]: queryErrors(refusal.problems),
      }
    default:
      return never(refusal)
  }
}

/** Beside the field that the query was typed in; the first few say enough. */
export const queryErrors = (problems: readonly QueryProblem[]): string =>
  problems
    .slice(0, 3)
    .map((problem) => problemWords(problem, (text) => text.slice(0, 100)))
    .join(' ')
