/** *Edit …* on a profile: a section's form, what becomes of it, and its *Undo*. */
import type { App } from '@slack/bolt'
import { asSection, fieldsOf, type ProfileEntry } from '../../domain/candidate/profile-form.ts'
import { silver } from '../../domain/shared/words/capture.ts'
import {
  editRefusals,
  fieldNames,
  profileProblem,
  sectionForm as words,
} from '../../domain/shared/words/profile-form.ts'
import type { Ctx } from '../../usecases/context.ts'
import { type EditRefusal, editSection } from '../../usecases/profile/edit-section.ts'
import { loadSection } from '../../usecases/profile/load-section.ts'
import { undoEdit } from '../../usecases/profile/undo-edit.ts'
import { asAsked, wereAsked } from '../../views/concerns.ts'
import type { Answers } from '../../views/form-fields.ts'
import { CUSTOM_SECTION, PROFILE_EDIT, readSectionValue, UNDO_EDIT } from '../../views/profile/ids.ts'
import { renderEdited, renderSectionForm, type SectionFormModel } from '../../views/profile-form/blocks.ts'
import {
  KEEP_WORDS,
  keepsWords,
  profileBlock,
  profileEntry,
  readSectionMeta,
  SECTION_MODAL,
  type SectionMeta,
} from '../../views/profile-form/schema.ts'
import { nameOf } from '../name-of.ts'
import { openAbove } from '../open-modal.ts'
import { personWords } from '../person-words.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import { onSubmit, type Submitted } from '../shell/on-submit.ts'
import { redrawBelow } from '../show-profile.ts'
import { openCustomForm } from './profile-custom.ts'

export function registerProfileSections(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, PROFILE_EDIT, async (press) => {
    const { section, candidateId } = readSectionValue(press.pressed.value)
    if (section === CUSTOM_SECTION) return openCustomForm(press, candidateId)
    const loaded = await loadSection(press.ctx, { candidateId })
    if (!loaded.ok) return { text: personWords(loaded.refusal) }
    return section === undefined ? undefined : openAbove(press, renderSectionForm({ section, ...loaded.value }))
  })

  onSubmit(app, shell, SECTION_MODAL, async ({ ctx, client, teamId, view }) => {
    const answers: Answers = view.state.values
    const meta = readSectionMeta(view.private_metadata)
    const entry = profileEntry(answers, meta.section)
    // Looked up now, so that a role that was taken away counts for nothing, and somebody new gets a row of their own.
    const owner = entry.owner
      ? (await shell.contexts.forPerson({ teamId, slackUserId: entry.owner, idempotencyKey: undefined }))?.actor
      : undefined
    const { candidateId, section, seen } = meta
    const typed = Object.fromEntries(
      Object.entries(entry).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    )
    const edited = await editSection(ctx, { candidateId, section, seen, typed, owner, keepWords: keepsWords(answers) })
    if (!edited.ok) return answerTo(ctx, edited.refusal, { meta, entry })
    const { editId, fields } = edited.value
    return {
      kind: 'done',
      tell: async () => {
        await redrawBelow(ctx, client, view.previous_view_id, edited.value.candidateId)
        const what = fieldNames(Object.fromEntries(fields.map((field) => [field, undefined])))
        return renderEdited(words.done(await nameOf(ctx, candidateId), what), editId)
      },
    }
  })

  onPress(app, shell, UNDO_EDIT, async ({ ctx, pressed }) => {
    const undone = await undoEdit(ctx, { editId: pressed.value })
    if (!undone.ok)
      return { text: isEdgeRefusal(undone.refusal) ? edgeWords(undone.refusal) : editRefusals[undone.refusal.kind] }
    const { candidateId, left } = undone.value
    return async () => {
      const who = await nameOf(ctx, candidateId)
      const what = fieldNames(Object.fromEntries(left.map((field) => [field, undefined])))
      return { text: what === '' ? words.undone(who) : words.undonePart(who, what), replaces: true }
    }
  })
}

type Form = { readonly meta: SectionMeta; readonly entry: ProfileEntry }
type Refusal = Exclude<Awaited<ReturnType<typeof editSection>>, { ok: true }>['refusal']

function answerTo(ctx: Ctx, refusal: Refusal, form: Form): Submitted | Promise<Submitted> {
  if (isEdgeRefusal(refusal)) return onFirst(form, edgeWords(refusal))
  switch (refusal.kind) {
    case 'no_such_person':
      return onFirst(form, personWords(refusal))
    case 'nothing_changed':
      return onFirst(form, profileProblem(refusal))
    case 'fields':
      return {
        kind: 'errors',
        errors: Object.fromEntries(
          Object.entries(refusal.problems).map(([name, problem]) => [
            profileBlock(name as keyof ProfileEntry),
            profileProblem(problem),
          ]),
        ),
      }
    case 'warned':
      return warn(ctx, refusal.warned, form)
    case 'changed_since':
      return drawnAgain(ctx, form, {
        seen: { ...refusal.seen },
        conflicts: Object.fromEntries(
          (Object.keys(refusal.seen) as (keyof ProfileEntry)[])
            .filter((name) => refusal.seen[name] !== form.meta.seen[name])
            .map((name) => [name, refusal.now[name] ?? '']),
        ),
      })
  }
}

const onFirst = ({ meta }: Form, text: string): Submitted => {
  const section = asSection(meta.section) ?? 'work'
  return { kind: 'errors', errors: { [profileBlock(fieldsOf(section)[0] ?? 'fullName')]: text } }
}

function warn(ctx: Ctx, found: Extract<EditRefusal, { kind: 'warned' }>['warned'], form: Form) {
  const warned = Object.fromEntries(Object.entries(found).map(([name, warnings]) => [name, asAsked(warnings ?? [])]))
  const asked = Object.entries(warned).every(([name, warnings]) => wereAsked(warnings, form.meta.warned[name]))
  return asked
    ? ({ kind: 'errors', errors: { [KEEP_WORDS]: silver.keepFirst } } as const)
    : drawnAgain(ctx, form, { warned })
}

/** The form with what was typed, which Slack keeps under the blocks that stay. */
async function drawnAgain(ctx: Ctx, form: Form, change: Partial<SectionFormModel>): Promise<Submitted> {
  const { meta, entry } = form
  const loaded = await loadSection(ctx, { candidateId: meta.candidateId })
  if (!loaded.ok) return onFirst(form, personWords(loaded.refusal))
  const section = asSection(meta.section) ?? 'work'
  const { seen, warned } = meta
  return { kind: 'update', view: renderSectionForm({ section, ...loaded.value, entry, seen, warned, ...change }) }
}
