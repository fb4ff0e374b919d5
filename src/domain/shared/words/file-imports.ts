/** Importing a file of people in Slack, and taking people out as a file. What stands in sentences is escaped by the caller. */

import type { ImportField } from '../../transfer/fields.ts'
import type { ImportCounts, ImportProblem } from '../../transfer/file-import.ts'
import { people } from '../counted.ts'
import { never } from '../result.ts'

const rows = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`)
const areOrIs = (count: number): string => (count === 1 ? 'is' : 'are')
const number = (count: number): string => count.toLocaleString('en-GB')

/** What a column may hold, as the menu offers it. */
export const importFields = {
  fullName: 'Full name',
  firstName: 'First name',
  nameParticle: 'Part of the name between (van, de)',
  lastName: 'Last name',
  email: 'Email',
  phone: 'Phone',
  profileLink: 'Profile link',
  role: 'Role they were considered for',
  headline: 'Headline or job title',
  company: 'Company',
  location: 'Location',
  skills: 'Skills',
  seniority: 'Seniority',
  jobFunction: 'Function',
  careerStage: 'Career stage',
  employment: 'Employment',
  relation: 'Client or partner',
  standing: 'Where things stand',
  standingDay: 'Day of the outcome',
  applied: 'Shows that they applied',
  doNotContact: 'Do not contact',
  stage: 'Stage reached',
  tier: 'Tier',
  kind: 'Kind of person',
  skillScore: 'Skill fit (1 to 5)',
  skillEvidence: 'What shows the skill fit',
  valuesScore: 'Values alignment (1 to 5)',
  valuesEvidence: 'What shows the values alignment',
  source: 'Source',
  lastContacted: 'Last contacted',
  nextTouch: 'Next touchpoint',
  note: 'Note',
} as const satisfies Record<ImportField, string>

export const importForm = {
  title: 'Import people',
  next: 'Next',
  close: 'Cancel',
  intro:
    'A table of people as CSV or Excel workbook (.xlsx), one person a row. Nothing is imported before you have seen what its columns hold and how many people are new.',
  file: 'File',
  fileHint:
    'Up to 10 MB here. A bigger one (CSV up to 200 MB, .xlsx up to 20 MB): send it to Medallist as a direct message and press *Import…* below it.',
  or: (name: string): string => `Or leave the field empty to take *${name}*, which you sent to Medallist last.`,
  from: (name: string): string => `*${name}*, which you sent to Medallist`,
  basis: 'On which ground do you keep these people?',
  basisHint: 'It is recorded with each of them, with the file as its source. Whoever is known already keeps theirs.',
  standing: 'Where things stand with those of whom the file does not say',
  role: 'What they were considered for, where the file does not say',
  needsFile: 'Choose a file, or send one to Medallist first.',
  needsBasis: 'Choose one: without it nobody may be kept.',
  oneFile: 'One file at a time.',
  wrongType: 'This is neither a CSV nor an .xlsx workbook.',
} as const

export const columnsForm = {
  title: 'What the columns hold',
  count: 'Count people',
  next: 'Next columns',
  close: 'Later',
  intro: (file: string, form: string, columns: number): string =>
    `*${file}* · ${form} · ${columns === 1 ? '1 column' : `${number(columns)} columns`}. Correct what is wrong.`,
  page: (page: number, pages: number): string => `Columns, page ${page} of ${pages}`,
  notRead: 'Not read',
  own: 'one of your own fields',
  empty: 'Nothing in its first rows',
  unanswered: 'Choose what this column holds, or “Not read”.',
  examples: (values: readonly string[]): string => `For instance: ${values.join(' · ')}`,
  twice: (field: string): string => `Two columns cannot both be “${field}”. Choose “Not read” for one of them.`,
  noNames: 'No column holds names. Choose “Full name”, or “First name” and “Last name”.',
  noContacts:
    'No column holds an email, a phone number or a profile link. Without one nobody can be told from others of the same name.',
  counting: (file: string): string =>
    `*${file}* is being counted. How many people are new stands in your messages with Medallist in a moment, with the button that imports them.`,
  reading: (file: string): string =>
    `*${file}* is still being read. What it holds stands in your messages with Medallist in a moment, with a button to go on.`,
} as const

const counted = ({ rows: all, added, merged, refused, near }: ImportCounts): string =>
  `${rows(all)}: ${near === true ? 'about ' : ''}*${number(added)} new*, ${number(merged)} known already, ${number(refused)} refused.`
const imported = ({ rows: all, added, merged, refused }: ImportCounts): string =>
  `${rows(all)}: *${number(added)} new*, ${number(merged)} merged with people known already, ${number(refused)} refused.`

export const importCard = {
  counted,
  imported,
  fetching: (file: string): string => `Reading *${file}*…`,
  toMap: (file: string): string =>
    `*${file}* is read. Look whether its columns are what they seem; nothing is imported yet.`,
  counting: (file: string, counts: ImportCounts | undefined): string =>
    `Counting the people in *${file}*${counts === undefined || counts.rows === 0 ? '' : `: ${rows(counts.rows)} so far`}…`,
  counts: (file: string, counts: ImportCounts): string => `*${file}* · ${counted(counts)} Nothing is imported yet.`,
  near: 'So many rows could not all be compared with one another; whoever stands in the file twice is still imported once.',
  importing: (file: string, so: ImportCounts, all: number): string =>
    `Importing *${file}*: ${number(so.rows)} of ${rows(all)}. ${number(so.added)} new, ${number(so.merged)} merged, ${number(so.refused)} refused.`,
  done: (file: string, counts: ImportCounts): string => `*${file}* is imported. ${imported(counts)}`,
  unworked: 'The new people become due little by little, five a working day, so that nobody is overrun.',
  leftOut: (each: string): string =>
    `Left out, as it was not understood, too much or too long: ${each}. Their rows are taken without it.`,
  refusedFile: 'The refused rows with their reasons are in the thread: mend them and import that file.',
  refusedPartial: 'The file of refused rows in the thread begins where the import went on after an interruption.',
  refusedLost:
    'The file of refused rows could not be brought here; import the file again to get it, which adds nobody twice.',
  cancelled: (file: string): string => `The import of *${file}* was cancelled. Nothing was imported.`,
  cancelledAfter: (file: string, counts: ImportCounts): string =>
    `The import of *${file}* was cancelled. Up to then: ${imported(counts)}`,
  failed: (file: string, why: string): string => `*${file}* could not be imported. ${why}`,
  failedAfter: (counts: ImportCounts): string => `Up to then: ${imported(counts)}`,
  undoing: (file: string, removed: number): string => `Taking away whom *${file}* added: ${people(removed)} so far…`,
  undone: (file: string, removed: number, kept: number): string =>
    [
      `The import of *${file}* was taken back: ${people(removed)} removed.`,
      ...(kept === 0 ? [] : [`${people(kept)} stayed, because something was done with them since.`]),
      'What the file told of people known before stays with them.',
    ].join(' '),
  columns: 'Check columns…',
  change: 'Change columns…',
  import: (added: number): string => `Import ${people(added)}`,
  importAll: 'Import',
  cancel: 'Cancel',
  undo: 'Undo import',
  undoTitle: 'Take it back?',
  undoText: 'Everybody whom this file added is removed, but for those with whom something was done since.',
  undoYes: 'Take it back',
  undoNo: 'Leave it',
  threadComment: 'The rows that were refused, each with its reason.',
  refusedName: (file: string): string => `refused-${file.replace(/\.[^.]*$/, '')}.csv`,
  fallback: (file: string): string => `Import of ${file}`,
} as const

export const importAnswers = {
  gone: 'That import is not on record any more. `/pool import` begins a new one.',
  not_yours: 'This import is somebody else’s; only they can go on with it.',
  too_late: 'The import has moved on meanwhile; its message above shows how it stands.',
  started: 'It has begun; the message shows how far it is.',
  cancelled: 'Cancelled.',
  undoing: 'They are being taken away; the message shows how far it is.',
} as const

export function importProblem(problem: ImportProblem): string {
  switch (problem) {
    case 'gone':
      return 'It is not in Slack any more. Send it again and begin anew.'
    case 'not_shared':
      return 'Medallist may not see this file. Send it to Medallist in a direct message, or choose it with `/pool import`.'
    case 'elsewhere':
      return 'It lies outside of Slack. Download it, and send the file itself.'
    case 'too_big':
      return 'It is too big: a CSV may have 200 MB, an .xlsx 20 MB. Save a workbook as CSV, or divide the file.'
    case 'unfolds':
      return 'It is small, but unfolds into far more than a list of people. Save it as CSV, and import that.'
    case 'no_scope':
      return 'Medallist was not allowed to read files (`files:read`). An admin can install it anew with that permission.'
    case 'unreachable':
      return 'Slack did not hand it out, though it was asked several times. Please try again later with `/pool import`.'
    case 'empty':
      return 'It is empty.'
    case 'encrypted':
      return 'It is protected by a password. Save a copy without one, and import that.'
    case 'old_excel':
      return 'It is an old Excel file. Save it as .xlsx or CSV, and import that.'
    case 'not_a_table':
      return 'It is neither a CSV nor an .xlsx workbook.'
    case 'unreadable':
      return 'It cannot be read to its end; in a CSV perhaps a quotation mark is never closed. Open it, save it as .xlsx or CSV once more, and try again.'
    case 'too_many_columns':
      return 'It has more than 200 columns. Leave out those that say nothing about people, and try again.'
    case 'columns':
      return 'Its columns are not what they were. Begin anew with `/pool import`.'
    case 'changed':
      return 'The file in Slack is not the one whose columns you saw. Begin anew with `/pool import`.'
    case 'overtaken':
      return 'The same file is being imported elsewhere at this moment. Nobody was added twice.'
    case 'not_allowed':
      return 'Only recruiters import people, and you were not one any more. Please ask an admin.'
    case 'expired':
      return 'It waited for more than a day, so its file was thrown away. `/pool import` begins anew.'
    case 'fault':
      return 'Something on our side went wrong several times; the log has the details. Nobody was added twice, and importing the file again goes on where it ended.'
    default:
      return never(problem)
  }
}

export const exportWords = {
  usage:
    'Say whom: `/pool export skill:kubernetes location:London` sends you the people as a CSV; `/pool help` explains the filters.',
  done: (count: number): string =>
    `${people(count)} ${areOrIs(count)} in the file that I sent you as a direct message.`,
  most: (count: number): string =>
    `The first ${people(count)} ${areOrIs(count)} in the file that I sent you as a direct message. More does not fit; narrow the query for the rest.`,
  comment: (count: number, query: string): string => `${people(count)} for \`${query}\`, as you asked.`,
  resumeComment: (name: string): string => `${name} as a JSON Resume, as you asked.`,
  nobody: 'Nobody matches, so there is no file.',
  title: (day: string): string => `People, ${day}`,
  name: (day: string): string => `people-${day}.csv`,
  failed: (code: string): string => `The file could not be sent (${code}). Please try again in a moment.`,
  noScope: 'Medallist may not send files here: an admin has to install it anew with the permission `files:write`.',
  resumeName: (name: string): string => `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-resume.json`,
  resumeTitle: (name: string): string => `${name} as JSON Resume`,
  resumeSent: 'The JSON Resume is in your messages with Medallist.',
} as const

/** Below a file that somebody sent to the bot. */
export const fileOffer = {
  table: 'A table of people? I can show what its columns hold and count who is new before anything is imported.',
  resume:
    'A résumé? I can fill in *Add a silver medallist* from it. You look at it before anything is saved, and nothing of the file is kept.',
  other:
    'I read résumés as PDF, Word document (.docx) or JSON Resume, and tables of people as CSV or Excel workbook (.xlsx).',
  refused:
    'I read résumés and tables of people for recruiters. To recommend somebody, use *Flag near-miss* in the menu of a message, or `/silver`.',
  import: 'Import…',
  add: 'Add from this résumé…',
} as const
