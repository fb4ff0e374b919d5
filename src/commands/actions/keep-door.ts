/** **Keep the door open**, from the notice after *Add* and from the profile: one form, and the letter waits in the DM. */
import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { escapeMrkdwn } from '../../domain/shared/text.ts'
import { keepDoorProblems, keepDoor as words } from '../../domain/shared/words/keep-door.ts'
import { type DoorKept, type DoorRefusal, keepDoor, prepareDoor } from '../../usecases/capture/keep-door.ts'
import type { Ctx } from '../../usecases/context.ts'
import { redraft } from '../../usecases/outreach/edit-draft.ts'
import { asAsked, wereAsked } from '../../views/concerns.ts'
import { type Answers, answer, ticked } from '../../views/form-fields.ts'
import { renderKeepDoor, warnedDoor } from '../../views/keep-door/blocks.ts'
import { DOOR_BLOCKS, KEEP_DOOR, KEEP_DOOR_MODAL, readDoorMeta } from '../../views/keep-door/ids.ts'
import { draftFor } from '../draft-for.ts'
import { draftWords } from '../draft-words.ts'
import { nameOf } from '../name-of.ts'
import { openAbove } from '../open-modal.ts'
import { edgeWords, isEdgeRefusal, reworded } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import { onSubmit } from '../shell/on-submit.ts'
import type { Answer } from '../shell/tell.ts'

export function registerKeepDoor(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, KEEP_DOOR, async (press) => {
    const prepared = await prepareDoor(press.ctx, { candidateId: press.pressed.value })
    if (!prepared.ok) return { text: reworded(prepared.refusal, doorWords) }
    return openAbove(press, renderKeepDoor(prepared.value))
  })

  onSubmit(app, shell, KEEP_DOOR_MODAL, async ({ ctx, view }) => {
    const values: Answers = view.state.values
    const { candidateId, warned } = readDoorMeta(view.private_metadata)
    const kept = await keepDoor(ctx, {
      candidateId,
      strength: answer(values, DOOR_BLOCKS.strength) ?? '',
      advice: answer(values, DOOR_BLOCKS.advice) ?? '',
      keepWords: ticked(values, DOOR_BLOCKS.keep),
    })
    if (kept.ok) return { kind: 'done', tell: await letterFor(ctx, kept.value) }
    const { refusal } = kept
    if (isEdgeRefusal(refusal)) return onStrength(edgeWords(refusal))
    if (refusal.kind === 'warned')
      return warned !== undefined && wereAsked(asAsked(refusal.warned), warned)
        ? { kind: 'errors', errors: { [DOOR_BLOCKS.keep]: keepDoorProblems.keep } }
        : { kind: 'update', view: warnedDoor(view as unknown as ModalView, refusal.warned) }
    if (refusal.kind !== 'fields') return onStrength(doorWords(refusal))
    const errors = Object.entries(refusal.problems).map(([field, problem]) => [
      DOOR_BLOCKS[field as keyof typeof DOOR_BLOCKS],
      keepDoorProblems[problem],
    ])
    return { kind: 'errors', errors: Object.fromEntries(errors) as Record<string, string> }
  })
}

const onStrength = (text: string) => ({ kind: 'errors' as const, errors: { [DOOR_BLOCKS.strength]: text } })

/** A letter that waits already takes up what was just said, unless a person wrote in it: then their words stay. */
async function letterFor(ctx: Ctx, { candidateId, waiting }: DoorKept): Promise<Answer> {
  if (waiting?.ownWords === true) return { text: words.ownWords(await nameOf(ctx, candidateId)) }
  if (waiting !== undefined) {
    const redrafted = await redraft(ctx, { ...waiting, asksToStay: true })
    if (!redrafted.ok) return { text: draftWords(ctx, redrafted.refusal) }
  }
  return draftFor(ctx, { candidateId, purpose: 'decline', asksToStay: true })
}

function doorWords(refusal: DoorRefusal): string {
  if (refusal.kind === 'no_such_person') return words.noPerson
  const who = escapeMrkdwn(refusal.name)
  return refusal.standing === 'interviewing' ? words.interviewing(who) : words.toldAlready(who)
}
