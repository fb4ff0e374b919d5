import { isJson } from './json.ts'

/** Whom a message would notify. `broadcast` holds `channel`, `here` and `everyone`. */
export type Mentions = {
  readonly users: readonly string[]
  readonly groups: readonly string[]
  readonly broadcast: readonly string[]
}

type Said = { readonly text?: string; readonly blocks?: unknown }

/** Whom a message would notify, whether by its text, by mrkdwn anywhere in its blocks, or by rich text. Plain text notifies nobody. */
export function mentionsIn(message: Said): Mentions {
  const found = { users: new Set<string>(), groups: new Set<string>(), broadcast: new Set<string>() }
  const read = (text: string) => {
    for (const [, user] of text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g))
      if (user !== undefined) found.users.add(user)
    for (const [, group] of text.matchAll(/<!subteam\^([A-Z0-9]+)(?:\|[^>]*)?>/g))
      if (group !== undefined) found.groups.add(group)
    for (const [, range] of text.matchAll(/<!(channel|here|everyone)(?:\|[^>]*)?>/g))
      if (range !== undefined) found.broadcast.add(range)
  }
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item)
    if (!isJson(value)) return
    const { type } = value
    if ((type === 'mrkdwn' || type === 'markdown') && typeof value.text === 'string') read(value.text)
    if (type === 'user' && typeof value.user_id === 'string') found.users.add(value.user_id)
    if (type === 'usergroup' && typeof value.usergroup_id === 'string') found.groups.add(value.usergroup_id)
    if (type === 'broadcast' && typeof value.range === 'string') found.broadcast.add(value.range)
    for (const inner of Object.values(value)) walk(inner)
  }
  read(message.text ?? '')
  walk(message.blocks)
  return { users: [...found.users], groups: [...found.groups], broadcast: [...found.broadcast] }
}

/** Whether a message would notify nobody at all. */
export function mentionsNobody(message: Said): boolean {
  const { users, groups, broadcast } = mentionsIn(message)
  return users.length + groups.length + broadcast.length === 0
}
