/** Keeping the door open: the form, the letter's question, the page where the candidate answers. What stands in Slack's sentences is escaped by the caller. */
import type { StayProblem, StayWhen } from '../../consent/stay-in-touch.ts'

export const keepDoor = {
  act: 'Keep the door open',
  title: 'Keep the door open',
  submit: 'Write the letter',
  what: 'One letter does it all: it tells the outcome, leaves them something to take along, and asks whether you may stay in touch. You read and approve it before it goes.',
  strength: 'One true strength',
  strengthHint: 'In your own words: they will read it. At most 20 words, and nobody else’s name.',
  strengthPlaceholder: 'how calmly you led the incident exercise',
  advice: 'One piece of advice',
  adviceHint: 'Something they can act on. At most 20 words. It is told in this letter only.',
  keepPrivate: 'Let the letter say these words all the same',
  advicePlaceholder: 'say aloud which trade-offs you considered',
  internal: (who: string, words: string): string => `${who} wrote, and it stays with us: “${words}”`,
  somebody: 'A colleague',
  asks: 'The letter ends with “May I stay in touch?” and a link to a page. A yes there records their permission and the next touchpoint, and you hear of it.',
  toldAlready: (who: string): string =>
    `${who} was told the outcome already, so a letter with the news would come twice. *Draft* writes another kind of note.`,
  interviewing: (who: string): string =>
    `${who} is still interviewing. When it is decided, change *Where things stand* first.`,
  noPerson: 'That person is not on record any more.',
  ownWords: (who: string): string =>
    `Your letter to ${who} waits in your DM with your own words in it, so it was left as it is. What you wrote here is on the profile: *Edit* the letter to take it up.`,
} as const

export const keepDoorProblems = {
  too_long: 'Please keep this to 20 words without a link, so that it fits into a sentence of the letter.',
  internal:
    'This speaks of pay, or of why or how you decided, which stays with us. Say what they did well, or could do next time.',
  names_somebody: 'This names a colleague or another candidate, or compares. Keep it about this person alone.',
  keep: 'Tick the box to keep these words, or change them.',
} as const

/** On the card and in the preview of a letter that asks. */
export const stayNote =
  'Below the text the mail has a link where they answer “May I stay in touch?” and choose when. Only their own press counts as a yes.'
/** Above the link in the mail. */
export const stayLink = 'Your answer, yes or no, and when we may write again'

export const stayPage = {
  title: 'May we stay in touch?',
  ask: (who: string, company: string): string =>
    `${who} at ${company} would like to hear from you again when something suits you.`,
  means: (company: string, until: string): string =>
    `With your yes ${company} keeps your contact details and what you told us while you applied, and writes to you now and then about work that fits, until ${until}. Every message has a link to stop, and answering any of them is enough to see, correct or erase what we keep.`,
  when: 'When may we write?',
  choices: {
    months_3: 'In about three months',
    months_6: 'In about half a year',
    months_12: 'In about a year',
    date: 'Not before a day of my choice',
  } as const satisfies Record<StayWhen, string>,
  day: 'Which day',
  yes: 'Yes, stay in touch',
  no: 'No, thank you',
  noMeans: 'A no is fine. Nobody will ask you why, and it changes nothing about any application of yours.',
  problems: {
    when_missing: 'Please choose when we may write, or press “No, thank you”.',
    no_such_day: 'Please choose a day, such as 31 March of next year.',
    day_past: 'That day is over or today. Please choose a later one.',
    day_too_far: 'Please choose a day within the next two years.',
  } as const satisfies Record<StayProblem, string>,
  problemTitle: 'One more answer is needed',
  yesTitle: 'Thank you, we will stay in touch',
  yesText: (company: string, around: string, until: string): string =>
    `${company} will write to you around ${around}. Your permission counts until ${until}, or until you say otherwise.`,
  noTitle: 'Understood, and thank you for telling us',
  noText: (company: string): string =>
    `${company} will not write to you about other roles. We enjoyed meeting you, and wish you well.`,
  change: 'Have you changed your mind?',
  expiredTitle: 'This link has run out',
  expiredText: (until: string): string =>
    `It worked until ${until}, so that nobody who finds an old message can answer for you. Answer the message itself, and a person will see to it.`,
} as const

export const stayHistory = {
  yes: (around: string): string =>
    `Said yes to staying in touch, on the page of the letter. Would like to hear from us around ${around}.`,
  no: 'Said no, thank you, to staying in touch, on the page of the letter.',
  source: 'page of the letter',
} as const

/** What the relationship owner hears. */
export const stayAnswer = {
  yes: (who: string, around: string): string =>
    `*${who}* said yes to staying in touch. The next touchpoint is ${around}, as they asked; their permission is on record.`,
  no: (who: string): string =>
    `*${who}* said no, thank you, to staying in touch. It is on record, and nothing more will be sent about other roles.`,
  fallback: 'Somebody answered whether we may stay in touch.',
  open: 'Open',
} as const
