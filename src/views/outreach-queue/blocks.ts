/** `/outreach`: one line a draft, the oldest first, each with **Open**; and the choice where several people were meant. */
import type { KnownBlock } from '@slack/types'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { traitsOf } from '../../domain/outreach/purpose.ts'
import { A_SITTING } from '../../domain/outreach/sitting.ts'
import { DAY, type Instant } from '../../domain/shared/time.ts'
import { queue } from '../../domain/shared/words/drafts.ts'
import { declineOnly, verdicts } from '../../domain/shared/words/gate.ts'
import { purposes } from '../../domain/shared/words/outreach.ts'
import { review } from '../../domain/shared/words/review.ts'
import type { Queue, QueueRow } from '../../usecases/outreach/load-queue.ts'
import { OPEN_DRAFT } from '../draft-card/ids.ts'
import { plain } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { type Beholder, flat, personRow } from '../people-list/person-row.ts'
import { REVIEW_OPEN } from '../review-deck/ids.ts'

export function renderQueue({ rows, more, now }: Queue): { readonly blocks: KnownBlock[]; readonly text: string } {
  const heading = queue.heading(queue.drafts(rows.length + more))
  return {
    text: heading,
    blocks: [
      section(heading),
      ...(rows.length === 0 ? [] : [reviewAll(rows.length + more)]),
      ...rows.map((row) => queueRow(row, now)),
      ...(more === 0 ? [] : [small(queue.more(more))]),
    ],
  }
}

const reviewAll = (waiting: number): KnownBlock => ({
  type: 'actions',
  block_id: 'review_all',
  elements: [button(REVIEW_OPEN, review.open(Math.min(waiting, A_SITTING)), 'open')],
})

/** Also a line of Home. */
export const queueRow = ({ draft, candidate, verdict }: QueueRow, now: Instant): KnownBlock => ({
  ...section(
    queue.row(
      safe(flat(candidate.fullName), 200),
      purposes[draft.purpose],
      queue.age(Math.floor((now - draft.createdAt) / DAY)),
      verdict === 'ok_to_send' && traitsOf(draft.purpose).tellsOutcome ? declineOnly : verdicts[verdict],
    ),
  ),
  block_id: `queue:${draft.id}`,
  accessory: { type: 'button', action_id: OPEN_DRAFT, text: plain(queue.open), value: draft.id },
})

/** Several people, or those whose names come nearest: **Draft** on each. */
export const renderPeopleToChoose = (
  heading: string,
  people: readonly Candidate[],
  beholder: Beholder,
): { readonly blocks: KnownBlock[]; readonly text: string } => ({
  text: heading,
  blocks: [section(heading), ...people.flatMap((person) => personRow(person, beholder))],
})
