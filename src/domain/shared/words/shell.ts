/** What the bot says around every act, whatever the act was. */

const ASK = {
  admin: 'an admin of Medallist',
  recruiter: 'a recruiter',
  hiring_manager: 'a hiring manager',
  employee: 'anybody',
} as const

export const shellWords = {
  unknownPerson:
    'Medallist could not find out who you are in this workspace. Try again in a minute; if it stays so, tell whoever runs Medallist here.',
  ourFault: (reference: string | undefined) =>
    `Something went wrong on our side, and nothing was changed. Please try again.${reference === undefined ? '' : ` If it happens again, give an admin this reference: ${reference}`}`,
  /** It was kept, and only what should be told of it could not be looked up. */
  doneUnshown: (reference: string) =>
    `It is done, but what came of it could not be shown here. If it happens again, give an admin this reference: ${reference}`,
  notAllowed: (who: keyof typeof ASK) =>
    `This needs ${ASK[who]}. Nothing was changed; ask one of them, or ask an admin of Medallist for the role.`,
  /** Slack could not be asked who is in the groups that give roles. */
  rolesUnknown:
    'Slack can’t say just now who belongs to which group, so I don’t know whether you may do this. Nothing was changed. Try again in a minute; if it stays so, an admin of Medallist can give you the role with `/medallist roles`.',
  /** What is wrong, each in a sentence of its own; where it was typed is seen from its field. */
  badInput: (problems: readonly { readonly path: string; readonly message: string }[]) =>
    [...new Set(problems.map(({ message }) => message))].join(' '),
} as const

/** Something that a button or a form names and that cannot be found: a button of long ago, or one that nobody drew. */
export const cannotFind = {
  candidate: 'I can’t find that person any more. Look for them with `/candidate` or `/pool`.',
  draft: 'I can’t find that draft any more. `/outreach` shows those that wait for you.',
  draft_revision: 'I can’t find that text any more. `/outreach` shows the drafts that wait for you.',
  draft_ask: 'I can’t find that question any more. Whoever asked you can ask again.',
  send: 'I can’t find that message any more. `/outreach` shows the drafts that wait for you.',
  near_miss: 'I can’t find that flag any more. Those that wait are in the triage channel.',
  interaction: 'I can’t find that note any more. The timeline shows what is there: `/candidate`.',
  flag_offer: 'I can’t find that offer any more. *Flag near-miss* in the menu of the message works all the same.',
  fact: 'I can’t find that note any more. Open the person again with `/candidate`.',
  hand_over: 'I can’t find that hand-over any more. `/medallist hand-over` shows the last ones.',
  edit_batch: 'I can’t find that change any more. Profiles show what is on record now.',
  watch: 'I can’t find that watch any more. `/pool watch` shows those that run.',
  take_over: 'I can’t find that question any more. Whoever asked you can ask again.',
  job: 'I can’t find that job any more. `/pool job` shows those that are open.',
  reply: 'I can’t find that reply any more. The timeline of the person shows what was written: `/candidate`.',
  match_run: 'I can’t find that match any more. `/pool match` begins a new one.',
  pool: 'I can’t find that pool any more. `/pool` shows those that are there.',
  listing: 'I can’t find that list any more. Please search again with `/pool`.',
  kept_form: 'I can’t find what you typed any more. Please press Back and Add again.',
  profile_edit: 'I can’t find that change any more. *Edit …* on the profile changes it again.',
  file_import: 'I can’t find that import any more. `/pool import` begins a new one.',
  custom_field: 'I can’t find that field any more. `/medallist fields` lists those that are there.',
  member: 'I can’t find that colleague. Name somebody of this workspace with @.',
} as const
