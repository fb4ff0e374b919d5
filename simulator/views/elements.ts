import { type Json, objectsIn, textOf, textOr } from '../json.ts'

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

/** Some blocks and those that stand inside of them: the cards of a carousel, the blocks of a container. */
export function allBlocks(blocks: unknown): Json[] {
  return objectsIn(blocks).flatMap((block) => [
    block,
    ...objectsIn(block.type === 'carousel' ? block.elements : block.child_blocks),
  ])
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
