import { createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import type { Act, ActResult, Person, PersonView, SuggestionRequest, UserId } from '../../contract.ts'

/** Options as an `external_select` shows them. */
export type Offered = {
  readonly options?: readonly OfferedOption[]
  readonly option_groups?: readonly {
    readonly label: { readonly text: string }
    readonly options: readonly OfferedOption[]
  }[]
}
type OfferedOption = {
  readonly text: { readonly text: string; readonly type: string }
  readonly value?: string
  readonly description?: { readonly text: string }
}

export type Toast = { readonly id: number; readonly text: string }

/** What every part of the page may see and do: the person's view, and the one door through which acts go. */
export type Workspace = {
  readonly view: PersonView
  readonly act: (act: Act) => Promise<ActResult>
  readonly suggest: (request: SuggestionRequest) => Promise<Offered>
  /** Says something the way Slack itself would. */
  readonly notify: (text: string) => void
  readonly personOf: (id: UserId) => Person | undefined
}

export const WorkspaceContext = createContext<Workspace | undefined>(undefined)

/** Throws outside of the workspace: that is a mistake in the page. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('Used outside the workspace.')
  return workspace
}

/** Follows the workspace as one person by server-sent events. `online` turns false while the stream is down. */
export function useStream(as: UserId | undefined): { readonly view: PersonView | undefined; readonly online: boolean } {
  const [view, setView] = useState<PersonView>()
  const [online, setOnline] = useState(true)
  useEffect(() => {
    if (as === undefined) return undefined
    const source = new EventSource(`/page/api/stream?as=${encodeURIComponent(as)}`)
    source.addEventListener('view', (event) => {
      const next = JSON.parse(event.data as string) as PersonView
      setOnline(true)
      setView(next)
    })
    source.addEventListener('open', () => setOnline(true))
    source.addEventListener('error', () => setOnline(false))
    return () => source.close()
  }, [as])
  return { view: view?.me.id === as ? view : undefined, online }
}

/** Toasts for what Slack tells the person: refused acts, and notices that arrive while the page is open. */
export function useToasts(view: PersonView | undefined) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const last = useRef<{ me: UserId; notices: readonly string[] } | undefined>(undefined)
  const nextId = useRef(1)
  const recent = useRef<{ text: string; at: number } | undefined>(undefined)

  const notify = (text: string) => {
    // A refused act is told by its answer and often by the stream as well: once is enough.
    if (recent.current?.text === text && Date.now() - recent.current.at < 1500) return
    recent.current = { text, at: Date.now() }
    setToasts((before) => [...before, { id: nextId.current++, text }].slice(-3))
  }
  useEffect(() => {
    if (!view) return
    const before = last.current
    last.current = { me: view.me.id, notices: view.notices }
    if (before?.me === view.me.id) newSince(before.notices, view.notices).forEach(notify)
  }, [view])
  return { toasts, notify, dismiss: (id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)) }
}

/** The notices at the end of `after` that `before` did not have; the server may forget old ones at the front. */
function newSince(before: readonly string[], after: readonly string[]): readonly string[] {
  for (let dropped = 0; dropped <= before.length; dropped++) {
    const kept = before.slice(dropped)
    if (kept.every((notice, index) => after[index] === notice)) return after.slice(kept.length)
  }
  return after
}

/** Sends JSON to the page's own API. */
export async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`The local workspace answered ${response.status}.`)
  return (await response.json()) as T
}
