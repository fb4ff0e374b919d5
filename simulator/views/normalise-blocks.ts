import { hex } from '../ids.ts'
import { isJson } from '../json.ts'
import { allBlocks, elementsIn } from './elements.ts'

/** Blocks as Slack returns them: every block and every action has an id, text objects say how they are read. */
export function normaliseBlocks<T>(blocks: readonly T[]): T[] {
  const copy = structuredClone(blocks) as unknown
  for (const block of allBlocks(copy)) block.block_id ??= hex(4)
  for (const { element } of elementsIn(copy)) element.action_id ??= hex(4)
  fillTextObjects(copy)
  return copy as T[]
}

function fillTextObjects(value: unknown): void {
  if (Array.isArray(value)) for (const item of value) fillTextObjects(item)
  if (!isJson(value)) return
  if (value.type === 'plain_text') value.emoji ??= true
  if (value.type === 'mrkdwn') value.verbatim ??= false
  for (const inner of Object.values(value)) fillTextObjects(inner)
}
