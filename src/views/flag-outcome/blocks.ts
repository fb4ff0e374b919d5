/** What the flagger hears: the outcome, never a reason, and never whether the person was on record before. */
import type { KnownBlock } from '@slack/types'
import { never } from '../../domain/shared/result.ts'
import { outcomes, triage } from '../../domain/shared/words/flags.ts'
import { referral } from '../../domain/shared/words/referral.ts'
import { flagNews } from '../../domain/shared/words/replies.ts'
import type { NearMiss } from '../../usecases/ports/near-misses.ts'
import type { ShownNews } from '../../usecases/replies/tell-flaggers.ts'
import { plain } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { MUTE_REFERRAL, UNMUTE_REFERRAL } from '../referral-modal/schema.ts'

export type FlagOutcomeModel = { readonly nearMiss: NearMiss; readonly decidedBy: string | undefined }

type Drawn = { readonly blocks: KnownBlock[]; readonly text: string }

export function renderFlagOutcome(model: FlagOutcomeModel): Drawn {
  const { referral: isReferral, id, muted = false } = model.nearMiss
  if (isReferral === undefined) return { blocks: [section(sentence(model))], text: outcomes.fallback }
  return { blocks: [section(sentence(model)), ...muting({ flagId: id, muted })], text: referral.outcomes.fallback }
}

/** Later news of a flag that was taken up: the outcome, never a reason. */
export function renderFlagNews({ fullName, role, news, isReferral, ...flag }: ShownNews): Drawn {
  const [name, what] = [safe(fullName, 1000), safe(role, 1000)]
  if (news === 'taken_back') return { blocks: [section(flagNews.takenBack(name, what))], text: flagNews.fallback }
  if (isReferral)
    return {
      blocks: [section(referral.outcomes[news](name, what)), ...muting(flag)],
      text: referral.outcomes.fallback,
    }
  const say = news === 'hired' ? flagNews.hired : flagNews.interested
  return { blocks: [section(say(name, what))], text: flagNews.fallback }
}

/** Whoever referred somebody decides whether to hear more. */
const muting = ({ flagId, muted }: Pick<ShownNews, 'flagId' | 'muted'>): KnownBlock[] => [
  ...(muted ? [small(referral.muted)] : []),
  {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: muted ? UNMUTE_REFERRAL : MUTE_REFERRAL,
        text: plain(muted ? referral.unmute : referral.mute),
        value: flagId,
      },
    ],
  },
]

function sentence({ nearMiss, decidedBy }: FlagOutcomeModel): string {
  const name = safe(nearMiss.fullName, 1000)
  const role = safe(nearMiss.role, 1000)
  const who = decidedBy === undefined ? triage.somebody : `<@${decidedBy}>`
  const said = nearMiss.referral === undefined ? outcomes : referral.outcomes
  switch (nearMiss.state) {
    case 'accepted':
    case 'merged':
      return said.accepted(name, role, who)
    case 'dismissed':
      return said.dismissed(name, role)
    case 'waiting':
      return said.reopened(name, role)
    default:
      return never(nearMiss.state)
  }
}
