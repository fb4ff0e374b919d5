import type { SlackPostId } from '../domain/shared/ids.ts'
import { type Instant, plus, SECOND } from '../domain/shared/time.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { WorkspaceInfo } from '../usecases/context.ts'
import type { Log } from '../usecases/ports/log.ts'
import type { SlackPost } from '../usecases/ports/slack-posts.ts'
import { deliverPost, type Posting } from './deliver-post.ts'
import { inParallel } from './in-parallel.ts'
import { earliest } from './round.ts'

const WIDTH = 4
const BATCH = 50
/** Slack allows about one message a second in a channel. */
const PER_CHANNEL = SECOND

export type PostPace = Map<string, Instant>

/**
 * One round of Slack posts. `pace` remembers, from round to round, from when on each address may be spoken to again: what comes too early
 * stays unclaimed, and the round asks to be run again at that moment.
 */
export async function postRound(
  posting: Posting & { readonly contexts: Pick<Contexts, 'forSystem' | 'workspaces'> },
  pace: PostPace,
  log: Log,
  signs: { readonly draining: boolean },
): Promise<Instant | undefined> {
  const nexts: Instant[] = []
  for (const workspace of await posting.contexts.workspaces()) {
    if (signs.draining) return undefined
    const ctx = posting.contexts.forSystem(workspace)
    const [due, waiting] = await ctx.uow.read((tx) => Promise.all([tx.posts.due(ctx.now, BATCH), tx.posts.nextDue()]))
    const placeOf = (post: SlackPost) => `${workspace.id}:${post.channel ?? post.address}`
    let dealtWith = 0
    await inParallel(due, WIDTH, async (post) => {
      const free = pace.get(placeOf(post))
      if (signs.draining || (free !== undefined && free > posting.contexts.forSystem(workspace).now)) return
      pace.set(placeOf(post), await one(posting, workspace, post.id, log))
      dealtWith += 1
    })
    const later = posting.contexts.forSystem(workspace)
    const nextDue = due.length === 0 ? waiting : await later.uow.read((tx) => tx.posts.nextDue())
    if (nextDue !== undefined && nextDue > later.now) nexts.push(nextDue)
    else if (nextDue !== undefined) {
      // More places wait than one round takes; else the next to speak is whoever may first.
      const free = dealtWith === BATCH ? later.now : earliest(due.map((post) => pace.get(placeOf(post))))
      if (free !== undefined) nexts.push(free)
    }
    forgetThePast(pace, later.now)
  }
  return earliest(nexts)
}

/** From when on the place may be spoken to again. */
async function one(posting: Posting, workspace: WorkspaceInfo, postId: SlackPostId, log: Log): Promise<Instant> {
  const soon = () => plus(posting.contexts.forSystem(workspace).now, PER_CHANNEL)
  try {
    const posted = await deliverPost(posting, workspace, postId)
    if (posted.fault !== undefined) log.error({ err: posted.fault, postId }, 'a post could not be drawn')
    else if (posted.kind === 'failed' || posted.kind === 'unknown')
      log.warn({ postId, outcome: posted.kind, code: posted.error }, 'a post did not go through')
    return posted.slowDown ?? soon()
  } catch (error) {
    log.error({ err: error, postId }, 'a post could not be dealt with')
    return soon()
  }
}

function forgetThePast(pace: PostPace, now: Instant): void {
  for (const [place, free] of pace) if (free <= now) pace.delete(place)
}
