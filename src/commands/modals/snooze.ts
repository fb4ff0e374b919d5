import type { App } from '@slack/bolt'
import { SNOOZE_CHOICES } from '../../domain/nurture/snooze.ts'
import { snooze as words } from '../../domain/shared/words/snooze.ts'
import { readProfile } from '../../usecases/find/read-profile.ts'
import { snoozePerson } from '../../usecases/people/snooze-person.ts'
import { type Answers, answer } from '../../views/form-fields.ts'
import { readAbout } from '../../views/person-modals/ids.ts'
import { renderProfileModal } from '../../views/profile/blocks.ts'
import { renderSnoozed } from '../../views/snooze-modal/blocks.ts'
import { SNOOZE_CHOICE, SNOOZE_DAY, SNOOZE_MODAL } from '../../views/snooze-modal/ids.ts'
import { nameOf } from '../name-of.ts'
import type { Shell } from '../shell/enter.ts'
import { redraw } from '../shell/in-modal.ts'
import { onSubmit } from '../shell/on-submit.ts'
import { snoozeWords } from '../snooze-words.ts'

/** The form of **Snooze**: told once with *Undo*; a profile below it is drawn anew. */
export function registerSnoozeModal(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, SNOOZE_MODAL, async ({ ctx, client, view }) => {
    const values: Answers = view.state.values
    const given = answer(values, SNOOZE_CHOICE)
    const choice = SNOOZE_CHOICES.find((one) => one === given) ?? ('' as (typeof SNOOZE_CHOICES)[number])
    const { candidateId, tell } = readAbout(view.private_metadata)
    const snoozed = await snoozePerson(ctx, { candidateId, choice, day: answer(values, SNOOZE_DAY) ?? '' })
    if (!snoozed.ok) {
      const field = snoozed.refusal.kind === 'not_allowed' || choice !== 'day' ? SNOOZE_CHOICE : SNOOZE_DAY
      return { kind: 'errors', errors: { [field]: snoozeWords(snoozed.refusal) } }
    }
    const { snooze, candidateId: id } = snoozed.value
    return {
      kind: 'done',
      tell: async () => {
        const below = tell ? '' : (view.previous_view_id ?? '')
        const profile = below === '' ? undefined : await readProfile(ctx, { candidateId: id })
        if (profile?.ok === true) await redraw(client, below, renderProfileModal(profile.value, ctx.actor.zone))
        const who = await nameOf(ctx, id)
        const text =
          snooze === null ? words.ended(who) : words.done(who, { until: snooze.until, for: snooze.for || undefined })
        return renderSnoozed(text, snoozed.value)
      },
    }
  })
}
