import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { WorkspaceInfo } from '../usecases/context.ts'
import type { Log } from '../usecases/ports/log.ts'
import type { SlackPoster } from '../usecases/ports/slack.ts'
import { tellUnposted } from '../usecases/posts/tell-unposted.ts'
import { loadWorkspaceSettings } from '../usecases/settings/workspace-settings.ts'

export type PlaceChecking = {
  readonly contexts: Pick<Contexts, 'forSystem' | 'workspaces'>
  readonly poster: (workspace: WorkspaceInfo) => SlackPoster
}

/**
 * Looks once whether the channel for flags is there, before anything has to be said in it: where it is not, the admins hear what to
 * do. Call it as often as you like: a workspace whose Slack could not be asked is asked again, and so is one that chose another channel.
 */
export function makePlaceCheck({ contexts, poster }: PlaceChecking, log: Log): () => Promise<void> {
  const checked = new Map<string, string>()
  const check = async (workspace: WorkspaceInfo) => {
    const ctx = contexts.forSystem(workspace)
    const { channels } = await ctx.uow.run((tx) => loadWorkspaceSettings(tx, ctx.services.places))
    const { triage } = channels
    if (checked.get(workspace.id) === triage) return
    const answer = await poster(workspace).conversation(triage, 'private')
    if (answer.kind === 'later' || answer.kind === 'unknown') return
    checked.set(workspace.id, triage)
    if (answer.kind === 'done') return
    const after = contexts.forSystem(workspace, ctx.correlationId)
    await after.uow.run((tx) => tellUnposted(after, tx, { address: triage, code: answer.error }))
    log.warn({ workspaceId: workspace.id, code: answer.error }, 'the triage channel cannot be posted to')
  }
  return async () => {
    for (const workspace of await contexts.workspaces()) await check(workspace)
  }
}
