/** Of the timeline: `<candidate id>:<place>`; an empty place is the newest. */
export const OLDER_ENTRIES = 'profile_older'
export const NEWEST_ENTRIES = 'profile_newest'

export function readTimelineValue(value: string): { readonly candidateId: string; readonly at: string } {
  const [candidateId = '', at = ''] = value.split(':')
  return { candidateId, at }
}
