import { classes, html } from '../html.ts'
import { Icon, type IconName } from '../parts/icon.ts'
import { Link } from '../parts/link.ts'
import { useBusy } from '../surface.ts'
import { safeUrl } from '../text/nodes.ts'
import { Text, type TextLike } from '../text/text.ts'
import type { ElementProps } from './element.ts'

/** A button, or a link that looks like one; the app hears of the press in both cases, as in Slack. */
export function Button({ element, onDispatch, naming }: ElementProps) {
  const [busy, run] = useBusy()
  const look = classes('button', element.style === 'primary' && 'primary', element.style === 'danger' && 'danger')
  const label = element.accessibility_label as string | undefined
  const words = html`<${Text} of=${element.text} />`
  const url = safeUrl(element.url as string | undefined)
  const press = () => void run(() => onDispatch())
  if (url) return html`<${Link} class=${look} url=${url} label=${label} onFollow=${press}>${words}<//>`
  return html`<button type="button" class=${classes(look, busy && 'busy')} aria-label=${label} aria-busy=${busy} aria-describedby=${naming.describedBy} onClick=${press}>${words}</button>`
}

const ICONS: Readonly<Record<string, IconName>> = { trash: 'trash' }

export function IconButton({ element, onDispatch }: ElementProps) {
  const [busy, run] = useBusy()
  const text = element.text as TextLike
  return html`<button type="button" class="icon-button" aria-label=${element.accessibility_label ?? text.text} title=${text.text} aria-busy=${busy} onClick=${() => void run(() => onDispatch())}>
    <${Icon} name=${ICONS[String(element.icon)] ?? 'moreAcross'} />
  </button>`
}

type Feedback = { readonly text: TextLike; readonly value: string; readonly accessibility_label?: string }

export function FeedbackButtons({ element, onDispatch }: ElementProps) {
  const [busy, run] = useBusy()
  const sides = [
    ['positive_button', 'thumbUp'],
    ['negative_button', 'thumbDown'],
  ] as const
  return html`<span class="feedback" role="group" aria-label="Feedback">
    ${sides.map(([side, icon]) => {
      const button = element[side] as Feedback
      const value = { type: 'feedback_buttons', text: button.text, value: button.value }
      return html`<button key=${side} type="button" class="icon-button" disabled=${busy} aria-label=${button.accessibility_label ?? button.text.text} title=${button.text.text}
        onClick=${() => void run(() => onDispatch(value))}><${Icon} name=${icon} /></button>`
    })}
  </span>`
}
