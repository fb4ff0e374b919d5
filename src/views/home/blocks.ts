/** "My day": what waits for this person, and the way to the next act. */
import type { Button, HomeView, KnownBlock } from '@slack/types'
import { dayIn, type Zone } from '../../domain/shared/time.ts'
import { flagStates } from '../../domain/shared/words/flags.ts'
import { home as words } from '../../domain/shared/words/home.ts'
import { metricsUses } from '../../domain/shared/words/metrics.ts'
import type { HomeModel, HomePool } from '../../usecases/outreach/load-home.ts'
import { homeOffer } from '../flag-offer/blocks.ts'
import { plain } from '../form-fields.ts'
import { renderGoals } from '../metrics/blocks.ts'
import { dayInWords, safe, section, small } from '../mrkdwn.ts'
import { queueRow } from '../outreach-queue/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import { OPEN_SETTINGS } from '../settings-modal/ids.ts'
import { HOME_ADD, HOME_FIND } from './ids.ts'
import { dueToday, goingQuiet, repliesWaiting } from './people.ts'

const DIVIDER: KnownBlock = { type: 'divider' }

export const renderHome = (model: HomeModel, zone: Zone): HomeView => ({
  type: 'home',
  blocks: [
    { type: 'header', text: plain(words.title) },
    ...(model.people === undefined ? [] : dueToday(model.people)),
    ...drafts(model),
    ...(model.people === undefined ? [] : [...repliesWaiting(model.people), ...goingQuiet(model.people, model.now)]),
    ...triage(model),
    ...acts(model),
    ...goals(model),
    ...pools(model),
    ...(model.mayAdd ? [] : [section(words.howToFlag), section(words.howToFlagText)]),
    ...(model.offers.length === 0 ? [] : [section(words.offers), ...model.offers.flatMap(homeOffer)]),
    ...ownFlags(model, zone),
    DIVIDER,
    small(words.help),
  ],
})

function drafts({ queue, now }: HomeModel): readonly KnownBlock[] {
  if (queue === undefined) return []
  const rows = queue.rows.map((row) => queueRow(row, now))
  return [
    section(words.drafts),
    ...(rows.length === 0 ? [section(words.noDrafts)] : rows),
    ...(queue.more === 0 ? [] : [small(words.moreDrafts(queue.more))]),
  ]
}

function triage({ triage: flags }: HomeModel): readonly KnownBlock[] {
  if (flags === undefined) return []
  const { waiting, channel } = flags
  return [section(words.nearMisses), section(waiting === 0 ? words.noneWaits : words.waiting(waiting, place(channel)))]
}

/** An id makes a link; a name is a name. */
const place = (channel: string): string => (/^[CG][A-Z0-9]{6,}$/.test(channel) ? `<#${channel}>` : safe(channel, 100))

function acts({ mayAdd, maySet, pools: list }: HomeModel): readonly KnownBlock[] {
  const add: Button = { type: 'button', action_id: HOME_ADD, text: plain(words.add), style: 'primary', value: 'add' }
  const find: Button = { type: 'button', action_id: HOME_FIND, text: plain(words.find), value: 'find' }
  const settings: Button = { type: 'button', action_id: OPEN_SETTINGS, text: plain(words.settings), value: 'settings' }
  const elements = [...(mayAdd ? [add] : []), ...(list === undefined ? [] : [find]), ...(maySet ? [settings] : [])]
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: 'home_acts', elements }]
}

function goals({ goals: set }: HomeModel): readonly KnownBlock[] {
  if (set === undefined) return []
  if (set === 'none') return [section(words.goals), section(metricsUses.noGoal)]
  return [section(words.goals), ...(set === 'too_slow' ? [section(words.goalsNotCounted)] : renderGoals(set).blocks)]
}

function pools({ pools: list }: HomeModel): readonly KnownBlock[] {
  if (list === undefined) return []
  return [section(words.pools), section(list.length === 0 ? words.noPools : list.map(poolLine).join('\n'))]
}

const poolLine = ({ name, size, stale }: HomePool): string =>
  words.pool(
    safe(flat(name), 150),
    size === undefined ? words.notCounted : words.people(size),
    stale === undefined || stale === 0 ? undefined : words.stale(stale),
  )

function ownFlags({ ownFlags: flags }: HomeModel, zone: Zone): readonly KnownBlock[] {
  if (flags.length === 0) return []
  const lines = flags.map(({ fullName, role, state, flaggedAt }) =>
    words.flag(safe(flat(fullName), 150), safe(flat(role), 150), flagStates[state], dayInWords(dayIn(flaggedAt, zone))),
  )
  return [section(words.yourFlags), section(lines.join('\n'))]
}
