import type { Answers } from '../form-fields.ts'
import { answer } from '../form-fields.ts'
import { choiceBlock, STORY_CHOICE } from './schema.ts'

type Side = 'existing' | 'typed'

/** Which side was chosen, by field; the story's choice stands for all that belongs to it. */
export function mergeChoices(answers: Answers): Readonly<Record<string, Side>> {
  const prefix = choiceBlock('')
  const chosen = Object.keys(answers).flatMap((block): [string, Side][] => {
    const side = answer(answers, block)
    const name = block.slice(prefix.length)
    if (!block.startsWith(prefix) || (side !== 'existing' && side !== 'typed')) return []
    return [[name === STORY_CHOICE ? 'consideredRole' : name, side]]
  })
  return Object.fromEntries(chosen)
}
