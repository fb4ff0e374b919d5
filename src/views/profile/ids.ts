/** Of the timeline: `<candidate id>:<place>`; an empty place is the newest. */
export const OLDER_ENTRIES = 'profile_older'
export const NEWEST_ENTRIES = 'profile_newest'

export function readTimelineValue(value: string): { readonly candidateId: string; readonly at: string } {
  const [candidateId = '', at = ''] = value.split(':')
  return { candidateId, at }
}

/** The block of a profile's own buttons. */
export const PROFILE_BLOCK = 'profile'

/** The menu of what else can be done for somebody; each choice is `<act>:<candidate id>`. */
export const PROFILE_MORE = 'profile_more'
export const PERSON_ACTS = ['standing', 'permission', 'address', 'call', 'bar', 'lift_bar'] as const
export type PersonAct = (typeof PERSON_ACTS)[number]

export const personActValue = (act: PersonAct, candidateId: string): string => `${act}:${candidateId}`

export function readPersonAct(value: string): { readonly act: PersonAct | undefined; readonly candidateId: string } {
  const [given, candidateId = ''] = value.split(':')
  return { act: PERSON_ACTS.find((one) => one === given), candidateId }
}
