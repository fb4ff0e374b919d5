import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Channel, NewFile } from '../../../contract.ts'
import { classes, html } from '../html.ts'
import { useFloating } from '../parts/floating.ts'
import { Icon } from '../parts/icon.ts'
import { Menu } from '../parts/menu.ts'
import { readFile } from '../parts/read-file.ts'
import { useWorkspace } from '../store.ts'
import { AttachButton, Attachments } from './attachments.ts'
import { CommandList, type Offer, offersFor } from './command-list.ts'

type ComposerProps = { readonly channel: Channel; readonly threadTs?: string; readonly placeholder: string }

/** What was begun in each conversation, so that a look elsewhere does not lose it. */
const begun = new Map<string, string>()

/** The box to write in: Enter sends, Shift+Enter breaks the line, a leading slash is a command. */
export function Composer({ channel, threadTs, placeholder }: ComposerProps) {
  const { view, act, notify } = useWorkspace()
  const key = `${view.me.id} ${channel.id} ${threadTs ?? ''}`
  const [text, setText] = useState(begun.get(key) ?? '')
  const [files, setFiles] = useState<readonly NewFile[]>([])
  const [active, setActive] = useState(0)
  const [closed, setClosed] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const box = useRef<HTMLFormElement>(null)
  const listId = useId()
  const offers = closed ? [] : offersFor(text, view.commands)
  const floating = useFloating(offers.length > 0, box, { matchWidth: true, prefer: 'above' })

  const write = (next: string) => {
    begun.set(key, next)
    setText(next)
    setActive(0)
    setClosed(false)
  }
  useEffect(() => {
    // The field grows with its text, up to a third of the window.
    if (!area.current) return
    area.current.style.height = 'auto'
    area.current.style.height = `${Math.min(area.current.scrollHeight, innerHeight / 3)}px`
  }, [text])

  const complete = (offer: Offer) => {
    write(`${offer.command} `)
    area.current?.focus()
  }
  const send = async () => {
    const said = text.trim()
    if (said === '' && files.length === 0) return
    const command = /^(\/[^\s/]+)(?:\s+([\s\S]*))?$/.exec(said)
    // Slack does not run commands in threads either, and says so.
    if (command && threadTs !== undefined) return notify(`${command[1]} is not supported in threads. Sorry!`)
    write('')
    // A command takes no files, in Slack neither: they wait for the next message.
    if (!command) setFiles([])
    const result = await act(
      command
        ? { kind: 'command', channel: channel.id, command: command[1] ?? '', text: command[2] ?? '' }
        : {
            kind: 'say',
            channel: channel.id,
            text: said,
            ...(threadTs === undefined ? {} : { threadTs }),
            ...(files.length > 0 && { files }),
          },
    )
    // What was refused comes back, unless the person has begun to write something else.
    if (result.ok || (begun.get(key) ?? '') !== '') return
    write(text)
    if (!command) setFiles(files)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const offer = offers[active]
    const exact = offer?.command === text.trim()
    if (offers.length > 0 && by) {
      event.preventDefault()
      setActive((active + by + offers.length) % offers.length)
    } else if (offers.length > 0 && event.key === 'Escape') {
      event.stopPropagation()
      setClosed(true)
    } else if (
      offer &&
      (event.key === 'Tab' || event.key === 'Enter') &&
      !event.shiftKey &&
      !(exact && event.key === 'Enter')
    ) {
      event.preventDefault()
      complete(offer)
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void send()
    }
  }
  const shortcuts = view.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ callbackId, name }) => ({
      key: callbackId,
      label: name,
      icon: 'bolt' as const,
      onPick: () => void act({ kind: 'globalShortcut', callbackId }),
    }))
  const drop = async (event: DragEvent) => {
    const dropped = [...(event.dataTransfer?.files ?? [])]
    if (dropped.length === 0) return
    event.preventDefault()
    const read = await Promise.all(dropped.map(readFile))
    setFiles((before) => [...before, ...read])
  }
  return html`<form ref=${box} class="composer" onDragOver=${(event: DragEvent) => event.preventDefault()} onDrop=${(event: DragEvent) => void drop(event).catch(() => notify('That file could not be read.'))} onSubmit=${(
    event: Event,
  ) => {
    event.preventDefault()
    void send()
  }}>
    ${offers.length > 0 && html`<${CommandList} id=${listId} listRef=${floating} offers=${offers} active=${active} onHover=${setActive} onPick=${complete} />`}
    <textarea ref=${area} rows="1" value=${text} placeholder=${placeholder} aria-label=${placeholder} role=${offers.length > 0 ? 'combobox' : undefined} aria-autocomplete=${offers.length > 0 ? 'list' : undefined}
      aria-expanded=${offers.length > 0 ? 'true' : undefined} aria-controls=${offers.length > 0 ? listId : undefined} aria-activedescendant=${offers.length > 0 ? `${listId}-${active}` : undefined}
      onInput=${(event: Event) => write((event.target as HTMLTextAreaElement).value)} onKeyDown=${onKeyDown} onBlur=${() => setClosed(true)} onFocus=${() => setClosed(false)}></textarea>
    <${Attachments} files=${files} onChange=${setFiles} />
    <div class="composer-bar">
      <${AttachButton} onAttach=${(more: readonly NewFile[]) => setFiles([...files, ...more])} />
      ${threadTs === undefined && html`<${Menu} label="Shortcuts" icon="bolt" align="start" prefer="above" items=${shortcuts} empty="The app offers no global shortcuts." />`}
      <span class="composer-hint"><kbd>/</kbd> for commands</span>
      <button type="submit" class=${classes('send', (text.trim() !== '' || files.length > 0) && 'ready')} aria-label="Send" title="Send" aria-disabled=${text.trim() === '' && files.length === 0}><${Icon} name="send" size=${16} /></button>
    </div>
  </form>`
}
