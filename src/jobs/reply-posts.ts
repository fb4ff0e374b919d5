/** The posts of jobs that open and of replies that come. */
import type { JobId, MemberId, NearMissId, ReplyId } from '../domain/shared/ids.ts'
import { loadJobCard } from '../usecases/jobs/load-job-card.ts'
import { loadReply } from '../usecases/replies/load-reply.ts'
import { loadFlagNews } from '../usecases/replies/tell-flaggers.ts'
import { renderFlagNews } from '../views/flag-outcome/blocks.ts'
import { renderJobCard } from '../views/job-card/blocks.ts'
import { renderReplyCard } from '../views/reply-card/blocks.ts'
import type { Renderer } from './deliver-post.ts'

export const replyRenderers = {
  /** A second subject is the owner whose people it shows. */
  job_opened: async (ctx, [jobId, owner]) => {
    const model = await loadJobCard(ctx, jobId as JobId, owner as MemberId | undefined)
    return model === undefined ? undefined : renderJobCard(model)
  },
  reply_card: async (ctx, [replyId]) => {
    const model = await loadReply(ctx, replyId as ReplyId)
    return model === undefined ? undefined : renderReplyCard(model)
  },
  /** Which news it is stands in the key: `flag_news:<flag>:<interested or hired>:<reply or job>`. */
  flag_news: async (ctx, [flagId, of], key) => {
    const news = await loadFlagNews(ctx, flagId as NearMissId, of ?? '', key.split(':')[2] ?? '')
    return news === undefined ? undefined : renderFlagNews(news)
  },
} satisfies Record<string, Renderer>
