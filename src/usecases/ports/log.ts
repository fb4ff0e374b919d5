type Line = (fields: object, message: string) => void

/** For people who run the bot; ids and codes only, never a candidate's details. pino fits. */
export type Log = { readonly info: Line; readonly warn: Line; readonly error: Line }
