/** What people ask for that is not here yet: what they can do instead today, never silence. */

export const outreachNotYet = {
  templates:
    'Templates cannot be looked through here yet. `/outreach draft Ana Souza` picks the one that fits where things stand (the decline, keeping in touch, a new role), and *Edit* changes its words before anything leaves.',
  sequences:
    'Sequences of messages are not here yet. Until then nobody is forgotten: a pool’s cadence brings its people up in the daily nudge, and *Snooze* brings somebody back on a day or when a similar role opens.',
  calendar:
    'There is no calendar of messages yet. What is due stands on the *Home* tab of Medallist and comes with the daily nudge; *Schedule…* on a draft chooses its hour.',
  newsletter:
    'Newsletters are not here yet. *Draft for all…* below what `/pool` finds writes to each person by name, for you to review one by one.',
} as const
export const medallistNotYet = {
  erase:
    'Erasing somebody is not here yet. Until then *Do not contact…* in the menu of `/candidate Ana Souza` keeps everybody from writing to them, at once.',
  export:
    '`/pool export skill:kubernetes` sends you people as a CSV. All that is held on one person: *Get as JSON Resume* in the menu of `/candidate Ana Souza`; notes and ratings are not in it yet.',
  audit:
    'There is no list of everybody’s acts yet. What happened with somebody stands on the timeline of `/candidate Ana Souza`; `/medallist jobs` shows what ran by the clock.',
} as const
