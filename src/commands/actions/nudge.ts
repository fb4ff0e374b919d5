import type { App } from '@slack/bolt'
import { loadPersonBrief } from '../../usecases/people/load-person-brief.ts'
import { archivePerson } from '../../usecases/people/snooze-person.ts'
import { NUDGE_MORE, readNudgeAct } from '../../views/nudge/ids.ts'
import { renderCallModal, renderReassignModal } from '../../views/person-modals/blocks.ts'
import { aboutPerson } from '../../views/person-modals/ids.ts'
import { openAbove } from '../open-modal.ts'
import { personWords } from '../person-words.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import { openProfile } from '../show-profile.ts'
import { snoozeWords } from '../snooze-words.ts'
import { toldOfSnooze } from './snooze.ts'

/** The menu on the rows of a nudge; **Draft**, **Reply** and **Snooze** are the buttons that stand on every person. */
export function registerNudge(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, NUDGE_MORE, async (press) => {
    const { act, candidateId } = readNudgeAct(press.pressed.value)
    if (act === undefined) return undefined
    if (act === 'open') return openProfile({ ...press, pressed: { ...press.pressed, value: candidateId } })
    if (act === 'archive') {
      const archived = await archivePerson(press.ctx, { candidateId })
      return archived.ok ? () => toldOfSnooze(press.ctx, archived.value) : { text: snoozeWords(archived.refusal) }
    }
    const person = await loadPersonBrief(press.ctx, { candidateId })
    if (!person.ok) return { text: personWords(person.refusal) }
    if (act === 'reassign') return openAbove(press, renderReassignModal(person.value))
    return openAbove(press, {
      ...renderCallModal(person.value),
      private_metadata: aboutPerson(person.value.candidateId, true),
    })
  })
}
