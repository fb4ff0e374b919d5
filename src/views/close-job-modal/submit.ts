import { HIRE_SOURCES } from '../../domain/jobs/hire.ts'
import { CURRENCY_CODES } from '../../domain/jobs/money.ts'
import { closeProblems } from '../../domain/shared/words/jobs.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import type { CloseField, CloseProblems } from '../../usecases/jobs/read-close.ts'
import { type Answers, answer } from '../form-fields.ts'
import { CLOSE_JOB_BLOCKS as IDS } from './schema.ts'

/** What was typed; the use case judges it. Of a choice what the form offers is all that can come. */
export function closeEntry(answers: Answers) {
  const given = (id: string) => answer(answers, id) ?? ''
  const source = HIRE_SOURCES.find((one) => one === given(IDS.source))
  const currency = CURRENCY_CODES.find((one) => one === given(IDS.currency))
  const who = given(IDS.who)
  return {
    outcome: given(IDS.outcome) === 'cancelled' ? ('cancelled' as const) : ('hired' as const),
    openedOn: given(IDS.openedOn),
    acceptedOn: given(IDS.acceptedOn),
    appliedOn: given(IDS.appliedOn),
    internalCost: given(IDS.internalCost),
    externalCost: given(IDS.externalCost),
    ...(who === '' ? {} : { candidateId: who }),
    ...(source === undefined ? {} : { source }),
    ...(currency === undefined ? {} : { currency }),
  }
}

export const closeErrors = (problems: CloseProblems): Record<string, string> =>
  Object.fromEntries(
    (Object.entries(problems) as [CloseField, keyof typeof closeProblems][]).map(([name, problem]) => [
      IDS[name],
      closeProblems[problem],
    ]),
  )

export function closeInputErrors({ problems }: Extract<EdgeRefusal, { kind: 'bad_input' }>): Record<string, string> {
  const blocks: Readonly<Record<string, string>> = { ...IDS, candidateId: IDS.who }
  return Object.fromEntries(problems.map(({ path, message }) => [blocks[path] ?? IDS.outcome, message]))
}
