import { asSection, type ProfileSection } from '../../domain/candidate/profile-form.ts'

/** Of the timeline: `<candidate id>:<place>`; an empty place is the newest. */
export const OLDER_ENTRIES = 'profile_older'
export const NEWEST_ENTRIES = 'profile_newest'

export function readTimelineValue(value: string): { readonly candidateId: string; readonly at: string } {
  const [candidateId = '', at = ''] = value.split(':')
  return { candidateId, at }
}

/** The block of a profile's own buttons. */
export const PROFILE_BLOCK = 'profile'

/** *Profile is right*; the value is the person's id. */
export const PROFILE_CHECKED = 'profile_checked'

/** The menu of what else can be done for somebody; each choice is `<act>:<candidate id>`. */
export const PROFILE_MORE = 'profile_more'
export const PERSON_ACTS = ['standing', 'permission', 'call', 'json_resume', 'bar', 'lift_bar', 'pools'] as const
export type PersonAct = (typeof PERSON_ACTS)[number]

export const personActValue = (act: PersonAct, candidateId: string): string => `${act}:${candidateId}`

export function readPersonAct(value: string): { readonly act: PersonAct | undefined; readonly candidateId: string } {
  const [given, candidateId = ''] = value.split(':')
  return { act: PERSON_ACTS.find((one) => one === given), candidateId }
}

/** The menu of the sections; each choice is `<section>:<candidate id>`. */
export const PROFILE_EDIT = 'profile_edit'
/** Under what is said after an edit; the value names the edit. */
export const UNDO_EDIT = 'profile_edit_undo'

/** The workspace's own fields, which have a form of their own. */
export const CUSTOM_SECTION = 'custom'

export const sectionValue = (section: ProfileSection | typeof CUSTOM_SECTION, candidateId: string): string =>
  `${section}:${candidateId}`

export function readSectionValue(value: string): {
  readonly section: ProfileSection | typeof CUSTOM_SECTION | undefined
  readonly candidateId: string
} {
  const [given = '', candidateId = ''] = value.split(':')
  return { section: given === CUSTOM_SECTION ? given : asSection(given), candidateId }
}
