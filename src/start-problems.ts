/** What keeps Medallist from starting, for the person at the terminal. Anything that is not known here is a bug and shows where it happened. */
import type { Config } from './config.ts'

/** Our own errors say what to do. */
const OURS = /^\w+(InUse|Unreachable|Refused)Error$|^MigrationError$/

export function inWords(error: unknown, config: Pick<Config, 'port' | 'dataDir' | 'slack'>): string {
  if (!(error instanceof Error)) return String(error)
  if (OURS.test(error.name)) return error.message
  return ofTheSystem(error, config) ?? error.stack ?? error.message
}

type SystemError = Error & { code?: string; port?: number; path?: string; syscall?: string }

function ofTheSystem(
  { code, port, syscall }: SystemError,
  { port: wanted, dataDir, slack }: Pick<Config, 'port' | 'dataDir' | 'slack'>,
): string | undefined {
  if (syscall === 'listen') {
    const both = slack.mode === 'local' && wanted !== 0 ? ` Medallist takes PORT and the port beside it.` : ''
    if (code === 'EADDRINUSE')
      return `Port ${port ?? wanted} is taken by another program.${both} Stop that program, or choose another port: PORT=4000 npm start`
    if (code === 'EACCES')
      return `Port ${port ?? wanted} needs more rights than this user has. Choose one above 1023: PORT=4000 npm start`
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'ENOSPC')
    return `The data folder ${dataDir} cannot be used (${code}). Make it writable for this user, or name another: MEDALLIST_DATA_DIR=/path/to/folder npm start`
  return undefined
}
