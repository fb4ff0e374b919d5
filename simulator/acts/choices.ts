import type { ViewState } from '../contract.ts'
import { isJson, type Json, objectsIn } from '../json.ts'
import { stateKey } from '../views/element-state.ts'
import { elementsIn, type Located, optionsOf } from '../views/elements.ts'
import type { Workspace } from '../workspace.ts'

/** Says why a client could not have sent this state of an element; nothing when it could. */
export function checkChoice(ws: Workspace, { element, actionId }: Located, value: unknown): string | undefined {
  const type = String(element.type)
  if (type === 'button' || type === 'icon_button' || type === 'workflow_button') return undefined
  if (!isJson(value)) return `"${actionId}" is a ${type}: choose something in it.`
  const key = type === 'overflow' ? 'selected_option' : stateKey(type)
  if (key === undefined) return undefined
  if (!(key in value)) return `The state of a ${type} has "${key}".`
  const { people, channels } = ws.world.state
  const chosen = value[key]
  const many = Array.isArray(chosen) ? chosen : chosen === null ? [] : [chosen]
  if (key.startsWith('selected_option') && listsOptions(type)) {
    const offered = new Set(optionsOf(element).map((o) => o.value))
    const stray = objectsIn(many).find((o) => !offered.has(o.value))
    if (stray || objectsIn(many).length !== many.length)
      return `"${actionId}" does not offer ${JSON.stringify(stray?.value ?? many)}.`
  }
  if (key.startsWith('selected_user') && many.some((id) => !people.has(String(id))))
    return `"${actionId}" offers people, not ${String(many)}.`
  if (/^selected_(channel|conversation)/.test(key) && many.some((id) => !channels.has(String(id))))
    return `"${actionId}" offers channels, not ${String(many)}.`
  const most = element.max_selected_items
  if (typeof most === 'number' && many.length > most) return `"${actionId}" takes ${most} at most.`
  return undefined
}

/** Says why a client could not have sent this state of a whole view. */
export function checkState(ws: Workspace, blocks: unknown, state: ViewState | undefined): string | undefined {
  const located = elementsIn(blocks)
  for (const [blockId, actions] of Object.entries(state ?? {})) {
    for (const [actionId, value] of Object.entries(actions)) {
      const element = located.find((e) => e.blockId === blockId && e.actionId === actionId)
      if (!element) return `There is no element "${actionId}" in block "${blockId}".`
      const problem = checkChoice(ws, element, value)
      if (problem !== undefined) return problem
      if ((value as Json).type !== element.element.type) return `"${actionId}" is a ${String(element.element.type)}.`
    }
  }
  return undefined
}

const listsOptions = (type: string) =>
  ['static_select', 'multi_static_select', 'radio_buttons', 'checkboxes', 'overflow'].includes(type)
