import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** Where a pop-up goes: at which edge of its anchor, on which side of it when both have room. */
export type Placement = {
  readonly align?: 'start' | 'end'
  readonly matchWidth?: boolean
  readonly prefer?: 'below' | 'above'
}
type Style = { readonly [key: string]: string }

const CLEAR: Style = { top: '', bottom: '', width: '' }
const GAP = 4
const MARGIN = 8

/**
 * Keeps a pop-up beside its anchor and inside the window, whatever scrolls. Fixed positions are not cut off by scrolling
 * ancestors, so a list at the bottom of a dialog opens in full.
 */
export function useFloating(open: boolean, anchor: RefObject<HTMLElement | null>, placement: Placement = {}) {
  const floating = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!open) return undefined
    // Set on the element itself: it is in place before the first paint, and can take the focus at once.
    const place = () => {
      if (anchor.current && floating.current)
        Object.assign(floating.current.style, CLEAR, beside(anchor.current, floating.current, placement))
    }
    place()
    const resized = new ResizeObserver(place)
    if (floating.current) resized.observe(floating.current)
    addEventListener('scroll', place, true)
    addEventListener('resize', place)
    return () => {
      resized.disconnect()
      removeEventListener('scroll', place, true)
      removeEventListener('resize', place)
    }
  }, [open])
  return floating
}

function beside(
  anchor: HTMLElement,
  floating: HTMLElement,
  { align = 'start', matchWidth = false, prefer = 'below' }: Placement,
): Style {
  const at = anchor.getBoundingClientRect()
  const width = matchWidth ? at.width : floating.offsetWidth
  const height = Math.min(floating.scrollHeight, 320)
  const below = innerHeight - at.bottom - GAP - MARGIN
  const above = at.top - GAP - MARGIN
  const goesAbove = prefer === 'above' ? above >= height || above > below : below < height && above > below
  const left = align === 'end' ? at.right - width : at.left
  return {
    position: 'fixed',
    left: `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`,
    maxHeight: `${Math.max(120, Math.min(320, goesAbove ? above : below))}px`,
    ...(goesAbove ? { bottom: `${innerHeight - at.top + GAP}px` } : { top: `${at.bottom + GAP}px` }),
    ...(matchWidth ? { width: `${at.width}px` } : {}),
  }
}

/** Calls back when somebody presses or focuses outside of all these elements. */
export function useOutside(active: boolean, inside: readonly RefObject<HTMLElement | null>[], leave: () => void): void {
  useEffect(() => {
    if (!active) return undefined
    const outside = (event: Event) => {
      if (!inside.some((ref) => ref.current?.contains(event.target as Node))) leave()
    }
    addEventListener('pointerdown', outside, true)
    addEventListener('focusin', outside, true)
    return () => {
      removeEventListener('pointerdown', outside, true)
      removeEventListener('focusin', outside, true)
    }
  }, [active])
}
