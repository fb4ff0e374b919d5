import { type Instant, MINUTE, plus, SECOND } from '../domain/shared/time.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { WorkspaceInfo } from '../usecases/context.ts'
import type { Log } from '../usecases/ports/log.ts'
import { earliest } from './round.ts'

export type InboxReading = {
  readonly contexts: Pick<Contexts, 'forSystem' | 'workspaces'>
  /** Gives the envelope to whoever listens for such events; throws where one of them failed. It may come twice. */
  readonly handle: (workspace: WorkspaceInfo, envelope: unknown) => Promise<void>
}

const BATCH = 50
const MOST_ATTEMPTS = 6
/** Long enough for a listener that asks Slack and a model; then somebody else may try. */
const HELD = 2 * MINUTE

/** One round of kept events, in the order in which they came: a later one may undo an earlier one. */
export async function inboxRound(
  { contexts, handle }: InboxReading,
  log: Log,
  signs: { readonly draining: boolean },
): Promise<Instant | undefined> {
  const nexts: Instant[] = []
  for (const workspace of await contexts.workspaces()) {
    const ctx = contexts.forSystem(workspace)
    const due = await ctx.uow.run((tx) => tx.inbox.due(ctx.now, BATCH))
    for (const eventId of due) {
      if (signs.draining) return undefined
      await one(contexts, workspace, eventId, handle, log)
    }
    const later = contexts.forSystem(workspace)
    const next = due.length === BATCH ? later.now : await later.uow.run((tx) => tx.inbox.nextDue())
    if (next !== undefined) nexts.push(next)
  }
  return earliest(nexts)
}

async function one(
  contexts: InboxReading['contexts'],
  workspace: WorkspaceInfo,
  eventId: string,
  handle: InboxReading['handle'],
  log: Log,
): Promise<void> {
  const ctx = contexts.forSystem(workspace)
  const kept = await ctx.uow.run((tx) => tx.inbox.take(eventId, ctx.now, plus(ctx.now, HELD)))
  if (kept === undefined) return
  try {
    await handle(workspace, kept.body)
  } catch (error) {
    const after = contexts.forSystem(workspace, ctx.correlationId)
    const nextAt = kept.attempts >= MOST_ATTEMPTS ? undefined : plus(after.now, 4 ** kept.attempts * SECOND)
    await after.uow.run((tx) => tx.inbox.fail(eventId, 'fault', after.now, nextAt))
    log.error({ err: error, eventId, type: kept.type, attempts: kept.attempts }, 'an event could not be dealt with')
    return
  }
  const after = contexts.forSystem(workspace, ctx.correlationId)
  await after.uow.run((tx) => tx.inbox.finish(eventId, after.now))
}
