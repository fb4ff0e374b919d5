import type { App } from '@slack/bolt'
import { STANDINGS } from '../../domain/candidate/candidate.ts'
import { PERMISSION_BASES } from '../../domain/consent/permission.ts'
import type { Result } from '../../domain/shared/result.ts'
import type { Ctx } from '../../usecases/context.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { addAddress } from '../../usecases/people/add-address.ts'
import { logCall } from '../../usecases/people/log-call.ts'
import { recordPermission } from '../../usecases/people/record-permission.ts'
import { markAsTold, setStanding } from '../../usecases/people/set-standing.ts'
import { type Answers, answer } from '../../views/form-fields.ts'
import {
  ADDRESS,
  ADDRESS_MODAL,
  BASIS,
  CALL_MODAL,
  NOTE,
  PERMISSION_MODAL,
  SOURCE,
  STANDING,
  STANDING_DAY,
  STANDING_MODAL,
  TOLD_DAY,
  TOLD_MODAL,
} from '../../views/person-modals/ids.ts'
import { type PersonRefusal, personWords } from '../person-words.ts'
import { onSubmit, type Shell } from '../shell.ts'

type Form = {
  readonly callbackId: string
  /** Where each input of the use case stands; what fits none is told at the last. */
  readonly fields: Readonly<Record<string, string>>
  readonly submit: (
    ctx: Ctx,
    candidateId: string,
    given: (field: string) => string,
  ) => Promise<Result<unknown, PersonRefusal | EdgeRefusal>>
}

/** What a select offers is all that can come; a forged choice is refused as no choice. */
const oneOf = <Code extends string>(codes: readonly Code[], given: string): Code =>
  codes.find((code) => code === given) ?? ('' as Code)

const FORMS: readonly Form[] = [
  {
    callbackId: TOLD_MODAL,
    fields: { day: TOLD_DAY },
    submit: (ctx, candidateId, given) => markAsTold(ctx, { candidateId, day: given(TOLD_DAY) }),
  },
  {
    callbackId: STANDING_MODAL,
    fields: { standing: STANDING, day: STANDING_DAY },
    submit: (ctx, candidateId, given) =>
      setStanding(ctx, { candidateId, standing: oneOf(STANDINGS, given(STANDING)), day: given(STANDING_DAY) }),
  },
  {
    callbackId: PERMISSION_MODAL,
    fields: { source: SOURCE, basis: BASIS },
    submit: (ctx, candidateId, given) =>
      recordPermission(ctx, { candidateId, basis: oneOf(PERMISSION_BASES, given(BASIS)), source: given(SOURCE) }),
  },
  {
    callbackId: ADDRESS_MODAL,
    fields: { address: ADDRESS },
    submit: (ctx, candidateId, given) => addAddress(ctx, { candidateId, address: given(ADDRESS) }),
  },
  {
    callbackId: CALL_MODAL,
    fields: { note: NOTE },
    submit: (ctx, candidateId, given) => logCall(ctx, { candidateId, note: given(NOTE) }),
  },
]

/** The small forms about one person. Every card that shows the person is drawn anew by the change itself. */
export function registerPersonModals(app: Pick<App, 'view'>, shell: Shell): void {
  for (const { callbackId, fields, submit } of FORMS)
    onSubmit(app, shell, callbackId, async ({ ctx, view }) => {
      const values: Answers = view.state.values
      const done = await submit(ctx, view.private_metadata, (name) => answer(values, name) ?? '')
      return done.ok ? { kind: 'done' } : { kind: 'errors', errors: errorsOf(done.refusal, fields) }
    })
}

function errorsOf(refusal: PersonRefusal | EdgeRefusal, fields: Form['fields']): Record<string, string> {
  const last = Object.values(fields).at(-1) ?? ''
  if (refusal.kind !== 'bad_input') return { [last]: personWords(refusal) }
  return Object.fromEntries(refusal.problems.map(({ path, message }) => [fields[path] ?? last, message]))
}
