import { channelsOffered } from '../acts/choices.ts'
import { suggest } from '../acts/suggest.ts'
import type { SuggestionRequest, UserId } from '../contract.ts'
import { type Json, textOf } from '../json.ts'
import { stateKey } from '../views/element-state.ts'
import { optionsOf } from '../views/elements.ts'
import type { Workspace } from '../workspace.ts'
import type { Control } from './read.ts'

/** The options that the app offers for a query, groups unfolded. */
export const offered = async (ws: Workspace, user: UserId, request: SuggestionRequest): Promise<Json[]> =>
  optionsOf({ ...(await suggest(ws, user, request)) })

/** The state of an element in which somebody chose these, named as the person reads them. */
export async function choiceFor(
  ws: Workspace,
  user: UserId,
  control: Control,
  wanted: readonly string[],
  ask: (query: string) => Promise<Json[]>,
): Promise<Json> {
  const type = String(control.element.type)
  const key = stateKey(type)
  if (key === undefined || key === 'value')
    throw new Error(`"${control.label}" is a ${type}: there is nothing to choose in it`)
  const chosen = await Promise.all(wanted.map((name) => one(ws, user, control, key, name, ask)))
  if (!key.endsWith('s')) {
    if (chosen.length > 1) throw new Error(`"${control.label}" takes one, not ${chosen.length}`)
    return { type, [key]: chosen[0] ?? null }
  }
  return { type, [key]: chosen }
}

async function one(
  ws: Workspace,
  user: UserId,
  control: Control,
  key: string,
  name: string,
  ask: (query: string) => Promise<Json[]>,
): Promise<unknown> {
  if (key.startsWith('selected_option')) {
    const external = String(control.element.type).endsWith('external_select')
    const options = external ? await ask(name) : optionsOf(control.element)
    const found = options.find((o) => textOf(o.text) === name)
    if (found) return found
    const offered = options.map((o) => `"${textOf(o.text)}"`).join(', ') || 'nothing'
    throw new Error(`"${control.label}" does not offer "${name}"; it offers: ${offered}`)
  }
  if (key.startsWith('selected_user')) return idOf([...ws.world.state.people.values()], name, control)
  if (/^selected_(channel|conversation)/.test(key))
    return idOf(channelsOffered(ws, user, control.element), name, control)
  if (key === 'selected_date_time') return Number(name)
  return name
}

function idOf(
  things: readonly { id: string; name: string; realName?: string }[],
  name: string,
  control: Control,
): string {
  const bare = name.replace(/^[@#]/, '')
  const found = things.find((t) => t.id === bare || t.name === bare || t.realName === bare)
  if (!found)
    throw new Error(
      `"${control.label}" does not offer "${name}"; it offers: ${things.map((t) => t.realName ?? t.name).join(', ')}`,
    )
  return found.id
}
