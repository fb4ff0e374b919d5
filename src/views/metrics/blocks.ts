/** `/metrics`: the week as far as it is, one pool, the goals, and what the numbers mean. Seen by whoever asked alone. */
import type { KnownBlock } from '@slack/types'
import { firstDay } from '../../domain/metrics/weeks.ts'
import { DEFINITIONS } from '../../domain/shared/words/metric-definitions.ts'
import { metricsUses as uses, metrics as words } from '../../domain/shared/words/metrics.ts'
import { metricsYear as yearWords } from '../../domain/shared/words/metrics-year.ts'
import type { GoalsModel, MetricsModel, PoolMetrics } from '../../usecases/metrics/read-metrics.ts'
import { dayInWords, safe, section, small } from '../mrkdwn.ts'
import { flat } from '../people-list/person-row.ts'
import { numbers } from '../pool-page/blocks.ts'
import { nextActs, numberLines, poolSentence, poolTable } from './lines.ts'

type Drawn = { readonly text: string; readonly blocks: KnownBlock[] }

export function renderMetrics(model: MetricsModel): Drawn {
  const { now, before, goals, pools, span, zone, helpers, cadenceDays } = model
  const title = words.title.soFar(dayInWords(firstDay(span, zone)))
  const thanks = thanksLine(now.thanks, helpers)
  return {
    text: words.fallback(words.headline(now)),
    blocks: [
      section(`*${title}*\n${words.headline(now)}`),
      section([...numberLines({ now, before, goals }), words.sources(now.year)].join('\n')),
      section([yearWords.funnel(now.year), yearWords.wentNoFurther(now.year), yearWords.goneAway(now.year)].join('\n')),
      section(yearWords.fourFifths(now.year)),
      poolTable(pools),
      ...nextActs(now, cadenceDays),
      ...(thanks === undefined ? [] : [section(thanks)]),
      small(words.meaning),
    ],
  }
}

export function thanksLine(
  thanks: MetricsModel['now']['thanks'],
  helpers: MetricsModel['helpers'],
): string | undefined {
  const told = thanks.flatMap(({ memberId, flags }) => {
    const helper = helpers.find((one) => one.id === memberId)
    return helper === undefined ? [] : [words.thanked(`<@${helper.slackUserId}>`, flags)]
  })
  return told.length === 0 ? undefined : words.thanks(told)
}

export function renderPoolMetrics({ pool, cadenceDays, figures }: PoolMetrics): Drawn {
  const now = figures === undefined || figures.size === 0 ? [] : [uses.poolNow, ...numbers(figures, cadenceDays)]
  const text = [poolSentence(pool), uses.poolCadence(cadenceDays), ...now].join('\n')
  return { text, blocks: [section(text)] }
}

/** Where many read it, so it names no candidate. */
export function renderPoolWeek({ pool, cadenceDays }: PoolMetrics): Drawn {
  const heading = uses.pool(safe(flat(pool.name), 150))
  const text = [heading, poolSentence(pool), uses.poolCadence(cadenceDays)].join('\n')
  return { text: heading, blocks: [section(text)] }
}

export function renderGoals({ goals, year }: GoalsModel): Drawn {
  const text =
    goals === undefined
      ? [uses.noGoal, words.hires(year, undefined)].join('\n')
      : [
          uses.goal(goals.poolHiresPercent, goals.by === undefined ? undefined : dayInWords(goals.by)),
          words.hires(year, goals.poolHiresPercent),
        ].join('\n')
  return { text, blocks: [section(text)] }
}

export function renderDefinitions(): Drawn {
  return { text: uses.help, blocks: [section(uses.help), ...definitionLines().map(section)] }
}
const lines = (of: typeof DEFINITIONS): string => of.map(([name, meaning]) => `*${name}*: ${meaning}`).join('\n')
/** As a section holds them: so many fit into one. */
const IN_ONE_SECTION = 6
const definitionLines = (): readonly string[] =>
  Array.from({ length: Math.ceil(DEFINITIONS.length / IN_ONE_SECTION) }, (_, part) =>
    lines(DEFINITIONS.slice(part * IN_ONE_SECTION, (part + 1) * IN_ONE_SECTION)),
  )
export const definitionsText = (): string => lines(DEFINITIONS)
