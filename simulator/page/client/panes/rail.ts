import type { Channel } from '../../../contract.ts'
import { classes, html } from '../html.ts'
import { Avatar } from '../parts/avatar.ts'
import { Icon, type IconName } from '../parts/icon.ts'
import { writePlace } from '../place.ts'
import { useWorkspace } from '../store.ts'
import { Switcher } from './switcher.ts'

type RailProps = { readonly at: string; readonly unread: ReadonlySet<string>; readonly onClose: () => void }

/** The left rail: workspace, channels, conversations, the app and the mailbox, and who one is. */
export function Rail({ at, unread, onClose }: RailProps) {
  const { view, personOf } = useWorkspace()
  const byName = (a: Channel, b: Channel) => a.name.localeCompare(b.name)
  const rooms = view.channels.filter(({ kind }) => kind !== 'im').toSorted(byName)
  const ims = view.channels.filter(({ kind }) => kind === 'im')
  const other = (channel: Channel) => personOf(channel.members.find((id) => id !== view.me.id) ?? view.me.id)
  const app = view.people.find(({ isBot }) => isBot)
  const line = (
    key: string,
    words: string,
    icon: unknown,
    more: { badge?: string; quiet?: boolean } = {},
  ) => html`<li key=${key}>
    <a href=${`?as=${view.me.id}&at=${key}`} class=${classes('rail-line', at === key && 'current', unread.has(key) && 'unread', more.quiet && 'rail-quiet')} aria-current=${at === key ? 'page' : undefined}
      onClick=${(event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        writePlace({ at: key, thread: '' })
        onClose()
      }}>
      <span class="rail-icon">${icon}</span><span class="rail-words">${words}</span>${more.badge && html`<span class="app-badge">${more.badge}</span>`}
      ${unread.has(key) && html`<span class="unread-dot" role="img" aria-label="unread"></span>`}
    </a>
  </li>`
  const icon = (name: IconName) => html`<${Icon} name=${name} size=${16} />`
  return html`<nav class="rail" aria-label="Workspace" onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && onClose()}>
    <div class="rail-head">
      <div class="workspace-mark" aria-hidden="true">${view.team.name.slice(0, 1).toUpperCase()}</div>
      <div class="workspace-name"><strong>${view.team.name}</strong><span>Local workspace</span></div>
      <button type="button" class="icon-button rail-close" aria-label="Close navigation" onClick=${onClose}><${Icon} name="close" /></button>
    </div>
    <div class="rail-scroll">
      <h2>Channels</h2>
      <ul>${rooms.map((channel) => line(channel.id, channel.name, icon(channel.kind === 'private' ? 'lock' : 'hash'), { quiet: !channel.members.includes(view.me.id) }))}</ul>
      <h2>Direct messages</h2>
      <ul>
        ${ims.map((channel) => {
          const person = other(channel)
          return line(
            channel.id,
            person?.realName || channel.name,
            html`<${Avatar} person=${person} size=${20} />`,
            person?.isBot ? { badge: 'APP' } : {},
          )
        })}
        ${ims.length === 0 && html`<li class="rail-empty">None yet</li>`}
      </ul>
      <h2>Apps</h2>
      <ul>${line('app', app?.realName ?? 'App', html`<${Avatar} person=${app} size=${20} />`, { badge: 'HOME' })}</ul>
      <h2>Outside Slack</h2>
      <ul>${line('mail', 'Mailbox', icon('mail'), view.mail.length > 0 ? { badge: String(view.mail.length) } : {})}</ul>
    </div>
    <${Switcher} />
  </nav>`
}
