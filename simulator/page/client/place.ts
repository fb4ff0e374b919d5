/** Where the page is, kept in the address: who one is (`as`), what is open (`at`), and the thread beside it. */
export type Place = { readonly as?: string; readonly at?: string; readonly thread?: string }

const KEYS = ['as', 'at', 'thread'] as const

export function readPlace(): Place {
  const query = new URLSearchParams(location.search)
  return Object.fromEntries(KEYS.flatMap((key) => (query.get(key) ? [[key, query.get(key)]] : [])))
}

/** Merges `change` into the address; an empty string takes a part away. */
export function writePlace(change: { readonly [key in keyof Place]?: string }, how: 'push' | 'replace' = 'push'): void {
  const query = new URLSearchParams(location.search)
  for (const [key, value] of Object.entries(change)) {
    if (value) query.set(key, value)
    else query.delete(key)
  }
  const address = `${location.pathname}?${query}`
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  dispatchEvent(new Event('placechange'))
}

/** Calls back whenever the place changed, by this page or by Back and Forward; the answer ends that. */
export function onPlaceChange(callback: () => void): () => void {
  addEventListener('placechange', callback)
  addEventListener('popstate', callback)
  return () => {
    removeEventListener('placechange', callback)
    removeEventListener('popstate', callback)
  }
}
