import { hex } from '../ids.ts'
import { isJson, type Json, objectsIn, textOf, textOr } from '../json.ts'

/** An interactive element where it stands. */
export type Located = {
  readonly blockId: string
  readonly actionId: string
  readonly element: Json
  readonly block: Json
  /** In an input block, so that it counts at submission. */
  readonly input: boolean
}

/** Every interactive element of some blocks, in reading order. */
export function elementsIn(blocks: unknown): Located[] {
  return objectsIn(blocks).flatMap((block) => {
    const at = (element: Json, input = false): Located => ({
      blockId: textOr(block.block_id, ''),
      actionId: textOr(element.action_id, ''),
      element,
      block,
      input,
    })
    switch (block.type) {
      case 'input':
        return objectsIn([block.element]).map((element) => at(element, true))
      case 'section':
        return objectsIn([block.accessory])
          .filter((e) => e.type !== 'image')
          .map((element) => at(element))
      case 'actions':
      case 'context_actions':
        return objectsIn(block.elements).map((element) => at(element))
      case 'card':
        return objectsIn(block.actions).map((element) => at(element))
      case 'carousel':
        return elementsIn(block.elements)
      case 'container':
        return elementsIn(block.child_blocks)
      default:
        return []
    }
  })
}

/** What a person reads on, or beside, an element. */
export function labelOf(located: Located): string {
  const { element, block } = located
  if (located.input) return textOf(block.label)
  if (element.type === 'overflow') return '⋯'
  return textOf(element.text) || textOf(element.placeholder) || textOf(block.text)
}

/** The options that an element lists itself, groups unfolded. */
export function optionsOf(element: Json): Json[] {
  return [
    ...objectsIn(element.options),
    ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
  ]
}

/** Blocks as Slack returns them: every block and every action has an id, text objects say how they are read. */
export function normaliseBlocks<T>(blocks: readonly T[]): T[] {
  const copy = structuredClone(blocks) as unknown
  for (const block of objectsIn(copy)) block.block_id ??= hex(3).slice(0, 5)
  for (const card of objectsIn(copy).flatMap((b) => [
    ...objectsIn(b.type === 'carousel' ? b.elements : []),
    ...objectsIn(b.child_blocks),
  ])) {
    card.block_id ??= hex(3).slice(0, 5)
  }
  for (const { element } of elementsIn(copy)) element.action_id ??= hex(3).slice(0, 5)
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
