/** A message that was approved and did not leave: why, and that its draft waits again. */
import type { KnownBlock } from '@slack/types'
import { heldBack, notSentWords } from '../../domain/shared/words/posts.ts'
import type { SendCardModel } from '../../usecases/outreach/load-send-card.ts'
import { safe, section, small } from '../mrkdwn.ts'

export function renderNotSentCard({ send, who }: SendCardModel): {
  readonly blocks: KnownBlock[]
  readonly text: string
} {
  const name = safe(who, 300)
  const why =
    send.state === 'refused'
      ? notSentWords.refused(name, send.refusals.map(inWords).join('; '))
      : notSentWords.failed(name, notSentWords.why(safe(send.lastError ?? 'unknown', 100)))
  return { blocks: [section(`*${notSentWords.title}*\n${why}`), small(notSentWords.waits)], text: notSentWords.title }
}

/** The row keeps codes, and an older version may have kept one that this one does not know. */
const inWords = (kind: string): string =>
  kind in heldBack ? heldBack[kind as keyof typeof heldBack] : heldBack.unknown
