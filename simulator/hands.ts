import { act } from './acts/act.ts'
import { type Offered, suggest } from './acts/suggest.ts'
import type { Act, ActResult, Message, PersonView, SuggestionRequest, UserId, ViewState } from './contract.ts'
import { choiceFor, offered } from './hands/choose.ts'
import type { Performer } from './hands/performer.ts'
import { fieldsOf, pick, pressables, type Which } from './hands/read.ts'
import { makeViewHands, type ViewHands } from './hands/view-hands.ts'
import { dump, type WaitOptions, waitFor } from './hands/wait.ts'
import { textOf } from './json.ts'
import { personView } from './person-view.ts'
import { imBetween, type Workspace } from './workspace.ts'

/** A channel by its name, its id, or `dm` for the conversation with the app. */
type Place = string

/** Drives the workspace as one person, by the words that person sees, through the same acts as the page. */
export type Hands = {
  readonly user: UserId
  see(): PersonView
  act(what: Act): Promise<ActResult>
  /** What an `external_select` offers for what was typed so far. */
  suggest(request: SuggestionRequest): Promise<Offered>
  /** `in` is a channel's name or `dm`; the person's first channel otherwise. */
  command(command: string, text?: string, where?: { in?: Place }): Promise<ActResult>
  say(
    place: Place,
    text: string,
    where?: { thread?: Message; files?: readonly { name: string; mimetype: string; content: Buffer }[] },
  ): Promise<ActResult>
  messageShortcut(name: string, message: Message): Promise<ActResult>
  globalShortcut(name: string): Promise<ActResult>
  react(message: Message, name: string): Promise<ActResult>
  unreact(message: Message, name: string): Promise<ActResult>
  /** Presses a button, or picks an overflow option, by the words on it. */
  press(on: Message | ViewHands, label: string, which?: Which): Promise<ActResult>
  /** Chooses in a menu or picker that stands in a message. */
  choose(on: Message, label: string, option: string | readonly string[]): Promise<ActResult>
  dismiss(ephemeral: Message): Promise<ActResult>
  /** The modal on top, which must be open; `opensModal` waits for one. */
  modal(): ViewHands
  opensModal(title?: string): Promise<ViewHands>
  /** Takes away a file that they brought. */
  deleteFile(id: string): Promise<ActResult>
  openHome(): Promise<ActResult>
  home(): ViewHands
  /** What everybody there sees, oldest first. */
  messages(place: Place): readonly Message[]
  ephemerals(place: Place): readonly Message[]
  /** What the app wrote to this person directly. */
  dm(): readonly Message[]
  notices(): readonly string[]
  waitFor<T>(look: (view: PersonView) => T | undefined | false, options: WaitOptions): Promise<T>
  /** All this person sees, in words, for complaints. */
  dump(): string
}

/** Throws when nobody here has that id. */
export function makeHands(ws: Workspace, user: UserId): Hands {
  if (!personView(ws, user))
    throw new Error(`nobody here is ${user}; there are: ${[...ws.world.state.people.keys()].join(', ')}`)
  const perform = (what: Act) => act(ws, user, what)
  const performer: Performer = { user, perform }
  const drafts = new Map<string, ViewState>()
  const see = (): PersonView => personView(ws, user) as PersonView
  const channelId = (place: Place): string => {
    if (place === 'dm') {
      const im = imBetween(ws, user, ws.app.botUserId)
      if (!im) throw new Error(`${user} has no conversation with the app yet; openHome() starts one`)
      return im.id
    }
    const { channels } = see()
    const found = channels.find((c) => c.id === place || (c.kind !== 'im' && c.name === place.replace(/^#/, '')))
    if (!found)
      throw new Error(`${user} sees no channel "${place}"; there are: ${channels.map((c) => `#${c.name}`).join(', ')}`)
    return found.id
  }
  const firstChannel = () => {
    const found = see().channels.find((c) => c.members.includes(user))
    if (!found) throw new Error(`${user} is in no channel`)
    return found.id
  }
  const shortcut = (name: string, type: 'message' | 'global') => {
    const offered = see().shortcuts.filter((s) => s.type === type)
    const found = offered.find((s) => s.name === name)
    if (!found)
      throw new Error(
        `no ${type} shortcut "${name}"; there are: ${offered.map((s) => `"${s.name}"`).join(', ') || 'none'}`,
      )
    return found.callbackId
  }
  const viewHands = (id: string) => makeViewHands(ws, performer, id, drafts)
  const place = (message: Message) => ({ channel: message.channel, ts: message.ts })
  const current = (message: Message): Message => {
    const found = see().messages[message.channel]?.find((m) => m.ts === message.ts)
    if (!found) throw new Error('that message is not there any more')
    return found
  }
  const shownIn = (where: Place) => see().messages[channelId(where)] ?? []

  return {
    user,
    see,
    act: perform,
    suggest: (request) => suggest(ws, user, request),
    command: async (command, text = '', where = {}) =>
      perform({
        kind: 'command',
        command,
        text,
        channel: where.in === undefined ? firstChannel() : channelId(where.in),
      }),
    say: async (where, text, { thread, files } = {}) =>
      perform({
        kind: 'say',
        channel: channelId(where),
        text,
        ...(thread ? { threadTs: thread.threadTs ?? thread.ts } : {}),
        ...(files ? { files: files.map((file) => ({ ...file, content: file.content.toString('base64') })) } : {}),
      }),
    messageShortcut: async (name, message) =>
      perform({ kind: 'messageShortcut', callbackId: shortcut(name, 'message'), ...place(message) }),
    globalShortcut: async (name) => perform({ kind: 'globalShortcut', callbackId: shortcut(name, 'global') }),
    react: (message, name) => perform({ kind: 'react', name, ...place(message) }),
    unreact: (message, name) => perform({ kind: 'unreact', name, ...place(message) }),
    async press(on, label, which) {
      if ('press' in on) return on.press(label, which)
      const shown = current(on)
      const control = pick(pressables(shown), label, 'button', shown, which)
      const value = control.option
        ? { value: { type: control.element.type, selected_option: control.option, value: control.option.value } }
        : {}
      return perform({ kind: 'press', on: place(on), blockId: control.blockId, actionId: control.actionId, ...value })
    },
    async choose(on, label, option) {
      const shown = current(on)
      const control = pick(fieldsOf(shown), label, 'field', shown)
      const { blockId, actionId } = control
      const ask = (query: string) => offered(ws, user, { on: place(on), blockId, actionId, query })
      const value = await choiceFor(ws, user, control, typeof option === 'string' ? [option] : option, ask)
      return perform({ kind: 'press', on: place(on), blockId, actionId, value })
    },
    dismiss: (message) => perform({ kind: 'dismissEphemeral', ...place(message) }),
    modal() {
      const top = see().modals.at(-1)
      if (!top) throw new Error(`no modal is open.\n${dump(ws, user)}`)
      return viewHands(top.id)
    },
    async opensModal(title) {
      const what = title === undefined ? 'a modal' : `the modal "${title}"`
      const fits = (view: PersonView) => {
        const top = view.modals.at(-1)
        return top && (title === undefined || ('title' in top && textOf(top.title) === title)) ? top.id : undefined
      }
      return viewHands(await waitFor(ws, user, fits, { what }))
    },
    deleteFile: (id) => perform({ kind: 'deleteFile', file: id }),
    openHome: () => perform({ kind: 'openHome' }),
    home() {
      const { home } = see()
      if (!home) throw new Error(`the app has published no Home for ${user}`)
      return viewHands(home.id)
    },
    messages: (where) => shownIn(where).filter((m) => m.ephemeralFor === undefined),
    ephemerals: (where) => shownIn(where).filter((m) => m.ephemeralFor !== undefined),
    dm() {
      const im = imBetween(ws, user, ws.app.botUserId)
      return im
        ? (see().messages[im.id] ?? []).filter((m) => m.user === ws.app.botUserId && m.ephemeralFor === undefined)
        : []
    },
    notices: () => see().notices,
    waitFor: (look, options) => waitFor(ws, user, look, options),
    dump: () => dump(ws, user),
  }
}
