/** Subcommands that people look for and that are not here yet: they hear what to do instead. */
const ALIASES: Readonly<Record<string, string>> = {
  template: 'templates',
  sequence: 'sequences',
  newsletters: 'newsletter',
  delete: 'erase',
}

export function notHereYet(words: Readonly<Record<string, string>>, word: string): string | undefined {
  const asked = word.toLowerCase()
  const name = Object.hasOwn(ALIASES, asked) ? (ALIASES[asked] ?? asked) : asked
  return Object.hasOwn(words, name) ? words[name] : undefined
}
