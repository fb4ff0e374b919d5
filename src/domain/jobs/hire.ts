/** Where hires come from, in codes that the metrics count by. */
export const HIRE_SOURCES = [
  'silver_medallist',
  'referral',
  'careers_page',
  'job_board',
  'sourced',
  'agency',
  'internal',
  'event',
  'other',
] as const
export type HireSource = (typeof HIRE_SOURCES)[number]
