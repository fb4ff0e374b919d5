import type { App } from '@slack/bolt'
import { STANDINGS } from '../../domain/candidate/candidate.ts'
import { BAR_REASONS } from '../../domain/consent/bar.ts'
import { PERMISSION_BASES } from '../../domain/consent/permission.ts'
import type { Result } from '../../domain/shared/result.ts'
import { doNotContact } from '../../domain/shared/words/do-not-contact.ts'
import { forms as words } from '../../domain/shared/words/drafts.ts'
import type { Ctx } from '../../usecases/context.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { addAddress } from '../../usecases/people/add-address.ts'
import { barPerson, liftBar } from '../../usecases/people/bar-person.ts'
import type { Changed } from '../../usecases/people/change-person.ts'
import { logCall } from '../../usecases/people/log-call.ts'
import { recordPermission } from '../../usecases/people/record-permission.ts'
import { markAsTold, setStanding } from '../../usecases/people/set-standing.ts'
import { type Answers, answer } from '../../views/form-fields.ts'
import { renderBarred } from '../../views/person-modals/blocks.ts'
import {
  ADDRESS,
  ADDRESS_MODAL,
  BAR_MODAL,
  BAR_NOTE,
  BAR_REASON,
  BASIS,
  CALL_MODAL,
  LIFT_BAR_MODAL,
  LIFT_SOURCE,
  NOTE,
  PERMISSION_MODAL,
  readAbout,
  SOURCE,
  STANDING,
  STANDING_DAY,
  STANDING_MODAL,
  TOLD_DAY,
  TOLD_MODAL,
  UNDO_BAR,
} from '../../views/person-modals/ids.ts'
import { nameOf } from '../name-of.ts'
import { type PersonRefusal, personWords } from '../person-words.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import { onSubmit } from '../shell/on-submit.ts'
import { redrawBelow } from '../show-profile.ts'

type Form = {
  readonly callbackId: string
  /** Where each input of the use case stands; what fits none is told at the last. */
  readonly fields: Readonly<Record<string, string>>
  readonly submit: (
    ctx: Ctx,
    candidateId: string,
    given: (field: string) => string,
  ) => Promise<Result<Changed, PersonRefusal | EdgeRefusal>>
  readonly done: (who: string) => string
}

/** What a select offers is all that can come; a forged choice is refused as no choice. */
const oneOf = <Code extends string>(codes: readonly Code[], given: string): Code =>
  codes.find((code) => code === given) ?? ('' as Code)

const FORMS: readonly Form[] = [
  {
    callbackId: TOLD_MODAL,
    fields: { day: TOLD_DAY },
    submit: (ctx, candidateId, given) => markAsTold(ctx, { candidateId, day: given(TOLD_DAY) }),
    done: words.told.done,
  },
  {
    callbackId: STANDING_MODAL,
    fields: { standing: STANDING, day: STANDING_DAY },
    submit: (ctx, candidateId, given) =>
      setStanding(ctx, { candidateId, standing: oneOf(STANDINGS, given(STANDING)), day: given(STANDING_DAY) }),
    done: words.standing.done,
  },
  {
    callbackId: PERMISSION_MODAL,
    fields: { source: SOURCE, basis: BASIS },
    submit: (ctx, candidateId, given) =>
      recordPermission(ctx, { candidateId, basis: oneOf(PERMISSION_BASES, given(BASIS)), source: given(SOURCE) }),
    done: words.permission.done,
  },
  {
    callbackId: ADDRESS_MODAL,
    fields: { address: ADDRESS },
    submit: (ctx, candidateId, given) => addAddress(ctx, { candidateId, address: given(ADDRESS) }),
    done: words.address.done,
  },
  {
    callbackId: CALL_MODAL,
    fields: { note: NOTE },
    submit: (ctx, candidateId, given) => logCall(ctx, { candidateId, note: given(NOTE) }),
    done: words.call.done,
  },
  {
    callbackId: BAR_MODAL,
    fields: { note: BAR_NOTE, reason: BAR_REASON },
    submit: (ctx, candidateId, given) =>
      barPerson(ctx, { candidateId, reason: oneOf(BAR_REASONS, given(BAR_REASON)), note: given(BAR_NOTE) }),
    done: doNotContact.barred,
  },
  {
    callbackId: LIFT_BAR_MODAL,
    fields: { source: LIFT_SOURCE },
    submit: (ctx, candidateId, given) => liftBar(ctx, { candidateId, source: given(LIFT_SOURCE) }),
    done: doNotContact.lifted,
  },
]

/** The small forms about one person. Every card that shows the person is drawn anew by the change itself; a profile below the form is by us. */
export function registerPersonModals(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  for (const form of FORMS)
    onSubmit(app, shell, form.callbackId, async ({ ctx, client, view }) => {
      const values: Answers = view.state.values
      const { candidateId, tell } = readAbout(view.private_metadata)
      const done = await form.submit(ctx, candidateId, (name) => answer(values, name) ?? '')
      if (!done.ok) return { kind: 'errors', errors: errorsOf(done.refusal, form.fields) }
      const changed = done.value.candidateId
      const tellDone = async () => {
        const redrawn = await redrawBelow(ctx, client, view.previous_view_id, changed)
        if (form.callbackId !== BAR_MODAL && (redrawn || !tell)) return undefined
        const text = form.done(await nameOf(ctx, changed))
        return form.callbackId === BAR_MODAL ? renderBarred(text, changed) : { text }
      }
      return { kind: 'done', tell: tellDone }
    })

  onPress(app, shell, UNDO_BAR, async ({ ctx, pressed }) => {
    const lifted = await liftBar(ctx, { candidateId: pressed.value, source: doNotContact.undone })
    if (!lifted.ok) return { text: personWords(lifted.refusal) }
    return async () => ({ text: doNotContact.lifted(await nameOf(ctx, lifted.value.candidateId)), replaces: true })
  })
}

function errorsOf(refusal: PersonRefusal | EdgeRefusal, fields: Form['fields']): Record<string, string> {
  const last = Object.values(fields).at(-1) ?? ''
  if (refusal.kind !== 'bad_input') return { [last]: personWords(refusal) }
  return Object.fromEntries(refusal.problems.map(({ path, message }) => [fields[path] ?? last, message]))
}
