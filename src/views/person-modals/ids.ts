/** The small forms about one person; the metadata is the person's id. */
export const TOLD_MODAL = 'person_told_modal'
export const STANDING_MODAL = 'person_standing_modal'
export const PERMISSION_MODAL = 'person_permission_modal'
export const ADDRESS_MODAL = 'person_address_modal'
export const CALL_MODAL = 'person_call_modal'

export const TOLD_DAY = 'told_day'
export const STANDING = 'standing'
export const STANDING_DAY = 'standing_day'
export const BASIS = 'permission_basis'
export const SOURCE = 'permission_source'
export const ADDRESS = 'address'
export const NOTE = 'call_note'
