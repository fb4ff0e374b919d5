/** Opens *Flag near-miss* about one message, filled in from it, with the message as evidence. */
import type { WebClient } from '@slack/web-api'
import { flag, flagStates } from '../domain/shared/words/flags.ts'
import { prepareFlag } from '../usecases/capture/prepare-flag.ts'
import type { Ctx } from '../usecases/context.ts'
import type { NearMiss } from '../usecases/ports/near-misses.ts'
import { renderFlagModal } from '../views/flag-modal/blocks.ts'
import { moment, safe } from '../views/mrkdwn.ts'
import { openModal } from './open-modal.ts'
import { linkTo } from './permalink.ts'
import { edgeWords } from './refused.ts'
import type { Reply } from './shell/tell.ts'

export type FlagAbout = {
  readonly ctx: Ctx
  readonly client: WebClient
  readonly triggerId: string
  readonly message:
    | {
        readonly channel: string
        readonly ts: string
        readonly text: string
        readonly author: string | undefined
        readonly threadTs: string | undefined
        /** Asked for where it is not known. */
        readonly link?: string | undefined
      }
    | undefined
  /** mrkdwn above the fields. */
  readonly notes?: readonly string[]
  readonly domain?: string | undefined
}

export async function openFlagForm(about: FlagAbout): Promise<Reply | undefined> {
  const { ctx, client, triggerId, message, notes = [], domain = ctx.workspace.domain } = about
  const at = message === undefined ? undefined : { channel: message.channel, ts: message.ts }
  const [prepared, link] = await Promise.all([
    prepareFlag(ctx, {
      text: (message?.text ?? '').slice(0, 40_000),
      ...(at === undefined ? {} : { message: at }),
      ...(message?.author === undefined ? {} : { author: message.author }),
    }),
    message === undefined ? undefined : (message.link ?? linkTo(client, domain, message)),
  ])
  if (!prepared.ok) return { text: edgeWords(prepared.refusal) }
  const { guess, before, openRoles } = prepared.value
  const view = renderFlagModal({
    fullName: guess.fullName,
    role: guess.role,
    impressed: guess.excerpt,
    wouldHire: guess.wouldHire,
    meta: at === undefined ? {} : { message: { ...at, ...(link === undefined ? {} : { link }) } },
    notes: [...notes, ...before.slice(-3).map(flaggedBefore)],
    openRoles,
  })
  return openModal(client, triggerId, view)
}

const flaggedBefore = ({ fullName, flaggedAt, state }: NearMiss): string =>
  flag.flaggedBefore(safe(fullName, 500), moment(flaggedAt), flagStates[state])
