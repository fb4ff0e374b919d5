import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'

const CACHE = path.resolve(import.meta.dirname, '../../../../node_modules/.cache/medallist')

/**
 * Makes the files of an empty database in `directory`, which must not exist; whoever is killed meanwhile leaves a part of them. PGlite's
 * initdb takes six seconds of a core, copying what `npm ci` kept a third of one; where nothing was kept, it is made here.
 */
export async function createBlank(directory: string): Promise<void> {
  mkdirSync(directory, { mode: 0o700 })
  if (existsSync(kept())) cpSync(kept(), directory, { recursive: true })
  else await initialise(directory)
}

/** Keeps one for all who create a database later, on this installation. Repeating it is harmless, at the same time too. */
export async function keepBlank(): Promise<void> {
  if (existsSync(kept())) return
  mkdirSync(CACHE, { recursive: true })
  const building = mkdtempSync(path.join(CACHE, 'building-'))
  try {
    await initialise(building)
    renameSync(building, kept())
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    if (!existsSync(kept())) throw error // else another was quicker
  }
}

async function initialise(directory: string): Promise<void> {
  const fresh = await PGlite.create({ dataDir: directory })
  await fresh.close()
}

const kept = (): string => path.join(CACHE, `blank-${pgliteVersion()}`)

/** The files belong to the very build that made them. */
export const pgliteVersion = (): string => {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  return (JSON.parse(readFileSync(path.join(entry, '../../package.json'), 'utf8')) as { version: string }).version
}
