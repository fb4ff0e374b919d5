/** What the form *Save as candidate note* takes. */
export const LONGEST_NOTE = 3_000
/** None of them is told before somebody marks it as one that may be mentioned; a note never is. */
export const NOTE_KINDS = ['note', 'wish', 'promise', 'praise'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]
