/** Of the card of a reply and its forms; every value and metadata is the reply's id. */
export const REPLY_INTERESTED = 'reply_interested'
export const REPLY_LATER = 'reply_later'
export const REPLY_NOT_INTERESTED = 'reply_not_interested'
export const REPLY_WRONG_PERSON = 'reply_wrong_person'
export const REPLY_OPEN = 'reply_open'
export const REPLY_UNDO = 'reply_undo'
/** In the list of those that wait. */
export const REPLY_SHOW = 'reply_show'

export const LATER_MODAL = 'reply_later_modal'
export const NOT_INTERESTED_MODAL = 'reply_not_interested_modal'
export const LATER_DAY = 'reply_later_day'
export const DO_NOT_CONTACT = 'reply_do_not_contact'
