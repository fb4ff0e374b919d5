/** A job opened: whom we know already, each with the reasons and what is missing. The same card answers *Who fits*. */
import type { Button, KnownBlock } from '@slack/types'
import type { ChannelHint } from '../../domain/jobs/channel-hint.ts'
import { lookForRole } from '../../domain/jobs/look-for.ts'
import { dayIn, daysBetween } from '../../domain/shared/time.ts'
import {
  channels as channelWords,
  gapInWords,
  hireSources,
  reasonInWords,
  jobCard as words,
} from '../../domain/shared/words/jobs.ts'
import type { JobCardModel } from '../../usecases/jobs/load-job-card.ts'
import type { Fitting } from '../../usecases/jobs/rank-people.ts'
import type { Job } from '../../usecases/ports/workspace.ts'
import { asTyped, safe, section, small } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { flat, personLines } from '../people-list/person-row.ts'
import { draftValue, JOB_CHANNELS, JOB_CLOSE, JOB_DRAFT, JOB_UNDO } from './ids.ts'

type Drawn = { readonly text: string; readonly blocks: KnownBlock[] }

/** A message bears some 13,000 characters, and nobody reads more of them at once. */
const MOST_SHOWN = 8

export function renderJobCard(model: JobCardModel | 'taken_back'): Drawn {
  if (model === 'taken_back') return { text: words.takenBack, blocks: [section(words.takenBack)] }
  const { job, who } = model
  const title = safe(flat(job.title), 300)
  if (job.closedAt !== undefined)
    return { text: words.fallbackClosed, blocks: [section(words.closed[job.outcome ?? 'cancelled'](title))] }
  const opened = words.opened(title, daysBetween(dayIn(job.openedAt, model.zone), dayIn(model.now, model.zone)))
  const about = aboutJob(job, model.manager)
  const blocks: KnownBlock[] = [
    section(`${opened} ${headline(model)}`),
    ...(about === '' ? [] : [small(about)]),
    ...(who === 'too_slow' ? [] : who.people.slice(0, MOST_SHOWN).flatMap((one) => personBlocks(one, model))),
    ...(who === 'too_slow' || who.people.length <= MOST_SHOWN
      ? []
      : [small(words.more(who.people.length - MOST_SHOWN, asTyped(lookForRole(job.title), 200)))]),
    ...(who === 'too_slow' || who.people.length === 0 ? [] : [small(words.promise)]),
    ...(model.channels === undefined ? [] : [small(channelsInWords(model.channels))]),
    ...(model.owner === undefined ? [buttons(job)] : []),
  ]
  return { text: words.fallback, blocks }
}

function headline({ who, owner }: JobCardModel): string {
  if (who === 'too_slow') return words.tooSlow
  const { people, more } = who
  if (people.length === 0) return words.nobody
  const flagged = people.filter(({ flaggedBy }) => flaggedBy !== undefined).length
  const known = owner === undefined ? words.known(people.length, more) : words.yours(people.length)
  return `${known}${flagged === 0 ? '' : `; ${words.flagged(flagged)}`}.`
}

export function aboutJob({ location, remoteOk, skills }: Job, manager: string | undefined): string {
  return [
    ...(location === undefined ? [] : [safe(flat(location), 120)]),
    ...(remoteOk ? [words.remote] : []),
    ...(skills.length === 0 ? [] : [safe(words.skills(skills), 150)]),
    ...(manager === undefined ? [] : [words.manager(manager)]),
  ].join(' · ')
}

function personBlocks({ person, fit, flaggedBy }: Fitting, model: JobCardModel): readonly KnownBlock[] {
  const { names, owner, job } = model
  const flagger = flaggedBy === undefined ? undefined : names.get(flaggedBy)
  const role = flat(person.consideredRole)
  const reasons = [
    ...fit.reasons.map((reason) => reasonInWords(reason, role)),
    ...(flagger === undefined ? [] : [words.flaggedBy(flagger)]),
  ]
  const missing = fit.gaps.length === 0 ? words.nothingMissing : words.missing(fit.gaps.map(gapInWords).join('; '))
  const keeper = person.ownerId === undefined || owner !== undefined ? undefined : names.get(person.ownerId)
  return [
    section(
      [
        personLines(person, { now: model.now, zone: model.zone }),
        `:white_check_mark: ${safe(reasons.join(' · '), 220)}`,
        `:grey_question: ${safe(missing, 220)}`,
        ...(keeper === undefined ? [] : [safe(words.owner(keeper), 100)]),
      ].join('\n'),
    ),
    {
      type: 'actions',
      block_id: `job_person:${person.id}`,
      elements: [
        { ...button(JOB_DRAFT, words.draft, draftValue(person.id, job.id)), style: 'primary' },
        button(OPEN_PERSON, words.open, person.id),
      ],
    },
  ]
}

const buttons = ({ id }: Job): KnownBlock => ({
  type: 'actions',
  block_id: 'job_acts',
  elements: [
    button(JOB_CLOSE, words.close, id),
    button(JOB_CHANNELS, channelWords.ask, id),
    button(JOB_UNDO, words.undo, id),
  ] satisfies Button[],
})

/** Where hires for such jobs came from, each of how many; and how that is counted. */
export const channelsInWords = ({ hires, sources }: ChannelHint): string =>
  sources.length === 0
    ? channelWords.tooFew(hires)
    : channelWords.said(
        sources
          .slice(0, 4)
          .map((one) => channelWords.source(hireSources[one.source], one.hires, hires))
          .join(' · '),
      )

export function renderChannels(hint: ChannelHint): Drawn {
  return { text: channelWords.ask, blocks: [section(channelsInWords(hint)), small(channelWords.definition)] }
}
