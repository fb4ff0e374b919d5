/** A message that left and came back: why, and whether its address can be written to. */
import type { KnownBlock } from '@slack/types'
import { bouncedWords } from '../../domain/shared/words/replies.ts'
import { safe, section, small } from '../mrkdwn.ts'

export function renderBouncedCard(
  who: string,
  isDead: boolean,
): { readonly blocks: KnownBlock[]; readonly text: string } {
  const name = safe(who, 300)
  const why = isDead ? bouncedWords.noSuchAddress(name) : bouncedWords.notDelivered(name)
  return {
    blocks: [
      section(`*${bouncedWords.title}*\n${why}`),
      small(isDead ? bouncedWords.nobodyWrites : bouncedWords.stays),
    ],
    text: bouncedWords.title,
  }
}
