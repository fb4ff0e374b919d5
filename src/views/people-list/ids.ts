/** Names in the payloads of lists of people; the outreach slice takes Draft, whose value is the person's id as well. */
export const OPEN_PERSON = 'open_person'
export const NEXT_PAGE = 'people_next'
export const PREVIOUS_PAGE = 'people_previous'
export const EDIT_QUERY = 'people_edit'
export const SAVE_AS_POOL = 'people_save_pool'
/** Followed by the number of the offer; the value says which of the conditions goes. */
export const LOOSEN = 'people_loosen_'
/** The value is a listing: search what it keeps. */
export const SEARCH_LISTING = 'people_search'
export const EDIT_MODAL = 'people_edit_modal'

/** A listing and what to do with it: `<listing id>:<cursor or number>`. */
export const listingValue = (listingId: string, rest: string | number): string => `${listingId}:${rest}`
export function readListingValue(value: string): { readonly listingId: string; readonly rest: string } {
  const [listingId = '', rest = ''] = value.split(':')
  return { listingId, rest }
}
