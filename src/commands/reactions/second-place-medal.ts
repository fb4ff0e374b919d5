import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { isHiringChannel, offerFlag, withdrawOffer } from '../../usecases/capture/flag-offers.ts'
import { renderFlagOffer } from '../../views/flag-offer/blocks.ts'
import { readMessage } from '../read-message.ts'
import type { Shell } from '../shell/enter.ts'
import { onEvent } from '../shell/on-event.ts'
import { slackError } from '../slack-error.ts'

const MEDAL = 'second_place_medal'

type Reaction = {
  readonly user: string
  readonly reaction: string
  readonly item: { readonly type: string; readonly channel?: string; readonly ts?: string }
}

/**
 * :second_place_medal: on a message of a hiring channel offers *Flag near-miss* to whoever put it there, and nothing happens before they
 * take it up. Every other emoji, every other channel, and what the bot itself said, is nobody's near-miss.
 */
export function registerSecondPlaceMedal(app: Pick<App, 'event'>, shell: Shell): void {
  onEvent(app, shell, 'reaction_added', async ({ ctx, client, event, teamId, botUserId }) => {
    const at = placeOf(event)
    if (at === undefined || event.item_user === botUserId || !(await isHiringChannel(ctx, at.channel))) return
    const memberId = await memberOf(shell, teamId, event.user)
    if (memberId === undefined) return
    const reading = await readMessage(client, at)
    if (reading.kind === 'gone') return
    const reacted = { memberId, channel: at.channel, messageTs: at.ts }
    if (reading.kind === 'hidden') {
      await offerFlag(ctx, event.user, reacted, 'unread')
      return
    }
    const { message } = reading
    // Taken back before this was looked at: then nobody waits for an offer.
    if (message.author === botUserId || !message.by(MEDAL).includes(event.user)) return
    const offer = await offerFlag(ctx, event.user, reacted, 'read')
    if (offer === undefined) return
    const threadTs = message.threadTs === at.ts ? undefined : message.threadTs
    await whisperOffer(client, { ...at, threadTs, user: event.user }, offer)
  })

  onEvent(app, shell, 'reaction_removed', async ({ ctx, event, teamId }) => {
    const at = placeOf(event)
    if (at === undefined || !(await isHiringChannel(ctx, at.channel))) return
    const memberId = await memberOf(shell, teamId, event.user)
    if (memberId !== undefined) await withdrawOffer(ctx, { memberId, channel: at.channel, messageTs: at.ts })
  })
}

function placeOf({ reaction, item }: Reaction): { readonly channel: string; readonly ts: string } | undefined {
  if (reaction !== MEDAL || item.type !== 'message') return undefined
  return item.channel === undefined || item.ts === undefined ? undefined : { channel: item.channel, ts: item.ts }
}

async function memberOf(shell: Shell, teamId: string, slackUserId: string) {
  const ctx = await shell.contexts.forPerson({ teamId, slackUserId, idempotencyKey: undefined })
  return ctx?.actor.memberId
}

/** Home shows the offer all the same, so nothing is lost where it cannot stand in the channel. */
const NO_PLACE = new Set([
  'user_not_in_channel',
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
])

async function whisperOffer(
  client: WebClient,
  where: {
    readonly channel: string
    readonly user: string
    readonly threadTs: string | undefined
  },
  offer: Parameters<typeof renderFlagOffer>[0],
): Promise<void> {
  const { channel, user, threadTs } = where
  try {
    await client.chat.postEphemeral({
      channel,
      user,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      ...renderFlagOffer(offer),
    })
  } catch (error) {
    if (!NO_PLACE.has(slackError(error) ?? '')) throw error
  }
}
