/** Of the card of a job and of the list of jobs. The value of all but `JOB_DRAFT` is the job's id. */
export const JOB_DRAFT = 'job_draft'
export const JOB_UNDO = 'job_undo'
export const JOB_CLOSE = 'job_close'
export const JOB_WHO_FITS = 'job_who_fits'
export const JOB_CHANNELS = 'job_channels'
export const JOB_NEW = 'job_new'
export const JOB_UNDO_CLOSE = 'job_undo_close'

/** For whom, and for which job. */
export const draftValue = (candidateId: string, jobId: string): string => `${candidateId}:${jobId}`
export function readDraftValue(value: string): { readonly candidateId: string; readonly jobId: string } {
  const [candidateId = '', jobId = ''] = value.split(':')
  return { candidateId, jobId }
}
