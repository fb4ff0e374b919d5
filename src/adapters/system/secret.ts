import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The installation's secrets, the present one first. Without APP_SECRET one is made and kept in the data directory, readable by the owner
 * alone; losing it means losing the contacts that it sealed, so it lies beside the database that it belongs to.
 */
export function appSecrets(appSecret: string | undefined, dataDir: string): readonly string[] {
  if (appSecret !== undefined)
    return appSecret
      .split(',')
      .map((secret) => secret.trim())
      .filter((secret) => secret !== '')
  const file = join(dataDir, 'app-secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  return [readFileSync(file, 'utf8').trim()]
}
