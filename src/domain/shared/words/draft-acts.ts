/** Acts on the card of a draft besides approve, edit and reject. What stands in sentences is escaped by the caller. */

export const cardActs = {
  schedule: 'Schedule…',
  more: { regenerate: 'Regenerate with a note…', ask: 'Ask a colleague…', preview: 'Preview' },
  scheduled: (theirs: string, yours: string): string => `*Scheduled for ${theirs} their time* (${yours} by your clock)`,
  theirWords: (who: string): string =>
    `:speech_balloon: These are ${who}’s own words, to be sent in ${who}’s name. Only ${who} can send them; *Edit* makes them yours.`,
} as const

export const schedule = {
  title: 'Schedule',
  submit: 'Approve & schedule',
  close: 'Cancel',
  about: (who: string, subject: string): string =>
    `*To ${who}*\n${subject}\nYou approve exactly this text; it leaves at the moment that you choose, and until then you can undo it.`,
  when: 'When',
  option: (theirs: string, yours: string | undefined): string =>
    yours === undefined ? theirs : `${theirs} their time · ${yours} yours`,
  day: 'Or another day',
  time: 'At this time',
  /** By whose clock. */
  clock: (place: string, theirs: boolean): string =>
    theirs
      ? `By their clock (${place}). Counts instead of the choice above.`
      : `Nobody knows their time zone, so this is ours (${place}). Counts instead of the choice above.`,
  pickDay: 'Pick a day',
  pickTime: 'Pick a time',
  moved: (who: string, wanted: string, leaves: string, yours: string, why: 'night' | 'weekend'): string =>
    `${wanted} is ${why === 'night' ? 'in the night' : 'on the weekend'} of ${who}, so the message leaves ${leaves} their time (${yours} by your clock). *Undo send* on the card takes it back.`,
  refusals: {
    time_needed: 'Please give both, a day and a time, or choose one of the moments above.',
    in_past: 'That moment has passed. Please choose a later one.',
    too_far: (days: number): string =>
      `Please choose a moment within ${days} days: what the text says would grow old. *Snooze* brings them up again later.`,
    no_mail: 'No outgoing mail is set up, so nothing can be scheduled; an admin sets SMTP_URL.',
  },
} as const

export const preview = {
  title: 'Preview',
  close: 'Close',
  from: (who: string): string => `*From*  ${who}`,
  replyTo: (who: string): string => `*Reply to*  ${who}`,
  to: (who: string, hasAddress: boolean): string => `*To*  ${who}${hasAddress ? '' : ' (no e-mail address on record)'}`,
  subject: (subject: string): string => `*Subject*  ${subject}`,
  exactly: 'Word for word what the mail’s text says. Mail programs that show pictures of pages lay out the same words.',
  noPostal: ':warning: No postal address is set; an admin adds it with `/medallist settings`.',
  inTheirName: (who: string): string => `In ${who}’s name, once ${who} sends it.`,
} as const
