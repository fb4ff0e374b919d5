/** What the main thread and the database's thread say to each other. */
export type WorkerInput = {
  /** Where the data lives; without it in memory, for tests. */
  readonly directory?: string | undefined
  /** A tarball of `dumpDataDir` to begin with. */
  readonly snapshot?: string | undefined
  readonly socket: string
}
/** Each is said once, in this order. */
export type FromWorker = { readonly kind: 'ready' } | { readonly kind: 'closed' }
export type ToWorker = { readonly kind: 'close' }
