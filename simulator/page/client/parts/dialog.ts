import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

const FOCUSABLE =
  'a[href],button:not([disabled]),input:not([disabled]),textarea:not([disabled]),select:not([disabled]),[tabindex]:not([tabindex="-1"])'
const FIELD = '[data-focus-on-load],input:not([type=hidden]):not([disabled]),textarea:not([disabled])'

/**
 * Makes an element a dialog: focus goes in when it opens and stays inside on Tab; Esc closes. `first` says which element a person most likely wants.
 */
export function useDialog(onClose: () => void, first: 'field' | 'primary' = 'field') {
  const dialog = useRef<HTMLDivElement>(null)
  // With the drawing, not some moments after it: a key pressed in between would go nowhere.
  useLayoutEffect(() => focusFirst(dialog, first), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    } else if (event.key === 'Tab') loop(event, dialog)
  }
  return { dialog, onKeyDown }
}

/** Gives the focus back to where it was when this was first drawn, once it goes. */
export function useReturnFocus(): void {
  // Taken while drawing: by the time effects run, what lies behind is inert and has lost the focus.
  const [before] = useState(() => document.activeElement as HTMLElement | null)
  useEffect(
    () => () =>
      queueMicrotask(() => {
        // The control that opened the dialog may be gone by now, redrawn by the app.
        if (before?.isConnected) before.focus()
      }),
    [],
  )
}

function focusFirst(dialog: RefObject<HTMLElement | null>, first: 'field' | 'primary'): void {
  const wanted = dialog.current?.querySelector<HTMLElement>(
    first === 'field' ? '[data-focus-on-load]' : '[data-primary]',
  )
  ;(wanted ?? dialog.current?.querySelector<HTMLElement>(FIELD) ?? dialog.current)?.focus()
}

function loop(event: KeyboardEvent, dialog: RefObject<HTMLElement | null>): void {
  const all = [...(dialog.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter(
    (each) => each.offsetParent !== null && each.tabIndex >= 0,
  )
  const active = document.activeElement
  const leaves = event.shiftKey ? active === all[0] || active === dialog.current : active === all.at(-1)
  if (!leaves) return
  event.preventDefault()
  ;(event.shiftKey ? all.at(-1) : all[0])?.focus()
}
