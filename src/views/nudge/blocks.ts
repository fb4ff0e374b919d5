/** The morning's reminder: whom to have a word with, why today, and the way to it in one tap. */
import type { ActionsBlock, KnownBlock } from '@slack/types'
import { MINUTES_EACH } from '../../domain/nurture/due.ts'
import { type Day, dayIn, daysBetween, type Instant, type Zone } from '../../domain/shared/time.ts'
import { nudge as words } from '../../domain/shared/words/nudge.ts'
import { watch as watchWords } from '../../domain/shared/words/watch.ts'
import type { NudgeModel, NudgeRow } from '../../usecases/nurture/load-nudge.ts'
import { DRAFT_FOR_PERSON } from '../draft-card/ids.ts'
import { option, plain } from '../form-fields.ts'
import { dayInWords, safe, section, small } from '../mrkdwn.ts'
import { flat } from '../people-list/person-row.ts'
import { SNOOZE_PERSON } from '../snooze-modal/ids.ts'
import { NUDGE_ACTS, NUDGE_MORE, nudgeActValue } from './ids.ts'

type Drawn = { readonly blocks: KnownBlock[]; readonly text: string }

/** With names and buttons, for a private channel or a DM. */
export function renderNudge(model: NudgeModel): Drawn {
  const { slackUserId, rows, rest } = model
  const open = rows.filter((row) => row.done === undefined)
  const name = shortName(model)
  const heading =
    open.length === 0
      ? words.allDone(name, rows.length)
      : words.heading(name, open.length, open.length * MINUTES_EACH, rest)
  return {
    text: heading,
    blocks: [
      section(`*${heading}*`),
      small(words.isFor(`<@${slackUserId}>`)),
      ...rows.flatMap((row) => rowBlocks(row, model)),
    ],
  }
}

/** For a channel that everybody may read: how many, and nobody's name. */
export function renderNudgeLine(model: NudgeModel): Drawn {
  const open = model.rows.filter((row) => row.done === undefined).length
  const name = shortName(model)
  const text = open === 0 ? words.publicDone(name) : words.publicLine(name, open, open * MINUTES_EACH)
  return { text: text.replaceAll('*', ''), blocks: [section(text)] }
}

const shortName = ({ name }: NudgeModel): string => safe(flat(name).split(' ')[0] ?? '', 60)

function rowBlocks(row: NudgeRow, model: NudgeModel): readonly KnownBlock[] {
  const text = section(rowText(row, model))
  const { person, kind, done } = row
  if (done !== undefined) return [text]
  const acts: ActionsBlock = {
    type: 'actions',
    block_id: `nudge:${person.id}`,
    elements: [
      {
        type: 'button',
        action_id: DRAFT_FOR_PERSON,
        text: plain(kind === 'reply' ? words.buttons.reply : words.buttons.draft),
        style: 'primary',
        value: person.id,
      },
      { type: 'button', action_id: SNOOZE_PERSON, text: plain(words.buttons.snooze), value: person.id },
      {
        type: 'overflow',
        action_id: NUDGE_MORE,
        options: NUDGE_ACTS.map((act) => option(nudgeActValue(act, person.id), words.more[act])),
      },
    ],
  }
  return [text, acts]
}

const LONGEST_QUOTE = 200

/** Who they are, why today, and since when it is quiet; as of the day of the nudge, so that an old one stays true. */
function rowText({ person, kind, reply, promise, job, watch, done }: NudgeRow, { day, zone }: NudgeModel): string {
  const name = safe(flat(person.fullName), 80)
  const { why } = words
  const { standingDay, nextTouch, lastTouchAt } = person
  const stood = words.stood(
    safe(flat(person.consideredRole), 80),
    person.standing,
    standingDay === undefined ? undefined : monthOf(standingDay, day),
  )
  const said = reply && why.reply(name, whenOf(reply.at, day, zone), safe(flat(reply.text), LONGEST_QUOTE))
  const reasons = [
    ...(kind === 'promise' && promise !== undefined ? [why.promised(safe(flat(promise), LONGEST_QUOTE))] : []),
    ...(kind === 'promise' && promise === undefined && nextTouch !== undefined
      ? [why.promise(dayInWords(nextTouch))]
      : []),
    ...(kind === 'job_opened' && promise !== undefined ? [why.promised(safe(flat(promise), LONGEST_QUOTE))] : []),
    ...(job === undefined ? [] : [why.jobOpened(safe(flat(job.title), 80), whenOf(job.openedAt, day, zone))]),
    ...(watch === undefined
      ? []
      : [why.watch(watchWords.news[watch.kind](safe(flat(watch.company), 80)), whenDay(watch.day, day))]),
    ...(kind === 'tier_a' ? [why.tierA] : []),
    ...(kind === 'reply' ? [] : [lastTouchAt === undefined ? words.never : quietOf(lastTouchAt, day, zone)]),
  ]
  const line = [said ?? `*${name}*: ${stood}`, ...(said === undefined ? [] : [stood]), ...reasons].join(' ')
  return done === undefined ? line : `~${name}~ ${words.done[done]}`
}

function quietOf(lastTouchAt: Instant, day: Day, zone: Zone): string {
  return words.quiet(Math.max(0, daysBetween(dayIn(lastTouchAt, zone), day)))
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })

/** "today", "yesterday", "on Friday", "on 3 March 2026". */
const whenOf = (moment: Instant, today: Day, zone: Zone): string => whenDay(dayIn(moment, zone), today)

function whenDay(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  if (ago <= 0) return 'today'
  if (ago === 1) return 'yesterday'
  return ago < 7 ? `on ${WEEKDAY.format(new Date(`${day}T00:00:00Z`))}` : `on ${dayInWords(day)}`
}

/** "March" of the last eleven months, else with its year. */
function monthOf(day: Day, today: Day): string {
  const month = MONTH.format(new Date(`${day}T00:00:00Z`))
  return daysBetween(day, today) < 330 ? month : `${month} ${day.slice(0, 4)}`
}
