/** Why somebody could not be snoozed or woken, in words. */
import { never } from '../domain/shared/result.ts'
import { snooze as words } from '../domain/shared/words/snooze.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import type { NoSuchPerson } from '../usecases/people/change-person.ts'
import type { SnoozePersonRefusal } from '../usecases/people/snooze-person.ts'
import { personWords } from './person-words.ts'

export function snoozeWords(refusal: SnoozePersonRefusal | NoSuchPerson | EdgeRefusal): string {
  switch (refusal.kind) {
    case 'day_needed':
    case 'day_passed':
    case 'no_such_day':
    case 'not_snoozed':
    case 'archived_already':
    case 'snoozed_since':
      return words.refusals[refusal.kind]
    case 'too_far':
      return words.refusals.too_far(refusal.latest)
    case 'bad_input':
    case 'no_such_person':
    case 'not_allowed':
      return personWords(refusal)
    default:
      return never(refusal)
  }
}
