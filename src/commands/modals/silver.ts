import type { App } from '@slack/bolt'
import { MORE_FIELDS, type MoreField } from '../../domain/candidate/silver-form.ts'
import { truncate } from '../../domain/shared/text.ts'
import { merge, silver } from '../../domain/shared/words/capture.ts'
import { addSilver } from '../../usecases/capture/add-silver.ts'
import { poolChoices } from '../../usecases/capture/pool-choices.ts'
import { previewMerge } from '../../usecases/capture/preview-merge.ts'
import type { SilverProblems, Warned } from '../../usecases/capture/read-silver.ts'
import type { SilverRefusal } from '../../usecases/capture/silver-input.ts'
import type { Ctx } from '../../usecases/context.ts'
import { wereAsked } from '../../views/concerns.ts'
import type { Answers } from '../../views/form-fields.ts'
import { renderMergeModal } from '../../views/merge-modal/blocks.ts'
import { renderSilverModal } from '../../views/silver-modal/blocks.ts'
import {
  POOL_ACTION,
  readSilverMeta,
  SILVER_MODAL,
  type SilverMeta,
  silverBlock,
} from '../../views/silver-modal/schema.ts'
import {
  chosenPoolName,
  keepFirst,
  keepsWords,
  silverEntry,
  silverErrors,
  warnedFields,
} from '../../views/silver-modal/submit.ts'
import { flagRefusal } from '../actions/triage.ts'
import { edgeWords, isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onOptions } from '../shell/on-event.ts'
import { onSubmit, type Submitted } from '../shell/on-submit.ts'

/** **Add**. The modal stays until the person is in: whatever is wrong stands beside its field, and nothing that was typed is lost. */
export function registerSilverModal(app: Pick<App, 'view' | 'options'>, shell: Shell): void {
  onOptions(app, shell, POOL_ACTION, async ({ ctx, query }) => {
    const pools = await poolChoices(ctx, { query })
    return pools.ok ? pools.value.map(({ id, name }) => ({ text: truncate(name, 75), value: id })) : []
  })
  onSubmit(app, shell, SILVER_MODAL, async ({ ctx, view }) => {
    const form = readForm(view)
    const { owner } = form.input.entry
    // Whoever never used the bot is not among our rows yet; Slack is asked who they are.
    if (owner) await shell.contexts.forPerson({ teamId: view.team_id, slackUserId: owner, idempotencyKey: undefined })
    const added = await addSilver(ctx, form.input)
    if (added.ok) return { kind: 'done' }
    const { refusal } = added
    if (isEdgeRefusal(refusal)) return onName(edgeWords(refusal))
    return answerTo(refusal, ctx, form)
  })
}

type Form = ReturnType<typeof readForm>

function readForm(view: { readonly private_metadata: string; readonly state: { readonly values: unknown } }) {
  const answers = view.state.values as Answers
  const meta = readSilverMeta(view.private_metadata)
  const entry = silverEntry(answers)
  const nearMiss = meta.flag === undefined ? {} : { nearMissId: meta.flag.id }
  return { answers, meta, input: { entry, keepWords: keepsWords(answers), ...nearMiss } }
}

const onName = (text: string): Submitted => ({ kind: 'errors', errors: { [silverBlock('fullName')]: text } })

function answerTo(refusal: SilverRefusal, ctx: Ctx, form: Form): Submitted | Promise<Submitted> {
  switch (refusal.kind) {
    case 'fields':
      return besideFields(refusal.problems, ctx, form)
    case 'warned':
      return warn(refusal.warned, ctx, form)
    case 'known':
      return askToMerge(refusal, ctx, form)
    case 'flag_gone':
    case 'flag_decided':
      return onName(flagRefusal(refusal))
  }
}

/** Where the field in question is folded away, the form comes back with it unfolded. */
function besideFields(problems: SilverProblems, ctx: Ctx, form: Form): Submitted {
  const { errors, unseen } = silverErrors(problems, form.answers)
  if (unseen.length === 0) return { kind: 'errors', errors }
  const more = form.meta.more || unseen.some((name) => MORE_FIELDS.includes(name as MoreField))
  return { kind: 'update', view: redrawn(ctx, form, { more }, silver.tooEarly) }
}

function warn(found: Warned, ctx: Ctx, form: Form): Submitted {
  const warned = warnedFields(found)
  const before = form.meta.warned
  const asked = Object.entries(warned).every(([name, warnings]) => wereAsked(warnings, before[name]))
  return asked ? { kind: 'errors', errors: keepFirst } : { kind: 'update', view: redrawn(ctx, form, { warned }) }
}

async function askToMerge(known: Extract<SilverRefusal, { kind: 'known' }>, ctx: Ctx, form: Form): Promise<Submitted> {
  const { candidateId, by } = known
  const preview = await previewMerge(ctx, { ...form.input, candidateId, by })
  // Pushed, so that *Back* finds the form as it was typed.
  if (preview.ok) return { kind: 'push', view: renderMergeModal({ preview: preview.value }) }
  const { refusal } = preview
  if (isEdgeRefusal(refusal)) return onName(edgeWords(refusal))
  return refusal.kind === 'gone' ? onName(merge.gone) : besideFields(refusal.problems, ctx, form)
}

function redrawn(ctx: Ctx, { answers, meta, input }: Form, change: Partial<SilverMeta>, note?: string) {
  return renderSilverModal({
    entry: input.entry,
    meta: { ...meta, ...change },
    ownerSlackId: ctx.actor.slackUserId,
    poolName: chosenPoolName(answers),
    note,
  })
}
