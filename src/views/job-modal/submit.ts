import { SENIORITIES } from '../../domain/candidate/candidate.ts'
import { jobProblems } from '../../domain/shared/words/jobs.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import type { OpenJobRefusal } from '../../usecases/jobs/open-job.ts'
import { type Answers, answer, ticked } from '../form-fields.ts'
import { JOB_BLOCKS } from './schema.ts'

/** What was typed; the use case judges it. `manager` is a Slack id, '' where nobody was chosen. */
export function jobEntry(answers: Answers) {
  const seniority = SENIORITIES.find((one) => one === answer(answers, JOB_BLOCKS.seniority))
  return {
    manager: answer(answers, JOB_BLOCKS.manager) ?? '',
    title: answer(answers, JOB_BLOCKS.title) ?? '',
    location: answer(answers, JOB_BLOCKS.location) ?? '',
    remoteOk: ticked(answers, JOB_BLOCKS.remote),
    skills: answer(answers, JOB_BLOCKS.skills) ?? '',
    openedOn: answer(answers, JOB_BLOCKS.openedOn) ?? '',
    ...(seniority === undefined ? {} : { seniority }),
  }
}

const FIELDS = {
  no_such_day: JOB_BLOCKS.openedOn,
  day_in_future: JOB_BLOCKS.openedOn,
  day_too_old: JOB_BLOCKS.openedOn,
  too_many_skills: JOB_BLOCKS.skills,
  unknown_manager: JOB_BLOCKS.manager,
} as const satisfies Record<OpenJobRefusal['kind'], string>

/** Each refusal beside its field. */
export function jobErrors(
  refusal: OpenJobRefusal | Extract<EdgeRefusal, { kind: 'bad_input' }>,
): Record<string, string> {
  if (refusal.kind !== 'bad_input') return { [FIELDS[refusal.kind]]: jobProblems[refusal.kind] }
  const blocks: Readonly<Record<string, string>> = JOB_BLOCKS
  return Object.fromEntries(refusal.problems.map(({ path, message }) => [blocks[path] ?? JOB_BLOCKS.title, message]))
}
