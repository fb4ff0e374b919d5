import type { App } from '@slack/bolt'
import { snooze as words } from '../../domain/shared/words/snooze.ts'
import type { Ctx } from '../../usecases/context.ts'
import { loadPersonBrief } from '../../usecases/people/load-person-brief.ts'
import { restoreSnooze, type Snoozed, wakePerson } from '../../usecases/people/snooze-person.ts'
import { PROFILE_BLOCK } from '../../views/profile/ids.ts'
import { renderSnoozed, renderSnoozeModal } from '../../views/snooze-modal/blocks.ts'
import { readUndo, SNOOZE_PERSON, UNDO_SNOOZE, WAKE_PERSON } from '../../views/snooze-modal/ids.ts'
import { nameOf } from '../name-of.ts'
import { openAbove } from '../open-modal.ts'
import { personWords } from '../person-words.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import { privately, type Reply } from '../shell/tell.ts'
import { redrawProfile } from '../show-profile.ts'
import { snoozeWords } from '../snooze-words.ts'

/** **Snooze** wherever a person is shown, *End the snooze*, and *Undo* of either. */
export function registerSnooze(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, SNOOZE_PERSON, async (press) => {
    const person = await loadPersonBrief(press.ctx, { candidateId: press.pressed.value })
    if (!person.ok) return { text: personWords(person.refusal) }
    const onProfile = press.pressed.view?.blocks.some(({ block_id }) => block_id === PROFILE_BLOCK) === true
    return openAbove(press, renderSnoozeModal(person.value, onProfile))
  })

  onPress(app, shell, WAKE_PERSON, async (press) => {
    const { ctx, pressed } = press
    const woken = await wakePerson(ctx, { candidateId: pressed.value })
    if (!woken.ok) return { text: snoozeWords(woken.refusal) }
    return async () => {
      // It stands on profiles alone, which show it; *Undo* stands beside or above them.
      const redrawn = await redrawProfile(press, { candidateId: woken.value.candidateId })
      if (redrawn !== undefined && pressed.view === undefined) await privately(press.respond)(redrawn)
      return toldOfSnooze(ctx, woken.value)
    }
  })

  onPress(app, shell, UNDO_SNOOZE, async ({ ctx, pressed }) => {
    const { candidateId, until, for: reason, done } = readUndo(pressed.value)
    const restored = await restoreSnooze(ctx, {
      candidateId,
      until,
      for: forOf(reason),
      ...(done === undefined ? {} : { done: { until: done.until, for: forOf(done.for) } }),
    })
    if (!restored.ok) return { text: snoozeWords(restored.refusal) }
    return async () => ({ text: await sentence(ctx, restored.value), replaces: true })
  })
}

const forOf = (text: string): 'similar_job' | '' => (text === 'similar_job' ? text : '')

/** What was done, with *Undo*. */
export async function toldOfSnooze(ctx: Ctx, snoozed: Snoozed): Promise<Reply> {
  return renderSnoozed(await sentence(ctx, snoozed), snoozed)
}

async function sentence(ctx: Ctx, { candidateId, snooze }: Snoozed): Promise<string> {
  const who = await nameOf(ctx, candidateId)
  return snooze === null ? words.ended(who) : words.done(who, { until: snooze.until, for: snooze.for || undefined })
}
