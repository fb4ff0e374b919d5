/** On a pool's page, on what is said after a change of it, and on the list of pools. The value is the pool's id where nothing else is said. */
export const PEOPLE_OF_POOL = 'pool_people'
export const EDIT_POOL = 'pool_edit'
export const ARCHIVE_POOL = 'pool_archive'
export const RESTORE_POOL = 'pool_restore'
export const MERGE_POOL = 'pool_merge'
/** `<pool>:<place>`; an empty place is the newest. */
export const POOL_HISTORY = 'pool_history'
export const OLDER_TURNS = 'pool_history_older'
export const NEWEST_TURNS = 'pool_history_newest'
export const ACCEPT_LOAD = 'pool_accept_load'
/** `<pool>:<days>` */
export const SLOW_DOWN = 'pool_slow_down'
/** `<pool>:<how many people to give>` */
export const SHARE_POOL = 'pool_share'

/** The value is the id of what is kept for taking it back. */
export const UNDO_EDIT_POOL = 'pool_edit_undo'
export const UNDO_MERGE_POOLS = 'pool_merge_undo'
export const UNDO_SHARE_POOL = 'pool_share_undo'

/** The value is how many pools come before the page. */
export const NEXT_POOLS = 'pools_next'
export const PREVIOUS_POOLS = 'pools_previous'
export const ARCHIVED_POOLS = 'pools_archived'

export const EDIT_POOL_MODAL = 'pool_edit_modal'
export const MERGE_POOL_MODAL = 'pool_merge_modal'
export const MERGE_INTO = 'pool_merge_into'
export const SHARE_POOL_MODAL = 'pool_share_modal'
export const SHARE_WITH = 'pool_share_with'
export const SHARE_PEOPLE = 'pool_share_people'

/** A pool and what to do with it. */
export const poolValue = (poolId: string, rest: string | number): string => `${poolId}:${rest}`
export function readPoolValue(value: string): { readonly poolId: string; readonly rest: string } {
  const at = value.indexOf(':')
  return at < 0 ? { poolId: value, rest: '' } : { poolId: value.slice(0, at), rest: value.slice(at + 1) }
}
