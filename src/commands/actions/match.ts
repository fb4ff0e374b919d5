/** The buttons below whom a role brings up; the list is the reader's own, so everything happens in its place. */
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { mayAct } from '../../usecases/access/may-act.ts'
import type { Ctx } from '../../usecases/context.ts'
import { listOpenJobs } from '../../usecases/jobs/list-open-jobs.ts'
import { listMatches, readMatch, turnMatchPage } from '../../usecases/jobs/match-page.ts'
import { matchText } from '../../usecases/jobs/match-role.ts'
import { renderMatchRuns } from '../../views/match/blocks.ts'
import { MATCH_CRITERIA, MATCH_NEXT, MATCH_OPEN, MATCH_PREVIOUS, readPageValue } from '../../views/match/ids.ts'
import { renderMatchModal, renderMatchStart } from '../../views/match/modals.ts'
import { beholderOf, edgeReply, inPlace } from '../find-replies.ts'
import { matchReply } from '../match-reply.ts'
import { openAbove, openModal } from '../open-modal.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import type { Reply } from '../shell/tell.ts'

export function registerMatch(app: Pick<App, 'action'>, shell: Shell): void {
  for (const actionId of [MATCH_NEXT, MATCH_PREVIOUS])
    onPress(app, shell, actionId, async ({ ctx, pressed, ack }) => {
      await ack()
      const found = await turnMatchPage(ctx, readPageValue(pressed.value))
      return inPlace(matchReply(ctx, found), found)
    })

  onPress(app, shell, MATCH_OPEN, async ({ ctx, pressed, ack }) => {
    await ack()
    return matchReply(ctx, await turnMatchPage(ctx, { runId: pressed.value, from: 0 }))
  })

  onPress(app, shell, MATCH_CRITERIA, async (press) => {
    const { ctx, pressed } = press
    const found = await readMatch(ctx, { runId: pressed.value })
    if (!found.ok) return matchReply(ctx, found)
    const { id, criteria } = found.value
    return openAbove(press, renderMatchModal(criteria, { respondAt: pressed.body.response_url, of: id }))
  })
}

type Asking = {
  readonly ctx: Ctx
  readonly client: WebClient
  readonly triggerId: string
  readonly respondAt: string | undefined
}

/** What `/pool match …` does; `words` is what stands behind `match`. */
export async function matchCommand(
  { ctx, client, triggerId, respondAt }: Asking,
  words: string,
  ack: () => Promise<void>,
): Promise<Reply | undefined> {
  if (!mayAct(ctx.actor, 'pool.read')) return { text: listRefusals.notAllowed }
  if (words.trim() === '') {
    const open = await listOpenJobs(ctx, {})
    const jobs = open.ok ? open.value.jobs.map(({ job }) => job) : []
    return openModal(client, triggerId, renderMatchStart(jobs, respondAt === undefined ? {} : { respondAt }))
  }
  // Looking takes longer than Slack waits.
  await ack()
  if (/^runs$/i.test(words.trim())) {
    const runs = await listMatches(ctx, {})
    return runs.ok ? renderMatchRuns(runs.value, beholderOf(ctx)) : edgeReply(runs.refusal)
  }
  return matchReply(ctx, await matchText(ctx, { text: words }))
}
