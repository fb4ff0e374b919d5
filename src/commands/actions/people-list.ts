/** The buttons below a list of people and on its refusals. The list is the reader's own, so everything happens in its place. */
import type { App } from '@slack/bolt'
import { type BuilderForm, formOf, formOfText } from '../../domain/pool/query/builder.ts'
import { listRefusals } from '../../domain/shared/words/find.ts'
import type { Ctx } from '../../usecases/context.ts'
import { checkQuery, openListing, searchAgain, turnPage } from '../../usecases/find/search-people.ts'
import { usualCadence } from '../../usecases/settings/usual-cadence.ts'
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
import { renderBuilder } from '../../views/query-builder/blocks.ts'
import { REFINE_QUERY } from '../../views/query-builder/ids.ts'
import { edgeReply, inPlace, peopleReply } from '../find-replies.ts'
import { openAbove } from '../open-modal.ts'
import { isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { redraw } from '../shell/in-modal.ts'
import { onPress } from '../shell/on-press.ts'

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

  for (const actionId of [EDIT_QUERY, REFINE_QUERY, SAVE_AS_POOL])
    onPress(app, shell, actionId, async (press) => {
      const { ctx, pressed } = press
      const listing = await openListing(ctx, { listingId: pressed.value })
      if (!listing.ok) {
        const { refusal } = listing
        return isEdgeRefusal(refusal) ? edgeReply(refusal) : { text: listRefusals[refusal.kind] }
      }
      const { query } = listing.value
      const meta = { respondAt: pressed.body.response_url }
      if (actionId === SAVE_AS_POOL)
        return openAbove(
          press,
          renderPoolModal({ query, owner: ctx.actor.slackUserId, cadenceDays: await usualCadence(ctx), meta }),
        )
      const view =
        actionId === EDIT_QUERY
          ? renderEditModal(query, meta)
          : renderBuilder(await formFor(ctx, query), { ...meta, inPlace: true })
      // In a modal the list becomes the form again, which becomes the next list.
      if (pressed.view === undefined) return openAbove(press, view)
      await redraw(press.client, pressed.view.id, view)
      return undefined
    })
}

/** Filled in from the query; where it is none any more (its pool is gone, say) as text to be mended. */
async function formFor(ctx: Ctx, query: string): Promise<BuilderForm> {
  const read = await checkQuery(ctx, { query })
  return read.ok ? formOf(read.value.query, ctx.actor.slackUserId) : formOfText(query)
}
