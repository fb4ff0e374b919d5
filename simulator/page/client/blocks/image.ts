import type { ImageBlock as ImageBlockType, ImageElement, VideoBlock as VideoBlockType } from '@slack/types'
import { useState } from 'preact/hooks'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { useSurface } from '../surface.ts'
import { safeUrl } from '../text/nodes.ts'
import { SafeLink, Text } from '../text/text.ts'

type Size = 'tiny' | 'icon' | 'thumb' | 'full'

/**
 * A picture, when it lives on this machine. One from elsewhere is named instead of fetched: the local workspace makes no
 * request to the outside.
 */
export function Picture({ image, size }: { readonly image: ImageElement | ImageBlockType; readonly size: Size }) {
  const [broken, setBroken] = useState(false)
  const source = useSource(image)
  if (source && isLocalFile(source) && !broken)
    return html`<img class=${`picture picture-${size}`} src=${fileAddress(source)} alt=${image.alt_text} onError=${() => setBroken(true)} />`
  const words = html`<${Icon} name="image" size=${size === 'tiny' ? 14 : 18} />${size === 'full' && html`<span>${image.alt_text || 'Picture'}</span>`}`
  return html`<span class=${`no-picture picture-${size}`} role="img" aria-label=${image.alt_text} title=${source ? `${image.alt_text} (${source} is not loaded here)` : image.alt_text}>${words}</span>`
}

/** A picture with its title; one from elsewhere is named and linked. */
export function ImageBlock({ block }: { readonly block: ImageBlockType }) {
  const source = useSource(block)
  return html`<figure class="image-block">
    ${block.title && html`<figcaption><${Text} of=${block.title} /></figcaption>`}
    <${Picture} image=${block} size="full" />
    ${source && !isLocalFile(source) && safeUrl(source) && html`<${SafeLink} url=${source}>Open the picture<//>`}
  </figure>`
}

/** Slack plays videos in a frame; here a link opens them. */
export function VideoBlock({ block }: { readonly block: VideoBlockType }) {
  return html`<div class="video">
    <p class="video-title"><${Icon} name="play" /><${SafeLink} url=${block.title_url ?? block.video_url}><${Text} of=${block.title} /><//></p>
    ${block.description && html`<p><${Text} of=${block.description} /></p>`}
    <p class="quiet">${[block.author_name, block.provider_name].filter(Boolean).join(' · ')} ${block.alt_text}</p>
  </div>`
}

function useSource(image: object): string | undefined {
  const { files } = useSurface()
  const { image_url, slack_file } = image as { image_url?: string; slack_file?: { id?: string; url?: string } }
  if (image_url) return image_url
  if (!slack_file) return undefined
  // A file's own address needs the bot's token, as in Slack; the page reads the same file by its id.
  const id = slack_file.id ?? /[-/](F[A-Z0-9]+)\//.exec(slack_file.url ?? '')?.[1]
  return files.find((file) => file.id === id)?.url ?? (id ? `/page/api/files/${id}` : slack_file.url)
}

/** A file of the workspace by its path alone: `localhost` and `127.0.0.1` are different origins, and the server is strict. */
export function fileAddress(source: string): string {
  const url = new URL(source, location.href)
  return url.pathname.startsWith('/page/api/files/') ? url.pathname : source
}

/** Of this server, of another port of this machine, or carried along. */
export function isLocalFile(source: string): boolean {
  try {
    const url = new URL(source, location.href)
    return url.protocol === 'data:'
      ? source.startsWith('data:image/')
      : ['127.0.0.1', 'localhost', location.hostname].includes(url.hostname)
  } catch {
    return false
  }
}
