/** The two answers to *Flag near-miss* as a reaction has it offered, wherever the offer stands. */
import type { App } from '@slack/bolt'
import { flagOffer as words } from '../../domain/shared/words/flag-offers.ts'
import { declineOffer, type OfferRefusal, reviewOffer } from '../../usecases/capture/flag-offers.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { OFFER_DECLINE, OFFER_FLAG } from '../../views/flag-offer/blocks.ts'
import { openedHome } from '../home.ts'
import { openFlagForm } from '../open-flag-form.ts'
import { messageSoon } from '../read-message.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress, type Press } from '../shell/on-press.ts'
import type { Answer, Reply } from '../shell/tell.ts'

export function registerFlagOffer(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, OFFER_FLAG, async (press) => {
    const { ctx, client, pressed } = press
    const offer = await reviewOffer(ctx, { offerId: pressed.value })
    if (!offer.ok) return refused(press, offer.refusal)
    const { channel, messageTs: ts } = offer.value
    const message = await messageSoon(client, { channel, ts })
    return openFlagForm({
      ctx,
      client,
      triggerId: pressed.triggerId,
      ack: press.ack,
      message: {
        channel,
        ts,
        text: message?.text ?? '',
        author: message?.author,
        threadTs: message?.threadTs,
        link: message?.link,
      },
      notes: message === undefined ? [words.unread] : [],
    })
  })

  onPress(app, shell, OFFER_DECLINE, async (press) => {
    const declined = await declineOffer(press.ctx, { offerId: press.pressed.value })
    if (!declined.ok) return refused(press, declined.refusal)
    return settled(press, { text: words.declined })
  })
}

/** In the channel it takes the place of the offer, on Home the offer is gone; the message in the DM is drawn anew by itself. */
function settled({ ctx, client, pressed }: Press, reply: Reply): Answer {
  if (pressed.view?.type === 'home')
    return async () => {
      await openedHome(ctx, client)
      return undefined
    }
  return isInDm(pressed.channel) ? undefined : { ...reply, replaces: true }
}

const isInDm = (channel: string | undefined): boolean => channel?.startsWith('D') === true

function refused(press: Press, refusal: OfferRefusal | EdgeRefusal): Answer {
  if (isEdgeRefusal(refusal)) return { text: edgeWords(refusal) }
  if (refusal.kind === 'not_yours') return { text: words.not_yours }
  if (press.pressed.view?.type === 'home')
    return async () => {
      await openedHome(press.ctx, press.client)
      return { text: words[refusal.kind] }
    }
  return { text: words[refusal.kind], ...(isInDm(press.pressed.channel) ? {} : { replaces: true }) }
}
