import type { WebClient } from '@slack/web-api'
import type { Ctx } from '../usecases/context.ts'
import { loadHome } from '../usecases/outreach/load-home.ts'
import { renderHome } from '../views/home/blocks.ts'

/** Draws "My day" as it is now. */
export async function openedHome(ctx: Ctx, client: WebClient): Promise<void> {
  const home = await loadHome(ctx, {})
  if (!home.ok) return
  await client.views.publish({ user_id: ctx.actor.slackUserId, view: renderHome(home.value, ctx.actor.zone) })
}
