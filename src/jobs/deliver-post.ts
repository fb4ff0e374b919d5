import type { Id, SlackPostId } from '../domain/shared/ids.ts'
import { HOUR, type Instant, MINUTE, plus, SECOND } from '../domain/shared/time.ts'
import { postWords } from '../domain/shared/words/posts.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { SystemCtx, WorkspaceInfo } from '../usecases/context.ts'
import { type PostContent, type SlackAnswer, type SlackPoster, showsFile } from '../usecases/ports/slack.ts'
import type { PostKind, PostOutcome, SlackPost } from '../usecases/ports/slack-posts.ts'
import { tellUnposted } from '../usecases/posts/tell-unposted.ts'

/** Loads what a post shows, as it is now and as whoever is there may see it, and draws it; `undefined` where nothing is left to show. Its own transaction, no network. */
export type Renderer = (
  ctx: SystemCtx,
  subjects: readonly Id<string>[],
  key: string,
) => Promise<PostContent | undefined>
export type Renderers = Readonly<Record<PostKind, Renderer>>
/** What is done where a post can never be brought to its place. It may be called twice. */
export type Undeliverable = (ctx: SystemCtx, post: Pick<SlackPost, 'key' | 'subjects' | 'address'>) => Promise<unknown>

export type Posting = {
  readonly contexts: Pick<Contexts, 'forSystem' | 'forAudience'>
  readonly poster: (workspace: WorkspaceInfo) => SlackPoster
  readonly renderers: Renderers
  readonly undeliverable?: Partial<Record<PostKind, Undeliverable>>
  readonly leaseSeconds: number
}

/** `slow_down`: Slack asked this channel to wait that long. */
export type Posted = {
  readonly kind: 'not_ours' | PostOutcome['kind']
  readonly channel?: string
  readonly slowDown?: Instant
  /** Slack's code, where it did not go through. */
  readonly error?: string
  /** A bug of ours that kept it from being drawn, for the log. */
  readonly fault?: unknown
}

/** About a day of trying, at the longest pause. */
const MOST_ATTEMPTS = 300
const LONGEST_PAUSE = 5 * MINUTE
const FILE_TRIES = 6

/** Brings one post to Slack as its subjects are now: posts it, changes it, or finds the one whose answer got lost. */
export async function deliverPost(posting: Posting, workspace: WorkspaceInfo, id: SlackPostId): Promise<Posted> {
  const ctx = posting.contexts.forSystem(workspace)
  const owner = ctx.newId<'lease'>()
  const post = await ctx.uow.run((tx) => tx.posts.claim(id, owner, posting.leaseSeconds, ctx.now))
  if (post === undefined) return { kind: 'not_ours' }
  const { outcome, channel, slowDown, fault } = await attempt(posting, workspace, ctx, post).catch(
    // A bug, of a view perhaps: tried again ever more rarely.
    (fault: unknown): Attempt & { fault: unknown } => ({
      outcome: troubled(ctx, post, { kind: 'unknown', error: 'fault' }, true),
      fault,
    }),
  )
  const after = posting.contexts.forSystem(workspace, ctx.correlationId)
  // Before it is settled: who dies between the two does it again.
  if (outcome.kind === 'failed') await posting.undeliverable?.[post.kind]?.(after, post)
  await after.uow.run(async (tx) => {
    await tx.posts.settle(id, owner, outcome)
    if (isNews(post, outcome)) await tellUnposted(after, tx, { address: post.address, code: outcome.error })
  })
  if (outcome.kind === 'failed') after.services.wake.posts()
  return {
    kind: outcome.kind,
    ...(outcome.kind === 'posted' ? {} : { error: outcome.error }),
    ...(channel === undefined ? {} : { channel }),
    ...(slowDown === undefined ? {} : { slowDown }),
    ...(fault === undefined ? {} : { fault }),
  }
}

/** The message is not there any more, or too old to be changed: nothing that an admin could mend. */
const OVER: ReadonlySet<string> = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

/** Whether the admins should hear of it. Of the news itself they never do: that would go round in a circle. */
const isNews = ({ kind }: SlackPost, outcome: PostOutcome): outcome is Extract<PostOutcome, { kind: 'failed' }> =>
  outcome.kind === 'failed' &&
  outcome.cause === 'refused' &&
  kind !== 'unposted_notice' &&
  // A nudge has another way, and a public channel is a choice.
  !(kind === 'nudge' && outcome.error === 'channel_is_public') &&
  !OVER.has(outcome.error)

/** They name candidates: whoever is not a recruiter must not come upon them. */
const PRIVATE: ReadonlySet<PostKind> = new Set(['triage_card', 'nudge'])

type Claimed = SlackPost & { readonly fateUnknown: boolean }
type Attempt = {
  readonly outcome: PostOutcome
  readonly channel?: string
  readonly slowDown?: Instant
  readonly fault?: unknown
}

async function attempt(posting: Posting, workspace: WorkspaceInfo, ctx: SystemCtx, post: Claimed): Promise<Attempt> {
  const poster = posting.poster(workspace)
  const audience = await posting.contexts.forAudience(workspace, post.address, ctx.correlationId)
  const drawn = await posting.renderers[post.kind](audience, post.subjects, post.key)
  // A picture that Slack does not get ready is not worth the words around it.
  const content = drawn && (post.attempts > FILE_TRIES ? withoutFiles(drawn) : drawn)
  if (content === undefined) return { outcome: { kind: 'failed', cause: 'nothing_to_show', error: 'nothing_to_show' } }
  const place: SlackAnswer<string> =
    post.channel === undefined
      ? await poster.conversation(post.address, PRIVATE.has(post.kind) ? 'private' : 'anybody')
      : { kind: 'done', value: post.channel }
  // Opening a DM twice is harmless, so not knowing whether it was opened is only a reason to try again.
  if (place.kind !== 'done') return { outcome: troubled(ctx, post, place, post.fateUnknown) }
  const channel = place.value
  const shown = await show(poster, channel, post, content)
  if (shown.kind !== 'done') {
    const outcome = troubled(ctx, post, shown.trouble, shown.mayBePosted)
    const { trouble } = shown
    const slowDown =
      trouble.kind === 'later' && trouble.seconds !== undefined ? plus(ctx.now, trouble.seconds * SECOND) : undefined
    return { outcome, channel, ...(slowDown === undefined ? {} : { slowDown }) }
  }
  return { outcome: { kind: 'posted', channel, ts: shown.ts, hash: shown.hash, drawn: post.wanted }, channel }
}

type Trouble = Exclude<SlackAnswer<never>, { kind: 'done' }>
type Shown =
  | { readonly kind: 'done'; readonly ts: string; readonly hash: string }
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly mayBePosted: boolean }

async function show(poster: SlackPoster, channel: string, post: Claimed, content: PostContent): Promise<Shown> {
  const hash = poster.fingerprint(content)
  if (post.ts !== undefined) {
    return post.postedHash === hash
      ? { kind: 'done', ts: post.ts, hash }
      : update(poster, channel, post.ts, post, content)
  }
  if (!post.fateUnknown) return first(poster, channel, post, content)
  const found = await poster.find(channel, post.key, plus(post.createdAt, -HOUR))
  if (found.kind !== 'done') return { kind: 'trouble', trouble: found, mayBePosted: true }
  if (found.value === 'none') return first(poster, channel, post, content)
  // Never lost: where the history hides the first one, the second says so itself, until the next redraw.
  if (found.value === 'hidden') return first(poster, channel, post, asRepeat(content))
  return update(poster, channel, found.value.ts, post, content)
}

async function first(poster: SlackPoster, channel: string, post: Claimed, content: PostContent): Promise<Shown> {
  const answer = await poster.post(channel, post.key, content)
  if (answer.kind === 'done') return { kind: 'done', ts: answer.value.ts, hash: poster.fingerprint(content) }
  return { kind: 'trouble', trouble: answer, mayBePosted: answer.kind === 'unknown' }
}

/** Changing a message twice is changing it once, so nothing about it can be in doubt; but its `ts`, if just found, must not be lost. */
async function update(
  poster: SlackPoster,
  channel: string,
  ts: string,
  post: Claimed,
  content: PostContent,
): Promise<Shown> {
  const answer = await poster.update(channel, ts, post.key, content)
  if (answer.kind === 'done') return { kind: 'done', ts, hash: poster.fingerprint(content) }
  return { kind: 'trouble', trouble: answer, mayBePosted: post.ts === undefined }
}

const withoutFiles = ({ blocks, text }: PostContent): PostContent => ({
  text,
  blocks: blocks.filter((block) => !showsFile(block)),
})

const asRepeat = ({ blocks, text }: PostContent): PostContent => ({
  text,
  blocks: [
    ...blocks,
    {
      type: 'context',
      elements: [{ type: 'plain_text', text: postWords.mayBeRepeat }],
    } as PostContent['blocks'][number],
  ],
})

function troubled(ctx: SystemCtx, post: Claimed, trouble: Trouble, mayBePosted: boolean): PostOutcome {
  const { error } = trouble
  if (trouble.kind === 'permanent') return { kind: 'failed', cause: 'refused', error }
  if (post.attempts >= MOST_ATTEMPTS) return { kind: 'failed', cause: 'given_up', error }
  const asked = trouble.kind === 'later' ? trouble.seconds : undefined
  const pause =
    asked === undefined ? Math.min(LONGEST_PAUSE, 2 ** Math.min(post.attempts, 10) * SECOND) : asked * SECOND
  const nextAt = plus(ctx.now, pause)
  return mayBePosted ? { kind: 'unknown', error, nextAt } : { kind: 'retry', error, nextAt }
}
