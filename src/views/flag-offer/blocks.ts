/** *Flag near-miss* as it is offered: in the channel for one person's eyes, on Home while it waits, in the DM where the message cannot be read. */
import type { KnownBlock } from '@slack/types'
import { flagOffer as words } from '../../domain/shared/words/flag-offers.ts'
import type { ShownOffer } from '../../usecases/capture/flag-offers.ts'
import { linkTo, section } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'

export const OFFER_FLAG = 'flag_offer_flag'
export const OFFER_DECLINE = 'flag_offer_decline'

type Drawn = { readonly text: string; readonly blocks: KnownBlock[] }

/** `said` is mrkdwn. */
const asking = (said: string, { id }: Pick<ShownOffer, 'id'>): KnownBlock[] => [
  section(said),
  {
    type: 'actions',
    elements: [{ ...button(OFFER_FLAG, words.flag, id), style: 'primary' }, button(OFFER_DECLINE, words.notNow, id)],
  },
]

const message = ({ link }: ShownOffer): string => linkTo(link, words.aMessage) ?? words.aMessage
const place = ({ channel }: ShownOffer): string => `<#${channel}>`

export const renderFlagOffer = (offer: Pick<ShownOffer, 'id'>): Drawn => ({
  text: words.fallback,
  blocks: asking(words.offer, offer),
})

export const homeOffer = (offer: ShownOffer): readonly KnownBlock[] =>
  asking(words.waiting(message(offer), place(offer)), offer)

/** In the DM, to stay: it says what became of it. */
export function renderUnseenOffer(offer: ShownOffer | 'over'): Drawn {
  if (offer === 'over') return done(words.over)
  if (offer.state !== 'offered') return done(words[offer.state])
  return { text: words.fallback, blocks: asking(words.unseen(message(offer), place(offer)), offer) }
}

const done = (text: string): Drawn => ({ text, blocks: [section(text)] })
