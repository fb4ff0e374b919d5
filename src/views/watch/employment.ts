/** Recording how the people of a watched company are employed now: who, as what, and *Undo*. */
import type { ModalView } from '@slack/types'
import type { Employment } from '../../domain/candidate/candidate.ts'
import { LIKELY_EMPLOYMENT, MOST_MARKED } from '../../domain/nurture/company-watch.ts'
import { employments } from '../../domain/shared/words/profile-form.ts'
import { watch as words } from '../../domain/shared/words/watch.ts'
import type { Marked, ToMark } from '../../usecases/watch/mark-employment.ts'
import { field, option, optionsOf, plain, radio, several } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import { WATCH_EMPLOYMENT_AS, WATCH_EMPLOYMENT_MODAL, WATCH_EMPLOYMENT_UNDO, WATCH_EMPLOYMENT_WHO } from './ids.ts'

/** Whoever is not so yet is chosen, so that the form shows what it is about to do; a person may leave anybody out. */
export function renderEmployment({ watch, people, more }: ToMark): ModalView {
  const likely = LIKELY_EMPLOYMENT[watch.kind]
  const options = people.map(({ id, fullName, employment }) =>
    option(id, words.employment.person(flat(fullName), employment === undefined ? undefined : employments[employment])),
  )
  const chosen = people.filter(({ employment }) => employment !== likely).map(({ id }) => id as string)
  return {
    type: 'modal',
    callback_id: WATCH_EMPLOYMENT_MODAL,
    title: plain(words.employment.title),
    submit: plain(words.employment.submit),
    close: plain(words.cancel),
    private_metadata: watch.id,
    blocks: [
      section(
        words.employment.preview(safe(flat(watch.company), 150), chosen.length, employments[likely].toLowerCase()),
      ),
      field(
        { id: WATCH_EMPLOYMENT_AS, label: words.employment.as, required: true },
        radio(optionsOf(employments), likely),
      ),
      field(
        { id: WATCH_EMPLOYMENT_WHO, label: words.employment.who, hint: words.employment.whoHint, required: true },
        several(options, chosen),
      ),
      ...(more > 0 ? [small(words.employment.more(more, MOST_MARKED))] : []),
      small(words.employment.promise),
    ],
  }
}

export function renderMarked({ batchId, employment, marked, left }: Marked): Drawn {
  const text = words.employment.marked(marked, asWords(employment), left)
  return {
    text,
    blocks: [
      section(text),
      { type: 'actions', elements: [button(WATCH_EMPLOYMENT_UNDO, words.undo, batchId)] },
      small(words.promise),
    ],
  }
}

const asWords = (employment: Employment): string => employments[employment].toLowerCase()
