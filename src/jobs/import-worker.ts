import type { FileImportId } from '../domain/shared/ids.ts'
import { type Instant, plus, SECOND } from '../domain/shared/time.ts'
import type { ImportProblem } from '../domain/transfer/file-import.ts'
import type { WorkspaceInfo } from '../usecases/context.ts'
import { holdLease } from '../usecases/outreach/hold-lease.ts'
import type { FileImport } from '../usecases/ports/file-imports.ts'
import type { Log } from '../usecases/ports/log.ts'
import type { Held, Importing, Stepped } from './held-import.ts'
import { FORGOTTEN_AFTER, takeStep } from './import-steps.ts'
import { earliest } from './round.ts'

/** Of one workspace in one round, one after the other: each of them keeps the database busy. */
const BATCH = 5
const MOST_ATTEMPTS = 6
/** Slack, or something of ours, may be better later; every other problem is one of the file. */
const PASSING: ReadonlySet<ImportProblem> = new Set(['unreachable', 'fault'])

/** One round: every import is taken as far as it goes without a person. */
export async function importRound(
  parts: Importing,
  log: Log,
  signs: { readonly draining: boolean },
): Promise<Instant | undefined> {
  const nexts: Instant[] = []
  for (const workspace of await parts.contexts.workspaces()) {
    if (signs.draining) return undefined
    const ctx = parts.contexts.forSystem(workspace)
    const [due, forgotten] = await ctx.uow.read((tx) =>
      Promise.all([
        tx.fileImports.due(ctx.now, BATCH),
        tx.fileImports.forgotten(plus(ctx.now, -FORGOTTEN_AFTER), BATCH),
      ]),
    )
    for (const id of forgotten) await end(parts, workspace, id, 'expired')
    for (const id of due) if (!signs.draining) await one(parts, workspace, id, log, signs)
    const later = parts.contexts.forSystem(workspace)
    const next = due.length === BATCH ? later.now : await later.uow.read((tx) => tx.fileImports.nextDue())
    // What is due and was not taken has somebody else.
    if (next !== undefined && (next > later.now || due.length === BATCH)) nexts.push(next)
  }
  await tidy(parts)
  return earliest(nexts)
}

async function one(
  parts: Importing,
  workspace: WorkspaceInfo,
  id: FileImportId,
  log: Log,
  signs: Held['signs'],
): Promise<void> {
  const { contexts, leaseSeconds, timers } = parts
  const first = contexts.forSystem(workspace)
  const system = () => contexts.forSystem(workspace, first.correlationId)
  const owner = first.newId<'lease'>()
  const found = await first.uow.run((tx) => tx.fileImports.claim(id, owner, leaseSeconds))
  if (found === undefined) return
  const member = await first.uow.read((tx) => tx.members.getMany([found.memberId]))
  const slackUserId = member[0]?.slackUserId ?? ''
  const renew = () =>
    system().uow.run((tx) =>
      tx.fileImports.advance(id, owner, found.state, {}, { seconds: leaseSeconds, now: system().now }),
    )
  const stepped = await holdLease({ seconds: leaseSeconds, renew, timers }, (lost): Promise<Stepped> => {
    const person = () => contexts.forPerson({ teamId: workspace.teamId, slackUserId, idempotencyKey: undefined })
    return takeStep({ parts, workspace, system, person, owner, lost, signs }, found).catch((error: unknown) => {
      log.error({ err: error, importId: id, state: found.state }, 'an import could not go on')
      return { problem: 'fault' as const }
    })
  })
  log.info({ importId: id, state: found.state, outcome: outcomeOf(stepped) }, 'an import was dealt with')
  if (typeof stepped === 'object') return troubled(parts, workspace, found, owner, stepped.problem)
  await system().uow.run((tx) => tx.fileImports.release(id, owner))
}

const outcomeOf = (stepped: Stepped): string => (typeof stepped === 'object' ? stepped.problem : stepped)

async function troubled(
  { contexts, leaseSeconds }: Importing,
  workspace: WorkspaceInfo,
  found: FileImport,
  owner: string,
  problem: ImportProblem,
): Promise<void> {
  const ctx = contexts.forSystem(workspace)
  const again = PASSING.has(problem) && found.attempts < MOST_ATTEMPTS
  await ctx.uow.run(async (tx) => {
    const lease = { seconds: leaseSeconds, now: ctx.now }
    const change = again
      ? { nextAt: plus(ctx.now, 2 ** found.attempts * SECOND) }
      : ({ state: 'failed', problem, head: undefined, nextAt: undefined } as const)
    if (!(await tx.fileImports.advance(found.id, owner, found.state, change, lease))) return
    await tx.fileImports.release(found.id, owner)
    if (again) return
    await tx.posts.redraw(found.id, ctx.now)
    await tx.events.append({ stream: `file_import:${found.id}`, type: 'file_import.failed', data: { problem } })
  })
  ctx.services.wake.posts()
}

async function end(
  { contexts }: Importing,
  workspace: WorkspaceInfo,
  id: FileImportId,
  problem: ImportProblem,
): Promise<void> {
  const ctx = contexts.forSystem(workspace)
  await ctx.uow.run(async (tx) => {
    await tx.fileImports.change(id, { state: 'failed', problem, head: undefined }, ctx.now)
    await tx.posts.redraw(id, ctx.now)
    await tx.events.append({ stream: `file_import:${id}`, type: 'file_import.failed', data: { problem } })
  })
  ctx.services.wake.posts()
}

/** Files whose import has ended, wherever and however, are thrown away. */
async function tidy({ contexts, desk }: Importing): Promise<void> {
  const kept = await desk.kept()
  if (kept.length === 0) return
  const alive = new Set<string>()
  for (const workspace of await contexts.workspaces())
    for (const id of await contexts.forSystem(workspace).uow.read((tx) => tx.fileImports.alive(kept))) alive.add(id)
  for (const id of kept) if (!alive.has(id)) await desk.discard(id)
}
