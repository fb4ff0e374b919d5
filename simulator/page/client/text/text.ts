import { html } from '../html.ts'
import { Link } from '../parts/link.ts'
import { useWorkspace } from '../store.ts'
import { formatDate } from './dates.ts'
import { emoji } from './emoji.ts'
import { parseMarkdown } from './markdown.ts'
import { parseMrkdwn, parsePlain } from './mrkdwn.ts'
import { type Inline, safeUrl, type TextBlock } from './nodes.ts'

/** Slack's text object, loosely: what blocks carry wherever words stand. */
export type TextLike = {
  readonly type: string
  readonly text: string
  readonly emoji?: boolean
  readonly verbatim?: boolean
}

/** A text object as people read it. */
export function Text({ of }: { readonly of: TextLike | undefined }) {
  if (!of) return null
  if (of.type === 'mrkdwn') return html`<${Mrkdwn} source=${of.text} />`
  return html`<span class="plain"><${Inlines} nodes=${parsePlain(of.text, of.emoji !== false)} /></span>`
}

/** Slack's own markup. */
export function Mrkdwn({ source }: { readonly source: string }) {
  return html`<div class="text"><${TextBlocks} blocks=${parseMrkdwn(source)} /></div>`
}

/** The standard Markdown of a `markdown` block. */
export function Markdown({ source }: { readonly source: string }) {
  return html`<div class="text markdown"><${TextBlocks} blocks=${parseMarkdown(source)} /></div>`
}

function TextBlocks({ blocks }: { readonly blocks: readonly TextBlock[] }) {
  return blocks.map((block, index) => html`<${OneBlock} key=${index} block=${block} />`)
}

function OneBlock({ block }: { readonly block: TextBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return html`<p><${Inlines} nodes=${block.children} /></p>`
    case 'heading':
      // A heading inside a message must not upset the outline of the page, so it is one by looks and by level below the page's own.
      return html`<div role="heading" aria-level=${Math.min(6, block.level + 2)} class=${`md-heading md-h${block.level}`}><${Inlines} nodes=${block.children} /></div>`
    case 'pre':
      return html`<pre tabindex="0">${block.text}</pre>`
    case 'quote':
      return html`<blockquote><${TextBlocks} blocks=${block.blocks} /></blockquote>`
    case 'rule':
      return html`<hr />`
    case 'list': {
      const items = block.items.map((item, index) => html`<li key=${index}><${TextBlocks} blocks=${item} /></li>`)
      return block.ordered ? html`<ol start=${block.start}>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'table':
      return html`<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table class="table">
        <thead><tr>${block.head.map((cell, index) => html`<th key=${index} scope="col"><${Inlines} nodes=${cell} /></th>`)}</tr></thead>
        <tbody>${block.rows.map((row, at) => html`<tr key=${at}>${row.map((cell, index) => html`<td key=${index}><${Inlines} nodes=${cell} /></td>`)}</tr>`)}</tbody>
      </table></div>`
    default:
      return block satisfies never
  }
}

/** Parsed text within a line. */
export function Inlines({ nodes }: { readonly nodes: readonly Inline[] }) {
  return nodes.map((node, index) => html`<${OneInline} key=${index} node=${node} />`)
}

function OneInline({ node }: { readonly node: Inline }) {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'break':
      return html`<br />`
    case 'bold':
      return html`<strong><${Inlines} nodes=${node.children} /></strong>`
    case 'italic':
      return html`<em><${Inlines} nodes=${node.children} /></em>`
    case 'strike':
      return html`<s><${Inlines} nodes=${node.children} /></s>`
    case 'code':
      return html`<code>${node.text}</code>`
    case 'link':
      return html`<${SafeLink} url=${node.url}><${Inlines} nodes=${node.children} /><//>`
    case 'emoji':
      return html`<${Emoji} name=${node.name} />`
    case 'broadcast':
      return html`<span class="mention mention-all">@${node.range}</span>`
    case 'date':
      return html`<${DateText} node=${node} />`
    case 'user':
    case 'channel':
    case 'usergroup':
      return html`<${Mention} kind=${node.kind} id=${node.id} label=${node.label} />`
    default:
      return node satisfies never
  }
}

/** A link; what is not safe to follow is only text. */
export function SafeLink({ url, children }: { readonly url: string; readonly children?: unknown }) {
  const safe = safeUrl(url)
  return safe ? html`<${Link} url=${safe}>${children}<//>` : html`<span>${children}</span>`
}

/** The picture of a shortcode, or the shortcode when it has none here. */
export function Emoji({ name }: { readonly name: string }) {
  const glyph = emoji(name)
  return glyph
    ? html`<span class="emoji" role="img" aria-label=${name.replaceAll('_', ' ')} title=${`:${name}:`}>${glyph}</span>`
    : html`<span>:${name}:</span>`
}

type Mentioned = { readonly kind: 'user' | 'channel' | 'usergroup'; readonly id: string; readonly label?: string }

/** A person, channel or group by the name that it has now; the label stands in for one that is not seen. */
export function Mention({ kind, id, label }: Mentioned) {
  const { view } = useWorkspace()
  if (kind === 'user') {
    const person = view.people.find((each) => each.id === id)
    return html`<span class=${id === view.me.id ? 'mention mention-me' : 'mention'}>@${person?.realName || label || id}</span>`
  }
  if (kind === 'channel') {
    const channel = view.channels.find((each) => each.id === id)
    return html`<span class="mention">#${channel?.name || label || 'private-channel'}</span>`
  }
  const group = view.userGroups.find((each) => each.id === id)
  return html`<span class="mention">@${group?.handle ?? (label?.replace(/^@/, '') || id)}</span>`
}

function DateText({ node }: { readonly node: Extract<Inline, { kind: 'date' }> }) {
  const { view } = useWorkspace()
  const at = new Date(node.seconds * 1000)
  if (Number.isNaN(at.getTime())) return html`<span>${node.fallback}</span>`
  const words = html`<time datetime=${at.toISOString()} title=${formatDate(node.seconds, '{date_long} at {time}', view.me.tz)}>${formatDate(node.seconds, node.format, view.me.tz)}</time>`
  return node.url ? html`<${SafeLink} url=${node.url}>${words}<//>` : words
}
