import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { extname } from 'node:path'

const SIMULATOR = new URL('../', import.meta.url)

/** Pure modules that the page shares with the workspace, reached from the client by the same relative paths as in Node. */
const SHARED = ['json.ts', 'permalink.ts', 'views/element-state.ts', 'views/elements.ts', 'views/field-problems.ts']

/** Packages that the browser loads as they are, by the name that the client imports. */
const VENDOR: Readonly<Record<string, string>> = {
  preact: 'vendor/preact.mjs',
  'preact/hooks': 'vendor/hooks.mjs',
  htm: 'vendor/htm.mjs',
}

const TYPES: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

type Asset = { readonly type: string; readonly file: URL }

/** Everything that the browser may load, by its path; what is not listed is not there, whatever a path says. */
const ASSETS: ReadonlyMap<string, Asset> = new Map(
  [
    ...[...clientFiles(), ...SHARED].map((path) => [path, new URL(path, SIMULATOR)] as const),
    ...Object.entries(VENDOR).map(([bare, path]) => [path, new URL(import.meta.resolve(bare))] as const),
  ].flatMap(([path, file]) => {
    const type = TYPES[extname(path)]
    return type === undefined ? [] : [[path, { type, file }] as const]
  }),
)

function clientFiles(): string[] {
  const paths = readdirSync(new URL('page/client/', SIMULATOR), { recursive: true, encoding: 'utf8' })
  return paths.map((path) => `page/client/${path.replaceAll('\\', '/')}`)
}

/** Where modules are under `base`: the value of an import map. */
export const importMap = (base: string): string =>
  JSON.stringify({ imports: Object.fromEntries(Object.entries(VENDOR).map(([bare, path]) => [bare, base + path])) })

/** What the page needs at once: asked for together instead of one after reading another, a first load takes a sixth less time. */
export const MODULES: readonly string[] = [...ASSETS.keys()].filter((path) => /\.(ts|mjs)$/.test(path))

/** Another one as soon as any file of the page is changed. */
export async function versionOfAssets(): Promise<string> {
  const facts = await Promise.all([...ASSETS.values()].map(({ file }) => stat(file)))
  return createHash('sha256')
    .update(facts.map(({ mtimeMs, size }) => `${mtimeMs} ${size}`).join())
    .digest('hex')
    .slice(0, 12)
}

const stripped = new Map<string, { readonly changed: number; readonly body: string }>()

/** A file by its path, TypeScript with its types taken out: there is no build step. */
export async function readAsset(path: string): Promise<{ readonly type: string; readonly body: string } | undefined> {
  const asset = ASSETS.get(path)
  if (!asset) return undefined
  const { type, file } = asset
  if (!path.endsWith('.ts')) return { type, body: await readFile(file, 'utf8') }
  const { mtimeMs } = await stat(file)
  const known = stripped.get(path)
  if (known?.changed === mtimeMs) return { type, body: known.body }
  const body = stripTypeScriptTypes(await readFile(file, 'utf8'), { mode: 'strip' })
  stripped.set(path, { changed: mtimeMs, body })
  return { type, body }
}
