// Somebody acts, without Slack and without a database: what Slack would hear of it.
import { type Acts, makeActs } from '../../../src/commands/shell/acts.ts'
import type { Shell } from '../../../src/commands/shell/enter.ts'
import { onCommand } from '../../../src/commands/shell/on-command.ts'
import { onPress } from '../../../src/commands/shell/on-press.ts'
import { onShortcut } from '../../../src/commands/shell/on-shortcut.ts'
import { onSubmit } from '../../../src/commands/shell/on-submit.ts'
import type { Answer } from '../../../src/commands/shell/tell.ts'

type Heard = readonly [what: string, with_?: unknown]
type Listener = (args: object) => Promise<void>
type Handle = (act: { readonly ack?: () => Promise<void> }) => Promise<unknown>

/** Of the act that is played; `beginAnew` before each. */
type Now = {
  /** Everything that Slack would hear, in its order. */
  heard: Heard[]
  faults: unknown[]
  isKnown: boolean
  acts: Acts
  /** Which of Slack's answers are bad ones. */
  bad: ReadonlySet<string>
}
const fresh = (): Now => ({ heard: [], faults: [], isKnown: true, acts: makeActs(), bad: new Set() })
export const now: Now = fresh()
export const beginAnew = (): void => void Object.assign(now, fresh())

export const names = () => now.heard.map(([what]) => what)
export const said = () => JSON.stringify(now.heard)
const hear =
  (what: string) =>
  async (args?: unknown): Promise<object> => {
    if (now.bad.has(what)) throw new Error(`${what} does not work`)
    now.heard.push([what, args])
    return { ok: true, channel: { id: 'D0ME' } }
  }
export const client = {
  chat: { postMessage: hear('dm'), postEphemeral: hear('whisper') },
  conversations: { open: hear('open') },
  views: { push: hear('push'), update: hear('update') },
}
const ctx = { correlationId: 'ref-1', actor: { slackUserId: 'U0ME' } }
const shell = (): Shell =>
  ({
    contexts: { forPerson: async () => (now.isKnown ? ctx : undefined) },
    log: { error: (fields: unknown) => void now.faults.push(fields) },
    acts: now.acts,
  }) as unknown as Shell

const team = { id: 'T0', domain: 'x' }
const user = { id: 'U0ME' }
const input = { type: 'input', block_id: 'words', element: { action_id: 'words' } }
export const modal = {
  id: 'V0',
  type: 'modal',
  title: { type: 'plain_text', text: 'A form' },
  blocks: [input],
  state: { values: {} },
}
const body = {
  team,
  user,
  team_id: team.id,
  user_id: user.id,
  trigger_id: 't',
  command: '/x',
  response_url: 'https://x',
}
const action = { action_id: 'x', type: 'button', value: 'v', action_ts: '1.1' }
const inMessage = { ...body, container: { type: 'message', channel_id: 'C0', message_ts: '1.1' } }
const inView = (view: object) => ({
  ...body,
  response_url: undefined,
  container: { type: 'view', view_id: 'V0' },
  view,
})

/** The ways in which somebody acts: how the listener is registered, and what Slack brings it. */
const WAYS = {
  'a command': [(app, handle) => onCommand(app, shell(), '/x', handle as never), { command: body }],
  'a press in a message': [(app, handle) => onPress(app, shell(), 'x', handle as never), { body: inMessage, action }],
  'a press in a modal': [(app, handle) => onPress(app, shell(), 'x', handle as never), { body: inView(modal), action }],
  'a press on Home': [
    (app, handle) => onPress(app, shell(), 'x', handle as never),
    { body: inView({ ...modal, type: 'home' }), action },
  ],
  'a shortcut': [
    (app, handle) => onShortcut(app, shell(), { type: 'shortcut', callbackId: 'x' }, handle as never),
    { body },
  ],
  'a submission': [(app, handle) => onSubmit(app, shell(), 'x', handle as never), { body, view: modal }],
} satisfies Record<string, readonly [(app: never, handle: Handle) => void, object]>
type Way = keyof typeof WAYS
export const EVERY = Object.keys(WAYS) as Way[]

/** Somebody now.acts. Resolves when everything is done and told. */
export function act(way: Way, handle: Handle, change: object = {}): Promise<void> {
  let listener: Listener | undefined
  const listen = (_by: unknown, given: Listener) => {
    listener = given
  }
  const [register, args] = WAYS[way]
  register({ command: listen, action: listen, shortcut: listen, view: listen } as never, handle)
  return (
    listener?.({ client, respond: hear('reply'), ack: hear('ack'), ...args, ...change }) ??
    Promise.reject(new Error('unheard'))
  )
}
/** As long as anything could happen by itself. */
export const idle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setImmediate(done))
}
/** What each way's handler answers where all went well and something is to be told. */
export const well = (way: Way, reply: Answer): unknown =>
  way === 'a submission' ? { kind: 'done', tell: reply } : reply
export const WHERE: Readonly<Record<Way, string>> = {
  'a command': 'reply',
  'a press in a message': 'reply',
  'a press in a modal': 'push',
  'a press on Home': 'dm',
  'a shortcut': 'dm',
  'a submission': 'dm',
}
