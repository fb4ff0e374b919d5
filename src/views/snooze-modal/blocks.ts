/** **Snooze**: until when somebody is left in peace, and what is said afterwards. */
import type { KnownBlock, ModalView } from '@slack/types'
import { SNOOZE_CHOICES, snoozeFor } from '../../domain/nurture/snooze.ts'
import { addDays, type Day } from '../../domain/shared/time.ts'
import { forms } from '../../domain/shared/words/drafts.ts'
import { snooze as words } from '../../domain/shared/words/snooze.ts'
import type { PersonBrief } from '../../usecases/people/load-person-brief.ts'
import { day, field, option, plain, radio } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { aboutPerson } from '../person-modals/ids.ts'
import { SNOOZE_CHOICE, SNOOZE_DAY, SNOOZE_MODAL, UNDO_SNOOZE, undoValue } from './ids.ts'

/** `onProfile`: a profile stands below, which shows what was done. */
export function renderSnoozeModal(person: PersonBrief, onProfile: boolean): ModalView {
  const options = SNOOZE_CHOICES.map((choice) => option(choice, words.choices[choice](endOf(choice, person.today))))
  return {
    type: 'modal',
    callback_id: SNOOZE_MODAL,
    private_metadata: aboutPerson(person.candidateId, !onProfile),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(forms.cancel),
    blocks: [
      section(words.about(safe(person.fullName, 300))),
      field({ id: SNOOZE_CHOICE, label: words.choice, required: true }, radio(options, 'three_months')),
      field({ id: SNOOZE_DAY, label: words.day, hint: words.dayHint }, day(undefined, forms.pickDay)),
    ],
  }
}

/** What the choice would mean today; *A date* names none. */
function endOf(choice: (typeof SNOOZE_CHOICES)[number], today: Day): Day {
  const snoozed = snoozeFor(choice, addDays(today, 1), today)
  return snoozed.ok ? snoozed.value.until : today
}

/** `text` is mrkdwn. */
export const renderSnoozed = (text: string, change: Parameters<typeof undoValue>[0]): Drawn => ({
  text,
  blocks: [section(text), undo(change)],
})

const undo = (change: Parameters<typeof undoValue>[0]): KnownBlock => ({
  type: 'actions',
  elements: [button(UNDO_SNOOZE, words.undo, undoValue(change))],
})
