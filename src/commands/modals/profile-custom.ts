/** The form of the workspace's own fields, and what becomes of it. Its *Undo* is that of every edit. */
import type { App } from '@slack/bolt'
import type { SensitiveWarning } from '../../domain/candidate/sensitive.ts'
import { silver } from '../../domain/shared/words/capture.ts'
import { profileProblem, sectionForm as words } from '../../domain/shared/words/profile-form.ts'
import type { Ctx } from '../../usecases/context.ts'
import { editCustom, loadCustom } from '../../usecases/profile/edit-custom.ts'
import { asAsked, wereAsked } from '../../views/concerns.ts'
import type { Answers } from '../../views/form-fields.ts'
import { safe } from '../../views/mrkdwn.ts'
import { renderEdited } from '../../views/profile-form/blocks.ts'
import {
  CUSTOM_MODAL,
  type CustomFormModel,
  type CustomMeta,
  customBlock,
  customEntry,
  readCustomMeta,
  renderCustomForm,
} from '../../views/profile-form/custom.ts'
import { KEEP_WORDS, keepsWords } from '../../views/profile-form/schema.ts'
import { nameOf } from '../name-of.ts'
import { openAbove } from '../open-modal.ts'
import { personWords } from '../person-words.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import type { Press } from '../shell/on-press.ts'
import { onSubmit, type Submitted } from '../shell/on-submit.ts'
import type { Reply } from '../shell/tell.ts'
import { redrawBelow } from '../show-profile.ts'

export async function openCustomForm(press: Press, candidateId: string): Promise<Reply | undefined> {
  const loaded = await loadCustom(press.ctx, { candidateId })
  if (!loaded.ok) return { text: personWords(loaded.refusal) }
  return openAbove(press, renderCustomForm(loaded.value))
}

export function registerCustomForm(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, CUSTOM_MODAL, async ({ ctx, client, view }) => {
    const answers: Answers = view.state.values
    const meta = readCustomMeta(view.private_metadata)
    const typed = customEntry(answers)
    const { candidateId, seen } = meta
    const edited = await editCustom(ctx, { candidateId, seen, typed, keepWords: keepsWords(answers) })
    const first = view.blocks.find((block) => block.type === 'input')?.block_id ?? ''
    if (!edited.ok) return answerTo(ctx, edited.refusal, { meta, typed, first })
    const { editId, fields } = edited.value
    return {
      kind: 'done',
      tell: async () => {
        await redrawBelow(ctx, client, view.previous_view_id, edited.value.candidateId)
        const what = fields.map((name) => safe(name, 100)).join(', ')
        return renderEdited(words.done(await nameOf(ctx, candidateId), what), editId)
      },
    }
  })
}

type Form = { readonly meta: CustomMeta; readonly typed: Readonly<Record<string, string>>; readonly first: string }
type Refusal = Exclude<Awaited<ReturnType<typeof editCustom>>, { ok: true }>['refusal']

function answerTo(ctx: Ctx, refusal: Refusal, form: Form): Submitted | Promise<Submitted> {
  const onFirst = (text: string): Submitted => ({ kind: 'errors', errors: { [form.first]: text } })
  if (isEdgeRefusal(refusal)) return onFirst(edgeWords(refusal))
  switch (refusal.kind) {
    case 'no_such_person':
      return onFirst(personWords(refusal))
    case 'nothing_changed':
      return onFirst(profileProblem(refusal))
    case 'fields':
      return {
        kind: 'errors',
        errors: Object.fromEntries(
          Object.entries(refusal.problems).map(([id, problem]) => [customBlock(id), profileProblem(problem)]),
        ),
      }
    case 'warned': {
      const warned = within(Object.entries(refusal.warned).map(([id, found]) => [id, asAsked(found)]))
      const asked = Object.entries(warned).every(([id, found]) => wereAsked(found, form.meta.warned[id]))
      return asked ? { kind: 'errors', errors: { [KEEP_WORDS]: silver.keepFirst } } : drawnAgain(ctx, form, { warned })
    }
    case 'changed_since':
      return drawnAgain(ctx, form, { seen: refusal.seen, conflicts: refusal.now })
  }
}

/** What a form may remember beside what it says of twenty fields. The others are kept along with these, or asked about once these are gone. */
const MOST_WARNINGS = 12

function within(warned: readonly (readonly [string, SensitiveWarning[]])[]): CustomMeta['warned'] {
  let left = MOST_WARNINGS
  return Object.fromEntries(
    warned.flatMap(([id, found]) => {
      const some = found.slice(0, left)
      left -= some.length
      return some.length === 0 ? [] : [[id, some]]
    }),
  )
}

/** The form with what was typed, which Slack keeps under the blocks that stay. */
async function drawnAgain(
  ctx: Ctx,
  { meta, typed, first }: Form,
  change: Partial<CustomFormModel>,
): Promise<Submitted> {
  const loaded = await loadCustom(ctx, { candidateId: meta.candidateId })
  if (!loaded.ok) return { kind: 'errors', errors: { [first]: personWords(loaded.refusal) } }
  const { seen, warned } = meta
  return { kind: 'update', view: renderCustomForm({ ...loaded.value, values: typed, seen, warned, ...change }) }
}
