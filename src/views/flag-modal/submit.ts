import { type Answers, answer, ticked } from '../form-fields.ts'
import { FLAG_BLOCKS } from './schema.ts'

/** What was typed; the use case judges it. */
export const flagEntry = (answers: Answers) => ({
  fullName: answer(answers, FLAG_BLOCKS.fullName) ?? '',
  role: answer(answers, FLAG_BLOCKS.role) ?? '',
  impressed: answer(answers, FLAG_BLOCKS.impressed) ?? '',
  wouldHire: answer(answers, FLAG_BLOCKS.wouldHire) || undefined,
  quotable: ticked(answers, FLAG_BLOCKS.quotable),
  keepWords: ticked(answers, FLAG_BLOCKS.keep),
})
