import type { Clock } from '../clock.ts'

/** What was handed out to the app and is good for a while. `age` is in milliseconds. */
export type ShortLived<T> = {
  keep(key: string, value: T): void
  get(key: string): { readonly value: T; readonly age: number } | undefined
  /** Whether it was there; it is not any more. */
  take(key: string): boolean
}

/**
 * Remembers for `lifetimeMs` and as long again, so that somebody who comes late hears that it has expired and not that it never was.
 * After that it is forgotten, or a workspace that runs for weeks would keep every click.
 */
export function makeShortLived<T>(clock: Clock, lifetimeMs: number): ShortLived<T> {
  const kept = new Map<string, { readonly value: T; readonly at: number }>()
  return {
    keep(key, value) {
      // In the order in which they came, so that the first who may stay ends the search.
      for (const [old, { at }] of kept) {
        if (clock.now() - at <= 2 * lifetimeMs) break
        kept.delete(old)
      }
      kept.set(key, { value, at: clock.now() })
    },
    get(key) {
      const found = kept.get(key)
      return found && { value: found.value, age: clock.now() - found.at }
    },
    take: (key) => kept.delete(key),
  }
}
