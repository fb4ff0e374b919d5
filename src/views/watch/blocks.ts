/** A watched company: the form, the list, and its people, the warmest first. */
import type { KnownBlock, ModalView } from '@slack/types'
import type { Day } from '../../domain/shared/time.ts'
import { standingLine } from '../../domain/shared/words/candidates.ts'
import { watch as words } from '../../domain/shared/words/watch.ts'
import type { CompanyWatch } from '../../usecases/ports/watches.ts'
import type { WatchPeople } from '../../usecases/watch/watch-company.ts'
import { chosen, day, field, optionsOf, plain, radio, typed } from '../form-fields.ts'
import { asTyped, dayInWords, linkTo, safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { flat } from '../people-list/person-row.ts'
import {
  WATCH_COMPANY,
  WATCH_DAY,
  WATCH_EMPLOYMENT,
  WATCH_KIND,
  WATCH_LASTING,
  WATCH_LINK,
  WATCH_MODAL,
  WATCH_NEW,
  WATCH_PEOPLE,
  WATCH_STOP,
} from './ids.ts'

export const renderWatchModal = (company: string, today: Day): ModalView => ({
  type: 'modal',
  callback_id: WATCH_MODAL,
  title: plain(words.title),
  submit: plain(words.submit),
  close: plain(words.cancel),
  blocks: [
    field(
      { id: WATCH_COMPANY, label: words.labels.company, hint: words.companyHint, required: true },
      typed({ value: company, max: 150 }),
    ),
    field({ id: WATCH_KIND, label: words.labels.kind, required: true }, chosen(optionsOf(words.kinds), undefined)),
    field({ id: WATCH_DAY, label: words.labels.day, required: true }, day(today, words.pickDay)),
    field({ id: WATCH_LINK, label: words.labels.link, hint: words.linkHint }, typed({ max: 500 })),
    field({ id: WATCH_LASTING, label: words.labels.lasts, required: true }, radio(optionsOf(words.lasts), '60')),
    small(words.promise),
  ],
})

const newsOf = ({ kind, company }: CompanyWatch): string => words.news[kind](safe(flat(company), 150))

export function renderWatch({ watch, people, more }: WatchPeople, begun: boolean): Drawn {
  const source = linkTo(watch.link, words.source)
  const text = words.begun(newsOf(watch), dayInWords(watch.day), dayInWords(watch.endsOn))
  const company = asTyped(watch.company.replaceAll('"', ''), 150)
  const rows = people.map(({ person, reasons }): KnownBlock => {
    const stands = standingLine(person.standing, person.standingDay && dayInWords(person.standingDay))
    const line = words.person(safe(flat(person.fullName), 150), safe(flat(person.consideredRole), 100), stands)
    const why = reasons.length === 0 ? words.noReason : reasons.map((one) => words.reasons[one]).join(', ')
    return { ...section(`${line}\n${why}`), accessory: button(OPEN_PERSON, 'Open', person.id) }
  })
  return {
    text: words.title,
    blocks: [
      section(source === undefined ? text : `${text} ${source}`),
      ...(rows.length === 0 ? [small(words.nobody)] : rows),
      ...(more > 0 ? [small(words.more(more, company))] : []),
      {
        type: 'actions',
        elements: [
          ...(rows.length === 0 ? [] : [button(WATCH_EMPLOYMENT, words.employment.open, watch.id)]),
          button(WATCH_STOP, begun ? words.undo : words.stop, watch.id),
        ],
      },
      small(words.promise),
    ],
  }
}

export function renderWatchList(watches: readonly CompanyWatch[]): Drawn {
  const { heading, none, line, usage } = words.list
  return {
    text: heading.replaceAll('*', ''),
    blocks: [
      section(watches.length === 0 ? `${heading}\n${none}` : heading),
      ...watches.map(
        (watch): KnownBlock => ({
          ...section(line(newsOf(watch), dayInWords(watch.day), dayInWords(watch.endsOn))),
          accessory: button(WATCH_PEOPLE, words.show, watch.id),
        }),
      ),
      { type: 'actions', elements: [button(WATCH_NEW, words.open, 'new')] },
      small(usage),
    ],
  }
}
