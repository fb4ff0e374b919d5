/** Opens *Flag near-miss* about one message, filled in from it, with the message as evidence. */
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { ParsedFlag } from '../domain/candidate/parse-flag.ts'
import { flag, flagStates } from '../domain/shared/words/flags.ts'
import { sortedBy, withoutModel } from '../domain/shared/words/model.ts'
import { prepareFlag } from '../usecases/capture/prepare-flag.ts'
import type { Ctx } from '../usecases/context.ts'
import { type ReadFlag, readFlag } from '../usecases/model/read-flag.ts'
import type { NearMiss } from '../usecases/ports/near-misses.ts'
import { renderFlagModal } from '../views/flag-modal/blocks.ts'
import { moment, safe } from '../views/mrkdwn.ts'
import { renderWaiting } from '../views/notice-modal/blocks.ts'
import { openModal } from './open-modal.ts'
import { orByRules } from './or-by-rules.ts'
import { linkTo } from './permalink.ts'
import { edgeWords } from './refused.ts'
import { redraw } from './shell/in-modal.ts'
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
  /** Acknowledges before a model is asked, which takes longer than Slack waits. */
  readonly ack?: () => Promise<void>
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
  const form = (read: typeof guess, filledIn?: string) =>
    renderFlagModal({
      fullName: read.fullName,
      role: read.role,
      impressed: read.excerpt,
      wouldHire: read.wouldHire,
      meta: at === undefined ? {} : { message: { ...at, ...(link === undefined ? {} : { link }) } },
      notes: [...notes, ...before.slice(-3).map(flaggedBefore), ...(filledIn === undefined ? [] : [filledIn])],
      openRoles,
    })
  if (ctx.services.model === undefined || message === undefined || message.text.trim() === '')
    return openModal(client, triggerId, form(guess))
  return openWithModel(about, guess, form)
}

/** A skeleton at once, then one redraw: with what the model read, or with the rules' guesses alone where it has no answer in time. */
async function openWithModel(
  { ctx, client, triggerId, message, ack }: FlagAbout,
  guess: ParsedFlag,
  form: (read: ParsedFlag, filledIn?: string) => ModalView,
): Promise<Reply | undefined> {
  let viewId: string | undefined
  const late = await openModal(client, triggerId, renderWaiting(flag.title), 'open', (id) => {
    viewId = id
  })
  if (late !== undefined || viewId === undefined) return late
  await ack?.()
  const text = (message?.text ?? '').slice(0, 40_000)
  const author = message?.author === undefined ? {} : { author: message.author }
  const { guess: better, byRules } = await orByRules(ctx, readFlag(ctx, { text, guess, ...author }), { guess })
  await redraw(client, viewId, form(better, readBy(byRules)))
  return undefined
}

function readBy(byRules: ReadFlag['byRules'] | 'not_asked'): string | undefined {
  if (byRules === undefined) return flag.readByModel
  return byRules === 'nothing_to_ask' ? undefined : sortedBy.rules(withoutModel[byRules])
}

const flaggedBefore = ({ fullName, flaggedAt, state }: NearMiss): string =>
  flag.flaggedBefore(safe(fullName, 500), moment(flaggedAt), flagStates[state])
