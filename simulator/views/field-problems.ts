import type { ViewState } from '../contract.ts'
import { type Json, lengthOf } from '../json.ts'
import { chosenIn, type ElementState, isNothing } from './element-state.ts'
import { elementsIn } from './elements.ts'

/** What Slack's own client says of the fields before it asks the app: by block id. */
export function fieldProblems(blocks: unknown, state: ViewState): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const { blockId, actionId, element, block, input } of elementsIn(blocks)) {
    if (!input) continue
    const value = chosenIn(state[blockId]?.[actionId] as ElementState | undefined)
    const problem = isNothing(value) ? emptyProblem(block) : problemOf(element, value)
    if (problem !== undefined) problems[blockId] = problem
  }
  return problems
}

const emptyProblem = (block: Json) => (block.optional === true ? undefined : 'Please complete this required field.')

function problemOf(element: Json, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const { min_length, max_length, min_value, max_value } = element
  switch (element.type) {
    case 'plain_text_input':
      if (lengthOf(value) > Number(max_length ?? 3000))
        return `Please keep this to ${Number(max_length ?? 3000)} characters or fewer.`
      if (lengthOf(value) < Number(min_length ?? 0)) return `Please enter at least ${Number(min_length)} characters.`
      return undefined
    case 'email_text_input':
      return /^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(value) ? undefined : 'Please enter a valid email address.'
    case 'url_text_input':
      return URL.canParse(value) && /^https?:\/\//i.test(value) ? undefined : 'Please enter a valid URL.'
    case 'number_input': {
      const number = Number(value)
      if (value.trim() === '' || !Number.isFinite(number)) return 'Please enter a valid number.'
      if (element.is_decimal_allowed !== true && !/^[+-]?\d+$/.test(value)) return 'Please enter a whole number.'
      if (min_value !== undefined && number < Number(min_value))
        return `Please enter a number of at least ${Number(min_value)}.`
      return max_value !== undefined && number > Number(max_value)
        ? `Please enter a number of at most ${Number(max_value)}.`
        : undefined
    }
    default:
      return undefined
  }
}
