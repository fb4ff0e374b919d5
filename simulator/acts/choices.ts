import type { UserId, ViewState } from '../contract.ts'
import { isJson, type Json, objectsIn } from '../json.ts'
import { stateKey } from '../views/element-state.ts'
import { elementsIn, type Located, optionsOf } from '../views/elements.ts'
import { canSee, type Workspace } from '../workspace.ts'
import type { ChannelRecord } from '../world/state.ts'

/** Says why a client could not have sent this state of an element; nothing when it could. */
export function checkChoice(
  ws: Workspace,
  as: UserId,
  { element, actionId }: Located,
  value: unknown,
): string | undefined {
  const type = String(element.type)
  if (type === 'button' || type === 'icon_button' || type === 'workflow_button') return undefined
  if (!isJson(value)) return `"${actionId}" is a ${type}: choose something in it.`
  const key = type === 'overflow' ? 'selected_option' : stateKey(type)
  if (key === undefined) return undefined
  if (!(key in value)) return `The state of a ${type} has "${key}".`
  const { people } = ws.world.state
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
  if (chosen !== null && FORMS[key]?.(chosen) === false) return `"${actionId}" cannot hold ${JSON.stringify(chosen)}.`
  const channels = () => new Set(channelsOffered(ws, as, element).map((c) => c.id))
  if (/^selected_(channel|conversation)/.test(key) && many.some((id) => !channels().has(String(id))))
    return `"${actionId}" offers channels, not ${String(many)}.`
  const most = element.max_selected_items
  if (typeof most === 'number' && many.length > most) return `"${actionId}" takes ${most} at most.`
  return undefined
}

/** What text fields and pickers yield, by the key of their state. */
const FORMS: Readonly<Record<string, (value: unknown) => boolean>> = {
  value: (value) => typeof value === 'string',
  selected_date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  selected_time: (value) => typeof value === 'string' && /^\d{2}:\d{2}$/.test(value),
  selected_date_time: (value) => Number.isInteger(value),
}

const KINDS: readonly unknown[] = ['public', 'private', 'im']

/** What a menu of channels or conversations lists for somebody: the first public ones, the second all that they see and its filter takes. */
export function channelsOffered(ws: Workspace, as: UserId, element: Json): ChannelRecord[] {
  const every = String(element.type).endsWith('conversations_select')
  const include = isJson(element.filter) && Array.isArray(element.filter.include) ? element.filter.include : KINDS
  return [...ws.world.state.channels.values()].filter(
    (c) => canSee(c, as) && (every ? include.includes(c.kind) : c.kind === 'public'),
  )
}

/** Says why a client could not have sent this state of a whole view. */
export function checkState(
  ws: Workspace,
  as: UserId,
  blocks: unknown,
  state: ViewState | undefined,
): string | undefined {
  const located = elementsIn(blocks)
  for (const [blockId, actions] of Object.entries(state ?? {})) {
    for (const [actionId, value] of Object.entries(actions)) {
      const element = located.find((e) => e.blockId === blockId && e.actionId === actionId)
      // The app may have taken it away while somebody was typing.
      if (!element) continue
      const problem = checkChoice(ws, as, element, value)
      if (problem !== undefined) return problem
      if ((value as Json).type !== element.element.type) return `"${actionId}" is a ${String(element.element.type)}.`
    }
  }
  return undefined
}

const listsOptions = (type: string) =>
  ['static_select', 'multi_static_select', 'radio_buttons', 'checkboxes', 'overflow'].includes(type)
