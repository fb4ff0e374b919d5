import type { PersonView } from '../../../contract.ts'
import { type MessageAddress, readPermalink } from '../../../permalink.ts'
import { html } from '../html.ts'
import { addressOf, writePlace } from '../place.ts'
import { useWorkspace } from '../store.ts'

/** Said alike of what was deleted and of what is private, so that nobody learns from it which of the two it is. */
export const UNSEEN = 'That message cannot be shown: it was deleted, or it is in a conversation that you are not in.'

type LinkProps = {
  readonly url: string
  readonly class?: string
  readonly label?: string | undefined
  readonly onFollow?: () => void
  readonly children?: unknown
}

/** A link to a message of this workspace leads there; every other one leaves the page for a new tab. */
export function Link({ url, label, onFollow, children, ...look }: LinkProps) {
  const { view, notify } = useWorkspace()
  const address = readPermalink(view.team.domain, url)
  const place = address && placeOf(view, address)
  const follow = (event: MouseEvent) => {
    onFollow?.()
    if (address === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (place) writePlace(place)
    else notify(UNSEEN)
  }
  return html`<a ...${look} href=${place ? addressOf(place) : url} target=${address ? undefined : '_blank'} rel="noopener noreferrer" aria-label=${label} onClick=${follow}>${children}</a>`
}

/** Where a message is on this page; undefined where this person does not see it. */
function placeOf({ messages }: PersonView, { channel, ts }: MessageAddress) {
  const message = messages[channel]?.find((each) => each.ts === ts && each.ephemeralFor === undefined)
  if (!message) return undefined
  const { threadTs } = message
  return { at: channel, message: ts, thread: threadTs === undefined || threadTs === ts ? '' : threadTs }
}
