import { openIm } from '../api/conversation-methods.ts'
import { botIsIn, sendEvent } from '../app/events.ts'
import type { Act, ActResult, ChannelId, NewFile, UserId } from '../contract.ts'
import { deleteFile, keepFile, shownFile } from '../messages/files.ts'
import { react } from '../messages/react.ts'
import { messageAt, post } from '../messages/store.ts'
import { SlackError } from '../slack-error.ts'
import { channelOf, imBetween, type Workspace } from '../workspace.ts'
import { runCommand } from './commands.ts'
import { escapeTyped } from './escape.ts'
import { press } from './press.ts'
import { OK, refused } from './result.ts'
import { runGlobalShortcut, runMessageShortcut } from './shortcuts.ts'
import { closeModal, submit } from './submit.ts'

/** Does what a person does. Answers when the app has acknowledged, or when Slack has given up on it. */
export async function act(ws: Workspace, as: UserId, what: Act): Promise<ActResult> {
  const person = ws.world.state.people.get(as)
  if (!person || person.isBot) return refused(`Nobody here is ${as}.`)
  try {
    return await perform(ws, as, what)
  } catch (error) {
    if (error instanceof SlackError) return refused(error.message)
    throw error
  }
}

type Doing<K extends Act['kind']> = Act & { readonly kind: K }
type Deed<K extends Act['kind']> = (ws: Workspace, as: UserId, what: Doing<K>) => ActResult | Promise<ActResult>

const DEEDS: { readonly [K in Act['kind']]: Deed<K> } = {
  say,
  command: runCommand,
  messageShortcut: runMessageShortcut,
  globalShortcut: runGlobalShortcut,
  react: (ws, as, what) => changeReaction(ws, as, what, 'add'),
  unreact: (ws, as, what) => changeReaction(ws, as, what, 'remove'),
  deleteFile: (ws, as, what) => (deleteFile(ws, as, what.file) ? OK : refused('That file is not there, or not yours.')),
  openHome,
  press,
  submit,
  closeModal,
  dismissEphemeral(ws, as, what) {
    const others = ws.world.screen(as).ephemerals.filter((m) => !(m.channel === what.channel && m.ts === what.ts))
    ws.world.show(as, { ephemerals: others })
    return OK
  },
  async replyToMail(ws, _as, what) {
    if (!ws.mailbox?.get(what.mailId)) return refused('That mail is not there.')
    if (what.text.trim() === '') return refused('There is nothing to send.')
    await ws.mailbox.reply(what.mailId, what.text)
    return OK
  },
}

async function perform(ws: Workspace, as: UserId, what: Act): Promise<ActResult> {
  const deed = DEEDS[what.kind] as Deed<Act['kind']>
  return deed(ws, as, what)
}

function changeReaction(ws: Workspace, as: UserId, what: Doing<'react' | 'unreact'>, how: 'add' | 'remove'): ActResult {
  const message = messageAt(ws, what.channel, what.ts)
  const channel = channelOf(ws, what.channel)
  if (!message || !channel?.members.includes(as)) return refused('That message is not there.')
  if (channel.isArchived) return refused('That channel is archived.')
  react(ws, message, as, what.name, how)
  return OK
}

function say(ws: Workspace, as: UserId, what: Extract<Act, { kind: 'say' }>): ActResult {
  const channel = channelOf(ws, what.channel)
  if (!channel?.members.includes(as)) return refused('You are not in that conversation.')
  if (channel.isArchived) return refused('That channel is archived.')
  const brought = (what.files ?? []).filter((file) => file.content !== '')
  if (what.text.trim() === '' && brought.length === 0) return refused('There is nothing to send.')
  const answered = what.threadTs === undefined ? undefined : messageAt(ws, channel.id, what.threadTs)
  if (what.threadTs !== undefined && !answered) return refused('That message is not there.')
  const files = brought.map((file) => shareFile(ws, as, channel.id, file))
  const message = post(ws, {
    channel: channel.id,
    user: as,
    text: escapeTyped(ws, what.text, true),
    ...(answered ? { threadTs: answered.threadTs ?? answered.ts } : {}),
    ...(files.length > 0 ? { files } : {}),
  })
  if (botIsIn(ws, channel.id)) {
    for (const { id } of files) {
      sendEvent(ws, 'file_shared', {
        type: 'file_shared',
        channel_id: channel.id,
        file_id: id,
        user_id: as,
        file: { id },
        event_ts: message.ts,
      })
    }
  }
  return OK
}

function shareFile(ws: Workspace, as: UserId, channel: ChannelId, brought: NewFile) {
  const file = keepFile(ws, as, brought)
  const shared = file.channels.includes(channel) ? file : { ...file, channels: [...file.channels, channel] }
  if (shared !== file) ws.world.commit({ t: 'file', file: shared })
  return shownFile(shared)
}

function openHome(ws: Workspace, as: UserId): ActResult {
  const im = imBetween(ws, as, ws.app.botUserId) ?? openIm(ws, as)
  const view = ws.world.state.homes.get(as)
  sendEvent(ws, 'app_home_opened', {
    type: 'app_home_opened',
    user: as,
    channel: im.id,
    tab: 'home',
    event_ts: ws.world.nextTs(),
    ...(view ? { view } : {}),
  })
  return OK
}
