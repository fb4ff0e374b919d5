import { expect, it } from 'vitest'
import type { ResumeFault } from '../../../../src/domain/resume/resume.ts'
import { resumeForm, resumeProblem } from '../../../../src/domain/shared/words/resumes.ts'

/** What somebody must read to know what to do next. */
const TOLD: Readonly<Record<ResumeFault, RegExp>> = {
  scanned: /is a picture.*`\/silver`/,
  broken: /broken or cut off.*once more.*`\/silver`/,
  encrypted: /password.*one without.*`\/silver`/,
  too_many_pages: /more than 30 pages.*`\/silver`/,
  too_slow: /within ten seconds.*`\/silver`/,
  not_a_resume: /no résumé that I can read.*PDF.*\.docx.*JSON Resume/,
  empty: /^The file is empty\.$/,
  too_big: /10 MB.*smaller one.*`\/silver`/,
  unfolds: /unfolds.*another file.*`\/silver`/,
  gone: /not in Slack any more.*Send it again/,
  not_shared: /may not see this file.*direct message/,
  elsewhere: /outside of Slack.*send the file itself/,
  no_scope: /`files:read`.*admin/,
  unreachable: /did not hand the file out.*again in a moment/,
}

it.each(Object.keys(TOLD) as ResumeFault[])('a résumé that is %s is refused with what to do', (problem) => {
  expect(resumeProblem(problem)).toMatch(TOLD[problem])
})

it('how long somebody worked is said in years', () => {
  expect(resumeForm.years(1)).toBe('About 1 year of work, by its dates.')
  expect(resumeForm.years(12)).toBe('About 12 years of work, by its dates.')
})
