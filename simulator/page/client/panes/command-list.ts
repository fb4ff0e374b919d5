import type { RefObject } from 'preact'
import { classes, html } from '../html.ts'

export type Offer = { readonly command: string; readonly description: string; readonly usageHint: string }

/** The commands that what was typed so far may become; none once its arguments have begun. */
export function offersFor(text: string, commands: readonly Offer[]): readonly Offer[] {
  if (!/^\/\S*$/.test(text)) return []
  const starts = commands.filter(({ command }) => command.startsWith(text.toLowerCase()))
  const contains = commands.filter(
    (each) => !starts.includes(each) && each.command.includes(text.slice(1).toLowerCase()),
  )
  return [...starts, ...contains]
}

type CommandListProps = {
  readonly id: string
  readonly listRef: RefObject<HTMLDivElement | null>
  readonly offers: readonly Offer[]
  readonly active: number
  readonly onHover: (index: number) => void
  readonly onPick: (offer: Offer) => void
}

export function CommandList({ id, listRef, offers, active, onHover, onPick }: CommandListProps) {
  return html`<div ref=${listRef} class="popup commands" onMouseDown=${(event: Event) => event.preventDefault()}>
    <p class="popup-note" aria-hidden="true">Commands</p>
    <div id=${id} role="listbox" aria-label="Commands">
      ${offers.map(
        (
          offer,
          index,
        ) => html`<div key=${offer.command} id=${`${id}-${index}`} role="option" aria-selected=${index === active} class=${classes('option command', index === active && 'active')}
          onMouseMove=${() => onHover(index)} onClick=${() => onPick(offer)}>
          <span class="command-name"><strong>${offer.command}</strong> <span class="command-usage">${offer.usageHint}</span></span>
          <span class="option-description">${offer.description}</span>
        </div>`,
      )}
    </div>
  </div>`
}
