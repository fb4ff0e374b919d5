/** What the flagger hears: the outcome, never a reason, and never whether the person was on record before. */
import type { KnownBlock } from '@slack/types'
import { never } from '../../domain/shared/result.ts'
import { outcomes, triage } from '../../domain/shared/words/flags.ts'
import { flagNews } from '../../domain/shared/words/replies.ts'
import type { NearMiss } from '../../usecases/ports/near-misses.ts'
import type { ShownNews } from '../../usecases/replies/tell-flaggers.ts'
import { safe, section } from '../mrkdwn.ts'

export type FlagOutcomeModel = { readonly nearMiss: NearMiss; readonly decidedBy: string | undefined }

export function renderFlagOutcome(model: FlagOutcomeModel): { readonly blocks: KnownBlock[]; readonly text: string } {
  const text = sentence(model)
  return { blocks: [section(text)], text: outcomes.fallback }
}

/** Later news of a flag that was taken up: the outcome, never a reason. */
export function renderFlagNews({ fullName, role, news }: ShownNews): {
  readonly blocks: KnownBlock[]
  readonly text: string
} {
  const say = news === 'taken_back' ? flagNews.takenBack : flagNews[news]
  return { blocks: [section(say(safe(fullName, 1000), safe(role, 1000)))], text: flagNews.fallback }
}

function sentence({ nearMiss, decidedBy }: FlagOutcomeModel): string {
  const name = safe(nearMiss.fullName, 1000)
  const role = safe(nearMiss.role, 1000)
  const who = decidedBy === undefined ? triage.somebody : `<@${decidedBy}>`
  switch (nearMiss.state) {
    case 'accepted':
    case 'merged':
      return outcomes.accepted(name, role, who)
    case 'dismissed':
      return outcomes.dismissed(name, role)
    case 'waiting':
      return outcomes.reopened(name, role)
    default:
      return never(nearMiss.state)
  }
}
