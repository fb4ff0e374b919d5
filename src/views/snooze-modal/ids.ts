/** On rows of people, profiles and nudges; the value is the person's id. */
export const SNOOZE_PERSON = 'person_snooze'
export const WAKE_PERSON = 'person_wake'
/** Under what is said after *Snooze*; the value is `<person>:<until>:<for>:<until>:<for>`, as it was before and as it is since. */
export const UNDO_SNOOZE = 'person_snooze_undo'
export const SNOOZE_MODAL = 'person_snooze_modal'
export const SNOOZE_CHOICE = 'snooze_choice'
export const SNOOZE_DAY = 'snooze_day'

type State = { readonly until: string; readonly for: string }
type Change = { readonly candidateId: string; readonly before: State | null; readonly snooze: State | null }
export const undoValue = ({ candidateId, before, snooze }: Change): string =>
  [candidateId, before?.until ?? '', before?.for ?? '', snooze?.until ?? '', snooze?.for ?? ''].join(':')
/** `done`: as it is since; the buttons of before did not say. */
export function readUndo(value: string): State & { readonly candidateId: string; readonly done: State | undefined } {
  const [candidateId = '', until = '', reason = '', doneUntil, doneFor = ''] = value.split(':')
  const done = doneUntil === undefined ? undefined : { until: doneUntil, for: doneFor }
  return { candidateId, until, for: reason, done }
}
