import { SILVER_FIELDS, type SilverEntry, type SilverField } from '../../domain/candidate/silver-form.ts'
import { type SilverProblem, silver, silverProblem } from '../../domain/shared/words/capture.ts'
import type { Warned } from '../../usecases/capture/read-silver.ts'
import { asAsked } from '../concerns.ts'
import { type Answers, answer, chosenLabel, ticked } from '../form-fields.ts'
import { KEEP_BLOCK, POOL_ACTION, type SilverMeta, silverBlock } from './schema.ts'

/** What was typed so far, whichever fields are unfolded. */
export function silverEntry(answers: Answers): SilverEntry {
  return Object.fromEntries(
    SILVER_FIELDS.flatMap((name) => {
      const given = answer(answers, silverBlock(name))
      return given === undefined ? [] : [[name, given]]
    }),
  )
}

export const chosenPoolName = (answers: Answers): string | undefined => chosenLabel(answers, POOL_ACTION)
export const keepsWords = (answers: Answers): boolean => ticked(answers, KEEP_BLOCK)

export type Problems = { readonly [Field in SilverField]?: SilverProblem }

/** Each problem beside its field. `unseen` are those whose field the modal does not show. */
export function silverErrors(
  problems: Problems,
  answers: Answers,
): { readonly errors: Readonly<Record<string, string>>; readonly unseen: readonly SilverField[] } {
  const named = Object.entries(problems) as [SilverField, SilverProblem][]
  return {
    errors: Object.fromEntries(named.map(([name, problem]) => [silverBlock(name), silverProblem(problem)])),
    unseen: named.map(([name]) => name).filter((name) => answers[silverBlock(name)] === undefined),
  }
}

/** As the metadata keeps them, which has little room. */
export const warnedFields = (found: Warned): SilverMeta['warned'] =>
  Object.fromEntries(Object.entries(found).map(([name, warnings]) => [name, asAsked(warnings)]))

export const keepFirst = { [KEEP_BLOCK]: silver.keepFirst }
