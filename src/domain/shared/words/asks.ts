/** *Ask a colleague…*: the form, the question in their DM, the answer to the asker. What stands in sentences is escaped by the caller. */
import type { AskKind } from '../../outreach/ask.ts'
import { cannotFind } from './shell.ts'

export const askForm = {
  title: 'Ask a colleague',
  submit: 'Ask',
  close: 'Cancel',
  about: (who: string): string =>
    `*The draft for ${who}*\nThey get its text in their DM, without contact details. Nothing is sent to the candidate by asking.`,
  colleague: 'Whom',
  colleagueHint: 'A recruiter or a hiring manager.',
  kind: 'What for',
  kinds: {
    look: 'Have a look and say what they think',
    own_voice: 'Say it in their own words, and send it in their name',
  } satisfies Record<AskKind, string>,
  question: 'A question to them',
  questionHint: 'Such as “Is the failover exercise what impressed you?”',
  done: (whom: string): string => `${whom} was asked. You hear what they say, and the card shows it.`,
  refusals: {
    no_such_member: cannotFind.member,
    yourself: 'That is you. Choose somebody else, or decide by yourself.',
    may_not_see:
      'They may not see drafts: only recruiters and hiring managers may. An admin can give them the role with /medallist roles.',
    internal_person: 'The draft is for somebody of ours, whom only their relationship owner sees.',
    is_them: 'The draft is for that very person.',
    asked_already:
      'They have this question already, or somebody else was asked to write in their own words. Withdraw that first.',
    asked_enough: (most: number): string =>
      `${most} colleagues are asked already. Wait for them, or withdraw a question.`,
  },
} as const

export const askCard = {
  fallback: 'A colleague asks you about a message to a candidate.',
  fallbackOver: 'A question about a message to a candidate.',
  look: (asker: string, who: string, purpose: string): string =>
    `${asker} asks you to look at a message to *${who}* (${purpose}).`,
  voice: (asker: string, who: string, purpose: string): string =>
    `${asker} asks you to write to *${who}* in your own words (${purpose}). It leaves in your name, once you send it; replies come to ${asker}, who keeps in touch.`,
  question: (text: string): string => `> ${text}`,
  subject: (subject: string): string => `*Subject*  ${subject}`,
  good: 'Looks good',
  suggest: 'Suggest a change',
  send: 'Approve & send',
  edit: 'Edit…',
  decline: 'Not me',
  undo: 'Undo send',
  kept: (asker: string): string =>
    `:pause_button: Your words are kept, and did not leave: something keeps the message back just now. ${asker} sees what it is. Try again once you hear from ${asker}.`,
  youSaidGood: 'You said: *Looks good*.',
  youSuggested: (text: string): string => `You suggested:\n${text}`,
  youDeclined: 'You said that somebody else should.',
  withdrawn: (asker: string): string => `${asker} needs no answer any more.`,
  decided: 'The draft was decided meanwhile; no answer is needed any more.',
  youSent: (when: string): string => `You approved it. It leaves ${when}, in your name.`,
  left: (when: string): string => `Sent ${when}, in your name.`,
  notLeft: 'You approved it, and it has not left yet.',
} as const

export const askAnswers = {
  fallback: 'A colleague answered about your draft.',
  good: (whom: string, who: string): string => `${whom} looked at your draft for *${who}*: *Looks good*.`,
  suggested: (whom: string, who: string, text: string): string =>
    `${whom} suggests a change to your draft for *${who}*:\n${text}`,
  declined: (whom: string, who: string): string =>
    `${whom} would rather not answer about your draft for *${who}*. Ask somebody else, or decide by yourself.`,
  sent: (whom: string, who: string): string =>
    `${whom} wrote to *${who}* in their own words and approved it. It leaves in their name; replies come to you.`,
  kept: (whom: string, who: string): string =>
    `${whom} wrote to *${who}* in their own words, but the message cannot leave just now. The draft’s card says why; once that is mended, ${whom} can send it.`,
  open: 'Open the draft',
} as const

/** On the draft's own card. */
export const cardAsks = {
  heading: '*Asked*',
  waits: (whom: string): string => `${whom}: no answer yet`,
  waitsVoice: (whom: string): string => `${whom}: to write it in their own words`,
  good: (whom: string, older: boolean): string => `${whom}: *Looks good*${older ? ' (of an earlier text)' : ''}`,
  suggested: (whom: string, text: string): string => `${whom} suggests: ${text}`,
  declined: (whom: string): string => `${whom}: not me`,
  sent: (whom: string): string => `${whom} wrote it in their own words`,
  withdraw: 'Withdraw the question',
  withdrawn: 'Withdrawn. They see that no answer is needed any more.',
} as const

export const suggestForm = {
  title: 'Suggest a change',
  submit: 'Suggest',
  close: 'Cancel',
  suggestion: 'What would you change?',
  hint: 'The recruiter reads it and decides. Nothing is sent to the candidate.',
} as const

export const voiceForm = {
  title: 'In your own words',
  submit: 'Approve & send',
  close: 'Cancel',
  about: (who: string): string =>
    `*To ${who}*\nWhat stands here leaves in your name when you approve it, and nothing else.`,
  subject: 'Subject',
  body: 'Text',
  superseded:
    'The draft was changed while you wrote. Nothing of yours is lost: it stands in the fields below. Approving once more sends yours.',
  closed: (why: string): string => `${why} Your text was not sent; here it is to copy.`,
} as const

export const askRefusals = {
  no_such_ask: cannotFind.draft_ask,
  not_asked: 'Somebody else was asked that. Nothing was changed.',
  not_yours: 'Somebody else asked that. Only they can withdraw it; nothing was changed.',
  over: 'That was answered or withdrawn already. Nothing was changed.',
  draft_decided: 'The draft was decided meanwhile. Nothing was changed.',
  kept: 'Your words are kept, but the message cannot leave just now. Whoever asked you sees why, and comes back to you.',
  sent: 'Approved. It leaves in your name; the message above has *Undo send* until then.',
  thanks: 'Thank you; whoever asked you hears it.',
  undone: 'Undone: nothing was sent. Your words wait again.',
} as const
