/**
 * What every listener shares: who acts is looked up anew, the act gets its idempotency key, what goes wrong is told where the
 * person looks. A listener says what it parses, which use case it calls and how the answer looks; nothing else.
 */
import type {
  AckFn,
  App,
  BlockAction,
  BlockElementAction,
  EventFromType,
  RespondFn,
  SlashCommand,
  ViewOutput,
} from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { shellWords } from '../domain/shared/words/shell.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { Ctx, SystemCtx } from '../usecases/context.ts'
import type { Log } from '../usecases/ports/log.ts'
import { renderNotice } from '../views/notice-modal/blocks.ts'
import { respondAt } from './respond-at.ts'

export type Shell = { readonly contexts: Pick<Contexts, 'forPerson' | 'forTeam'>; readonly log: Log }

/** An answer that only the person sees. */
export type Reply = {
  readonly text: string
  readonly blocks?: readonly KnownBlock[]
  /** Takes the place of the message that was pressed. */
  readonly replaces?: true
}

type Common = { readonly ctx: Ctx; readonly client: WebClient; readonly respond: RespondFn }
/** Acknowledges before the work, which only what changes nothing may do: it may then take longer than Slack waits. */
type Early = { readonly ack: () => Promise<void> }

/** The person behind an act, or a polite end of it. `work` does the act and answers how it is told. */
async function enter(
  shell: Shell,
  act: {
    readonly name: string
    readonly teamId: string
    readonly slackUserId: string
    readonly key: string | undefined
  },
  tell: (reply: Reply) => Promise<unknown>,
  work: (ctx: Ctx) => Promise<() => Promise<unknown>>,
): Promise<void> {
  let correlationId: string | undefined
  let say: () => Promise<unknown>
  try {
    const ctx = await shell.contexts.forPerson({
      teamId: act.teamId,
      slackUserId: act.slackUserId,
      idempotencyKey: act.key,
    })
    if (ctx === undefined) {
      await tell({ text: shellWords.unknownPerson })
      return
    }
    correlationId = ctx.correlationId
    say = await work(ctx)
  } catch (error) {
    shell.log.error({ err: error, act: act.name, correlationId }, 'an act failed')
    await tell({ text: shellWords.ourFault(correlationId) })
    return
  }
  try {
    await say()
  } catch (error) {
    // It is done all the same; to say that nothing was changed would be untrue.
    shell.log.error({ err: error, act: act.name, correlationId }, 'an act could not be answered')
  }
}

/** Sends what only the person sees; Slack counts at most five answers to one act. */
const privately =
  (respond: RespondFn) =>
  async (reply: Reply): Promise<unknown> => {
    const said = {
      response_type: 'ephemeral' as const,
      text: reply.text,
      ...(reply.blocks === undefined ? {} : { blocks: [...reply.blocks] }),
    }
    if (reply.replaces !== true) return respond({ ...said, replace_original: false })
    // Whoever dismissed the message meanwhile gets the answer as a new one.
    return respond({ ...said, replace_original: true }).catch(() => respond({ ...said, replace_original: false }))
  }

/** A slash command. `handle` answers what the person shall see, or nothing where it opened a modal. Changing acts commit before they resolve. */
export function onCommand(
  app: Pick<App, 'command'>,
  shell: Shell,
  name: `/${string}`,
  handle: (act: Common & Early & { readonly command: SlashCommand }) => Promise<Reply | undefined>,
): void {
  app.command(name, async ({ command, ack, respond, client }) => {
    const acked = once(ack)
    const tell = async (reply: Reply) => {
      await acked()
      await privately(respond)(reply)
    }
    const act = { name, teamId: command.team_id, slackUserId: command.user_id, key: command.trigger_id }
    await enter(shell, act, tell, async (ctx) => {
      const reply = await handle({ ctx, client, respond, command, ack: acked })
      return () => (reply === undefined ? acked() : tell(reply))
    })
  })
}

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

/** A press of a button or a choice in a message, a modal or Home. Slack shows no error of its own, so refusals are told privately. */
export function onPress(
  app: Pick<App, 'action'>,
  shell: Shell,
  actionId: string | RegExp,
  handle: (act: Common & Early & { readonly pressed: Pressed }) => Promise<Reply | undefined>,
): void {
  app.action<BlockAction>(actionId, async ({ body, action, ack, respond, client }) => {
    const acked = once(ack)
    const inMessage = body.response_url !== undefined && body.response_url !== ''
    const tell = async (reply: Reply) => {
      await acked()
      if (inMessage) await privately(respond)(reply)
      else
        await client.chat.postMessage({
          channel: body.user.id,
          text: reply.text,
          ...(reply.blocks === undefined ? {} : { blocks: [...reply.blocks] }),
        })
    }
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
    await enter(shell, act, tell, async (ctx) => {
      const reply = await handle({ ctx, client, respond, pressed, ack: acked })
      return () => (reply === undefined ? acked() : tell(reply))
    })
  })
}

function valuePressed(action: BlockElementAction): string {
  const given = action as { readonly value?: string; readonly selected_option?: { readonly value?: string } | null }
  return given.value ?? given.selected_option?.value ?? ''
}

/** What becomes of a submitted modal. */
export type Submitted =
  | { readonly kind: 'done'; readonly tell?: Reply }
  /** The modal closes; then the work is done and told at `respondAt`, in the conversation where all began, else in the person's DM, where only they see it and not for long. */
  | { readonly kind: 'later'; readonly work: () => Promise<Reply>; readonly respondAt: string | undefined }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'update' | 'push'; readonly view: ModalView }
  | { readonly kind: 'clear'; readonly tell?: Reply }

/** A submitted modal. It stays open until the change is committed: whatever fails, nothing that was typed is lost. */
export function onSubmit(
  app: Pick<App, 'view'>,
  shell: Shell,
  callbackId: string,
  handle: (
    act: Omit<Common, 'respond'> & {
      readonly view: ViewOutput
      readonly triggerId: string
      readonly teamId: string
    },
  ) => Promise<Submitted>,
): void {
  app.view({ callback_id: callbackId, type: 'view_submission' }, async ({ body, view, ack, client }) => {
    const act = { name: callbackId, teamId: body.team?.id ?? '', slackUserId: body.user.id, key: view.id }
    const onFirstInput = async ({ text }: Reply) => {
      const block = view.blocks.find((one) => one.type === 'input')
      // A form without a field keeps its place below what is said.
      if (block?.block_id === undefined) await ack({ response_action: 'push', view: renderNotice(text) })
      else await ack({ response_action: 'errors', errors: { [block.block_id]: text } })
    }
    await enter(shell, act, onFirstInput, async (ctx) => {
      const triggerId = (body as { readonly trigger_id?: string }).trigger_id ?? ''
      const outcome = await handle({ ctx, client, view, triggerId, teamId: act.teamId })
      return async () => {
        await answer(outcome, ack as AckFn<unknown>)
        if (outcome.kind === 'later') {
          const reply = await outcome.work().catch((error: unknown) => {
            shell.log.error({ err: error, act: callbackId, correlationId: ctx.correlationId }, 'an act failed')
            return { text: shellWords.ourFault(ctx.correlationId) }
          })
          if (!(await respondAt(outcome.respondAt, reply))) await whisper(client, body.user.id, reply)
        }
        const tell = outcome.kind === 'done' || outcome.kind === 'clear' ? outcome.tell : undefined
        if (tell !== undefined)
          await client.chat.postMessage({
            channel: body.user.id,
            text: tell.text,
            ...(tell.blocks === undefined ? {} : { blocks: [...tell.blocks] }),
          })
      }
    })
  })
}

/** In the DM, and still for this moment only: what a search found stays nowhere. */
async function whisper(client: WebClient, user: string, { text, blocks }: Reply): Promise<void> {
  const { channel } = await client.conversations.open({ users: user })
  await client.chat.postEphemeral({
    channel: channel?.id ?? user,
    user,
    text,
    ...(blocks === undefined ? {} : { blocks: [...blocks] }),
  })
}

async function answer(outcome: Submitted, ack: AckFn<unknown>): Promise<void> {
  switch (outcome.kind) {
    case 'done':
    case 'later':
      return ack()
    case 'clear':
      return ack({ response_action: 'clear' })
    case 'errors':
      return ack({ response_action: 'errors', errors: outcome.errors })
    case 'update':
    case 'push':
      return ack({ response_action: outcome.kind, view: outcome.view })
  }
}

/** A message or global shortcut. Slack gives no place to answer, so what must be told goes to the person's DM. */
export function onShortcut(
  app: Pick<App, 'shortcut'>,
  shell: Shell,
  shortcut: { readonly type: 'shortcut' | 'message_action'; readonly callbackId: string },
  handle: (act: Omit<Common, 'respond'> & { readonly body: ShortcutBody }) => Promise<Reply | undefined>,
): void {
  app.shortcut({ type: shortcut.type, callback_id: shortcut.callbackId }, async ({ body, ack, client }) => {
    const given = body as unknown as ShortcutBody
    const acked = once(ack)
    const tell = async (reply: Reply) => {
      await acked()
      await client.chat.postMessage({
        channel: given.user.id,
        text: reply.text,
        ...(reply.blocks === undefined ? {} : { blocks: [...reply.blocks] }),
      })
    }
    const act = {
      name: shortcut.callbackId,
      teamId: given.team?.id ?? '',
      slackUserId: given.user.id,
      key: given.trigger_id,
    }
    await enter(shell, act, tell, async (ctx) => {
      const reply = await handle({ ctx, client, body: given })
      return () => (reply === undefined ? acked() : tell(reply))
    })
  })
}

export type ShortcutBody = {
  readonly trigger_id: string
  readonly user: { readonly id: string }
  readonly team: { readonly id: string; readonly domain: string } | null
  readonly channel?: { readonly id: string; readonly name: string }
  readonly message?: {
    readonly ts: string
    readonly text?: string
    readonly user?: string
    readonly thread_ts?: string
  }
}

/** Options of an `external_select`; read-only, so it simply answers. */
export function onOptions(
  app: Pick<App, 'options'>,
  shell: Shell,
  actionId: string,
  handle: (act: {
    readonly ctx: Ctx
    readonly query: string
  }) => Promise<readonly { readonly text: string; readonly value: string }[]>,
): void {
  app.options(actionId, async ({ body, options, ack }) => {
    const none = () => ack({ options: [] })
    const act = { name: actionId, teamId: body.team?.id ?? '', slackUserId: body.user.id, key: undefined }
    await enter(shell, act, none, async (ctx) => {
      const found = await handle({ ctx, query: options.value })
      return () => ack({ options: found.map(({ text, value }) => ({ text: { type: 'plain_text', text }, value })) })
    })
  })
}

/**
 * An event of the Events API. It was kept and acknowledged before it comes here, and it may come twice; what a listener throws brings it
 * again later.
 */
export function onEvent<Type extends string>(
  app: Pick<App, 'event'>,
  shell: Shell,
  type: Type,
  handle: (act: {
    readonly ctx: SystemCtx
    readonly client: WebClient
    readonly event: EventFromType<Type>
    readonly teamId: string
  }) => Promise<void>,
): void {
  app.event(type, async ({ event, body, client }) => {
    const ctx = await shell.contexts.forTeam(body.team_id)
    if (ctx !== undefined) await handle({ ctx, client, event, teamId: body.team_id })
  })
}

function once(ack: AckFn<never> | AckFn<string> | AckFn<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= (ack as AckFn<void>)())
}
