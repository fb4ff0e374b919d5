/** *Flag near-miss*, offered where somebody put a :second_place_medal: on a message. What stands in sentences is escaped by the caller. */
export const flagOffer = {
  offer:
    ':second_place_medal: Somebody whom you would hire another time? Flag them, and a recruiter takes it from there.',
  fallback: 'Flag a near-miss?',
  flag: 'Flag near-miss',
  notNow: 'Not this time',
  unseen: (message: string, channel: string): string =>
    `You put a :second_place_medal: on ${message} in ${channel}, which Medallist may not read. Open the menu of the message (the three dots) and choose *Flag near-miss*, or press it here and say in your own words whom you mean.`,
  aMessage: 'a message',
  waiting: (message: string, channel: string): string => `:second_place_medal: on ${message} in ${channel}`,
  unread:
    'Medallist could not read the message just now, so say in your own words whom you mean. It stays attached as the source.',
  declined: 'Nothing is flagged. Should you change your mind: the menu of the message has *Flag near-miss*.',
  flagged:
    'You flagged somebody from this message. For one more person use *Flag near-miss* in the menu of the message.',
  over: 'You took your :second_place_medal: back, so this is no longer offered. *Flag near-miss* in the menu of the message works all the same.',
  not_yours: 'This was offered to somebody else. *Flag near-miss* in the menu of the message works for everybody.',
} as const
