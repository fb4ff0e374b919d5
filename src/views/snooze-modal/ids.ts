/** On rows of people, profiles and nudges; the value is the person's id. */
export const SNOOZE_PERSON = 'person_snooze'
export const WAKE_PERSON = 'person_wake'
/** Under what is said after *Snooze*; the value is `<person>:<until>:<for>`, as it was before. */
export const UNDO_SNOOZE = 'person_snooze_undo'
export const SNOOZE_MODAL = 'person_snooze_modal'
export const SNOOZE_CHOICE = 'snooze_choice'
export const SNOOZE_DAY = 'snooze_day'

type Before = { readonly until: string; readonly for: string } | null
export const undoValue = (candidateId: string, before: Before): string =>
  [candidateId, before?.until ?? '', before?.for ?? ''].join(':')
export function readUndo(value: string): {
  readonly candidateId: string
  readonly until: string
  readonly for: string
} {
  const [candidateId = '', until = '', reason = ''] = value.split(':')
  return { candidateId, until, for: reason }
}
