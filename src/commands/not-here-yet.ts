import { may, type Permission, type Role } from '../domain/shared/roles.ts'
import { edgeWords } from './refused.ts'

/** Subcommands that people look for and that are not here yet: they hear what to do instead. */
const ALIASES: Readonly<Record<string, string>> = {
  template: 'templates',
  sequence: 'sequences',
  newsletters: 'newsletter',
  delete: 'erase',
}

/** What is advised instead needs the permission; whoever may not hears that. */
export function notHereYet(
  words: Readonly<Record<string, string>>,
  word: string,
  { roles, permission }: { readonly roles: Iterable<Role>; readonly permission: Permission },
): string | undefined {
  const asked = word.toLowerCase()
  const name = Object.hasOwn(ALIASES, asked) ? (ALIASES[asked] ?? asked) : asked
  if (!Object.hasOwn(words, name)) return undefined
  return may(roles, permission) ? words[name] : edgeWords({ kind: 'not_allowed', permission })
}
