// What narrows down whom to compare must lose nobody whom the comparison would have kept.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { titlesLike } from '../../../src/domain/nurture/role-words.ts'
import { similarJob } from '../../../src/domain/nurture/similar-job.ts'
import { fold } from '../../../src/domain/shared/text.ts'

const WORDS =
  'SRE SWE SDET QA Assurance AE SDR BDR CSM ML AI UX UI Developer Programmer Engineering Dev Design HR Talent Recruiting Ops Front-end Back Stack Full-stack DevOps Dev-Ops Site Reliability Engineer Software Product Designer Manager Account Executive Machine Learning Quality Test Sales C++ C# .NET Ingénieur Kälte Senior of the Lead (m/f/d)'.split(
    ' ',
  )
const titles = fc
  .array(fc.constantFrom(...WORDS, 'back end', 'full stack', 'dev ops'), { minLength: 1, maxLength: 4 })
  .chain((words) => fc.constantFrom(' ', ', ', '/', ' - ').map((between) => words.join(between)))
const person = { skills: [], location: undefined, remoteOk: undefined, seniority: undefined, company: undefined }
const isFound = (theirs: string, title: string) => {
  const wanted = titlesLike(title)
  return wanted.length > 0 && wanted.every((one) => new RegExp(one).test(fold(theirs)))
}

it('whoever does the same or something related is found by their title', () => {
  fc.assert(
    fc.property(titles, titles, (theirs, title) => {
      const job = { title, location: undefined, remoteOk: true, skills: [] }
      if (similarJob({ ...person, consideredRole: theirs }, job) !== undefined)
        expect(isFound(theirs, title)).toBe(true)
    }),
    { numRuns: 20_000 },
  )
})

it.each([
  ['Maintenance Painter', 'AI Engineer'],
  ['Civil Engineer', 'Software Engineer'],
  ['Opsimath', 'Ops Manager'],
  ['Anything at all', 'Senior Lead'],
])('%s is not found for %s', (theirs, title) => expect(isFound(theirs, title)).toBe(false))
