/** `/medallist duplicates`, its buttons, and **Merge**. The list is the reader's own, so everything happens in its place. */
import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { duplicates as words } from '../domain/shared/words/duplicates.ts'
import type { Ctx } from '../usecases/context.ts'
import { type DuplicateRefusal, dismissDuplicate, listDuplicates } from '../usecases/duplicates/list-duplicates.ts'
import { mergePeople, previewPeopleMerge } from '../usecases/duplicates/merge-people.ts'
import { loadPersonBrief } from '../usecases/people/load-person-brief.ts'
import { renderDuplicates } from '../views/duplicates/blocks.ts'
import { DUPLICATE_COMPARE, DUPLICATE_DISMISS, DUPLICATES_PAGE, readPairValue } from '../views/duplicates/ids.ts'
import { MERGE_PEOPLE_MODAL, readPeopleMeta, renderMergePeople } from '../views/duplicates/merge-modal.ts'
import { answer } from '../views/form-fields.ts'
import { notedMerge } from '../views/merge-modal/blocks.ts'
import { mergeChoices } from '../views/merge-modal/submit.ts'
import { MERGE_WITH, MERGE_WITH_MODAL, readMergeWith, renderMergeWith } from '../views/merge-with/blocks.ts'
import { PERSON_CHOICE } from '../views/person-choice/blocks.ts'
import { openAbove } from './open-modal.ts'
import { edgeWords, isEdgeRefusal, reworded } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import { onPress } from './shell/on-press.ts'
import { onSubmit } from './shell/on-submit.ts'
import type { Reply } from './shell/tell.ts'

export async function duplicatesReply(ctx: Ctx, at?: string): Promise<Reply> {
  const listed = await listDuplicates(ctx, at === undefined ? {} : { at })
  if (listed.ok) return { ...renderDuplicates(listed.value), ...(at === undefined ? {} : { replaces: true }) }
  return { text: reworded(listed.refusal, () => words.gone) }
}

export function registerDuplicates(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, DUPLICATES_PAGE, async ({ ctx, pressed, ack }) => {
    await ack()
    return duplicatesReply(ctx, pressed.value)
  })

  onPress(app, shell, DUPLICATE_DISMISS, async ({ ctx, pressed }) => {
    const dismissed = await dismissDuplicate(ctx, readPairValue(pressed.value))
    if (!dismissed.ok) return { text: reworded(dismissed.refusal, refusalWords) }
    // The list without the pair.
    return async () => ({ ...withNote(await duplicatesReply(ctx), words.dismissed), replaces: true })
  })

  onPress(app, shell, DUPLICATE_COMPARE, async (press) => {
    const preview = await previewPeopleMerge(press.ctx, readPairValue(press.pressed.value))
    if (!preview.ok) return { text: reworded(preview.refusal, () => words.gone) }
    return openAbove(press, renderMergePeople(preview.value))
  })

  onPress(app, shell, MERGE_WITH, async (press) => {
    const brief = await loadPersonBrief(press.ctx, { candidateId: press.pressed.value })
    if (!brief.ok) return { text: reworded(brief.refusal, () => words.gone) }
    return openAbove(press, renderMergeWith(brief.value))
  })

  onSubmit(app, shell, MERGE_WITH_MODAL, async ({ ctx, view }) => {
    const { candidateId } = readMergeWith(view.private_metadata)
    const otherId = answer(view.state.values, PERSON_CHOICE) ?? ''
    const preview = await previewPeopleMerge(ctx, { oneId: candidateId, otherId })
    // Pushed, so that *Back* finds the choice as it was.
    if (preview.ok) return { kind: 'push', view: renderMergePeople(preview.value) }
    const said = reworded(preview.refusal, ({ kind }) => words.mergeWith[kind])
    return { kind: 'errors', errors: { [PERSON_CHOICE]: said } }
  })

  onSubmit(app, shell, MERGE_PEOPLE_MODAL, async ({ ctx, view }) => {
    const meta = readPeopleMeta(view.private_metadata)
    const merged = await mergePeople(ctx, { ...meta, choices: mergeChoices(view.state.values) })
    if (merged.ok) return { kind: 'clear' }
    const { refusal } = merged
    if (!isEdgeRefusal(refusal) && refusal.kind === 'changed_since')
      return { kind: 'update', view: renderMergePeople(refusal.now, words.changedSince) }
    const said = isEdgeRefusal(refusal) ? edgeWords(refusal) : words.gone
    return { kind: 'update', view: notedMerge(view as unknown as ModalView, said) }
  })
}

const refusalWords = (refusal: DuplicateRefusal): string =>
  refusal.kind === 'gone' ? words.gone : words.decided[refusal.state]

const withNote = (reply: Reply, note: string): Reply => ({
  ...reply,
  text: `${note} ${reply.text}`,
  ...(reply.blocks === undefined
    ? {}
    : { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: note } }, ...reply.blocks] }),
})
