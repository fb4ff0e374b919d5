import type { AnyBlock, KnownBlock } from '@slack/types'
import { html } from '../html.ts'
import { Guard } from '../parts/guard.ts'
import { Icon, type IconName } from '../parts/icon.ts'
import { parsePlain } from '../text/mrkdwn.ts'
import { Inlines, Markdown, Text } from '../text/text.ts'
import { Actions } from './actions.ts'
import { Card, Carousel } from './card.ts'
import { ChartView } from './chart.ts'
import type { ChartBlock } from './chart-shape.ts'
import { Container, PlanBlock, TaskCard } from './container.ts'
import { ImageBlock, Picture, VideoBlock } from './image.ts'
import { Input } from './input.ts'
import { RichText } from './rich-text.ts'
import { Section } from './section.ts'
import { DataTable, Table } from './table.ts'

/** The blocks of a message, a modal or Home, one below the other. */
export function Blocks({ blocks }: { readonly blocks: readonly AnyBlock[] }) {
  return html`<div class="blocks">
    ${blocks.map((block) => html`<div key=${block.block_id} class=${`block block-${block.type}`} data-block-id=${block.block_id}><${Guard} what=${block.type} of=${block}><${OneBlock} block=${block} blockId=${block.block_id ?? ''} /><//></div>`)}
  </div>`
}

function OneBlock({ block, blockId }: { readonly block: AnyBlock; readonly blockId: string }) {
  const known = block as KnownBlock | ChartBlock
  switch (known.type) {
    case 'section':
      return html`<${Section} block=${known} blockId=${blockId} />`
    case 'actions':
    case 'context_actions':
      return html`<${Actions} elements=${known.elements} blockId=${blockId} />`
    case 'context':
      return html`<div class="context">${known.elements.map((element, index) => (element.type === 'image' ? html`<${Picture} key=${index} image=${element} size="tiny" />` : html`<${Text} key=${index} of=${element} />`))}</div>`
    case 'divider':
      return html`<hr class="divider" />`
    case 'header':
      return html`<div class="header" role="heading" aria-level="3"><${Inlines} nodes=${parsePlain(known.text.text, known.text.emoji !== false)} /></div>`
    case 'image':
      return html`<${ImageBlock} block=${known} />`
    case 'input':
      return html`<${Input} block=${known} blockId=${blockId} />`
    case 'rich_text':
      return html`<${RichText} block=${known} />`
    case 'markdown':
      return html`<${Markdown} source=${known.text} />`
    case 'table':
      return html`<${Table} block=${known} />`
    case 'data_table':
      return html`<${DataTable} block=${known} />`
    case 'card':
      return html`<${Card} block=${known} blockId=${blockId} />`
    case 'carousel':
      return html`<${Carousel} block=${known} />`
    case 'alert':
      return html`<${Alert} level=${known.level ?? 'default'} text=${known.text} />`
    case 'video':
      return html`<${VideoBlock} block=${known} />`
    case 'container':
      return html`<${Container} block=${known}><${Blocks} blocks=${known.child_blocks} /><//>`
    case 'task_card':
      return html`<${TaskCard} block=${known} />`
    case 'plan':
      return html`<${PlanBlock} block=${known} />`
    case 'data_visualization':
      return html`<${ChartView} block=${known} />`
    case 'file':
      return html`<${Unknown} type=${known.type} />`
    default:
      return html`<${Unknown} type=${block.type} />`
  }
}

/** Shown rather than left out: a block that silently disappears here would surprise somebody in Slack. */
function Unknown({ type }: { readonly type: string }) {
  return html`<p class="unknown" role="note">This block cannot be drawn here: ${type}</p>`
}

const ALERT_ICON: Readonly<Record<string, IconName>> = { warning: 'warning', error: 'warning', success: 'check' }

function Alert({
  level,
  text,
}: {
  readonly level: string
  readonly text: { readonly type: string; readonly text: string }
}) {
  return html`<div class=${`alert alert-${level}`} role=${level === 'error' ? 'alert' : 'status'}><${Icon} name=${ALERT_ICON[level] ?? 'info'} /><div class="alert-text"><${Text} of=${text} /></div></div>`
}
