/** What the main thread and the database's thread say to each other. */
export type WorkerInput = {
  readonly directory: string
  readonly socket: string
  /** One number, which both threads see: odd while the database works on something, another one each time. */
  readonly turns: SharedArrayBuffer
}
/** Each is said once, in this order. */
export type FromWorker = { readonly kind: 'ready' } | { readonly kind: 'closed' }
export type ToWorker = { readonly kind: 'close' }
