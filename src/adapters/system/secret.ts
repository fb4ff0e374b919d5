import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The installation's secrets, the present one first. Without APP_SECRET one is made and kept in the data directory, readable by the owner
 * alone; losing it means losing the contacts that it sealed, so it lies beside the database that it belongs to. Throws where what is kept
 * there is no secret.
 */
export function appSecrets(appSecret: string | undefined, dataDir: string): readonly string[] {
  if (appSecret !== undefined)
    return appSecret
      .split(',')
      .map((secret) => secret.trim())
      .filter((secret) => secret !== '')
  const file = join(dataDir, 'app-secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const kept = read(file) ?? make(file)
  // An empty or broken one would be taken for the key of every contact from then on.
  if (kept.length < SHORTEST)
    throw new Error(
      `${file} does not hold a secret. Restore it from a backup: without it, candidates' contacts cannot be read.`,
    )
  return [kept]
}

/** As the configuration demands of APP_SECRET. */
const SHORTEST = 32

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** It appears complete or not at all, and on the disk; of two who make one at the same moment both use the first. */
function make(file: string): string {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}
