/** A query that was not run, and what would be. */
import type { KnownBlock } from '@slack/types'
import { lessonIn } from '../../domain/pool/lessons.ts'
import { pointOut } from '../../domain/pool/query/point-out.ts'
import type { QueryProblem } from '../../domain/pool/query/problem.ts'
import { skillLabel } from '../../domain/pool/skills.ts'
import { never } from '../../domain/shared/result.ts'
import { list, listRefusals, problems } from '../../domain/shared/words/find.ts'
import { learnedSkills } from '../../domain/shared/words/learned-skills.ts'
import type { SearchRefusal } from '../../usecases/find/search-people.ts'
import { SKILL_TEACH } from '../learned-skills/ids.ts'
import { asTyped, safe, section } from '../mrkdwn.ts'
import { REFINE_QUERY } from '../query-builder/ids.ts'
import { button, type Drawn } from './blocks.ts'
import { EDIT_QUERY, SEARCH_LISTING } from './ids.ts'

/** More would bury the first, which is often the cause of the others. */
const MOST_TOLD = 5

export function renderSearchRefused(refusal: SearchRefusal): Drawn {
  const edit = button(EDIT_QUERY, list.edit, refusal.listingId)
  const refine = button(REFINE_QUERY, list.refine, refusal.listingId)
  if (refusal.kind === 'too_slow') return drawn(listRefusals.too_slow, [section(listRefusals.too_slow)], [edit, refine])
  const told = refusal.problems.slice(0, MOST_TOLD).map((problem) => problemWords(problem))
  const { repaired, repairedListingId } = refusal
  const instead =
    repaired === undefined || repairedListingId === undefined
      ? []
      : [button(SEARCH_LISTING, list.searchInstead(repaired), repairedListingId)]
  return drawn(
    told[0] ?? '',
    [section([problems.heading, ...pointedOut(refusal), ...told.map((line) => `• ${line}`)].join('\n'))],
    [...instead, ...taught(refusal), edit],
  )
}

/** An unknown skill that is near a known one may be what the team calls it. */
function taught({ problems, listingId }: Extract<SearchRefusal, { kind: 'not_understood' }>) {
  const lesson = lessonIn(problems)
  if (lesson === undefined) return []
  const { spelling, skill } = lesson
  return [button(SKILL_TEACH, learnedSkills.teach(spelling.replaceAll('-', ' '), skillLabel(skill)), listingId)]
}

/** The query with carets under what was not understood; a backtick of its own would end the block. */
function pointedOut({ text, problems }: Extract<SearchRefusal, { kind: 'not_understood' }>): readonly string[] {
  const out = pointOut(text, problems)
  return out === undefined ? [] : [`\`\`\`\n${safe(out.line.replaceAll('`', "'"), 600)}\n${out.carets}\n\`\`\``]
}

const drawn = (text: string, blocks: KnownBlock[], elements: ReturnType<typeof button>[]): Drawn => ({
  text,
  blocks: [...blocks, { type: 'actions', block_id: 'people_refused', elements }],
})

/** One problem in words; `inert` makes what was typed harmless where it is shown. */
export function problemWords(problem: QueryProblem, inert: (text: string) => string = (text) => asTyped(text)): string {
  switch (problem.kind) {
    case 'unknown_filter':
      return problems.unknown_filter(inert(problem.text), problem.suggestion && inert(problem.suggestion))
    case 'unknown_value':
      return problems.unknown_value(
        problem.filter,
        inert(problem.text),
        problem.suggestion && inert(problem.suggestion),
        problem.allowed.map(inert),
      )
    case 'archived_pool':
      return problems.archived_pool(
        inert(problem.text),
        problem.mergedInto && inert(problem.mergedInto),
        problem.suggestion && inert(problem.suggestion),
      )
    case 'missing_value':
      return problems.missing_value(problem.filter, problem.example)
    case 'too_long':
      return problems.too_long(problem.length, problem.max)
    case 'too_many_terms':
      return problems.too_many_terms(problem.count, problem.max)
    case 'nothing_asked':
      return problems.nothing_asked(inert(problem.text))
    default:
      return never(problem)
  }
}
