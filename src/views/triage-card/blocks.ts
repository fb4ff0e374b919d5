/** The card in the private triage channel: a flag, and what becomes of it. */
import type { KnownBlock } from '@slack/types'
import { never } from '../../domain/shared/result.ts'
import { flag, triage } from '../../domain/shared/words/flags.ts'
import { referral } from '../../domain/shared/words/referral.ts'
import type { NearMiss } from '../../usecases/ports/near-misses.ts'
import { plain } from '../form-fields.ts'
import { linkTo, moment, mrkdwn, safe, section, small } from '../mrkdwn.ts'

export const ACCEPT_ACTION = 'near_miss_accept'
export const MERGE_ACTION = 'near_miss_merge'
export const DISMISS_ACTION = 'near_miss_dismiss'
export const UNDO_DISMISS_ACTION = 'near_miss_undo_dismiss'

export type TriageCardModel = {
  readonly nearMiss: NearMiss
  /** Slack ids; `undefined` where we do not know the person any more. */
  readonly flaggedBy: string | undefined
  readonly decidedBy: string | undefined
  readonly credit?: string | undefined
  /** Why the card stands in somebody's DM: the channel could not be reached, or they flagged it themselves. */
  readonly direct: 'channel_unreachable' | 'own_flag' | undefined
}

export function renderTriageCard(model: TriageCardModel): { readonly blocks: KnownBlock[]; readonly text: string } {
  const { nearMiss, direct } = model
  const waiting = nearMiss.state === 'waiting'
  const blocks: KnownBlock[] = [
    section((nearMiss.referral === undefined ? triage.heading : referral.card.heading)(mention(model.flaggedBy))),
    { type: 'section', fields: facts(nearMiss) },
    section(quoted(nearMiss.impressed)),
    ...context(model),
    ...(waiting ? [buttons(nearMiss)] : []),
    ...(nearMiss.state === 'dismissed' ? [undoDismiss(nearMiss)] : []),
    ...(waiting && direct !== undefined ? [small(triage.direct[direct])] : []),
  ]
  const fallback = nearMiss.referral === undefined ? triage.fallback : referral.card.fallback
  return { blocks, text: waiting ? fallback : triage.fallbackDone }
}

const mention = (slackUserId: string | undefined) => (slackUserId === undefined ? triage.somebody : `<@${slackUserId}>`)

const facts = ({ fullName, role, wouldHire, quotable, referral: referred }: NearMiss) => [
  mrkdwn(`*${triage.person}*\n${safe(fullName, 1900)}`),
  mrkdwn(`*${triage.role}*\n${safe(role, 1900)}`),
  ...(referred === undefined
    ? [mrkdwn(`*${triage.wouldHire}*\n${wouldHire === undefined ? triage.unsaid : flag.wouldHire[wouldHire]}`)]
    : [
        mrkdwn(`*${referral.card.relation}*\n${referral.relations[referred.relation]}`),
        mrkdwn(`*${referral.card.knows}*\n${referred.knowsOfIt ? referral.card.yes : referral.card.no}`),
        ...(referred.email === undefined ? [] : [mrkdwn(`*${referral.card.email}*\n${safe(referred.email, 300)}`)]),
      ]),
  mrkdwn(`*${triage.quotable}*\n${quotable ? triage.yes : triage.no}`),
]

function quoted(words: string): string {
  if (words === '') return `_${triage.noQuote}_`
  return safe(words, 2600).replace(/^/gm, '>')
}

function context({ nearMiss, decidedBy, credit }: TriageCardModel): KnownBlock[] {
  const source = linkTo(nearMiss.evidenceLink, triage.source)
  const outcome = outcomeOf(nearMiss, mention(decidedBy))
  const first = credit === undefined ? undefined : referral.card.credit(`<@${credit}>`)
  return [source, first, outcome].flatMap((text) => (text === undefined ? [] : [small(text)]))
}

function outcomeOf({ state, decidedAt }: NearMiss, who: string): string | undefined {
  if (state === 'waiting') return undefined
  const when = decidedAt === undefined ? '' : moment(decidedAt)
  switch (state) {
    case 'accepted':
    case 'merged':
    case 'dismissed':
      return triage.decided[state](who, when)
    default:
      return never(state)
  }
}

const undoDismiss = ({ id }: NearMiss): KnownBlock => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: UNDO_DISMISS_ACTION, text: plain(triage.undo), value: id }],
})

const buttons = ({ id }: NearMiss): KnownBlock => ({
  type: 'actions',
  block_id: 'triage',
  elements: [
    { type: 'button', action_id: ACCEPT_ACTION, text: plain(triage.accept), value: id, style: 'primary' },
    { type: 'button', action_id: MERGE_ACTION, text: plain(triage.merge), value: id },
    { type: 'button', action_id: DISMISS_ACTION, text: plain(triage.dismiss), value: id },
  ],
})
