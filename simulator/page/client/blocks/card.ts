import type { CardBlock, CarouselBlock } from '@slack/types'
import { useRef } from 'preact/hooks'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { Text, type TextLike } from '../text/text.ts'
import { Actions } from './actions.ts'
import { Picture } from './image.ts'

/** `@slack/types` does not know the subtext yet. */
type AnyCard = CardBlock & { readonly subtext?: TextLike }

export function Card({ block, blockId }: { readonly block: AnyCard; readonly blockId: string }) {
  return html`<article class="card">
    ${block.hero_image && html`<div class="card-hero"><${Picture} image=${block.hero_image} size="full" /></div>`}
    <div class="card-head">
      ${block.icon && html`<${Picture} image=${block.icon} size="icon" />`}
      <div>
        ${block.title && html`<div class="card-title"><${Text} of=${block.title} /></div>`}
        ${block.subtitle && html`<div class="card-subtitle"><${Text} of=${block.subtitle} /></div>`}
      </div>
    </div>
    ${block.body && html`<div class="card-body"><${Text} of=${block.body} /></div>`}
    ${block.subtext && html`<div class="card-subtext"><${Text} of=${block.subtext} /></div>`}
    ${block.actions && block.actions.length > 0 && html`<${Actions} elements=${block.actions} blockId=${blockId} />`}
  </article>`
}

/** Cards side by side; arrows move by one, and so does a keyboard inside the strip. */
export function Carousel({ block }: { readonly block: CarouselBlock }) {
  const strip = useRef<HTMLDivElement>(null)
  const move = (by: number) =>
    strip.current?.scrollBy({
      left: by * 272,
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    })
  return html`<div class="carousel" role="group" aria-roledescription="carousel" aria-label=${`${block.elements.length} cards`}>
    <div ref=${strip} class="carousel-strip" tabindex="0" role="group" aria-label="Cards">
      ${block.elements.map((card) => html`<${Card} key=${card.block_id} block=${card} blockId=${card.block_id ?? ''} />`)}
    </div>
    ${
      block.elements.length > 1 &&
      html`<div class="carousel-buttons">
        <button type="button" class="icon-button" aria-label="Previous card" onClick=${() => move(-1)}><${Icon} name="left" /></button>
        <button type="button" class="icon-button" aria-label="Next card" onClick=${() => move(1)}><${Icon} name="right" /></button>
      </div>`
    }
  </div>`
}
