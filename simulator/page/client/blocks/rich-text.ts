import type { RichTextBlock, RichTextElement } from '@slack/types'
import { html } from '../html.ts'
import { useWorkspace } from '../store.ts'
import { formatDate } from '../text/dates.ts'
import { Emoji, Mention, SafeLink } from '../text/text.ts'

type Part = RichTextBlock['elements'][number]

/** Rich text as composed in Slack: sections, lists with levels, quotes and code. */
export function RichText({ block }: { readonly block: RichTextBlock }) {
  return html`<div class="text rich-text">${block.elements.map((part, index) => html`<${OnePart} key=${index} part=${part} />`)}</div>`
}

function OnePart({ part }: { readonly part: Part }) {
  switch (part.type) {
    case 'rich_text_section':
      return html`<p><${Leaves} elements=${part.elements} /></p>`
    case 'rich_text_quote':
      return html`<blockquote><p><${Leaves} elements=${part.elements} /></p></blockquote>`
    case 'rich_text_preformatted':
      return html`<pre tabindex="0"><${Leaves} elements=${part.elements} /></pre>`
    case 'rich_text_list': {
      const items = part.elements.map(
        (item, index) => html`<li key=${index}><${Leaves} elements=${item.elements} /></li>`,
      )
      const look = { class: `indent-${Math.min(part.indent ?? 0, 8)}` }
      return part.style === 'ordered'
        ? html`<ol ...${look} start=${((part as { offset?: number }).offset ?? 0) + 1}>${items}</ol>`
        : html`<ul ...${look}>${items}</ul>`
    }
    default:
      return html`<p class="unknown">This text cannot be drawn here: ${(part as { type: string }).type}</p>`
  }
}

function Leaves({ elements }: { readonly elements: readonly RichTextElement[] }) {
  return elements.map((element, index) => html`<${Styled} key=${index} element=${element} />`)
}

type Style = {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly strike?: boolean
  readonly code?: boolean
  readonly underline?: boolean
}

function Styled({ element }: { readonly element: RichTextElement }) {
  const style = (element.style ?? {}) as Style
  let drawn: unknown = html`<${Leaf} element=${element} />`
  if (style.code) drawn = html`<code>${drawn}</code>`
  if (style.underline) drawn = html`<u>${drawn}</u>`
  if (style.strike) drawn = html`<s>${drawn}</s>`
  if (style.italic) drawn = html`<em>${drawn}</em>`
  return style.bold ? html`<strong>${drawn}</strong>` : drawn
}

function Leaf({ element }: { readonly element: RichTextElement }) {
  const { view } = useWorkspace()
  switch (element.type) {
    case 'text':
      return html`<span class="plain">${element.text}</span>`
    case 'link':
      return html`<${SafeLink} url=${element.url}>${element.text || element.url}<//>`
    case 'emoji':
      return html`<${Emoji} name=${element.name} />`
    case 'user':
      return html`<${Mention} kind="user" id=${element.user_id} />`
    case 'channel':
      return html`<${Mention} kind="channel" id=${element.channel_id} />`
    case 'usergroup':
      return html`<${Mention} kind="usergroup" id=${element.usergroup_id} />`
    case 'broadcast':
      return html`<span class="mention mention-all">@${element.range}</span>`
    case 'date':
      return html`<time>${formatDate(element.timestamp, element.format, view.me.tz)}</time>`
    case 'color':
      return html`<span class="color"><span class="swatch" style=${{ backgroundColor: element.value }}></span>${element.value}</span>`
    case 'team':
      return html`<span class="mention">${view.team.name}</span>`
    default:
      return null
  }
}
