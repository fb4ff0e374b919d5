import type { Directory } from '../ports/directory.ts'

/**
 * The ids that the environment names as admins, where Slack knows none of them here: then nobody administers, and nobody would learn why.
 * Empty where one of them is there, or where Slack could not be asked.
 */
export async function absentAdmins(
  directory: Directory,
  admins: readonly string[] | undefined,
): Promise<readonly string[]> {
  try {
    for (const id of admins ?? []) {
      const person = await directory.person(id)
      if (person?.isColleague === true) return []
    }
    return admins ?? []
  } catch {
    return []
  }
}
