export const CLOSE_JOB_MODAL = 'close_job_modal'
/** The menu of people; the same name as its block, so that what was chosen stays. */
export const CLOSE_JOB_BLOCKS = {
  outcome: 'close_outcome',
  who: 'close_who',
  source: 'close_source',
  openedOn: 'close_opened_on',
  acceptedOn: 'close_accepted_on',
  appliedOn: 'close_applied_on',
  internalCost: 'close_internal_cost',
  externalCost: 'close_external_cost',
  currency: 'close_currency',
} as const
