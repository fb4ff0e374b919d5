/** The buttons below a list of people and on its refusals. The list is the reader's own, so everything happens in its place. */
import type { App } from '@slack/bolt'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { openListing, searchAgain, turnPage } from '../../usecases/find/search-people.ts'
import { renderEditModal } from '../../views/people-list/edit-modal.ts'
import {
  EDIT_QUERY,
  LOOSEN,
  NEXT_PAGE,
  PREVIOUS_PAGE,
  readListingValue,
  SAVE_AS_POOL,
  SEARCH_LISTING,
} from '../../views/people-list/ids.ts'
import { renderPoolModal } from '../../views/pool-modal/blocks.ts'
import { edgeReply, inPlace, peopleReply } from '../find-replies.ts'
import { openModal } from '../open-modal.ts'
import { onPress, type Shell } from '../shell.ts'

export function registerPeopleList(app: Pick<App, 'action'>, shell: Shell): void {
  for (const actionId of [NEXT_PAGE, PREVIOUS_PAGE])
    onPress(app, shell, actionId, async ({ ctx, pressed, ack }) => {
      await ack()
      const { listingId, rest } = readListingValue(pressed.value)
      const found = await turnPage(ctx, { listingId, at: rest })
      return inPlace(peopleReply(ctx, found), found)
    })

  onPress(app, shell, SEARCH_LISTING, async ({ ctx, pressed, ack }) => {
    await ack()
    const found = await searchAgain(ctx, { listingId: pressed.value })
    return inPlace(peopleReply(ctx, found), found)
  })

  onPress(app, shell, new RegExp(`^${LOOSEN}\\d$`), async ({ ctx, pressed, ack }) => {
    await ack()
    const { listingId, rest } = readListingValue(pressed.value)
    const found = await searchAgain(ctx, { listingId, drop: Number(rest) })
    return inPlace(peopleReply(ctx, found), found)
  })

  for (const actionId of [EDIT_QUERY, SAVE_AS_POOL])
    onPress(app, shell, actionId, async ({ ctx, client, pressed }) => {
      const listing = await openListing(ctx, { listingId: pressed.value })
      if (!listing.ok) {
        const { refusal } = listing
        return refusal.kind === 'gone' || refusal.kind === 'not_yours'
          ? { text: listRefusals[refusal.kind] }
          : edgeReply(refusal)
      }
      const { query } = listing.value
      const meta = { respondAt: pressed.body.response_url }
      const view =
        actionId === EDIT_QUERY
          ? renderEditModal(query, meta)
          : renderPoolModal({ query, owner: ctx.actor.slackUserId, meta })
      return openModal(client, pressed.triggerId, view)
    })
}
