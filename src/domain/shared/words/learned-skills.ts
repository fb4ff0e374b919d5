/** What a workspace calls skills. What stands in sentences is escaped by the caller. */

export const learnedSkills = {
  heading: '*What skills are called here*',
  none: '*Nothing was taught yet.*',
  row: (spelling: string, skill: string): string => `• “${spelling}” is *${skill}*`,
  remove: 'Remove',
  undo: 'Undo',
  usage:
    '`/medallist skills add frob = Kubernetes` teaches a name, for queries, forms, `/silver` and everybody on record; `/medallist skills remove frob` takes it back.',
  more: (count: number): string => `${count} more are not shown; \`/medallist skills remove\` knows them too.`,
  teach: (spelling: string, skill: string): string => `Treat “${spelling}” as ${skill}`,
  taught: (spelling: string, skill: string): string =>
    `“${spelling}” is *${skill}* from now on. People on record are gone through in the background.`,
  forgotten: (spelling: string): string =>
    `“${spelling}” is a skill of its own again. People on record are gone through in the background.`,
  fallback: 'What skills are called here.',
  incomplete: 'Say which name means which skill.',
  not_a_skill: 'A name for a skill has letters or digits, and at most 30 of them.',
  known_already: 'That name means a skill already, so nothing was changed.',
  taught_already: 'Somebody taught that name already, so nothing was changed. `/medallist skills` shows what it means.',
  too_many: 'There are 500 such names, and more would slow everything down. Remove one first with `/medallist skills`.',
  not_taught: 'Nobody taught that name, so nothing was changed. `/medallist skills` shows those that were taught.',
  notAllowed: 'Only recruiters can say what skills are called.',
} as const
