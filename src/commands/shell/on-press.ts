import type { App, BlockAction, BlockElementAction, ViewOutput } from '@slack/bolt'
import { type Common, type Early, enter, once, type Shell } from './enter.ts'
import { tellInModal } from './in-modal.ts'
import { type Answer, inDm, privately, type Reply, repliedWith } from './tell.ts'

export type Pressed = {
  readonly actionId: string
  /** The button's value, or the chosen option's. */
  readonly value: string
  readonly triggerId: string
  readonly user: string
  readonly channel: string | undefined
  readonly messageTs: string | undefined
  readonly view: (ViewOutput & { readonly hash: string }) | undefined
  readonly body: BlockAction
}

/** A press as a listener gets it. */
export type Press = Common & Early & { readonly pressed: Pressed }

/** A press of a button or a choice in a message, a modal or Home. What is answered stands beside the message, in or above the modal, else in the DM. */
export function onPress(
  app: Pick<App, 'action'>,
  shell: Shell,
  actionId: string | RegExp,
  handle: (act: Press) => Promise<Answer>,
): void {
  app.action<BlockAction>(actionId, async ({ body, action, ack, respond, client }) => {
    const acked = once(ack)
    const inMessage = body.response_url !== undefined && body.response_url !== ''
    const container: Record<string, string | undefined> = body.container
    const where = container.view_id ?? `${container.channel_id}:${container.message_ts}`
    const stamp = 'action_ts' in action ? action.action_ts : ''
    const act = {
      name: action.action_id,
      teamId: body.team?.id ?? '',
      slackUserId: body.user.id,
      key: `${where}:${stamp}:${body.user.id}:${action.action_id}`,
    }
    const pressed: Pressed = {
      actionId: action.action_id,
      value: valuePressed(action),
      triggerId: body.trigger_id,
      user: body.user.id,
      channel: body.channel?.id ?? container.channel_id,
      messageTs: container.message_ts,
      view: body.view,
      body,
    }
    const tell = async (reply: Reply) => {
      await acked()
      if (inMessage) await privately(respond)(reply)
      else if (!(await tellInModal(client, pressed, reply))) await inDm(client, body.user.id, reply)
    }
    await enter(shell, act, tell, async (ctx) => {
      const answer = await handle({ ctx, client, respond, pressed, ack: acked })
      return async () => {
        await acked()
        const reply = await repliedWith(answer)
        if (reply !== undefined) await tell(reply)
      }
    })
  })
}

function valuePressed(action: BlockElementAction): string {
  const given = action as { readonly value?: string; readonly selected_option?: { readonly value?: string } | null }
  return given.value ?? given.selected_option?.value ?? ''
}
