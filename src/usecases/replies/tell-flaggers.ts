import type { CandidateId, JobId, NearMissId, ReplyId } from '../../domain/shared/ids.ts'
import type { Ctx, SystemCtx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** Good news of somebody who was flagged, and the row that bears it out: the reply, or the job that they were hired for. */
export type FlagNews =
  | { readonly news: 'interested'; readonly of: ReplyId }
  | { readonly news: 'hired'; readonly of: JobId }

/** One person is flagged by a handful of colleagues. */
const MOST_TOLD = 20

/**
 * Whoever flagged them hears the outcome, in a message of its own and never with a reason; the one who acts knows. The post is drawn from
 * the row that it tells of, so that it says so where that is taken back.
 */
export async function tellFlaggers(
  ctx: Pick<Ctx, 'now' | 'actor'>,
  tx: Tx,
  person: CandidateId,
  { news, of }: FlagNews,
): Promise<void> {
  const flags = (await tx.nearMisses.ofPeople([person])).filter(({ flaggedBy }) => flaggedBy !== ctx.actor.memberId)
  const told = flags.slice(0, MOST_TOLD)
  const flaggers = await tx.members.getMany([...new Set(told.map(({ flaggedBy }) => flaggedBy))])
  for (const flag of told) {
    const flagger = flaggers.find(({ id }) => id === flag.flaggedBy)
    if (flagger === undefined) continue
    await tx.posts.want(
      {
        key: `flag_news:${flag.id}:${news}:${of}`,
        kind: 'flag_news',
        address: flagger.slackUserId,
        subjects: [flag.id, of],
      },
      ctx.now,
    )
  }
}

export type ShownNews = {
  readonly fullName: string
  readonly role: string
  readonly news: FlagNews['news'] | 'taken_back'
}

/** What such a post shows, as it is now. */
export const loadFlagNews = (
  { uow }: SystemCtx,
  flagId: NearMissId,
  of: string,
  news: string,
): Promise<ShownNews | undefined> =>
  uow.run(async (tx) => {
    const flag = await tx.nearMisses.get(flagId)
    if (flag === undefined) return undefined
    const { fullName, role } = flag
    if (news === 'interested') {
      const reply = await tx.replies.get(of as ReplyId)
      return { fullName, role, news: reply?.state === 'interested' ? 'interested' : 'taken_back' }
    }
    const hire = await tx.hires.ofJob(of as JobId)
    const theirs = hire?.candidateId !== undefined && hire.candidateId === flag.candidateId
    return { fullName, role, news: theirs ? 'hired' : 'taken_back' }
  })
