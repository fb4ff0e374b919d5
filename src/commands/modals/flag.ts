import type { App } from '@slack/bolt'
import { dayIn, type Zone } from '../../domain/shared/time.ts'
import { flag, flagStates } from '../../domain/shared/words/flags.ts'
import { type FlagRefused, flagNearMiss } from '../../usecases/capture/flag-near-miss.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { WOULD_HIRE } from '../../usecases/ports/near-misses.ts'
import { FLAG_BLOCKS, FLAG_MODAL, readFlagMeta } from '../../views/flag-modal/schema.ts'
import { flagEntry } from '../../views/flag-modal/submit.ts'
import { dayInWords } from '../../views/mrkdwn.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import { onSubmit, type Shell } from '../shell.ts'

export function registerFlagModal(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, FLAG_MODAL, async ({ ctx, view }) => {
    const { wouldHire, ...entry } = flagEntry(view.state.values)
    const code = WOULD_HIRE.find((one) => one === wouldHire)
    const flagged = await flagNearMiss(ctx, {
      ...entry,
      ...readFlagMeta(view.private_metadata),
      ...(code === undefined ? {} : { wouldHire: code }),
    })
    if (!flagged.ok) return { kind: 'errors', errors: flagErrors(flagged.refusal, ctx.actor.zone) }
    // Who may decide has the card itself in the DM.
    return flagged.value.mayDecide ? { kind: 'done' } : { kind: 'done', tell: { text: flag.received } }
  })
}

function flagErrors(refusal: FlagRefused | EdgeRefusal, zone: Zone): Readonly<Record<string, string>> {
  if (!isEdgeRefusal(refusal)) {
    const day = dayInWords(dayIn(refusal.flaggedAt, zone))
    return { [FLAG_BLOCKS.fullName]: flag.sameAgain(day, flagStates[refusal.state]) }
  }
  if (refusal.kind === 'not_allowed') return { [FLAG_BLOCKS.fullName]: edgeWords(refusal) }
  const blocks: Readonly<Record<string, string>> = FLAG_BLOCKS
  return Object.fromEntries(
    refusal.problems.map(({ path, message }) => [blocks[path.split('.')[0] ?? ''] ?? FLAG_BLOCKS.fullName, message]),
  )
}
