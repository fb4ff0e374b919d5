import { z } from 'zod'

/** On profiles and beside people in lists; the value is the person's id. */
export const LISTS_OF_PERSON = 'person_lists'
export const LISTS_MODAL = 'person_lists_modal'
export const LISTS = 'person_lists_chosen'
/** `<person>:<lists they were put into>:<lists they were taken out of>` */
export const UNDO_LISTS = 'person_lists_undo'

/** `seen`: the lists that the form showed them in; `tell`: no profile stands below that would show the change. */
const About = z.object({ candidateId: z.string(), seen: z.array(z.string()), tell: z.boolean() })
export type AboutLists = z.infer<typeof About>
export const aboutLists = (about: AboutLists): string => JSON.stringify(about)
export function readAboutLists(metadata: string): AboutLists {
  try {
    return About.parse(JSON.parse(metadata))
  } catch {
    return { candidateId: '', seen: [], tell: true }
  }
}

/** A button's value has room for so much. */
const MOST = 2_000
export function listsUndo(
  candidateId: string,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): string | undefined {
  if (added.length + removed.length === 0) return undefined
  const value = [candidateId, added.join(','), removed.join(',')].join(':')
  return value.length > MOST ? undefined : value
}
export function readListsUndo(value: string) {
  const [candidateId = '', added = '', removed = ''] = value.split(':')
  const ids = (list: string) => list.split(',').filter((id) => id !== '')
  return { candidateId, added: ids(added), removed: ids(removed) }
}
