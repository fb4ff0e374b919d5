import type { KnownBlock } from '@slack/types'
import type { CatchUpLine, Source } from '../../domain/candidate/catch-up.ts'
import { isSnoozed } from '../../domain/nurture/snooze.ts'
import { dayIn, type Zone } from '../../domain/shared/time.ts'
import { standingLine } from '../../domain/shared/words/candidates.ts'
import { catchUp as words } from '../../domain/shared/words/catch-up.ts'
import { lastWords } from '../../domain/shared/words/gate.ts'
import { factKinds } from '../../domain/shared/words/outreach.ts'
import { interactions } from '../../domain/shared/words/profile.ts'
import { takeOver } from '../../domain/shared/words/take-over.ts'
import type { CatchUpModel, EntryModel } from '../../usecases/owners/catch-up.ts'
import { dayInWords, linkTo, moment, safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { flat } from '../people-list/person-row.ts'
import { SHOW_ENTRY } from './ids.ts'

/** Each line with a button to what it is from; what is a field of the profile leads there. */
export function renderCatchUp(model: CatchUpModel, zone: Zone): Drawn {
  const { person, owner, lines } = model
  const { fullName, consideredRole, standing, standingDay, id } = person
  const from = (text: string, source: Source): KnownBlock => ({
    ...section(text),
    accessory:
      source.kind === 'record'
        ? button(OPEN_PERSON, words.profile, id)
        : button(SHOW_ENTRY, words.entry, `${source.kind}:${source.id}`),
  })
  const stands = standingLine(standing, standingDay === undefined ? undefined : dayInWords(standingDay))
  const record: readonly string[] = [
    words.stands(stands, owner === undefined ? undefined : safe(flat(owner), 100)),
    ...warnings(model, zone),
    ...(person.bringBack === undefined ? [] : [words.wants(safe(flat(person.bringBack), 300))]),
    ...(person.nextTouch === undefined ? [] : [words.nextTouch(dayInWords(person.nextTouch))]),
  ]
  return {
    text: words.fallback,
    blocks: [
      section(words.heading(safe(flat(fullName), 150), safe(flat(consideredRole), 150))),
      ...talking(model),
      from(record.join('\n'), { kind: 'record' }),
      ...lines.map((line) => from(lineText(line), line.source)),
      ...(lines.length === 0 ? [small(words.nothing)] : []),
      small([...(model.drafts > 0 ? [words.drafts(model.drafts)] : []), words.note].join(' ')),
    ],
  }
}

const lineText = ({ topic, text, at }: CatchUpLine): string =>
  words.line(words.topics[topic], safe(flat(text), 300), moment(at))

function warnings({ person, doNotContact, now }: CatchUpModel, zone: Zone): readonly string[] {
  const { snoozedUntil } = person
  const snoozed = snoozedUntil !== undefined && isSnoozed(person, dayIn(now, zone))
  return [...(doNotContact ? [words.avoid] : []), ...(snoozed ? [words.snoozed(dayInWords(snoozedUntil))] : [])]
}

function talking({ talking: colleague, person }: CatchUpModel): readonly KnownBlock[] {
  if (colleague === undefined) return []
  const { how, last } = colleague.collision
  const who = safe(flat(person.fullName), 150)
  return [section(takeOver.warning(`<@${colleague.slackUserId}>`, who, lastWords[how], dayInWords(last)))]
}

export function renderEntry(model: EntryModel): Drawn {
  const who = safe(flat(model.who), 150)
  const { what, at, text, link } =
    model.kind === 'entry'
      ? { ...model.entry, what: interactions[model.entry.kind].what }
      : {
          what: factKinds[model.fact.kind],
          at: model.fact.statedAt,
          text: model.fact.text,
          link: model.fact.sourceLink,
        }
  const source = linkTo(link, words.message)
  const by = model.by === undefined ? [] : [words.by(safe(flat(model.by), 100))]
  return {
    text: words.fallback,
    blocks: [
      section([`*${who}* · ${what}`, moment(at), ...by, ...(source === undefined ? [] : [source])].join(' · ')),
      ...(text.trim() === '' ? [] : [section(safe(text, 2_900))]),
    ],
  }
}
