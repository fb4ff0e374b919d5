type Line = (fields: object, message: string) => void

/** What the database tells about itself; pino fits. */
export type Log = { readonly info: Line; readonly warn: Line; readonly error: Line }
