import cron from 'node-cron'

/** Its own logger would write to the console, past every rule of ours. */
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined }

/** Calls at the beginning of each minute, never twice at once; the answer calls it off. What `call` throws is its own to report. */
export function everyMinute(call: () => Promise<void>): () => Promise<void> {
  const ticks = cron.schedule('* * * * *', call, { noOverlap: true, suppressMissedWarning: true, logger: SILENT })
  return async () => ticks.destroy()
}
