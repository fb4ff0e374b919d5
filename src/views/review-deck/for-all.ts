/** **Draft for all…**: who would get a draft and who cannot, before anything is written. */
import type { ModalView } from '@slack/types'
import type { Refusal } from '../../domain/outreach/refusal.ts'
import { A_SITTING } from '../../domain/outreach/sitting.ts'
import { dayIn, type Zone } from '../../domain/shared/time.ts'
import { refusalSentence } from '../../domain/shared/words/gate.ts'
import { profile } from '../../domain/shared/words/profile.ts'
import { forAll } from '../../domain/shared/words/review.ts'
import type { CannotBeDrafted, ForAll } from '../../usecases/outreach/deck-for-all.ts'
import { plain } from '../form-fields.ts'
import { dayInWords, safe, section, small } from '../mrkdwn.ts'
import { flat } from '../people-list/person-row.ts'
import { FOR_ALL_MODAL } from './ids.ts'

/** More names than this are counted. */
const MOST_NAMED = 15

export function renderForAll(listingId: string, model: ForAll, zone: Zone): ModalView {
  const { people, waiting, cannot, more } = model
  const none = people.length === 0
  return {
    type: 'modal',
    ...(none
      ? {}
      : { callback_id: FOR_ALL_MODAL, private_metadata: listingId, submit: plain(forAll.submit(people.length)) }),
    title: plain(forAll.title),
    close: plain(none ? forAll.close0 : forAll.close),
    blocks: [
      section(none ? forAll.nobody : forAll.will(people.length)),
      ...(none ? [] : [small(people.map(({ fullName }) => safe(flat(fullName), 80)).join(' · '))]),
      ...(waiting === 0 ? [] : [small(forAll.waiting(waiting))]),
      ...(cannot.length === 0 ? [] : [section(forAll.cannot), ...lines(cannot, zone)]),
      ...(more ? [small(forAll.more(A_SITTING))] : []),
    ],
  }
}

function lines(cannot: readonly CannotBeDrafted[], zone: Zone) {
  const shown = cannot.slice(0, MOST_NAMED)
  const rest = cannot.length - shown.length
  return [
    ...shown.map(({ person, because }) => {
      const who = safe(flat(person.fullName), 100)
      return section(forAll.line(who, sentence(because[0], who, zone)))
    }),
    ...(rest === 0 ? [] : [small(forAll.others(rest))]),
  ]
}

const sentence = (refusal: Refusal, who: string, zone: Zone): string =>
  refusalSentence(
    refusal.kind === 'do_not_contact_company' ? { ...refusal, company: safe(refusal.company, 150) } : refusal,
    {
      who,
      day: dayInWords,
      moment: (at) => dayInWords(dayIn(at, zone)),
      member: () => profile.somebody,
      person: () => profile.anotherRecord,
    },
  )
