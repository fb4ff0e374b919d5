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

/** Where the bot speaks up by itself. Flags name candidates, so theirs must be private; the others suit what they say to who reads them. */
const PLACES = ['triage', 'nudge', 'digest'] as const

/**
 * Looks once whether the channels are there, before anything has to be said in them: of one that is not, the admins hear what to do. Call
 * it as often as you like: a workspace whose Slack could not be asked is asked again, and so is one that chose another channel.
 */
export function makePlaceCheck({ contexts, poster }: PlaceChecking, log: Log): () => Promise<void> {
  const checked = new Map<string, string>()
  const check = async (workspace: WorkspaceInfo) => {
    const ctx = contexts.forSystem(workspace)
    const { channels } = await ctx.uow.run((tx) => loadWorkspaceSettings(tx, ctx.services.places))
    for (const place of PLACES) {
      const key = `${workspace.id}:${place}`
      const address = channels[place]
      if (checked.get(key) === address) continue
      const answer = await poster(workspace).conversation(address, 'private')
      // Slack is busy: the next round asks for this one and for the rest.
      if (answer.kind === 'later' || answer.kind === 'unknown') return
      checked.set(key, address)
      if (answer.kind === 'done' || (place !== 'triage' && answer.error === 'channel_is_public')) continue
      const after = contexts.forSystem(workspace, ctx.correlationId)
      await after.uow.run((tx) => tellUnposted(after, tx, { address, code: answer.error }))
      log.warn({ workspaceId: workspace.id, code: answer.error }, `the ${place} channel cannot be posted to`)
    }
  }
  return async () => {
    for (const workspace of await contexts.workspaces()) await check(workspace)
  }
}
