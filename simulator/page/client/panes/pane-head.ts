import { type Children, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'

type PaneHeadProps = {
  readonly icon?: Children
  readonly title: string
  readonly badge?: string | false
  readonly topic?: string
  readonly onRail: () => void
  readonly children?: Children
}

/** The head of the middle pane; on a phone its first button opens the rail. */
export function PaneHead({ icon, title, badge, topic, onRail, children }: PaneHeadProps) {
  return html`<header class="pane-head">
    <button type="button" class="icon-button rail-toggle" aria-label="Open navigation" onClick=${onRail}><${Icon} name="menu" /></button>
    <h1 class="pane-title">${icon}<span>${title}</span>${badge && html`<span class="app-badge">${badge}</span>`}</h1>
    ${topic && html`<p class="pane-topic">${topic}</p>`}
    ${children}
  </header>`
}
