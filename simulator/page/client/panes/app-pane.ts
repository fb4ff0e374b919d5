import { useEffect } from 'preact/hooks'
import type { OpenView } from '../../../contract.ts'
import { Blocks } from '../blocks/blocks.ts'
import { html } from '../html.ts'
import { Avatar } from '../parts/avatar.ts'
import { type Place, writePlace } from '../place.ts'
import { useWorkspace } from '../store.ts'
import { SurfaceProvider, useForm } from '../surface.ts'
import { Conversation } from './conversation.ts'
import { PaneHead } from './pane-head.ts'

type AppPaneProps = {
  readonly tab: 'home' | 'messages'
  readonly place?: Place
  readonly onRail: () => void
}

/** The app's own place: its Home, and the conversation with it. */
export function AppPane({ tab, place = {}, onRail }: AppPaneProps) {
  const { view, act } = useWorkspace()
  const app = view.people.find(({ isBot }) => isBot)
  const im = view.channels.find(({ kind, members }) => kind === 'im' && app !== undefined && members.includes(app.id))
  useEffect(() => {
    if (tab === 'home') void act({ kind: 'openHome' })
  }, [tab])
  const tabs = [
    { key: 'home', words: 'Home', at: 'app' },
    { key: 'messages', words: 'Messages', at: im?.id },
  ] as const
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    const other = tabs.find(({ key }) => key !== tab)
    if (other?.at) writePlace({ at: other.at, thread: '' })
  }
  return html`<div class="pane">
    <${PaneHead} icon=${html`<${Avatar} person=${app} size=${24} />`} title=${app?.realName ?? 'App'} badge="APP" onRail=${onRail} />
    <div class="tabs" role="tablist" aria-label=${app?.realName ?? 'App'} onKeyDown=${onKeyDown}>
      ${tabs.map(
        ({
          key,
          words,
          at,
        }) => html`<button key=${key} type="button" role="tab" id=${`tab-${key}`} aria-selected=${tab === key} aria-controls="app-panel" tabindex=${tab === key ? 0 : -1} disabled=${at === undefined}
          onClick=${() => at && writePlace({ at, thread: '' })}>${words}</button>`,
      )}
    </div>
    <div id="app-panel" class="tab-panel" role="tabpanel" aria-labelledby=${`tab-${tab}`}>
      ${tab === 'home' ? html`<div class="home-scroll" tabindex="0" role="group" aria-label="Home">${view.home ? html`<${Home} home=${view.home} />` : html`<p class="empty">The app has not drawn a Home for you yet.</p>`}</div>` : im && html`<${Conversation} channel=${im} place=${place} />`}
    </div>
  </div>`
}

function Home({ home }: { readonly home: OpenView }) {
  const { view } = useWorkspace()
  const surface = useForm({ key: `home ${view.me.id}`, kind: 'home', on: { viewId: home.id }, blocks: home.blocks })
  return html`<div class="home"><${SurfaceProvider} value=${surface}><${Blocks} blocks=${home.blocks} /><//></div>`
}
