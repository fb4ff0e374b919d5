/** Where the page is, kept in the address: who one is (`as`), what is open (`at`), the thread beside it, and the `message` that a link led to. */
export type Place = { readonly as?: string; readonly at?: string; readonly thread?: string; readonly message?: string }

const KEYS = ['as', 'at', 'thread', 'message'] as const

/** What the address says now. */
export function readPlace(): Place {
  const query = new URLSearchParams(location.search)
  return Object.fromEntries(KEYS.flatMap((key) => (query.get(key) ? [[key, query.get(key)]] : [])))
}

type Change = { readonly [key in keyof Place]?: string }

/** The address with `change` merged into it; an empty string takes a part away. A message is pointed at until one goes elsewhere. */
export function addressOf(change: Change): string {
  const query = new URLSearchParams(location.search)
  for (const [key, value] of Object.entries({ message: '', ...change })) {
    if (value) query.set(key, value)
    else query.delete(key)
  }
  return `${location.pathname}?${query}`
}

/** Goes to the address that `addressOf` gives. */
export function writePlace(change: Change, how: 'push' | 'replace' = 'push'): void {
  const address = addressOf(change)
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
