import { useEffect, useState } from 'preact/hooks'
import type { PersonView } from '../../contract.ts'

/** Channels in which something arrived since this person last looked, remembered by the browser. */
export function useUnread(
  view: PersonView | undefined,
  at: string | undefined,
): { readonly channels: ReadonlySet<string>; readonly total: number } {
  const [seen, setSeen] = useState<{ as: string; ts: Record<string, string> }>()
  useEffect(() => {
    if (!view || !at) return
    const as = view.me.id
    const known = seen?.as === as ? seen.ts : recall(as)
    // Somebody new has seen everything that was there before they came.
    const ts = known ?? Object.fromEntries(view.channels.map(({ id }) => [id, latest(view, id)]))
    const next = { ...ts, ...(view.messages[at] ? { [at]: latest(view, at) } : {}) }
    if (seen?.as === as && JSON.stringify(next) === JSON.stringify(seen.ts)) return
    localStorage.setItem(`seen ${as}`, JSON.stringify(next))
    setSeen({ as, ts: next })
  }, [view, at])
  const channels = new Set(
    (view?.channels ?? [])
      .filter(({ id, members, kind }) => view && id !== at && (kind === 'im' || members.includes(view.me.id)))
      .filter(
        ({ id }) => view && seen?.as === view.me.id && Number(latest(view, id, view.me.id)) > Number(seen.ts[id] ?? 0),
      )
      .map(({ id }) => id),
  )
  return { channels, total: channels.size }
}

function recall(as: string): Record<string, string> | undefined {
  try {
    return JSON.parse(localStorage.getItem(`seen ${as}`) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** The newest message of a channel, what `but` wrote left out. */
function latest(view: PersonView, channel: string, but?: string): string {
  return (view.messages[channel] ?? []).findLast(({ user }) => user !== but)?.ts ?? '0'
}
