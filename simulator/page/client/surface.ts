import type { AnyBlock } from '@slack/types'
import { createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import type { Message, ViewState } from '../../contract.ts'
import { type ElementState, stateOf } from '../../views/element-state.ts'
import { useWorkspace } from './store.ts'

type On = { readonly channel: string; readonly ts: string } | { readonly viewId: string }

/** Where blocks stand: it keeps what was typed and chosen in them, and carries presses to the app. */
export type Surface = {
  readonly kind: 'message' | 'home' | 'modal'
  readonly on: On
  readonly state: ViewState
  readonly errors: Readonly<Record<string, string>>
  readonly files: NonNullable<Message['files']>
  /** Keeps an element's state without telling the app. */
  readonly keep: (blockId: string, actionId: string, state: ElementState) => void
  /** Tells the app, with everything on the surface as it stands now. */
  readonly press: (blockId: string, actionId: string, value?: unknown) => Promise<void>
  /** Only a modal with a submit button has it. */
  readonly submit?: () => void
}

const SurfaceContext = createContext<Surface | undefined>(undefined)
export const SurfaceProvider = SurfaceContext.Provider

/** The surface that a block or an element stands on. */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext)
  if (!surface) throw new Error('A block was drawn outside of a message, a modal or Home.')
  return surface
}

/** What people entered, by surface; outside of components so that a modal under another keeps what was typed. */
const kept = new Map<string, ViewState>()

/** Forgets surfaces that are gone, so that a modal opened anew starts empty. */
export function forgetForms(alive: (key: string) => boolean): void {
  for (const key of kept.keys()) if (!alive(key)) kept.delete(key)
}

type FormOptions = {
  readonly key: string
  readonly kind: Surface['kind']
  readonly on: On
  readonly blocks: readonly AnyBlock[]
  readonly files?: Message['files']
  readonly start?: ViewState | undefined
}

/** A surface over `blocks`. Redrawn blocks keep what was entered under the same ids, as Slack does on `views.update`. */
export function useForm({ key, kind, on, blocks, files = [], start }: FormOptions): Surface {
  const { act } = useWorkspace()
  const [, redraw] = useState(0)
  const state = stateOf(blocks, kept.get(key) ?? start)
  kept.set(key, state)
  return {
    kind,
    on,
    state,
    errors: {},
    files,
    keep(blockId, actionId, next) {
      const now = kept.get(key) ?? state
      kept.set(key, { ...now, [blockId]: { ...now[blockId], [actionId]: next } })
      redraw((count) => count + 1)
    },
    async press(blockId, actionId, value) {
      await act({
        kind: 'press',
        on,
        blockId,
        actionId,
        ...(value === undefined ? {} : { value }),
        state: kept.get(key) ?? state,
      })
    },
  }
}

/** What is entered on a surface at this very moment. */
export function formOf(key: string): ViewState {
  return kept.get(key) ?? {}
}

/** Runs one act at a time and says whether it is under way, for spinners. */
export function useBusy(): readonly [boolean, (work: () => Promise<unknown>) => Promise<void>] {
  const [busy, setBusy] = useState(false)
  const mounted = useRef(true)
  useEffect(
    () => () => {
      mounted.current = false
    },
    [],
  )
  return [
    busy,
    async (work) => {
      if (busy) return
      setBusy(true)
      try {
        await work()
      } finally {
        if (mounted.current) setBusy(false)
      }
    },
  ]
}
