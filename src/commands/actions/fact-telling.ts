/** *May be mentioned* and *Keep internal* beside a fact; a private matter asks first, and what was decided knowingly is kept as such. */
import type { App } from '@slack/bolt'
import { forms } from '../../domain/shared/words/drafts.ts'
import { readProfile } from '../../usecases/find/read-profile.ts'
import { setTelling } from '../../usecases/people/set-telling.ts'
import { FACT_TELLING } from '../../views/draft-card/ids.ts'
import { type Answers, ticked } from '../../views/form-fields.ts'
import { renderTellingModal, TELLING_KEEP, TELLING_MODAL } from '../../views/person-modals/telling.ts'
import { renderProfileModal } from '../../views/profile/blocks.ts'
import { openAbove } from '../open-modal.ts'
import { personWords } from '../person-words.ts'
import type { Shell } from '../shell/enter.ts'
import { redraw } from '../shell/in-modal.ts'
import { onPress } from '../shell/on-press.ts'
import { onSubmit } from '../shell/on-submit.ts'
import { redrawProfile } from '../show-profile.ts'

export function registerFactTelling(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, FACT_TELLING, async (press) => {
    const [factId = '', wanted] = press.pressed.value.split(':')
    const telling = wanted === 'may_be_mentioned' ? wanted : 'internal_only'
    const set = await setTelling(press.ctx, { factId, telling })
    if (set.ok) return () => redrawProfile(press, { candidateId: set.value.candidateId })
    const { refusal } = set
    return 'warned' in refusal ? openAbove(press, renderTellingModal(factId, refusal)) : { text: personWords(refusal) }
  })

  onSubmit(app, shell, TELLING_MODAL, async ({ ctx, client, view }) => {
    const values: Answers = view.state.values
    const onBox = (text: string) => ({ kind: 'errors' as const, errors: { [TELLING_KEEP]: text } })
    const telling = ticked(values, TELLING_KEEP) ? 'mentioned_knowingly' : 'may_be_mentioned'
    const set = await setTelling(ctx, { factId: view.private_metadata, telling })
    if (!set.ok) return onBox('warned' in set.refusal ? forms.telling.tick : personWords(set.refusal))
    const { candidateId } = set.value
    const below = view.previous_view_id ?? ''
    return {
      kind: 'done',
      tell: async () => {
        const profile = below === '' ? undefined : await readProfile(ctx, { candidateId })
        const redrawn =
          profile?.ok === true && (await redraw(client, below, renderProfileModal(profile.value, ctx.actor.zone)))
        return redrawn ? undefined : { text: forms.telling.done }
      },
    }
  })
}
