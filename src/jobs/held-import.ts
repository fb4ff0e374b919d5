/** Who works on an import, and how far they say it is. */
import type { ImportProblem, ImportState } from '../domain/transfer/file-import.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { Ctx, SystemCtx, WorkspaceInfo } from '../usecases/context.ts'
import type { FileImport, FileImportChange } from '../usecases/ports/file-imports.ts'
import type { SlackPoster } from '../usecases/ports/slack.ts'
import type { SharedFiles, TableDesk } from '../usecases/ports/tables.ts'
import type { Timers } from '../usecases/ports/timers.ts'
import type { Tx } from '../usecases/ports/unit-of-work.ts'

export type Importing = {
  readonly contexts: Pick<Contexts, 'forPerson' | 'forSystem' | 'workspaces'>
  readonly desk: TableDesk
  readonly files: (workspace: WorkspaceInfo) => SharedFiles
  readonly poster: (workspace: WorkspaceInfo) => SlackPoster
  /** Once many people came in, so that the next ones are quick. */
  readonly analyze: () => Promise<void>
  readonly timers: Timers
  readonly leaseSeconds: number
}

/** Somebody works on one import. */
export type Held = {
  readonly parts: Importing
  readonly workspace: WorkspaceInfo
  readonly system: () => SystemCtx
  /** As whoever imports, with the roles that they have now. */
  readonly person: () => Promise<Ctx | undefined>
  readonly owner: string
  readonly lost: AbortSignal
  readonly signs: { readonly draining: boolean }
}

/** `stopped`: it is somebody else's now, was cancelled, or the process ends. */
export type Stepped = 'done' | 'stopped' | { readonly problem: ImportProblem }

/** Writes how far it is, and draws the message anew; `false` where it must be left. */
export async function advance(held: Held, found: FileImport, change: FileImportChange, draw = true): Promise<boolean> {
  if (held.lost.aborted) return false
  const ctx = held.system()
  const ours = await ctx.uow.run((tx) => advanceIn(tx, held, found, change, draw))
  if (ours && draw) ctx.services.wake.posts()
  return ours && !held.signs.draining
}

/** The same within a transaction that does more. */
export async function advanceIn(
  tx: Tx,
  held: Held,
  found: FileImport,
  change: FileImportChange,
  draw: boolean,
): Promise<boolean> {
  const { now } = held.system()
  const lease = { seconds: held.parts.leaseSeconds, now }
  const still = await tx.fileImports.advance(found.id, held.owner, found.state, change, lease)
  if (still && draw) await tx.posts.redraw(found.id, now)
  return still
}

/** To another state; the workers do nothing more of it in this round. */
export const moveOn = async (
  held: Held,
  found: FileImport,
  change: FileImportChange & { readonly state: ImportState },
) => ((await advance(held, found, change)) || held.signs.draining ? ('done' as const) : ('stopped' as const))
