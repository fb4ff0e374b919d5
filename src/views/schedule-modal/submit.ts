import { type Answers, answer } from '../form-fields.ts'
import { DAY, TIME, WHEN } from './ids.ts'

export const scheduleEntry = (
  answers: Answers,
): { readonly at: number | undefined; readonly day: string; readonly time: string } => {
  const at = answer(answers, WHEN) ?? ''
  return {
    at: /^\d{1,15}$/.test(at) ? Number(at) : undefined,
    day: answer(answers, DAY) ?? '',
    time: timeOf(answers),
  }
}

const timeOf = (answers: Answers): string => {
  const given = answers[TIME]?.[TIME] as { readonly selected_time?: unknown } | undefined
  return typeof given?.selected_time === 'string' ? given.selected_time : ''
}
