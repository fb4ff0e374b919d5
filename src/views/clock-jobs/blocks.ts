/** What runs by the clock, and what a run did. */
import type { KnownBlock } from '@slack/types'
import { clockJobs as words } from '../../domain/shared/words/clock-jobs.ts'
import type { JobLine } from '../../usecases/jobs-run/list-jobs.ts'
import type { RunTold } from '../../usecases/jobs-run/run-told.ts'
import { moment, safe, section, small } from '../mrkdwn.ts'

type Drawn = { readonly text: string; readonly blocks: KnownBlock[] }

export function renderJobs(lines: readonly JobLine[]): Drawn {
  const blocks: KnownBlock[] = [section(words.heading)]
  for (const { job, channel, next, runs } of lines) {
    const heading = words.line(
      job,
      channel === undefined ? undefined : channelName(channel),
      next === undefined ? undefined : moment(next),
    )
    const told = runs.length === 0 ? [words.never] : runs.map(runLine)
    blocks.push(section([heading, ...told].join('\n')))
  }
  return { text: words.heading.replaceAll('*', ''), blocks: [...blocks, small(words.usage)] }
}

const runLine = (run: RunTold): string => words.run(moment(run.startedAt), run.byHand, howItWent(run))

function howItWent({ outcome, job, nudged }: RunTold): string {
  if (outcome === undefined) return words.outcome.running
  return outcome === 'done' && job === 'nudge' ? words.nudged(people(nudged)) : words.outcome[outcome]
}

/** Whom a message has room for. */
const MOST_NAMED = 30
const people = (nudged: RunTold['nudged']): readonly string[] =>
  nudged
    .filter((one) => one.people > 0)
    .slice(0, MOST_NAMED)
    .map((one) => words.nudgedOne(`<@${one.slackUserId}>`, one.people))

/** What `jobs run` answers. */
export function renderRan(run: RunTold, channel: string): Drawn {
  const text =
    run.job === 'digest'
      ? words.ranDigest(channelName(channel))
      : run.outcome === undefined
        ? words.goesOn
        : run.job === 'duplicates'
          ? words.ranDuplicates
          : run.job === 'pools'
            ? words.ranPools
            : words.ranNudge(people(run.nudged))
  return { text, blocks: [section(text)] }
}

/** An id makes a link; a name is a name. */
const channelName = (channel: string): string =>
  /^[CG][A-Z0-9]{6,}$/.test(channel) ? `<#${channel}>` : safe(channel, 100)
