/** Filling in *Add a silver medallist* from a résumé. */
import type { ResumeFault } from '../../resume/resume.ts'
import { never } from '../result.ts'

export const resumeForm = {
  title: 'From a résumé',
  submit: 'Read',
  close: 'Cancel',
  button: 'From a résumé…',
  file: 'Résumé',
  hint: 'PDF, Word document (.docx) or JSON Resume, up to 10 MB and 30 pages. Nothing of the file is kept.',
  intro: 'The form comes filled in from it. You look at it before anything is saved.',
  needsFile: 'Choose a file.',
  filledIn: 'Filled in from the résumé; please check it. For which role they were considered it does not tell.',
  foundNothing:
    'I found nothing in this file that the form asks for. Is it the right one? Otherwise type what matters.',
  odd: (fields: readonly string[]): string =>
    `Not read, because it is written in another way than JSON Resume has it: ${fields.slice(0, 10).join(', ')}.`,
  years: (count: number): string => `About ${count === 1 ? '1 year' : `${count} years`} of work, by its dates.`,
} as const

export function resumeProblem(problem: ResumeFault): string {
  switch (problem) {
    case 'scanned':
      return 'This résumé is a picture: there is no text in it to read. Type what matters into `/silver`.'
    case 'broken':
      return 'This file is broken or cut off. Ask for it once more, or type what matters into `/silver`.'
    case 'encrypted':
      return 'This file is protected by a password. Ask for one without, or type what matters into `/silver`.'
    case 'too_many_pages':
      return 'It has more than 30 pages, so it is hardly a résumé. Type what matters into `/silver`.'
    case 'too_slow':
      return 'It could not be read within ten seconds. Type what matters into `/silver`.'
    case 'not_a_resume':
      return 'This is no résumé that I can read: I take PDF, Word documents (.docx) and JSON Resume.'
    case 'empty':
      return 'The file is empty.'
    case 'too_big':
      return 'A résumé may have 10 MB. Ask for a smaller one, or type what matters into `/silver`.'
    case 'unfolds':
      return 'It unfolds into far more than a résumé holds. Ask for another file, or type what matters into `/silver`.'
    case 'gone':
      return 'The file is not in Slack any more. Send it again.'
    case 'not_shared':
      return 'I may not see this file. Send it to me in a direct message.'
    case 'elsewhere':
      return 'It lies outside of Slack. Download it, and send the file itself.'
    case 'no_scope':
      return 'I was not allowed to read files (`files:read`). An admin can install me anew with that permission.'
    case 'unreachable':
      return 'Slack did not hand the file out just now. Please try again in a moment.'
    default:
      return never(problem)
  }
}
