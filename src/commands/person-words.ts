/** Why a change to a person did not happen, in words. */
import { never } from '../domain/shared/result.ts'
import { escapeMrkdwn } from '../domain/shared/text.ts'
import { standingLine } from '../domain/shared/words/candidates.ts'
import { personRefusals as words } from '../domain/shared/words/drafts.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import type { AddressRefusal } from '../usecases/people/add-address.ts'
import type { BarRefusal } from '../usecases/people/bar-person.ts'
import type { NoSuchPerson } from '../usecases/people/change-person.ts'
import type { PermissionRefusal } from '../usecases/people/record-permission.ts'
import type { RemindRefusal } from '../usecases/people/remind-then.ts'
import type { StandingRefusal } from '../usecases/people/set-standing.ts'
import type { TellingRefusal } from '../usecases/people/set-telling.ts'
import { reworded } from './refused.ts'

export type PersonRefusal =
  | NoSuchPerson
  | BarRefusal
  | StandingRefusal
  | PermissionRefusal
  | AddressRefusal
  | RemindRefusal
  | TellingRefusal

export const personWords = (refusal: PersonRefusal | EdgeRefusal): string =>
  reworded(refusal, (own: PersonRefusal) => {
    switch (own.kind) {
      case 'outcome_known':
        return words.outcome_known(standingLine(own.standing, undefined).toLowerCase())
      case 'author_has_not_agreed':
        return words.author_has_not_agreed(own.author === undefined ? undefined : escapeMrkdwn(own.author))
      case 'no_such_person':
      case 'day_needed':
      case 'no_such_day':
      case 'day_in_future':
      case 'day_passed':
      case 'barred_already':
      case 'not_barred':
      case 'needs_their_consent':
      case 'taken':
      case 'no_such_fact':
      case 'always_internal':
      case 'names_somebody_else':
      case 'private_matter':
      case 'internal_matter':
        return words[own.kind]
      default:
        return never(own)
    }
  })
