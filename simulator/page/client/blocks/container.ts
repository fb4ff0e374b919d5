import type { ContainerBlock, PlanBlock as PlanBlockType, TaskCardBlock } from '@slack/types'
import { type Children, html } from '../html.ts'
import { SafeLink, Text } from '../text/text.ts'
import { RichText } from './rich-text.ts'

/** Blocks under one title, which may fold. */
export function Container({ block, children }: { readonly block: ContainerBlock; readonly children?: Children }) {
  const title = block.title
    ? html`<${Text} of=${block.title} />`
    : block.rich_text_title && html`<${RichText} block=${block.rich_text_title} />`
  const head = html`<span class="container-title">${title}</span>${block.subtitle && html`<span class="quiet"><${Text} of=${block.subtitle} /></span>`}`
  if (block.is_collapsible)
    return html`<details class="container" open=${block.default_collapsed !== true}><summary>${head}</summary>${children}</details>`
  return html`<section class="container">${head}${children}</section>`
}

const STATUS = { pending: '○', in_progress: '◐', complete: '✓', error: '!' } as const

export function TaskCard({ block }: { readonly block: TaskCardBlock }) {
  return html`<div class="task-card">
    <p><span class=${`task-status task-${block.status}`} aria-label=${block.status.replace('_', ' ')} role="img">${STATUS[block.status]}</span> ${block.title}</p>
    ${block.details && html`<${RichText} block=${block.details} />`}
    ${block.output && html`<${RichText} block=${block.output} />`}
    ${block.sources && html`<ul>${block.sources.map(({ url, text }) => html`<li key=${url}><${SafeLink} url=${url}>${text}<//></li>`)}</ul>`}
  </div>`
}

export function PlanBlock({ block }: { readonly block: PlanBlockType }) {
  return html`<section class="container"><span class="container-title">${block.title}</span>${((block.tasks ?? []) as TaskCardBlock[]).map((task, index) => html`<${TaskCard} key=${index} block=${task} />`)}</section>`
}
