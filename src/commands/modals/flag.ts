import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { WOULD_HIRE } from '../../domain/candidate/flag-form.ts'
import { dayIn, type Zone } from '../../domain/shared/time.ts'
import { silver } from '../../domain/shared/words/capture.ts'
import { flag, flagStates } from '../../domain/shared/words/flags.ts'
import { flagNearMiss, type SameAgain } from '../../usecases/capture/flag-near-miss.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { asAsked, wereAsked } from '../../views/concerns.ts'
import { warnedFlag } from '../../views/flag-modal/blocks.ts'
import { FLAG_BLOCKS, FLAG_MODAL, readFlagMeta } from '../../views/flag-modal/schema.ts'
import { flagEntry } from '../../views/flag-modal/submit.ts'
import { dayInWords } from '../../views/mrkdwn.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit } from '../shell/on-submit.ts'

export function registerFlagModal(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, FLAG_MODAL, async ({ ctx, view }) => {
    const { wouldHire, ...entry } = flagEntry(view.state.values)
    const { message, warned } = readFlagMeta(view.private_metadata)
    const code = WOULD_HIRE.find((one) => one === wouldHire)
    const flagged = await flagNearMiss(ctx, {
      ...entry,
      ...(message === undefined ? {} : { message }),
      ...(code === undefined ? {} : { wouldHire: code }),
    })
    if (!flagged.ok) {
      const { refusal } = flagged
      if (refusal.kind !== 'warned') return { kind: 'errors', errors: flagErrors(refusal, ctx.actor.zone) }
      return warned !== undefined && wereAsked(asAsked(refusal.warned), warned)
        ? { kind: 'errors', errors: { [FLAG_BLOCKS.keep]: silver.keepFirst } }
        : { kind: 'update', view: warnedFlag(view as unknown as ModalView, refusal.warned) }
    }
    // Who may decide has the card itself in the DM.
    return flagged.value.mayDecide ? { kind: 'done' } : { kind: 'done', tell: { text: flag.received } }
  })
}

function flagErrors(refusal: SameAgain | EdgeRefusal, zone: Zone): Readonly<Record<string, string>> {
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
