/** *Flag near-miss*, offered where somebody put a :second_place_medal: on a message of a hiring channel. */
import { z } from 'zod'
import type { FlagOfferId, MemberId } from '../../domain/shared/ids.ts'
import { messageLink } from '../../domain/shared/permalink.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { DAY, plus } from '../../domain/shared/time.ts'
import type { Ctx, SystemCtx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { FlagOffer } from '../ports/flag-offers.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'

export type ShownOffer = FlagOffer & { readonly link: string | undefined }

/** A message, and who reacted to it. */
export type Reacted = { readonly memberId: MemberId; readonly channel: string; readonly messageTs: string }

/** Only where an admin said that people speak of candidates there. */
export const isHiringChannel = (ctx: SystemCtx, channel: string): Promise<boolean> =>
  ctx.uow.run(async (tx) => (await loadWorkspaceSettings(tx, ctx.services.places)).hiringChannels.includes(channel))

/**
 * Makes the offer, once for a person and a message, and answers it while it is to be shown: nobody is asked again who said *Not this time*
 * or flagged from that message, by whichever way. `unread`: the bot may not see the message, so a DM says how to flag otherwise.
 */
export async function offerFlag(
  ctx: SystemCtx,
  slackUserId: string,
  reacted: Reacted,
  how: 'read' | 'unread',
): Promise<FlagOffer | undefined> {
  const { memberId, channel, messageTs } = reacted
  const made = await ctx.uow.run(async (tx) => {
    if ((await tx.nearMisses.ofMessage(channel, messageTs, memberId)).length > 0) return undefined
    const id = ctx.newId<'flag_offer'>()
    const offer = await tx.flagOffers.offer({ id, memberId, channel, messageTs, createdAt: ctx.now })
    if (offer.state !== 'offered') return undefined
    if (how === 'unread') {
      const key = `flag_offer_unseen:${offer.id}`
      await tx.posts.want({ key, kind: 'flag_offer_unseen', address: slackUserId, subjects: [offer.id] }, ctx.now)
    }
    return offer
  })
  if (how === 'unread') ctx.services.wake.posts()
  return made
}

/** The reaction was taken back: what still waits is no longer offered. */
export async function withdrawOffer(ctx: SystemCtx, { memberId, channel, messageTs }: Reacted): Promise<void> {
  await ctx.uow.run(async (tx) => {
    const found = await tx.flagOffers.ofMessage(memberId, channel, messageTs)
    const offer = found === undefined ? undefined : await tx.flagOffers.lock(found.id)
    if (offer?.state !== 'offered') return
    await tx.flagOffers.remove(offer.id)
    await tx.posts.redraw(offer.id, ctx.now)
  })
  ctx.services.wake.posts()
}

/** Whoever flagged from a message is asked no more about it. */
export async function offerTaken(ctx: Ctx, tx: Tx, message: { readonly channel: string; readonly ts: string }) {
  const offer = await tx.flagOffers.ofMessage(ctx.actor.memberId, message.channel, message.ts)
  if (offer === undefined || offer.state === 'flagged') return
  await tx.flagOffers.settle(offer.id, 'flagged')
  await tx.posts.redraw(offer.id, ctx.now)
}

export type OfferRefusal = { readonly kind: 'over' | 'not_yours' | 'flagged' | 'declined' }

async function ownOffer(ctx: Ctx, tx: Tx, id: FlagOfferId): Promise<Result<FlagOffer, OfferRefusal>> {
  const offer = await tx.flagOffers.lock(id)
  if (offer === undefined) return refuse({ kind: 'over' })
  if (offer.memberId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
  return ok(offer)
}

const Input = z.object({ offerId: idInput('flag_offer') })

/** **Flag near-miss** on an offer: which message it is about. Who said *Not this time* may think again. */
export const reviewOffer = defineUseCase({
  name: 'review-flag-offer',
  permission: 'near_miss.flag',
  input: Input,
  run: (ctx, { offerId }): Promise<Result<FlagOffer, OfferRefusal>> =>
    ctx.uow.run(async (tx) => {
      const offer = await ownOffer(ctx, tx, offerId)
      return offer.ok && offer.value.state === 'flagged' ? refuse({ kind: 'flagged' }) : offer
    }),
})

/** **Not this time**: nobody is asked about that message again. */
export const declineOffer = defineUseCase({
  name: 'decline-flag-offer',
  permission: 'near_miss.flag',
  input: Input,
  run: async (ctx, { offerId }): Promise<Result<null, OfferRefusal>> => {
    const declined = await ctx.uow.run(async (tx): Promise<Result<null, OfferRefusal>> => {
      const offer = await ownOffer(ctx, tx, offerId)
      if (!offer.ok) return offer
      if (offer.value.state === 'flagged') return refuse({ kind: 'flagged' })
      if (offer.value.state === 'declined') return ok(null)
      await tx.flagOffers.settle(offerId, 'declined')
      await tx.posts.redraw(offerId, ctx.now)
      return ok(null)
    })
    if (declined.ok) ctx.services.wake.posts()
    return declined
  },
})

const OFFER_LASTS = 30 * DAY
const MOST_ON_HOME = 5

/** What still waits for this person, as Home shows it: the offer in the channel was for one look only. */
export const waitingOffers = async (ctx: Ctx, tx: Tx): Promise<readonly ShownOffer[]> =>
  (await tx.flagOffers.waiting(ctx.actor.memberId, plus(ctx.now, -OFFER_LASTS), MOST_ON_HOME)).map((offer) =>
    shown(ctx, offer),
  )

/** `over` where it was withdrawn. */
export const loadOffer = (ctx: SystemCtx, id: FlagOfferId): Promise<ShownOffer | 'over'> =>
  ctx.uow.run(async (tx) => {
    const offer = await tx.flagOffers.get(id)
    return offer === undefined ? 'over' : shown(ctx, offer)
  })

const shown = ({ workspace }: SystemCtx, offer: FlagOffer): ShownOffer => ({
  ...offer,
  link: messageLink(workspace.domain, { channel: offer.channel, ts: offer.messageTs }),
})
