import { useEffect, useRef } from 'preact/hooks'
import type { Channel, Message } from '../../../contract.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { type Place, writePlace } from '../place.ts'
import { Composer } from './composer.ts'
import { MessageList } from './message-list.ts'

type ThreadPaneProps = {
  readonly channel: Channel
  readonly root: Message
  readonly all: readonly Message[]
  readonly name: string
  readonly place: Place
}

export function ThreadPane({ channel, root, all, name, place }: ThreadPaneProps) {
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    // Where a link led to a reply, the keyboard is on that reply.
    if (place.message === undefined) pane.current?.querySelector('textarea')?.focus()
  }, [root.ts])
  const close = () => writePlace({ thread: '' })
  const messages = all.filter(({ threadTs, ts }) => ts === root.ts || threadTs === root.ts)
  return html`<aside ref=${pane} class="thread" aria-label="Thread" onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}>
    <header class="thread-head"><h2>Thread</h2><span class="quiet">${name}</span>
      <button type="button" class="icon-button" aria-label="Close thread" onClick=${close}><${Icon} name="close" /></button></header>
    <${MessageList} channel=${channel} messages=${messages} all=${all} place=${place} inThread=${true} />
    <${Composer} key=${root.ts} channel=${channel} threadTs=${root.ts} placeholder="Reply…" />
  </aside>`
}
