import type { Standing } from '../../domain/candidate/candidate.ts'
import type { CandidateId, JobId, NearMissId, ReplyId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Actor, SystemCtx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** News of somebody who was flagged or referred, and the row that bears it out: the reply, the job that they were hired for, or they themselves. */
export type FlagNews =
  | { readonly news: 'interested'; readonly of: ReplyId }
  | { readonly news: 'hired'; readonly of: JobId }
  /** Of a referral alone: how far it came. */
  | { readonly news: 'interview' | 'not_further'; readonly of: CandidateId }

/** Whose act it was, and when. */
type ActOf = { readonly now: Instant; readonly actor: Pick<Actor, 'memberId'> }

/** One person is flagged by a handful of colleagues. */
const MOST_TOLD = 20

/**
 * Whoever flagged them hears the outcome, in a message of its own and never with a reason; the one who acts knows. The post is drawn from
 * the row that it tells of, so that it says so where that is taken back.
 */
export async function tellFlaggers(by: ActOf, tx: Tx, person: CandidateId, { news, of }: FlagNews): Promise<void> {
  const flags = (await tx.nearMisses.ofPeople([person])).filter(
    ({ flaggedBy, muted, referral }) =>
      flaggedBy !== by.actor.memberId &&
      muted !== true &&
      (referral !== undefined || news === 'interested' || news === 'hired'),
  )
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
      by.now,
    )
  }
}

/** Whoever referred them hears how far they came: the outcome, never reasons. */
export async function tellReferrers(by: ActOf, tx: Tx, id: CandidateId, standing: Standing): Promise<void> {
  if (standing === 'interviewing') await tellFlaggers(by, tx, id, { news: 'interview', of: id })
  if (standing === 'told_no') await tellFlaggers(by, tx, id, { news: 'not_further', of: id })
}

export type ShownNews = {
  readonly fullName: string
  readonly role: string
  readonly news: FlagNews['news'] | 'taken_back'
  readonly flagId: NearMissId
  readonly isReferral: boolean
  readonly muted: boolean
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
    // What became of internal staff is not told to whoever flagged them once.
    if (flag.candidateId !== undefined && (await tx.candidates.get(flag.candidateId)) === undefined) return undefined
    const { fullName, role, muted = false } = flag
    const shown = { fullName, role, flagId, muted, isReferral: flag.referral !== undefined }
    // They were so when it was told; what came later has news of its own.
    if (news === 'interview' || news === 'not_further') return { ...shown, news }
    if (news === 'interested') {
      const reply = await tx.replies.get(of as ReplyId)
      return { ...shown, news: reply?.state === 'interested' ? 'interested' : 'taken_back' }
    }
    const hire = await tx.hires.ofJob(of as JobId)
    const theirs = hire?.candidateId !== undefined && hire.candidateId === flag.candidateId
    return { ...shown, news: theirs ? 'hired' : 'taken_back' }
  })
