// Slack's side of the conversation, written from its reference: raw payloads in, and what the app says to them out.
import { randomBytes } from 'node:crypto'
import type { Simulator } from '../../simulator/server.ts'
import { judgeErrors, judgeMessage, judgeSuggestions, judgeView } from './judge.ts'
import type { Call, Json, Recorder } from './recorder.ts'

/** A modal as Slack hands it back. */
export type View = Json & { readonly id: string; readonly hash: string; readonly blocks: readonly Json[] }
export type State = Readonly<Record<string, Readonly<Record<string, Json>>>>

/** What somebody sees after an act. */
export type Seen =
  | { readonly kind: 'modal'; readonly view: View }
  | { readonly kind: 'reply'; readonly text: string; readonly said: Json }
  | { readonly kind: 'redrawn'; readonly view: View }

/** What a submission is answered with; `closed` and nothing else means that it was taken. */
export type Submitted =
  | { readonly kind: 'closed' }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'update' | 'push'; readonly view: View }

export type Where = { readonly channel: string; readonly ts: string; readonly ephemeral?: boolean }
export type Control = {
  readonly actionId: string
  readonly value?: string
  readonly type?: string
  readonly blockId?: string
  readonly [more: string]: unknown
}

export type StrictClient = ReturnType<typeof makeClient>

let counter = 0
function actionTs(): string {
  counter += 1
  return `${Math.floor(Date.now() / 1000)}.${String(counter).padStart(6, '0')}`
}

export function makeClient(simulator: Simulator, recorder: Recorder) {
  const { workspace } = simulator
  const { team } = workspace
  const base = (user: string): Json => ({
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: team.id },
    api_app_id: workspace.app.id,
    token: 'Shh_its_a_seekrit',
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  })
  const urlFor = (target: { user: string; channel: string; message?: { ts: string; ephemeral: boolean } }) =>
    recorder.through(workspace.responseUrls.issue(target))

  /** How often everything is delivered, and what was acknowledged last. */
  const repeats = { atOnce: 1, later: 0, answers: [] as readonly unknown[] }

  /** When the last delivery left, and when its acknowledgement came. */
  const times = { sentAt: 0, ackedAt: 0 }

  /** Delivers, and insists on an acknowledgement in time. */
  async function deliver(type: 'slash_commands' | 'interactive' | 'events_api', payload: object): Promise<unknown> {
    times.sentAt = performance.now()
    const request = async () => {
      const answer = await workspace.delivery.request({ type, payload })
      times.ackedAt = performance.now()
      if (answer.kind !== 'acked') throw new Error(`not acknowledged: ${JSON.stringify(answer)}`)
      return answer.payload
    }
    const [first, ...others] = await Promise.all(Array.from({ length: repeats.atOnce }, request))
    for (let more = 0; more < repeats.later; more += 1) others.push(await request())
    repeats.answers = [first, ...others]
    return first
  }

  type Act = {
    readonly since: number
    readonly trigger: string
    readonly path: string
    readonly user: string
    readonly viewId?: string
    readonly told?: 'in_dm'
  }
  /** Whatever of the app's calls is meant for whoever did this. */
  const answers =
    ({ trigger, path, user, viewId, told }: Act) =>
    (call: Call): boolean => {
      const { method, args } = call
      if (method === 'views.open' || method === 'views.push') return args.trigger_id === trigger
      if (method === 'views.update') return viewId !== undefined && args.view_id === viewId
      if (method === 'response_url') return call.path === path
      return told === 'in_dm' && method === 'chat.postMessage' && args.channel === user && args.metadata === undefined
    }
  const seen = (call: Call): Seen => {
    if (call.method === 'views.open' || call.method === 'views.push')
      return { kind: 'modal', view: call.answer.view as View }
    if (call.method === 'views.update') return { kind: 'redrawn', view: call.answer.view as View }
    return { kind: 'reply', text: String(call.args.text), said: call.args }
  }
  const outcome = async (act: Act, what: string): Promise<Seen> => {
    const heard = (call: Call) => answers(act)(call) && call.answer.ok !== false
    return seen(await recorder.heard(act.since, heard, `an answer to ${what}`))
  }

  return {
    /** A slash command; its text is taken as Slack delivers it, so escape it first where Slack would. */
    async command(user: string, command: string, text: string, { channel = 'C0GENERAL1' } = {}): Promise<Seen> {
      const trigger = workspace.triggers.issue({ user, channel })
      const responseUrl = urlFor({ user, channel })
      const act = { since: recorder.mark(), trigger, path: new URL(responseUrl).pathname, user }
      await deliver('slash_commands', this.commandPayload(user, { command, text, channel, trigger, responseUrl }))
      return outcome(act, `${command} ${text.slice(0, 60)}`)
    },

    commandPayload: (
      user: string,
      given: { command: string; text: string; channel: string; trigger: string; responseUrl: string },
    ): Json => ({
      token: 'Shh_its_a_seekrit',
      team_id: team.id,
      team_domain: team.domain,
      channel_id: given.channel,
      channel_name: 'general',
      user_id: user,
      user_name: user.toLowerCase(),
      command: given.command,
      text: given.text,
      api_app_id: workspace.app.id,
      is_enterprise_install: 'false',
      response_url: given.responseUrl,
      trigger_id: given.trigger,
    }),

    /** A press of a control in a message. With `quiet` nothing needs to be said. */
    async press(user: string, at: Where, control: Control, { quiet = false } = {}): Promise<Seen | undefined> {
      const trigger = workspace.triggers.issue({ user, channel: at.channel })
      const ephemeral = at.ephemeral === true
      const responseUrl = urlFor({ user, channel: at.channel, message: { ts: at.ts, ephemeral } })
      const act = { since: recorder.mark(), trigger, path: new URL(responseUrl).pathname, user }
      const payload = {
        type: 'block_actions',
        ...base(user),
        container: { type: 'message', message_ts: at.ts, channel_id: at.channel, is_ephemeral: ephemeral },
        trigger_id: trigger,
        channel: { id: at.channel, name: 'privategroup' },
        ...(ephemeral
          ? {}
          : { message: { type: 'message', ts: at.ts, text: '', bot_id: workspace.app.botId, blocks: [] } }),
        state: { values: {} },
        response_url: responseUrl,
        actions: [actionOf(control)],
      }
      await deliver('interactive', payload)
      return quiet ? undefined : outcome(act, `pressing ${control.actionId}`)
    },

    /** A press of a control in a modal or on Home. */
    async pressIn(
      user: string,
      view: View,
      control: Control,
      { quiet = false, state = stateOf(view) } = {},
    ): Promise<Seen | undefined> {
      const trigger = workspace.triggers.issue({ user, viewId: view.id })
      const act = { since: recorder.mark(), trigger, path: '-', user, viewId: view.id, told: 'in_dm' as const }
      await deliver('interactive', {
        type: 'block_actions',
        ...base(user),
        container: { type: 'view', view_id: view.id },
        trigger_id: trigger,
        view: { ...view, state: { values: state } },
        actions: [actionOf(control)],
      })
      return quiet ? undefined : outcome(act, `pressing ${control.actionId} in a view`)
    },

    /** A submission; what the app answers is judged as Slack would. */
    async submit(user: string, view: View, state: State): Promise<Submitted> {
      const payload = {
        type: 'view_submission',
        ...base(user),
        trigger_id: workspace.triggers.issue({ user, viewId: view.id }),
        view: { ...view, state: { values: state } },
        response_urls: [],
      }
      return readSubmitted(view, await deliver('interactive', payload))
    },

    async shortcut(user: string, callbackId: string): Promise<Seen> {
      const trigger = workspace.triggers.issue({ user })
      const act = { since: recorder.mark(), trigger, path: '-', user, told: 'in_dm' as const }
      await deliver('interactive', {
        type: 'shortcut',
        ...base(user),
        action_ts: actionTs(),
        callback_id: callbackId,
        trigger_id: trigger,
      })
      return outcome(act, callbackId)
    },

    async messageAction(user: string, callbackId: string, message: Json, channel = 'C0HIRESRE1'): Promise<Seen> {
      const trigger = workspace.triggers.issue({ user, channel })
      const ts = String(message.ts)
      const act = { since: recorder.mark(), trigger, path: '-', user, told: 'in_dm' as const }
      await deliver('interactive', {
        type: 'message_action',
        ...base(user),
        action_ts: actionTs(),
        callback_id: callbackId,
        trigger_id: trigger,
        response_url: urlFor({ user, channel, message: { ts, ephemeral: false } }),
        message_ts: ts,
        channel: { id: channel, name: 'hiring-sre' },
        message: { type: 'message', user: 'U0TOM00001', ...message },
      })
      return outcome(act, callbackId)
    },

    async suggestions(user: string, view: View, blockId: string, query: string): Promise<readonly Json[]> {
      const answer = await deliver('interactive', {
        type: 'block_suggestion',
        ...base(user),
        container: { type: 'view', view_id: view.id },
        view,
        action_id: blockId,
        block_id: blockId,
        value: query,
      })
      const wrong = judgeSuggestions(answer)
      if (wrong.length > 0) throw new Error(wrong.join('\n'))
      return (answer as { options: Json[] }).options
    },

    /** An event of the Events API; with the same id it is the same event again. */
    event: (event: Json, eventId = `Ev${randomBytes(5).toString('hex').toUpperCase()}`) =>
      deliver('events_api', {
        token: 'Shh_its_a_seekrit',
        team_id: team.id,
        context_team_id: team.id,
        api_app_id: workspace.app.id,
        event,
        type: 'event_callback',
        event_id: eventId,
        event_time: Math.floor(Date.now() / 1000),
        authorizations: [{ enterprise_id: null, team_id: team.id, user_id: workspace.app.botUserId, is_bot: true }],
      }),

    repeats,
    times,
    /** Any payload at all, as often as a test wants. */
    deliver,
    base,
    urlFor,
  }
}

const actionOf = ({ actionId, blockId = 'b', type = 'button', value, ...more }: Control): Json => ({
  type,
  action_id: actionId,
  block_id: blockId,
  action_ts: actionTs(),
  ...(type === 'button' ? { text: { type: 'plain_text', text: 'x', emoji: true } } : {}),
  ...(value === undefined ? {} : { value }),
  ...more,
})

function readSubmitted(view: View, answer: unknown): Submitted {
  if (answer === undefined) return { kind: 'closed' }
  const {
    response_action: action,
    errors,
    view: next,
  } = answer as { response_action?: string; errors?: unknown; view?: Json }
  const wrong = action === 'errors' ? judgeErrors(errors, view.blocks) : action === 'clear' ? [] : judgeView(next)
  if (wrong.length > 0) throw new Error(`The answer to ${String(view.callback_id)}: ${wrong.join('\n')}`)
  if (action === 'clear') return { kind: 'closed' }
  if (action === 'errors') return { kind: 'errors', errors: errors as Record<string, string> }
  if (action !== 'update' && action !== 'push') throw new Error(`response_action ${String(action)}`)
  const id = action === 'update' ? view.id : `V${randomBytes(5).toString('hex').toUpperCase()}`
  return {
    kind: action,
    view: {
      team_id: view.team_id,
      ...next,
      id,
      hash: `${Date.now()}.abc`,
      state: { values: {} },
    } as unknown as View,
  }
}

/** What a fresh modal holds before anybody types: the initial values, in the shapes of `view_submission`. */
export function stateOf(view: View): State {
  const values: Record<string, Record<string, Json>> = {}
  for (const block of view.blocks) {
    if (block.type !== 'input') continue
    const element = block.element as Json
    values[String(block.block_id)] = { [String(element.action_id)]: emptyState(element) }
  }
  return values
}

function emptyState(element: Json): Json {
  const type = String(element.type)
  if (type.endsWith('_input')) return { type, value: element.initial_value ?? null }
  if (type === 'datepicker') return { type, selected_date: element.initial_date ?? null }
  if (type === 'users_select') return { type, selected_user: element.initial_user ?? null }
  if (type === 'checkboxes') return { type, selected_options: element.initial_options ?? [] }
  return { type, selected_option: element.initial_option ?? null }
}

/** The text fields of a modal, by block id. */
export const textFields = (view: View): readonly string[] =>
  view.blocks.flatMap((block) =>
    block.type === 'input' && String((block.element as Json).type).endsWith('text_input')
      ? [String(block.block_id)]
      : [],
  )

/** The state with something else typed into some fields. */
export function typedInto(state: State, typed: Readonly<Record<string, string | null>>): State {
  return Object.fromEntries(
    Object.entries(state).map(([block, elements]) => {
      const value = typed[block]
      if (value === undefined) return [block, elements]
      return [block, Object.fromEntries(Object.entries(elements).map(([id, one]) => [id, { ...one, value }]))]
    }),
  )
}

/** What is wrong with anything that the app said to Slack, as two judges see it: this client and the workspace itself. */
/** `allowed` are Slack's codes that a test provokes, such as a permalink to where the bot is not. */
export function complaintsAbout(calls: readonly Call[], allowed: readonly string[] = []): readonly string[] {
  return calls.flatMap((call) => {
    const { method, args, answer } = call
    const wrong =
      method === 'views.open' || method === 'views.push' || method === 'views.update' || method === 'views.publish'
        ? judgeView(args.view)
        : method.startsWith('chat.post') || method === 'chat.update' || method === 'response_url'
          ? judgeMessage(args)
          : []
    const refused =
      answer.ok === false && !allowed.includes(String(answer.error)) ? [`refused: ${JSON.stringify(answer)}`] : []
    return [...wrong, ...refused].map((what) => `${method} ${what}`)
  })
}
