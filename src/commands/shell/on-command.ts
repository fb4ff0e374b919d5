import type { App, SlashCommand } from '@slack/bolt'
import { type Common, type Early, enter, once, type Shell } from './enter.ts'
import { type Answer, privately, type Reply, repliedWith } from './tell.ts'

/** A slash command. `handle` answers what the person shall see, or nothing where it opened a modal. Changing acts commit before they resolve. */
export function onCommand(
  app: Pick<App, 'command'>,
  shell: Shell,
  name: `/${string}`,
  handle: (act: Common & Early & { readonly command: SlashCommand }) => Promise<Answer>,
): void {
  app.command(name, async ({ command, ack, respond, client }) => {
    const acked = once(ack)
    const tell = async (reply: Reply) => {
      await acked()
      await privately(respond)(reply)
    }
    const act = { name, teamId: command.team_id, slackUserId: command.user_id, key: command.trigger_id }
    await enter(shell, act, tell, async (ctx) => {
      const answer = await handle({ ctx, client, respond, command, ack: acked })
      return async () => {
        await acked()
        const reply = await repliedWith(answer)
        if (reply !== undefined) await tell(reply)
      }
    })
  })
}
