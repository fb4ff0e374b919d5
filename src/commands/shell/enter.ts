/**
 * What every listener shares: who acts is looked up anew, the act gets its idempotency key, what goes wrong is told where the
 * person looks. A listener says what it parses, which use case it calls and how the answer looks; nothing else.
 */
import type { AckFn, RespondFn } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { shellWords } from '../../domain/shared/words/shell.ts'
import type { Contexts } from '../../usecases/access/make-contexts.ts'
import { RolesUnknownError } from '../../usecases/access/may-act.ts'
import type { Ctx } from '../../usecases/context.ts'
import type { Log } from '../../usecases/ports/log.ts'
import type { Acts } from './acts.ts'
import type { Reply } from './tell.ts'

export type Shell = {
  readonly contexts: Pick<Contexts, 'forPerson' | 'forTeam'>
  readonly log: Log
  readonly acts: Acts
  /** Origin of the Web API that we speak with, where it is not Slack's own; a `response_url` may point there. */
  readonly apiOrigin?: string | undefined
}

export type Common = { readonly ctx: Ctx; readonly client: WebClient; readonly respond: RespondFn }
/**
 * Acknowledges before the work, which may then take longer than Slack waits: only for what changes nothing, or is on record by then and
 * carried through by somebody.
 */
export type Early = { readonly ack: () => Promise<void> }

/** Who does what, as Slack says it. */
export type Act = {
  readonly name: string
  readonly teamId: string
  readonly slackUserId: string
  readonly key: string | undefined
}

/** The person behind an act, or a polite end of it. `work` does the act and answers how it is told. */
export const enter = (shell: Shell, act: Act, tell: Telling, work: Work): Promise<void> =>
  shell.acts.during(perform(shell, act, tell, work))

type Telling = (reply: Reply) => Promise<unknown>
type Work = (ctx: Ctx) => Promise<() => Promise<unknown>>

async function perform(shell: Shell, act: Act, tell: Telling, work: Work): Promise<void> {
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
    await tell(faultReply(shell, act.name, correlationId, error))
    return
  }
  try {
    await say()
  } catch (error) {
    // It is done all the same; to say that nothing was changed would be untrue.
    shell.log.error({ err: error, act: act.name, correlationId }, 'an act could not be answered')
  }
}

/** What somebody hears of an act that threw; what is a bug goes to the log. */
export function faultReply(shell: Shell, act: string, correlationId: string | undefined, error: unknown): Reply {
  if (error instanceof RolesUnknownError) {
    shell.log.warn({ act, correlationId }, 'Slack could not say who may do this')
    return { text: shellWords.rolesUnknown }
  }
  shell.log.error({ err: error, act, correlationId }, 'an act failed')
  return { text: shellWords.ourFault(correlationId) }
}

/** However often it is called, Slack hears it once. */
export function once(ack: AckFn<never> | AckFn<string> | AckFn<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= (ack as AckFn<void>)())
}
