import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { type Placement, useFloating, useOutside } from './floating.ts'

/**
 * What every menu behind a button does: the arrows, Home, End and first letters move, Esc closes and gives the focus back to the button,
 * Tab and a press elsewhere just close. It opens at the entry that is checked, or at the first.
 */
export function useMenu(placement: Placement) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const list = useFloating(open, button, placement)
  useOutside(open, [button, list], () => setOpen(false))

  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  useEffect(() => {
    if (!open) return
    const all = entries()
    ;(all.find((entry) => entry.getAttribute('aria-checked') === 'true') ?? all[0])?.focus()
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (event.key === 'Tab') setOpen(false)
    else if (to !== undefined) {
      event.preventDefault()
      all[(to + all.length) % all.length]?.focus()
    } else if (event.key.length === 1) {
      const starts = (each: HTMLElement) => each.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase())
      ;[...all.slice(at + 1), ...all.slice(0, at + 1)].find(starts)?.focus()
    }
  }
  return { open, setOpen, close, id, button, list, onKeyDown }
}
