/** The pages on which a workspace takes the app in. */
export const installing = {
  title: 'Add Medallist to Slack',
  text: 'The people you nearly hired, kept warm from Slack. Slack will ask which workspace, and shows what Medallist may do there.',
  button: 'Add to Slack',
  doneTitle: (workspace: string): string => `Medallist is in ${workspace}`,
  doneText:
    'In Slack, make a private channel #recruiting-triage, invite @medallist, and type /medallist help. Members of @recruiters see candidates; everybody may flag a near-miss.',
  open: 'Open Slack',
  again: 'Try again',
} as const

/** Why it did not come to that, and what to do. */
export const notInstalled = {
  cancelled: {
    title: 'Nothing was installed',
    text: 'Slack says that it was not allowed. If an admin has to agree, ask them first.',
  },
  stale: {
    title: 'This took too long',
    text: 'The page was open for more than ten minutes, or the answer belongs to another browser. Nothing was installed.',
  },
  refused: {
    title: 'Slack did not go along',
    text: 'It would not exchange its code for a token, which works only once and for ten minutes. Nothing was installed.',
  },
  organisation: {
    title: 'One workspace at a time',
    text: 'Medallist cannot be installed for a whole organisation. Choose a single workspace. Nothing was installed.',
  },
  fault: {
    title: 'That did not work',
    text: 'The fault is ours, or Slack could not be reached. Nothing was installed.',
  },
} as const
export type WhyNotInstalled = keyof typeof notInstalled
