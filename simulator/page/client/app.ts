import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Act, ActResult, Person, PersonView, SuggestionRequest } from '../../contract.ts'
import { html } from './html.ts'
import { AppPane } from './panes/app-pane.ts'
import { ChannelPane } from './panes/channel-pane.ts'
import { MailPane } from './panes/mail-pane.ts'
import { ModalStack } from './panes/modal.ts'
import { Rail } from './panes/rail.ts'
import { Toasts } from './panes/toasts.ts'
import { ConfirmProvider, useConfirmation } from './parts/confirm.ts'
import { UNSEEN } from './parts/link.ts'
import { onPlaceChange, type Place, readPlace, writePlace } from './place.ts'
import { type Offered, post, useStream, useToasts, type Workspace, WorkspaceContext } from './store.ts'
import { forgetForms } from './surface.ts'
import { useUnread } from './unread.ts'

/** The whole page: it decides who one is, what is open, and which layer has the keyboard. */
export function App() {
  const [place, setPlace] = useState<Place>(readPlace)
  useEffect(() => onPlaceChange(() => setPlace(readPlace())), [])
  const nobody = useSomebody(place.as)
  const { view, online } = useStream(place.as)
  const { toasts, notify, dismiss } = useToasts(view)
  const confirmation = useConfirmation()
  const workspace = useMemo(() => view && makeWorkspace(view, notify), [view])
  const [railOpen, setRailOpen] = useState(false)
  const at = view && openAt(place, view)
  const aside = useAside(place, view)
  const unread = useUnread(view, at)

  useEffect(() => {
    if (view)
      forgetForms((key) => !key.startsWith('modal ') || view.modals.some((modal) => key === `modal ${modal.id}`))
  }, [view])
  useEffect(() => {
    if (!view || place.message === undefined || isThere(place, view)) return
    notify(UNSEEN)
    writePlace({}, 'replace')
  }, [place, view?.me.id])
  useEffect(() => setRailOpen(false), [place.at, place.as, place.message])
  useEffect(() => {
    // On a phone the rail lies over the page, so the keyboard goes there with it.
    if (railOpen) document.querySelector<HTMLElement>('.rail-close')?.focus()
  }, [railOpen])
  useEffect(() => {
    if (view) document.title = `${unread.total > 0 ? `(${unread.total}) ` : ''}${view.team.name} – local workspace`
  }, [view, unread.total])

  if (!workspace || !view || !at)
    return html`<main class="starting"><p role="status">${nobody ?? 'Opening the workspace…'}</p></main>`
  const top = view.modals.at(-1)
  const isModalShown = top !== undefined && !aside.includes(top.id)
  const layered = isModalShown || confirmation.asking
  return html`<${WorkspaceContext.Provider} value=${workspace}><${ConfirmProvider} value=${confirmation.ask}>
    <div class=${railOpen ? 'workspace rail-open' : 'workspace'} inert=${layered}>
      <${Rail} at=${at} unread=${unread.channels} onClose=${() => setRailOpen(false)} />
      <main class="main" key=${`${view.me.id} ${at}`}><${Pane} at=${at} place=${place} onRail=${() => setRailOpen(true)} /></main>
    </div>
    ${isModalShown && html`<div inert=${confirmation.asking}><${ModalStack} modals=${view.modals} errors=${view.modalErrors} /></div>`}
    ${confirmation.dialog}
    <${Toasts} toasts=${toasts} dismiss=${dismiss} online=${online} aside=${isModalShown ? undefined : top} />
  <//><//>`
}

type PaneProps = { readonly at: string; readonly place: Place; readonly onRail: () => void }

function Pane({ at, place, onRail }: PaneProps) {
  if (at === 'mail') return html`<${MailPane} onRail=${onRail} />`
  if (at === 'app') return html`<${AppPane} tab="home" onRail=${onRail} />`
  return html`<${ChannelPane} channelId=${at} place=${place} onRail=${onRail} />`
}

/** Whoever opens the page without saying who they are becomes the first person. */
function useSomebody(as: string | undefined): string | undefined {
  const [trouble, setTrouble] = useState<string>()
  useEffect(() => {
    const choose = async () => {
      const response = await fetch('/page/api/people')
      const people = (await response.json()) as readonly Person[]
      if (people.some(({ id }) => id === as)) return
      const first = people.find(({ isBot }) => !isBot)
      if (first) writePlace({ as: first.id }, 'replace')
      else setTrouble('Nobody lives in this workspace yet.')
    }
    choose().catch(() => setTrouble('The local workspace does not answer.'))
  }, [as])
  return trouble
}

/** What is open: what the address says, when this person may see it; else their first channel. */
function openAt(place: Place, view: PersonView): string {
  if (place.at === 'mail' || place.at === 'app') return place.at
  if (view.channels.some(({ id }) => id === place.at)) return place.at ?? 'app'
  const joined = view.channels.filter(({ kind, members }) => kind !== 'im' && members.includes(view.me.id))
  return joined[0]?.id ?? view.channels[0]?.id ?? 'app'
}

/** The forms that were open when a link led to a message: what it leads to would be hidden behind them, so they wait until one comes back. */
function useAside(place: Place, view: PersonView | undefined): readonly string[] {
  const waiting = useRef<{ place: Place; ids: readonly string[] } | undefined>(undefined)
  if (view && waiting.current?.place !== place)
    waiting.current = { place, ids: place.message === undefined ? [] : view.modals.map(({ id }) => id) }
  return waiting.current?.ids ?? []
}

/** Whether the message that the address speaks of is one that this person sees. */
const isThere = ({ at, message }: Place, view: PersonView): boolean =>
  view.messages[at ?? '']?.some(({ ts }) => ts === message) ?? false

function makeWorkspace(view: PersonView, notify: (text: string) => void): Workspace {
  const as = view.me.id
  const people = new Map(view.people.map((person) => [person.id, person]))
  return {
    view,
    notify,
    personOf: (id) => people.get(id),
    suggest: (request: SuggestionRequest) => post<Offered>('/page/api/suggest', { as, request }),
    async act(act: Act): Promise<ActResult> {
      const result = await post<ActResult>('/page/api/act', { as, act }).catch(
        (error: unknown): ActResult => ({
          ok: false,
          notice: error instanceof Error ? error.message : 'The local workspace does not answer.',
        }),
      )
      if (!result.ok) notify(result.notice)
      return result
    },
  }
}
