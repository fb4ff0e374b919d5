/** Opens the form that this person may use: recruiters add, everybody else flags. */
import type { WebClient } from '@slack/web-api'
import { parseSilver } from '../domain/candidate/parse-silver.ts'
import type { ParsedSilver } from '../domain/candidate/parsed-silver.ts'
import { entryOfText } from '../domain/candidate/silver-form.ts'
import { may } from '../domain/shared/roles.ts'
import { normaliseSlash } from '../domain/shared/text.ts'
import { dayIn } from '../domain/shared/time.ts'
import { flag } from '../domain/shared/words/flags.ts'
import { prepareFlag } from '../usecases/capture/prepare-flag.ts'
import type { Ctx } from '../usecases/context.ts'
import { renderFlagModal } from '../views/flag-modal/blocks.ts'
import { dayInWords } from '../views/mrkdwn.ts'
import { renderSilverModal } from '../views/silver-modal/blocks.ts'
import { openModal } from './open-modal.ts'
import { edgeWords } from './refused.ts'
import type { Reply } from './shell.ts'

type Opening = { readonly ctx: Ctx; readonly client: WebClient; readonly triggerId: string; readonly text: string }

export async function openAddForm({ ctx, client, triggerId, text }: Opening): Promise<Reply | undefined> {
  const parsed = text.trim() === '' ? {} : parseSilver(text, { today: dayIn(ctx.now, ctx.actor.zone) })
  if (!may(ctx.actor.roles, 'candidate.add')) return openFlagInstead({ ctx, client, triggerId, text }, parsed)
  const { standingBetween: between } = parsed
  const model = {
    entry: entryOfText(parsed),
    ownerSlackId: ctx.actor.slackUserId,
    meta: {
      more: false,
      warned: {},
      ...(between === undefined ? {} : { between: { from: dayInWords(between.from), to: dayInWords(between.to) } }),
    },
  }
  return openModal(client, triggerId, renderSilverModal(model))
}

async function openFlagInstead(opening: Opening, parsed: ParsedSilver): Promise<Reply | undefined> {
  const { ctx, client, triggerId, text } = opening
  const prepared = await prepareFlag(ctx, { text })
  if (!prepared.ok) return { text: edgeWords(prepared.refusal) }
  const { guess, openRoles } = prepared.value
  const view = renderFlagModal({
    fullName: parsed.fullName ?? guess.fullName,
    role: parsed.role ?? guess.role,
    impressed: saidOf(text),
    meta: {},
    notes: [flag.mayNotAdd],
    openRoles,
  })
  return openModal(client, triggerId, view)
}

/** What stands behind the colon is what was said of the person; without one all of it may be. */
function saidOf(text: string): string {
  const plain = normaliseSlash(text)
  const colon = plain.indexOf(': ')
  return colon < 0 ? '' : plain.slice(colon + 2)
}
