import pino, { type Logger } from 'pino'

/**
 * Structured logs for people who run the bot. Candidates' details and secrets must never get here, so errors are reduced to an allow-list
 * (name, code, stack without the message's values): a database driver, for one, prints the row it could not insert.
 */
export function makeLog(level: string, destination?: { write(line: string): void }): Logger {
  const options = { level, base: null, serializers: { err: errorFields } }
  return destination === undefined ? pino(options, pino.destination(2)) : pino(options, destination)
}

const SAFE_CODE = /^[\w.:-]{1,60}$/

/** What may be told of an error: its kind, its code and where it was thrown. Its message may quote a row and stays out. */
function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code } = error as { code?: unknown }
  // A message may have lines that look like places.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
  const cause = error.cause === undefined ? {} : { cause: errorFields(error.cause) }
  const told = isOurs(error) ? { message: error.message } : {}
  return {
    kind: error.name,
    ...(typeof code === 'string' && SAFE_CODE.test(code) ? { code } : {}),
    ...told,
    at: frames.map((frame) => frame.trim()),
    ...cause,
  }
}

/** Errors of the language and our own carry no row; a driver's do, and what cannot be parsed is quoted by a SyntaxError. */
const isOurs = (error: Error): boolean =>
  /^(TypeError|RangeError|ReferenceError|\w*(InUse|Unreachable|OutsideTransaction)Error)$/.test(error.name)
