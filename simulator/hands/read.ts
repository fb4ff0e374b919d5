import type { Message, OpenView } from '../contract.ts'
import { isJson, textOf } from '../json.ts'
import { elementsIn, type Located, labelOf, optionsOf } from '../views/elements.ts'

/** Everything with blocks that a person can look at. */
export type Shown = Message | OpenView

/** All the words of a message or view, one text a line, in reading order. */
export function wordsOf(shown: Shown): string {
  const title = 'title' in shown ? textOf(shown.title) : ''
  const own = 'text' in shown && typeof shown.text === 'string' && !shown.blocks ? shown.text : ''
  return [title, own, ...textsIn(shown.blocks)].filter((text) => text !== '').join('\n')
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isJson(value)) return []
  const { text } = value
  const own = typeof text === 'string' ? [text] : []
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) =>
      key === 'text' && typeof text === 'string' ? [] : textsIn(inner),
    ),
  ]
}

/** What to call it in a complaint. */
export function nameOf(shown: Shown): string {
  if ('id' in shown)
    return shown.type === 'home' ? 'the Home tab' : `the modal "${'title' in shown ? textOf(shown.title) : ''}"`
  const words = wordsOf(shown).replaceAll('\n', ' ')
  return `the message "${words.length > 60 ? `${words.slice(0, 57)}…` : words}"`
}

/** An element by what a person calls it; `option` where it is one of several in a menu. */
export type Control = Located & { readonly label: string; readonly option?: Record<string, unknown> }

/** Whatever can be pressed: buttons, and each option of overflow menus, by the words on them. */
export function pressables(shown: Shown): Control[] {
  return elementsIn(shown.blocks).flatMap((located): Control[] => {
    const { element } = located
    if (element.type === 'overflow')
      return optionsOf(element).map((option) => ({ ...located, label: textOf(option.text), option }))
    if (element.type === 'feedback_buttons') {
      return ['positive_button', 'negative_button'].flatMap((key) => {
        const button = element[key]
        return isJson(button) ? [{ ...located, label: textOf(button.text), option: button }] : []
      })
    }
    return String(element.type).endsWith('button') ? [{ ...located, label: textOf(element.text) }] : []
  })
}

/** Whatever holds an answer: inputs, menus, pickers, by their labels. */
export function fieldsOf(shown: Shown): Control[] {
  return elementsIn(shown.blocks)
    .filter(
      ({ element }) =>
        !String(element.type).endsWith('button') && element.type !== 'overflow' && element.type !== 'feedback_buttons',
    )
    .map((located) => ({ ...located, label: labelOf(located) }))
}

/** Tells apart what has the same words on it. */
export type Which = {
  /** Words in the same block, or in the nearest block above: tells equal labels in a list apart. */
  readonly near?: string
  /** The control's `value`, where it has one. */
  readonly value?: string
}

/** The one control with that label; complains readably when there is none or more than one. */
export function pick(
  controls: readonly Control[],
  label: string,
  what: string,
  shown: Shown,
  which: Which = {},
): Control {
  const named = controls.filter((c) => c.label === label)
  const valued = which.value === undefined ? named : named.filter((c) => (c.option ?? c.element).value === which.value)
  const close = which.near === undefined ? valued : nearest(valued, which.near, shown)
  const [found, second] = close
  const there = controls.map((c) => `"${c.label}"`).join(', ') || 'none'
  if (!found) throw new Error(`no ${what} "${label}"${describe(which)} on ${nameOf(shown)}; there are: ${there}`)
  if (second)
    throw new Error(
      `${close.length} times ${what} "${label}"${describe(which)} on ${nameOf(shown)}; say which with { near } or { value }`,
    )
  return found
}

const describe = (which: Which) =>
  `${which.near === undefined ? '' : ` near "${which.near}"`}${which.value === undefined ? '' : ` with value "${which.value}"`}`

function nearest(controls: readonly Control[], near: string, shown: Shown): Control[] {
  const blocks = (shown.blocks ?? []) as readonly unknown[]
  const ids = blocks.map((block) => (isJson(block) ? block.block_id : undefined))
  const start = blocks.findIndex((block) => textsIn(block).some((text) => text.includes(near)))
  if (start < 0) return []
  const [first] = controls
    .map((c) => ids.indexOf(c.blockId))
    .filter((place) => place >= start)
    .toSorted((a, b) => a - b)
  return controls.filter((c) => ids.indexOf(c.blockId) === first)
}
