/** Opens the form that this person may use: recruiters add, hiring managers flag, everybody else refers. */
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { parseSilver, type SilverContext } from '../domain/candidate/parse-silver.ts'
import type { ParsedSilver } from '../domain/candidate/parsed-silver.ts'
import { phoneRegions } from '../domain/candidate/phone-region.ts'
import { saidOf } from '../domain/candidate/said-of.ts'
import { entryOfText } from '../domain/candidate/silver-form.ts'
import { lessonsIn } from '../domain/pool/lessons.ts'
import { may } from '../domain/shared/roles.ts'
import { dayIn } from '../domain/shared/time.ts'
import { silver } from '../domain/shared/words/capture.ts'
import { flag } from '../domain/shared/words/flags.ts'
import { sortedBy, withoutModel } from '../domain/shared/words/model.ts'
import { mayAct } from '../usecases/access/may-act.ts'
import { prepareFlag } from '../usecases/capture/prepare-flag.ts'
import type { Ctx } from '../usecases/context.ts'
import { isWorthSorting, type SortedSilver, sortSilverWords } from '../usecases/model/sort-silver-words.ts'
import { listLearnedSkills } from '../usecases/skills/learned-skills.ts'
import { renderFlagModal } from '../views/flag-modal/blocks.ts'
import { dayInWords } from '../views/mrkdwn.ts'
import { renderWaiting } from '../views/notice-modal/blocks.ts'
import { renderSilverModal } from '../views/silver-modal/blocks.ts'
import { openModal } from './open-modal.ts'
import { orByRules } from './or-by-rules.ts'
import { openReferral } from './referral.ts'
import { edgeWords } from './refused.ts'
import { redraw } from './shell/in-modal.ts'
import type { Reply } from './shell/tell.ts'

function readingFor({ now, actor: { zone } }: Ctx): SilverContext {
  const { guess: region } = phoneRegions({ zone })
  return { today: dayIn(now, zone), ...(region === undefined ? {} : { region }) }
}

type Opening = {
  readonly ctx: Ctx
  readonly client: WebClient
  readonly triggerId: string
  readonly text: string
  /** Acknowledges before the form is filled in, where that takes longer than Slack waits. */
  readonly ack?: () => Promise<void>
}

/** And the skills that the workspace calls otherwise. */
async function withOwnSkills(ctx: Ctx, text: string, parsed: ParsedSilver): Promise<ParsedSilver> {
  const listed = await listLearnedSkills(ctx, {})
  const lessons = new Map((listed.ok ? listed.value : []).map(({ spelling, skill }) => [spelling, skill]))
  const own = lessonsIn(text, lessons)
  return own.length === 0 ? parsed : { ...parsed, skills: [...new Set([...(parsed.skills ?? []), ...own])] }
}

export async function openAddForm(opening: Opening): Promise<Reply | undefined> {
  const { ctx, client, triggerId, text } = opening
  const parsed = text.trim() === '' ? {} : await withOwnSkills(ctx, text, parseSilver(text, readingFor(ctx)))
  const asked = /^\s*refer\b\s*/i.exec(text)?.[0]
  if (asked !== undefined) return refer({ ...opening, text: text.slice(asked.length) })
  if (!mayAct(ctx.actor, 'candidate.add'))
    return may(ctx.actor.roles, 'draft.answer') ? openFlagInstead(opening, parsed) : refer(opening)
  if (ctx.services.model !== undefined && isWorthSorting(parsed)) return openWithModel(opening, parsed)
  return openModal(client, triggerId, silverForm(ctx, parsed))
}

/** A skeleton at once, then one redraw: with the model's sorting, or with the rules' alone where that takes too long. */
async function openWithModel(
  { ctx, client, triggerId, ack }: Opening,
  parsed: ParsedSilver,
): Promise<Reply | undefined> {
  let viewId: string | undefined
  const late = await openModal(client, triggerId, renderWaiting(silver.title), 'open', (id) => {
    viewId = id
  })
  if (late !== undefined || viewId === undefined) return late
  await ack?.()
  const { parsed: all, byRules } = await orByRules(ctx, sortSilverWords(ctx, { parsed }), { parsed })
  await redraw(client, viewId, silverForm(ctx, all, sortedHow(byRules)))
  return undefined
}

function sortedHow(byRules: SortedSilver['byRules'] | 'not_asked'): string | undefined {
  if (byRules === undefined) return sortedBy.model
  return byRules === 'nothing_to_ask' ? undefined : sortedBy.rules(withoutModel[byRules])
}

function silverForm(ctx: Ctx, parsed: SortedSilver['parsed'], filledIn?: string): ModalView {
  const { standingBetween: between } = parsed
  return renderSilverModal({
    entry: entryOfText(parsed),
    ownerSlackId: ctx.actor.slackUserId,
    filledIn,
    meta: {
      more: false,
      warned: {},
      ...(between === undefined ? {} : { between: { from: dayInWords(between.from), to: dayInWords(between.to) } }),
    },
  })
}

/** Whoever neither recruits nor hires refers somebody; anybody does by `/silver refer`. */
function refer({ ctx, client, triggerId, text }: Opening): Promise<Reply | undefined> {
  const reading = readingFor(ctx)
  const parsed: ParsedSilver = text.trim() === '' ? {} : parseSilver(text, reading)
  const { fullName, role, email } = parsed
  return openReferral(
    { ctx, client, triggerId },
    { fullName, role, email, evidence: saidOf(text, parsed, reading.region) },
  )
}

async function openFlagInstead(opening: Opening, parsed: ParsedSilver): Promise<Reply | undefined> {
  const { ctx, client, triggerId, text } = opening
  const prepared = await prepareFlag(ctx, { text })
  if (!prepared.ok) return { text: edgeWords(prepared.refusal) }
  const { guess, openRoles } = prepared.value
  const view = renderFlagModal({
    fullName: parsed.fullName ?? guess.fullName,
    role: parsed.role ?? guess.role,
    impressed: saidOf(text, parsed, readingFor(ctx).region),
    wouldHire: guess.wouldHire,
    meta: {},
    notes: [flag.mayNotAdd],
    openRoles,
  })
  return openModal(client, triggerId, view)
}
