import type { App } from '@slack/bolt'
import { z } from 'zod'
import { offerFile } from '../../usecases/transfer/offer-file.ts'
import type { Shell } from '../shell/enter.ts'
import { onEvent } from '../shell/on-event.ts'

/** What of the event we go by; one without is none of ours. */
const Shared = z.object({ file_id: z.string(), user_id: z.string(), channel_id: z.string() })

/** A file in somebody's conversation with the bot; files of channels are nobody's business of ours. */
export function registerFileShared(app: Pick<App, 'event'>, shell: Shell): void {
  onEvent(app, shell, 'file_shared', async ({ ctx, event, teamId, botUserId }) => {
    const { data: shared } = Shared.safeParse(event)
    if (shared === undefined || !shared.channel_id.startsWith('D') || shared.user_id === botUserId) return
    const person = await shell.contexts.forPerson({ teamId, slackUserId: shared.user_id, idempotencyKey: undefined })
    if (person === undefined) return
    const file = await ctx.services.files.look(shared.file_id)
    if (file.ok) return offerFile(person, file.value)
    // Kept in the inbox and asked again; of what is gone by now there is nothing to offer.
    if (file.refusal === 'unreachable') throw new Error('Slack did not say what was shared')
  })
}
