import type { App } from '@slack/bolt'
import { askForm, askRefusals } from '../../domain/shared/words/asks.ts'
import type { Ctx } from '../../usecases/context.ts'
import { suggestChange } from '../../usecases/outreach/ask-answer.ts'
import { askColleague } from '../../usecases/outreach/ask-colleague.ts'
import { loadVoiceText, sendInOwnVoice } from '../../usecases/outreach/ask-own-voice.ts'
import { readVoiceValue } from '../../views/ask-card/ids.ts'
import { renderUnsentVoice, renderVoiceModal } from '../../views/ask-modal/blocks.ts'
import {
  ASK_KIND,
  ASK_MODAL,
  ASK_QUESTION,
  ASK_WHOM,
  SUGGEST_MODAL,
  SUGGESTION,
  VOICE_BODY,
  VOICE_MODAL,
  VOICE_SUBJECT,
} from '../../views/ask-modal/ids.ts'
import { askEntry, suggestionEntry, voiceEntry } from '../../views/ask-modal/submit.ts'
import { answerWords, askWords } from '../ask-words.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit, type Submitted } from '../shell/on-submit.ts'

type Words = { readonly subject: string; readonly body: string }

/** The forms around a question about a draft. */
export function registerAskModals(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, ASK_MODAL, async ({ ctx, teamId, view }) => {
    const { whom, kind, question } = askEntry(view.state.values)
    // Looked up now, so that a role that was taken away counts for nothing, and somebody new gets a row of their own.
    const colleague =
      whom === '' ? undefined : await shell.contexts.forPerson({ teamId, slackUserId: whom, idempotencyKey: undefined })
    const asked = await askColleague(ctx, {
      draftId: view.private_metadata,
      kind,
      question,
      colleague: colleague?.actor,
    })
    if (asked.ok) return { kind: 'done', tell: { text: askForm.done(`<@${whom}>`) } }
    const { refusal } = asked
    const [problem] = refusal.kind === 'bad_input' ? refusal.problems : []
    const field = problem?.path === 'question' ? ASK_QUESTION : problem?.path === 'kind' ? ASK_KIND : ASK_WHOM
    return { kind: 'errors', errors: { [field]: problem?.message ?? askWords(ctx, refusal) } }
  })

  onSubmit(app, shell, SUGGEST_MODAL, async ({ ctx, view }) => {
    const suggestion = suggestionEntry(view.state.values)
    const suggested = await suggestChange(ctx, { askId: view.private_metadata, suggestion })
    if (suggested.ok) return { kind: 'done', tell: { text: askRefusals.thanks } }
    return { kind: 'errors', errors: { [SUGGESTION]: answerWords(ctx, suggested.refusal) } }
  })

  onSubmit(app, shell, VOICE_MODAL, async ({ ctx, view }) => {
    const ref = readVoiceValue(view.private_metadata)
    const typed = voiceEntry(view.state.values)
    const voiced = await sendInOwnVoice(ctx, { ...ref, edited: typed })
    if (voiced.ok) return { kind: 'done', tell: { text: askRefusals[voiced.value.kind === 'kept' ? 'kept' : 'sent'] } }
    const { refusal } = voiced
    if (refusal.kind === 'superseded') return meanwhile(ctx, ref.askId, typed)
    if (refusal.kind !== 'bad_input') return unsent(answerWords(ctx, refusal), typed)
    const field = (path: string) => (path.endsWith('subject') ? VOICE_SUBJECT : VOICE_BODY)
    const errors = refusal.problems.map(({ path, message }) => [field(path), message])
    return { kind: 'errors', errors: Object.fromEntries(errors) as Record<string, string> }
  })
}

/** The asker changed the draft while they wrote: theirs stays in the fields, and approving once more sends it knowingly. */
async function meanwhile(ctx: Ctx, askId: string, typed: Words): Promise<Submitted> {
  const now = await loadVoiceText(ctx, { askId })
  if (!now.ok) return unsent(answerWords(ctx, now.refusal), typed)
  const { revisionId, fullName } = now.value
  return { kind: 'update', view: renderVoiceModal({ askId, revisionId, fullName }, typed, true) }
}

const unsent = (why: string, typed: Words): Submitted => ({ kind: 'update', view: renderUnsentVoice(why, typed) })
