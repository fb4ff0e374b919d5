import { type Answers, answer } from '../form-fields.ts'
import type { DraftWords } from './blocks.ts'
import { BODY, REASON, SUBJECT } from './ids.ts'

/** What was typed; the use case judges it. */
export const draftWords = (answers: Answers): DraftWords => ({
  subject: answer(answers, SUBJECT) ?? '',
  body: answer(answers, BODY) ?? '',
})
export const rejectReason = (answers: Answers): string | undefined => answer(answers, REASON)
