/** *Reassign*: somebody else looks after a person. What stands in sentences is escaped by the caller. */
export const reassign = {
  title: 'Reassign',
  submit: 'Reassign',
  who: 'Who looks after them from now on?',
  hint: 'A recruiter. They hear of them in their own reminders.',
  done: (person: string, owner: string): string => `${owner} looks after ${person} from now on.`,
  undone: (person: string): string => `Undone: ${person} is with whoever looked after them before.`,
  undo: 'Undo',
  /** An entry of the timeline. Plain text. */
  history: (owner: string | undefined): string =>
    owner === undefined ? 'Nobody looks after them now' : `Looked after by ${owner} now`,
  refusals: {
    no_such_member: 'That is nobody of this workspace. Please choose somebody else.',
    may_not_look_after:
      'They may not look after candidates: only recruiters may. An admin can give them the role with /medallist roles.',
    looks_after_already: 'They look after them already; nothing was changed.',
    is_them: 'That is the very person. Please choose somebody else.',
    changed_since: 'Somebody else was chosen meanwhile; nothing was changed.',
  },
} as const
