export const WATCH_MODAL = 'watch_modal'
export const WATCH_COMPANY = 'watch_company'
export const WATCH_KIND = 'watch_kind'
export const WATCH_DAY = 'watch_day'
export const WATCH_LINK = 'watch_link'
export const WATCH_LASTING = 'watch_lasting'
export const WATCH_NEW = 'watch_new'
/** The value is the watch's id; of *Undo* that of the act. */
export const WATCH_EMPLOYMENT = 'watch_employment'
export const WATCH_EMPLOYMENT_UNDO = 'watch_employment_undo'
/** Its private metadata is the watch's id. */
export const WATCH_EMPLOYMENT_MODAL = 'watch_employment_modal'
export const WATCH_EMPLOYMENT_AS = 'watch_employment_as'
export const WATCH_EMPLOYMENT_WHO = 'watch_employment_who'
/** The value of both is the watch's id. */
export const WATCH_PEOPLE = 'watch_people'
export const WATCH_STOP = 'watch_stop'
