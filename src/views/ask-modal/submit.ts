import { ASK_KINDS, type AskKind } from '../../domain/outreach/ask.ts'
import { type Answers, answer } from '../form-fields.ts'
import { ASK_KIND, ASK_QUESTION, ASK_WHOM, SUGGESTION, VOICE_BODY, VOICE_SUBJECT } from './ids.ts'

export const askEntry = (
  answers: Answers,
): { readonly whom: string; readonly kind: AskKind; readonly question: string } => ({
  whom: answer(answers, ASK_WHOM) ?? '',
  kind: ASK_KINDS.find((one) => one === answer(answers, ASK_KIND)) ?? ('' as AskKind),
  question: answer(answers, ASK_QUESTION) ?? '',
})

export const suggestionEntry = (answers: Answers): string => answer(answers, SUGGESTION) ?? ''

export const voiceEntry = (answers: Answers): { readonly subject: string; readonly body: string } => ({
  subject: answer(answers, VOICE_SUBJECT) ?? '',
  body: answer(answers, VOICE_BODY) ?? '',
})
