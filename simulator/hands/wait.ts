import type { PersonView } from '../contract.ts'
import { personView } from '../person-view.ts'
import type { Workspace } from '../workspace.ts'
import { wordsOf } from './read.ts'

/**
 * How long anything awaited may take. Whatever comes is seen at once, so this is spent only where it never comes: long enough that a busy
 * machine is not taken for a fault.
 */
export const PATIENCE_MS = 60_000

/** For what to wait, and how long where it is not `PATIENCE_MS`. */
export type WaitOptions = {
  /** What is awaited, for the complaint when it does not come. */
  readonly what: string
  readonly timeoutMs?: number
}

/** Resolves with the first answer of `look` that is neither undefined nor false, looking again after every change and never between. */
export function waitFor<T>(
  ws: Workspace,
  user: string,
  look: (view: PersonView) => T | undefined | false,
  options: WaitOptions,
): Promise<T> {
  const { what, timeoutMs = PATIENCE_MS } = options
  return new Promise((resolve, reject) => {
    let stop = () => {}
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      stop()
      settle()
    }
    const timer = setTimeout(
      () => finish(() => reject(new Error(`waited ${timeoutMs} ms for ${what}.\n${dump(ws, user)}`))),
      timeoutMs,
    )
    const check = () => {
      const view = personView(ws, user)
      if (!view) return finish(() => reject(new Error(`nobody here is ${user}`)))
      try {
        const found = look(view)
        if (found !== undefined && found !== false) finish(() => resolve(found))
      } catch (error) {
        finish(() => reject(error))
      }
    }
    stop = ws.world.onChange(check)
    check()
  })
}

/** What somebody sees, in words. */
export function dump(ws: Workspace, user: string): string {
  const view = personView(ws, user)
  if (!view) return `nobody here is ${user}`
  const channels = view.channels.flatMap((channel) => {
    const recent = (view.messages[channel.id] ?? []).slice(-5)
    const lines = recent.map(
      (m) => `  ${m.ephemeralFor === undefined ? '' : '(only you) '}${m.user}: ${wordsOf(m).replaceAll('\n', ' | ')}`,
    )
    return lines.length > 0 ? [`${channel.kind === 'im' ? '@' : '#'}${channel.name}:`, ...lines] : []
  })
  const modals = view.modals.map((m) => `modal: ${wordsOf(m).replaceAll('\n', ' | ')}`)
  const errors = Object.entries(view.modalErrors).map(([block, text]) => `error at ${block}: ${text}`)
  const home = view.home ? [`home: ${wordsOf(view.home).replaceAll('\n', ' | ')}`] : []
  return [
    `${view.me.realName} sees:`,
    ...channels,
    ...home,
    ...modals,
    ...errors,
    ...view.notices.map((n) => `notice: ${n}`),
  ].join('\n')
}
