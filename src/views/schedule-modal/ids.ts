export const SCHEDULE_MODAL = 'draft_schedule_modal'
export const WHEN = 'schedule_when'
export const DAY = 'schedule_day'
export const TIME = 'schedule_time'
