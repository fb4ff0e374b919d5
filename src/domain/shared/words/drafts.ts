/** Around drafts: why now, the card, its modals and their answers. */

import type { Standing } from '../../candidate/candidate.ts'
import { days } from '../counted.ts'
import { cannotFind } from './shell.ts'

const STANDS = {
  interviewing: (role) => `interviewing for ${role}`,
  not_told: (role) => `${role}: not told yet`,
  told_no: (role) => `${role}: told no`,
  withdrew: (role) => `${role}: withdrew`,
  declined_offer: (role) => `${role}: declined our offer`,
  hired: (role) => `hired as ${role}`,
} as const satisfies Record<Standing, (role: string) => string>

const daysAgo = (count: number): string => (count <= 0 ? 'today' : count === 1 ? 'yesterday' : `${days(count)} ago`)

export const whyNowWords = {
  standing: (standing: Standing, role: string): string => STANDS[standing](role),
  ago: (what: string, count: number): string => `${what} ${daysAgo(count)}`,
  jobOpened: (title: string, count: number): string => `${title} opened ${daysAgo(count)}`,
  quiet: (count: number): string => (count <= 0 ? 'in touch today' : `${days(count)} quiet`),
  neverContacted: 'never contacted',
} as const

export const card = {
  forCopying:
    ':page_facing_up: *OK to send*, but no outgoing mail is set up (an admin sets SMTP_URL). Copy the text, send it yourself, and log the touch.',
  heading: (who: string, purpose: string): string => `Draft for *${who}* · ${purpose} · e-mail`,
  fallback: 'A draft waits for you.',
  fallbackDone: 'A draft was decided.',
  whyNow: (why: string): string => `*Why now*  ${why}`,
  lastSaid: (what: string, words: string, when: string): string => `*Last*  ${what}: ${words} (${when})`,
  subject: (subject: string): string => `*Subject*  ${subject}`,
  facts: 'What it says of them, and where that comes from:',
  noFacts: 'It says nothing that only they could hear. *Edit* it, or note a strength first.',
  moreFacts: (number: number): string =>
    `_${number === 1 ? 'One more claim was' : `${number} more claims were`} checked against a fact as well; *Edit* shows the whole text._`,
  fact: (said: string, kind: string, author: string | undefined): string =>
    `• “${said}”: ${kind}${author === undefined ? '' : `, ${author}`}`,
  source: 'source',
  ok: (leaves: string): string => `:white_check_mark: *OK to send*  Leaves ${leaves}.`,
  okAfter: (why: string, leaves: string): string => `:white_check_mark: *OK to send*  ${why} Leaves ${leaves}.`,
  theirTime: (dayAndClock: string, yours: string): string => `${dayAndClock} their time (${yours} by your clock)`,
  notYet: (sentences: string): string => `:no_entry: *Not yet*  ${sentences}`,
  inMoments: (seconds: number): string => (seconds <= 1 ? 'at once' : `in ${seconds} seconds`),
  askAnAdmin: 'An admin can change that.',
  talkTo: (whom: string): string => `Ask ${whom} how it stands before you write.`,
  toldAlready: 'Told already, by phone perhaps? Then *Mark as told* instead.',
  moved: 'This draft was brought up again further down, or is with a colleague now.',
  approved: (who: string, when: string): string => `Approved by ${who} ${when}`,
  rejected: (who: string, when: string): string => `Rejected by ${who} ${when}`,
  withdrawn: (when: string): string => `Withdrawn ${when}`,
  reason: (reason: string): string => `Reason: ${reason}`,
  leaves: (when: string): string => `Leaves ${when}.`,
  left: (when: string): string => `Sent ${when}.`,
  edited: (number: number): string => `Text ${number}, edited by hand`,
  nobody: 'somebody',
} as const

/** The small forms behind the buttons of a *Not yet*. */
export const forms = {
  cancel: 'Cancel',
  edit: {
    title: 'Edit the draft',
    submit: 'Save',
    subject: 'Subject',
    body: 'Text',
    hint: 'Saving sends nothing: the card then shows this text for approval.',
    superseded:
      'The text was changed elsewhere while you wrote. Nothing of yours is lost: it stands in the fields below. This is the text as it is now; *Replace it* puts yours in its place.',
    replace: 'Replace it',
    closed: (why: string): string => `${why} Your text was not saved; here it is to copy.`,
    close: 'Close',
  },
  reject: {
    title: 'Reject the draft',
    submit: 'Reject',
    reason: 'Why',
    hint: 'A word helps the next draft. Nothing is sent either way.',
  },
  told: {
    title: 'Mark as told',
    submit: 'Mark',
    day: 'When were they told?',
    hint: 'From that day on the re-contact window counts.',
    done: (who: string): string => `${who} is marked as told.`,
  },
  standing: {
    title: 'Where things stand',
    submit: 'Save',
    standing: 'Where things stand',
    day: 'On which day?',
    dayHint: 'Needed for "Told no on…".',
    done: (who: string): string => `Where things stand with ${who} is saved.`,
  },
  permission: {
    title: 'Record permission',
    submit: 'Record',
    basis: 'Permission to contact',
    source: 'Where was that said?',
    sourceHint: 'Such as "call on 3 March" or "application form".',
    done: (who: string): string => `The permission to contact ${who} is recorded.`,
  },
  address: {
    title: 'Add an address',
    submit: 'Add',
    address: 'Email',
    placeholder: 'ana@example.com',
    done: (who: string): string => `The address is added; messages to ${who} go there from now on.`,
  },
  call: {
    title: 'Log a call',
    submit: 'Log',
    note: 'What was said',
    hint: 'They may ask to read this.',
    done: (who: string): string => `The call with ${who} is on the timeline.`,
  },
  telling: {
    title: 'A private matter',
    submit: 'Mention it anyway',
    about: (text: string): string => `“${text}”`,
    why: 'Letters leave private matters out, so this stays with us. Mention it only where they raised it themselves and would be glad to read it from you; it is kept who decided so. *Keep internal* takes it back. A language model never gets it.',
    internalTitle: 'Pay or a decision',
    internalWhy:
      'It speaks of pay, or of why or how we decided. Letters leave that out, so this stays with us. Mention it only where they should read these very words from you; it is kept who decided so. *Keep internal* takes it back. A language model never gets it.',
    keep: 'Letters may say these words all the same',
    tick: 'Tick the box to let letters say it, or cancel.',
    done: 'From now on letters may mention it. It is kept that you decided so.',
  },
  about: (who: string, stands: string): string => `*${who}* · ${stands}`,
  pickDay: 'Pick a day',
} as const

export const personRefusals = {
  no_such_person: cannotFind.candidate,
  day_needed: 'Please say on which day they were told.',
  no_such_day: 'That is no day of the calendar. Please choose another.',
  day_in_future: 'That day is still to come. Please choose today or an earlier one.',
  day_passed: 'That day has passed. Please choose a later one.',
  outcome_known: (standing: string): string =>
    `Their outcome is known already: ${standing}. Use “Update where things stand” to change it.`,
  barred_already: 'They are marked *do not contact* already.',
  not_barred: 'They are not marked *do not contact*; nothing was changed.',
  needs_their_consent:
    'They withdrew. Only their own consent opens this again: choose “Said yes to being contacted” once they did.',
  taken: 'Another person on record has this address. Open them with /candidate to compare.',
  no_such_fact: cannotFind.fact,
  always_internal: 'This kind of note always stays with us. What they may hear is a strength, in words of its own.',
  names_somebody_else: 'It names somebody else, so it stays with us. Note it again without the name.',
  private_matter: 'It speaks of a private matter, so it stays with us.',
  internal_matter: 'It speaks of pay, or of why or how we decided, so it stays with us.',
  author_has_not_agreed: (author: string | undefined): string =>
    author === undefined
      ? 'Whoever said this has not agreed to be quoted, so it stays with us.'
      : `${author} has not ticked *OK to quote me*, so these words stay with us. Ask ${author} to flag them as quotable, or note the strength in your own words.`,
} as const

export const answers = {
  writtenFor: (who: string): string =>
    `A draft for ${who} is in your DM with Medallist; \`/outreach\` lists it too. Nothing leaves before you approve it.`,
  waitsAlready: (who: string): string =>
    `A draft for ${who} waits already; it is in your DM with Medallist, and \`/outreach\` lists it.`,
  noPerson: cannotFind.candidate,
  noJob:
    'No open job is like theirs, so there is no new role to tell of. *Draft* writes a note that keeps in touch instead.',
  jobClosed:
    'The role that it tells of is closed. Discard this one; *Draft* on the profile writes a note that keeps in touch.',
  noneWaiting:
    'No draft waits for you. `/outreach draft &lt;person&gt;` writes one, and so does *Draft* on anybody whom `/pool` finds.',
  help: '*`/outreach`* shows the drafts that wait for you.\n*`/outreach draft &lt;name, e-mail or phone&gt;`* writes one for somebody; it comes to your DM, and nothing leaves before you approve it.\n*`/outreach replies`* lists what candidates answered and nobody has decided yet.',
  unknownUse: (word: string, nearest: string | undefined): string =>
    `\`/outreach\` does not know “${word}”.${nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`} \`/outreach help\` lists what it knows.`,
  whom: 'Whom shall the draft be for? `/outreach draft Ana Souza`',
  notFound: (words: string): string =>
    `Nobody on record answers to “${words}”. \`/silver\` adds somebody; \`/pool\` finds by skill, place or role.`,
  didYouMean: 'Did you mean one of these?',
  whichOne: (words: string, count: string): string => `${count} people match “${words}”. Whom do you mean?`,
  orMore: (count: number): string => `More than ${count}`,
  meantDraft: (words: string): string => `To write to somebody: \`/outreach draft ${words}\``,
  approvedButRefused: (sentences: string): string => `*Not yet*  ${sentences} The card in your DM says what to do.`,
  noMail:
    'No outgoing mail is set up, so nothing was sent. Copy the text, send it yourself, and log the touch; an admin sets SMTP_URL.',
  notYours: 'This draft speaks in somebody else’s name. Only they can approve, edit or reject it.',
  theirWords:
    'These are a colleague’s own words, to be sent in their name. Only they can send them; *Edit* makes them yours.',
  noSuchDraft: cannotFind.draft,
  you: 'You',
  somebody: 'Somebody',
  them: 'them',
  broughtUp: 'It is at the end of your DM with Medallist.',
  nowMayBeMentioned: 'From now on drafts may mention it.',
  nowInternal: 'It stays with us from now on. Drafts that cite it ask to be written again.',
  willRemind: (who: string, day: string): string => `You will be reminded of ${who} on ${day}.`,
  undone: 'Undone: nothing was sent. The draft waits again.',
  redrafted: 'The card shows a new text, from what is known now.',
} as const

/** The queue of `/outreach`, and the rows of a choice of people. */
export const queue = {
  heading: (count: string): string => `*${count} for you to decide*, the oldest first`,
  drafts: (count: number): string => (count === 1 ? '1 draft' : `${count} drafts`),
  row: (who: string, purpose: string, age: string, verdict: string): string =>
    `*${who}* · ${purpose} · ${age} · ${verdict}`,
  age: (count: number): string => (count <= 0 ? 'today' : `${days(count)} old`),
  more: (count: number): string => (count === 1 ? '1 more waits.' : `${count} more wait.`),
  open: 'Open',
} as const
