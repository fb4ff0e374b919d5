/** Somebody is already talking with a person, and a colleague asks to go on. What stands in sentences is escaped by the caller. */
export const takeOver = {
  /** In the small forms, before anything is done. */
  warning: (member: string, who: string, how: string, day: string): string =>
    `:speech_balloon: Already talking with ${member}: the last word with ${who} was ${how} on ${day}. Ask ${member} first, or wait.`,
  ask: (asker: string, who: string): string =>
    `:raising_hand: ${asker} would like to write to *${who}*, with whom you are talking. Would you leave the conversation to them?`,
  what: 'If you do, what was said so far counts as theirs. Nothing is sent by this.',
  agree: 'Leave it to them',
  decline: 'Not yet',
  agreed: (asker: string, who: string): string => `You left the conversation with *${who}* to ${asker}.`,
  declined: (asker: string, who: string): string =>
    `You go on talking with *${who}*; ${asker} was told that it is not yet time.`,
  toAsker: {
    agreed: (colleague: string, who: string): string =>
      `:white_check_mark: ${colleague} leaves the conversation with *${who}* to you. Your draft may go as far as nothing else is in its way: \`/outreach\`.`,
    declined: (colleague: string, who: string): string =>
      `:hourglass: ${colleague} goes on talking with *${who}* for now. *Remind me then* on the draft brings them up again.`,
  },
  asked: (colleague: string): string => `${colleague} is asked, and you hear what they say. Nothing is sent meanwhile.`,
  yours: (colleague: string): string => `${colleague} is not here any more, so the conversation is yours from now on.`,
  fallback: 'A question about a conversation with a candidate',
  fallbackAnswer: 'An answer about a conversation with a candidate',
  /** An entry of the timeline. Plain text. */
  history: (from: string, to: string): string => `${from} left the conversation to ${to}`,
  refusals: {
    no_such_ask: 'I can’t find that question any more. Whoever asked you can ask again.',
    not_asked: 'Somebody else was asked. Nothing was changed.',
    over: 'That was answered already. Nothing was changed.',
    nobody_talks: 'Nobody else is talking with them any more. *Try again* asks anew whether it may go.',
    asked_already: 'They are asked already and have not answered yet. Nothing was changed.',
  },
} as const
