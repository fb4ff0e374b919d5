import { messageForApi, permalinkOf } from '../messages/for-api.ts'
import { react } from '../messages/react.ts'
import { messageAt } from '../messages/store.ts'
import { SlackError } from '../slack-error.ts'
import { type Methods, visibleChannel } from './method.ts'

/** Reactions on messages. */
export const reactionMethods: Methods = {
  'reactions.get': {
    scopes: ['reactions:read'],
    run(ws, args) {
      if (!args.has('channel') || !args.has('timestamp')) throw new SlackError('no_item_specified')
      const channel = visibleChannel(ws, args.need('channel'))
      const message = messageAt(ws, channel.id, args.need('timestamp'))
      if (!message) throw new SlackError('message_not_found')
      const shown = { ...messageForApi(ws, message), permalink: permalinkOf(ws, message) }
      return { type: 'message', channel: channel.id, message: shown }
    },
  },
  'reactions.add': {
    scopes: ['reactions:write'],
    run(ws, args) {
      const channel = visibleChannel(ws, args.need('channel'))
      const message = messageAt(ws, channel.id, args.need('timestamp'))
      if (!message) throw new SlackError('message_not_found')
      if (channel.isArchived) throw new SlackError('is_archived')
      if (!channel.members.includes(ws.app.botUserId)) throw new SlackError('not_in_channel')
      if (!react(ws, message, ws.app.botUserId, args.need('name'), 'add')) throw new SlackError('already_reacted')
      return {}
    },
  },
}
