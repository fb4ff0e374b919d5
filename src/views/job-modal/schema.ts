export const JOB_MODAL = 'job_modal'
export const JOB_BLOCKS = {
  title: 'job_title',
  location: 'job_location',
  remote: 'job_remote',
  skills: 'job_skills',
  seniority: 'job_seniority',
  manager: 'job_manager',
  openedOn: 'job_opened_on',
} as const
