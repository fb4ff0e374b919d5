/** `/medallist settings`. What stands in sentences is escaped by the caller. */

import { clockOf } from '../../settings/clock.ts'
import { days } from '../counted.ts'

const count = (number: number): string => number.toLocaleString('en-GB')

/** Beside the fields. */
export const settingProblems = {
  whole: (least: number, most: number): string => `Please give a whole number, ${count(least)} to ${count(most)}.`,
  gone: 'This form is of another time. Close it and open `/medallist settings` again.',
  clock: 'Please choose a time of the day.',
  channel: 'Please choose a channel of this workspace.',
  day: 'Please choose a day of the calendar.',
  tooLong: (most: number): string => `Please keep this to ${count(most)} characters.`,
  quietHours: {
    unreadable: 'Please write two times such as 20-8 or 20:30-7:45, or off.',
    no_such_time: 'A day has 24 hours: please write two times such as 20-8 or 20:30-7:45, or off.',
    too_little_left: 'That leaves less than four hours a day for messages. Please leave more, or write off.',
  },
  no_day: (line: string): string => `“${line}” is no day that I know. Write one a line, such as 25 December 2026.`,
  too_many: (most: number): string => `At most ${most} days.`,
} as const

/** What is the matter with a channel, beside its field; `what` is what Medallist would do there. */
export const channelProblems = {
  public:
    'Everybody can read that channel, and flags name candidates. Choose a private one, or make this one private in its settings.',
  not_member: 'Medallist is not in that channel. Type /invite @Medallist there, then save again.',
  unseen: 'Medallist cannot see that channel. Type /invite @Medallist there, then save again.',
  archived: 'That channel is archived. Unarchive it, or choose another.',
  later: 'Slack did not say what channel that is. Please try again in a moment.',
} as const
export type ChannelProblem = keyof typeof channelProblems

export const WEEKDAYS = {
  '1': 'Monday',
  '2': 'Tuesday',
  '3': 'Wednesday',
  '4': 'Thursday',
  '5': 'Friday',
  '6': 'Saturday',
  '7': 'Sunday',
} as const

export const settings = {
  title: 'Settings',
  close: 'Close',
  save: 'Save',
  back: 'Back',
  change: 'Change…',
  undo: 'Undo',
  sections: {
    channels: 'Channels',
    rhythm: 'Rhythm',
    mail: 'Sender and mail',
    restraint: 'Restraint',
    model: 'Model',
  },
  likeness: {
    none: 'no such model is set up',
    off: 'off',
    on: (model: string): string => `on, by ${model}`,
  },
  /** `label: value`, one a line. */
  line: (label: string, value: string): string => `${label}: *${value}*`,
  labels: {
    'channels.triage': 'Flags',
    'channels.nudge': 'Daily nudge',
    'channels.digest': 'Weekly digest',
    'channels.hiring': 'Hiring channels',
    'nudge.at': 'Nudge at',
    'digest.weekday': 'Digest on',
    'digest.at': 'Digest at',
    holidays: 'Holidays',
    'cadence.days': 'A word at least every',
    'mail.postalAddress': 'Postal address below mails',
    'model.dailyTokens': 'Tokens a day',
    'match.likeness': 'Words compared by the model in /pool match',
    goals: 'Goal',
    'outreach.recontactDays': 'Pause after a no',
    'outreach.capCount': 'At most',
    'outreach.capDays': 'counted over',
    'outreach.collisionDays': '“Already talking with” lasts',
    'outreach.quietHours': 'Quiet hours',
    'outreach.holdSeconds': 'Undo send for',
  },
  days,
  messages: (number: number): string =>
    number === 1 ? '1 message to a person' : `${count(number)} messages to a person`,
  seconds: (number: number): string =>
    number === 0 ? 'no time' : number === 1 ? '1 second' : `${count(number)} seconds`,
  clock: clockOf,
  quiet: (from: number, to: number): string => `${clockOf(from)}–${clockOf(to)} by the candidate’s clock, and weekends`,
  quietOff: 'off',
  none: 'none',
  noMail: 'Mails come from: *nowhere yet*. Without `SMTP_URL` and `MAIL_FROM` drafts are for copying.',
  mailFrom: (address: string): string => `Mails come from *${address}*, under the sender’s name (\`MAIL_FROM\`).`,
  holidays: (number: number): string => (number === 1 ? '1 day' : `${count(number)} days`),
  goal: (percent: number, by: string | undefined): string =>
    `${percent} % of hires from pools${by === undefined ? '' : ` by ${by}`}`,
  tokens: (number: number): string => (number === 0 ? 'none: templates and rules alone' : count(number)),
  fields: {
    triage: 'Where flags wait for a recruiter',
    triageHint: 'A private channel with Medallist in it, since flags name candidates.',
    nudge: 'Where the daily nudge comes',
    nudgeHint: 'Private is best. In a public one it names nobody, and the people come in each recruiter’s DM.',
    digest: 'Where the weekly digest comes',
    digestHint: 'It names no candidates, so everybody may read it.',
    hiring: 'Hiring channels',
    hiringHint: 'Here the reaction :second_place_medal: on a message offers Flag near-miss. Medallist must be in them.',
    choose: 'Choose a channel',
    until: (name: string): string => `${name}, until you choose`,
    cadenceDays: 'In touch at least every … days',
    cadenceHint: 'For people outside any pool, and what a new pool begins with.',
    nudgeAt: 'The daily nudge comes at',
    digestWeekday: 'The digest comes on',
    digestAt: 'at',
    zoneHint: (zone: string): string => `By the workspace’s clock (${zone}).`,
    holidays: 'Holidays',
    holidaysHint: 'Days without a nudge, one a line, such as 25 December 2026.',
    goalPercent: 'Goal: hires from pools, in per cent',
    goalBy: 'By when',
    pickDay: 'Any day',
    postalAddress: 'Postal address',
    postalHint: 'It stands below every mail; some countries ask for it.',
    recontactDays: 'Days of rest after a no',
    recontactHint: 'Until then only an answer goes out to them.',
    capCount: 'Messages to one person at most',
    capDays: 'counted over … days',
    collisionDays: 'Days for which somebody is “already talking with” a colleague',
    quietHours: 'Quiet hours by the candidate’s clock',
    quietHint: 'Such as 20-8 or 20:30-7:45, or off. Weekends are quiet too; messages wait until morning.',
    holdSeconds: 'Seconds in which Undo send works',
    holdHint: 'With 0 a message leaves at once, and nobody can take it back.',
    dailyTokens: 'Tokens that the model may use in a day',
    likeness: 'Shall the model compare words in /pool match?',
    likenessHint:
      'Among people whom what counts most puts level. Job titles, levels and skills are sent; no name, note, rating, pay or contact.',
    likenessOptions: { off: 'No: the rules alone', on: 'Yes, among people who are level' },
    tokensHint: '0 leaves everything to templates and rules. When the day’s tokens are used up they take over, too.',
  },
  saved: (lines: readonly string[]): string => `:white_check_mark: *Saved.*\n${lines.join('\n')}`,
  nothingChanged: 'Everything was as you left it, so nothing was changed.',
  undone: (lines: readonly string[]): string => `*Taken back.* It is as it was before:\n${lines.join('\n')}`,
  changedSince:
    'Something was changed since, or this was taken back already. `/medallist settings` shows how it stands.',
  noHold: ':warning: From now on a message leaves the moment it is approved: nobody can undo it.',
  publicNudge:
    ':warning: Everybody can read that channel. The nudge names nobody there, and each recruiter gets the people in their DM.',
} as const

/** `/medallist nudge`. */
export const nudgeWay = {
  now: {
    channel: (channel: string, at: number): string =>
      `Your nudge comes in ${channel}, on working days at ${clockOf(at)}.`,
    dm: (_channel: string, at: number): string =>
      `Your nudge comes here by direct message, on working days at ${clockOf(at)}.`,
    off: (): string => 'You get no daily nudge. Home and `/outreach` still show what waits.',
  },
  usage: '`/medallist nudge channel`, `/medallist nudge dm` or `/medallist nudge off` changes that.',
  unknown: (word: string, nearest: string | undefined): string =>
    `A nudge cannot come by “${word}”.${nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`}`,
} as const
