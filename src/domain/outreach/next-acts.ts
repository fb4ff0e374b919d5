/** What a person can do about a refusal: never nothing, the likeliest act first. */

import { isAboutTheAddress } from '../consent/suppression.ts'
import { never } from '../shared/result.ts'
import type { NextAct, Refusal, Unknowable } from './refusal.ts'

type NextActs = readonly [NextAct, ...NextAct[]]

export function nextActs(refusal: Refusal): NextActs {
  switch (refusal.kind) {
    case 'erased':
      return [{ kind: 'discard_draft' }]
    case 'merged_away':
      return [{ kind: 'open_person', candidateId: refusal.into }, { kind: 'discard_draft' }]
    case 'hired':
      return [{ kind: 'discard_draft' }, { kind: 'update_standing' }]
    case 'still_interviewing':
      return [{ kind: 'update_standing' }]
    case 'not_told_yet':
      return [{ kind: 'draft_decline' }, { kind: 'mark_as_told' }]
    case 'already_told':
      return [{ kind: 'discard_draft' }, { kind: 'update_standing' }]
    case 'answered_meanwhile':
      return [{ kind: 'open_person', candidateId: undefined }, { kind: 'discard_draft' }]
    case 'outcome_on_its_way':
      return [{ kind: 'discard_draft' }, { kind: 'mark_as_told' }]
    case 'unsubscribed':
      // A bouncing address says nothing of the person's wishes, so another address may do.
      return isAboutTheAddress(refusal.reason)
        ? [{ kind: 'add_address' }, { kind: 'log_call' }]
        : [{ kind: 'log_call' }, { kind: 'discard_draft' }]
    case 'do_not_contact_person':
      return [{ kind: 'discard_draft' }, { kind: 'allow_contact' }]
    case 'do_not_contact_company':
      return [{ kind: 'ask_admin' }, { kind: 'discard_draft' }]
    case 'active_in_ats':
      return [{ kind: 'open_person', candidateId: undefined }, { kind: 'update_standing' }]
    case 'job_closed':
      return [{ kind: 'discard_draft' }, { kind: 'open_person', candidateId: undefined }]
    case 'ats_stale':
      return [{ kind: 'try_again' }, { kind: 'ask_admin' }]
    case 'recontact_window':
      return [{ kind: 'remind_then', day: refusal.freeOn }]
    case 'permission_missing':
    case 'permission_expired':
      return [{ kind: 'record_permission' }, { kind: 'log_call' }]
    case 'permission_withdrawn':
      // They said no. Only their own word opens this again, so nothing here suggests to ask for it.
      return [{ kind: 'log_call' }, { kind: 'discard_draft' }]
    case 'cap':
      return [
        { kind: 'schedule', day: refusal.freeOn },
        { kind: 'remind_then', day: refusal.freeOn },
      ]
    case 'collision':
      return [
        { kind: 'talk_to', member: refusal.by },
        { kind: 'ask_to_take_over' },
        { kind: 'remind_then', day: refusal.freeOn },
      ]
    case 'no_address':
      return [{ kind: 'add_address' }, { kind: 'log_call' }]
    case 'stale_facts':
      return [{ kind: 'redraft' }]
    case 'unknown':
      return whenUnknown(refusal.about)
    default:
      return never(refusal)
  }
}

/** What a person can find out for us comes first; the rest is ours, and trying again is honest. */
function whenUnknown(about: Unknowable): NextActs {
  switch (about) {
    case 'standing':
      return [{ kind: 'update_standing' }]
    case 'day_told':
      return [{ kind: 'mark_as_told' }, { kind: 'update_standing' }]
    case 'person':
    case 'permission':
    case 'suppression':
    case 'do_not_contact':
    case 'ats':
    case 'job':
    case 'address':
    case 'messages':
    case 'conversations':
    case 'replies':
    case 'facts':
      return [{ kind: 'try_again' }, { kind: 'ask_admin' }]
    default:
      return never(about)
  }
}
