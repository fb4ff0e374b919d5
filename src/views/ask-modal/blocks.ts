/** *Ask a colleague…*, **Suggest a change** and one's own words. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { LONGEST } from '../../domain/outreach/draft.ts'
import { truncate } from '../../domain/shared/text.ts'
import { askForm, suggestForm, voiceForm } from '../../domain/shared/words/asks.ts'
import { field, optionsOf, plain, radio, typed } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'
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
} from './ids.ts'

/** As the use case takes it. */
const QUESTION_MAX = 500
const SUGGESTION_MAX = 2_000

const colleague: InputBlock['element'] = { type: 'users_select' }

export const renderAskModal = (draftId: string, fullName: string): ModalView => ({
  type: 'modal',
  callback_id: ASK_MODAL,
  private_metadata: draftId,
  title: plain(askForm.title),
  submit: plain(askForm.submit),
  close: plain(askForm.close),
  blocks: [
    section(askForm.about(safe(fullName, 300))),
    field({ id: ASK_WHOM, label: askForm.colleague, hint: askForm.colleagueHint, required: true }, colleague),
    field({ id: ASK_KIND, label: askForm.kind, required: true }, radio(optionsOf(askForm.kinds), 'look')),
    field(
      { id: ASK_QUESTION, label: askForm.question, hint: askForm.questionHint },
      typed({ max: QUESTION_MAX, lines: true }),
    ),
  ],
})

export const renderSuggestModal = (askId: string): ModalView => ({
  type: 'modal',
  callback_id: SUGGEST_MODAL,
  private_metadata: askId,
  title: plain(suggestForm.title),
  submit: plain(suggestForm.submit),
  close: plain(suggestForm.close),
  blocks: [
    field(
      { id: SUGGESTION, label: suggestForm.suggestion, hint: suggestForm.hint, required: true },
      typed({ max: SUGGESTION_MAX, lines: true }),
    ),
  ],
})

type Words = { readonly subject: string; readonly body: string }
type About = { readonly askId: string; readonly revisionId: string; readonly fullName: string }

export const renderVoiceModal = (about: About, words: Words, meanwhile = false): ModalView => ({
  type: 'modal',
  callback_id: VOICE_MODAL,
  private_metadata: `${about.askId}:${about.revisionId}`,
  title: plain(voiceForm.title),
  submit: plain(voiceForm.submit),
  close: plain(voiceForm.close),
  blocks: [
    ...(meanwhile ? [section(voiceForm.superseded)] : []),
    section(voiceForm.about(safe(about.fullName, 300))),
    field(
      { id: VOICE_SUBJECT, label: voiceForm.subject, required: true },
      typed({ value: words.subject, max: LONGEST.subject }),
    ),
    field(
      { id: VOICE_BODY, label: voiceForm.body, required: true },
      typed({ value: words.body, max: LONGEST.body, lines: true }),
    ),
  ],
})

/** Nothing can be sent any more, and nothing that was typed is lost. */
export const renderUnsentVoice = (why: string, { subject, body }: Words): ModalView => ({
  type: 'modal',
  title: plain(voiceForm.title),
  close: plain(voiceForm.close),
  blocks: [
    section(voiceForm.closed(why)),
    section(`*${safe(subject, 600)}*`),
    preformatted(truncate(body, LONGEST.body) || ' '),
  ],
})

const preformatted = (text: string): KnownBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
})
