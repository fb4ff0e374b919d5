/** The summary of one of several; the value is the person's id. */
export const OPEN_CATCH_UP = 'catch_up_open'

/** What stands behind a line; the value is `entry:<id>` or `fact:<id>`. */
export const SHOW_ENTRY = 'catch_up_entry'
export function readEntryValue(value: string): { readonly kind: 'entry' | 'fact'; readonly id: string } {
  const [kind, id = ''] = value.split(':')
  return { kind: kind === 'fact' ? 'fact' : 'entry', id }
}
