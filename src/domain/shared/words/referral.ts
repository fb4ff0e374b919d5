/** Referring somebody, what the recruiters see of it, and what the referrer hears. What stands in sentences is escaped by the caller. */
import type { Relation } from '../../candidate/referral.ts'

export const referral = {
  title: 'Refer somebody',
  submit: 'Refer',
  close: 'Cancel',
  intro:
    'Whom should we talk to? A recruiter looks at it, and you hear what comes of it. To flag somebody who interviewed here use *Flag near-miss* on a message.',
  referredBy: (who: string): string => `Referred by ${who}.`,
  labels: {
    fullName: 'Full name',
    email: 'Email',
    role: 'Role you think of',
    relation: 'How do you know them?',
    knows: 'Do they know that you refer them?',
    evidence: 'What should we know?',
    quotable: 'Quoting',
  },
  emailHint: 'Only with their agreement. It is kept sealed.',
  evidenceHint: 'What you saw them do, job-related only: they may ask to read it.',
  relations: {
    worked_with: 'Worked with them',
    know_socially: 'Know them socially',
    know_of: 'Only know of them',
  } as const satisfies Record<Relation, string>,
  knows: { yes: 'Yes, they agreed', no: 'Not yet' },
  chooseRelation: 'Please choose how you know them.',
  badEmail: 'That is no e-mail address. Leave it empty, or type one such as ana@example.com.',
  received: (name: string): string =>
    `:pray: Thank you for referring *${name}*. A recruiter looks at it, and you hear what comes of it: the outcome, never reasons.`,
  notFirst:
    'A colleague referred somebody like this a short while ago, so the credit stays with whoever was first. Your word for them counts all the same.',
  again: (day: string): string => `You referred them on ${day}; it is with the recruiters. You hear what comes of it.`,
  card: {
    heading: (who: string): string => `:handshake: *A referral by ${who}*`,
    fallback: 'A referral waits for triage.',
    relation: 'How they know them',
    knows: 'They know of it',
    email: 'Email',
    yes: 'Yes',
    no: 'Not yet: a recruiter asks the referrer before writing',
    credit: (who: string): string => `${who} referred them first and keeps the credit.`,
  },
  outcomes: {
    accepted: (name: string, role: string, who: string): string =>
      `:tada: Your referral of *${name}* (${role}) was taken up by ${who}. Thank you.`,
    dismissed: (name: string, role: string): string =>
      `Your referral of *${name}* (${role}) was looked at and is not taken further this time. Thank you for thinking of them.`,
    reopened: (name: string, role: string): string =>
      `Your referral of *${name}* (${role}) is with the recruiters again.`,
    interested: (name: string, role: string): string =>
      `:tada: Good news of your referral: *${name}* (${role}) answered and is interested.`,
    interview: (name: string, role: string): string => `:tada: Your referral *${name}* (${role}) is interviewing.`,
    not_further: (name: string, role: string): string =>
      `*${name}* (${role}), whom you referred, is not taken further this time. Thank you for thinking of them.`,
    hired: (name: string, role: string): string =>
      `:tada: Your referral became a hire: *${name}* (${role}) is joining. Thank you!`,
    fallback: 'News of your referral',
  },
  profile: (source: string, referrer: string): string => `${source} by ${referrer}`,
  mute: 'Mute',
  unmute: 'Tell me again',
  muted: 'You hear no more of this referral.',
  muteRefusals: {
    no_such_flag: 'I can’t find that referral any more. Nothing was changed.',
    not_yours: 'Only whoever made a referral can mute it. Nothing was changed.',
  },
  /** An entry of the timeline. Plain text. */
  history: (role: string, evidence: string): string =>
    evidence === '' ? `Referred for ${role}` : `Referred for ${role}: ${evidence}`,
} as const
