/** One person of a list, in two lines and two buttons. */
import type { ActionsBlock, KnownBlock } from '@slack/types'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { snoozeOf } from '../../domain/nurture/snooze.ts'
import { skillLabel } from '../../domain/pool/skills.ts'
import { dayIn, daysBetween, type Instant, type Zone } from '../../domain/shared/time.ts'
import { standingLine } from '../../domain/shared/words/candidates.ts'
import { list } from '../../domain/shared/words/find.ts'
import { unworked } from '../../domain/shared/words/pools.ts'
import { profile } from '../../domain/shared/words/profile.ts'
import { snooze as snoozeWords } from '../../domain/shared/words/snooze.ts'
import { DRAFT_FOR_PERSON } from '../draft-card/ids.ts'
import { option, plain } from '../form-fields.ts'
import { dayInWords, safe, section } from '../mrkdwn.ts'
import { PROFILE_MORE, personActValue } from '../profile/ids.ts'
import { SNOOZE_PERSON } from '../snooze-modal/ids.ts'
import { OPEN_PERSON } from './ids.ts'

export type Beholder = { readonly now: Instant; readonly zone: Zone }
const MOST_SKILLS = 6
/** What else is often wanted while looking through people; a profile has the rest. */
const ROW_ACTS = ['pools', 'call', 'standing'] as const

export const personRow = (person: Candidate, beholder: Beholder): readonly KnownBlock[] => [
  section(personLines(person, beholder)),
  personActs(person),
]

/** *Draft*, *Open* and *Snooze*, and a menu of what else, wherever people are listed. */
export const personActs = ({ id }: Pick<Candidate, 'id'>): ActionsBlock => ({
  type: 'actions',
  block_id: `person:${id}`,
  elements: [
    { type: 'button', action_id: DRAFT_FOR_PERSON, text: plain(list.draft), value: id },
    { type: 'button', action_id: OPEN_PERSON, text: plain(list.open), value: id },
    { type: 'button', action_id: SNOOZE_PERSON, text: plain(snoozeWords.button), value: id },
    {
      type: 'overflow',
      action_id: PROFILE_MORE,
      options: ROW_ACTS.map((act) => option(personActValue(act, id), profile.more[act])),
    },
  ],
})

export function personLines(person: Candidate, beholder: Beholder): string {
  const { fullName, headline, consideredRole, skills, location, remoteOk, standing, standingDay } = person
  const snoozed = snoozeOf(person, dayIn(beholder.now, beholder.zone))
  const about =
    headline === undefined || headline === consideredRole ? consideredRole : `${consideredRole}; ${headline}`
  const known = skills.slice(0, MOST_SKILLS).map(skillLabel).join(', ')
  const where = [
    ...(location === undefined ? [] : [safe(flat(location), 60)]),
    ...(remoteOk === true ? [list.remote] : []),
  ].join(', ')
  const first = [`*${safe(flat(fullName), 80)}*`, safe(flat(about), 160)].join(' · ')
  const second = [
    ...(known === '' ? [] : [safe(known + (skills.length > MOST_SKILLS ? '…' : ''), 160)]),
    ...(where === '' ? [] : [where]),
    standingLine(standing, standingDay === undefined ? undefined : dayInWords(standingDay)),
    lastContact(person, beholder),
    ...(snoozed === undefined ? [] : [snoozeWords.row(snoozed)]),
    ...(person.unworked ? [unworked.row] : []),
  ].join(' · ')
  return `${first}\n${second}`
}

/** A name with a line break would put words of its own on a line of ours. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

export function lastContact({ lastTouchAt }: Pick<Candidate, 'lastTouchAt'>, { now, zone }: Beholder): string {
  if (lastTouchAt === undefined) return list.neverContacted
  const days = daysBetween(dayIn(lastTouchAt, zone), dayIn(now, zone))
  return list.lastContacted(days <= 0 ? list.today : days === 1 ? list.yesterday : list.ago(days))
}
