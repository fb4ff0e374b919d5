/** The small forms about one person. */
export const TOLD_MODAL = 'person_told_modal'
export const STANDING_MODAL = 'person_standing_modal'
export const PERMISSION_MODAL = 'person_permission_modal'
export const ADDRESS_MODAL = 'person_address_modal'
export const CALL_MODAL = 'person_call_modal'
export const BAR_MODAL = 'person_bar_modal'
export const LIFT_BAR_MODAL = 'person_lift_bar_modal'
export const REASSIGN_MODAL = 'person_reassign_modal'

export const TOLD_DAY = 'told_day'
export const STANDING = 'standing'
export const STANDING_DAY = 'standing_day'
export const BASIS = 'permission_basis'
export const SOURCE = 'permission_source'
export const ADDRESS = 'address'
export const NOTE = 'call_note'
export const BAR_REASON = 'bar_reason'
export const BAR_NOTE = 'bar_note'
export const LIFT_SOURCE = 'lift_source'
export const NEW_OWNER = 'new_owner'

/** The button under what is said after *Do not contact*; its value is the person's id. */
export const UNDO_BAR = 'person_bar_undo'

/** Under what is said after *Reassign*; the value is `<person>:<owner>:<owner before>`. */
export const UNDO_REASSIGN = 'person_reassign_undo'
export const reassignUndoValue = (candidateId: string, owner: string | null, before: string | null): string =>
  [candidateId, owner ?? '', before ?? ''].join(':')
export function readReassignUndo(value: string): {
  readonly candidateId: string
  readonly owner: string
  readonly before: string
} {
  const [candidateId = '', owner = '', before = ''] = value.split(':')
  return { candidateId, owner, before }
}

/** A form's metadata: about whom, and whether the change must be told, because no card that shows the person will be. */
export const aboutPerson = (candidateId: string, tell: boolean): string => `${candidateId}:${tell ? 'tell' : ''}`

export function readAbout(metadata: string): { readonly candidateId: string; readonly tell: boolean } {
  const [candidateId = '', tell] = metadata.split(':')
  return { candidateId, tell: tell === 'tell' }
}
