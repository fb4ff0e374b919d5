import type { App } from '@slack/bolt'
import { nearest, normaliseSlash } from '../../domain/shared/text.ts'
import { metricsUses as words } from '../../domain/shared/words/metrics.ts'
import type { Ctx } from '../../usecases/context.ts'
import { readGoals, readMetrics, readPoolMetrics } from '../../usecases/metrics/read-metrics.ts'
import { renderDefinitions, renderGoals, renderMetrics, renderPoolMetrics } from '../../views/metrics/blocks.ts'
import { asTyped } from '../../views/mrkdwn.ts'
import { csvReply } from '../metrics-csv.ts'
import { reworded } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onCommand } from '../shell/on-command.ts'
import type { Reply } from '../shell/tell.ts'

const USES = ['pool', 'goals', 'csv', 'help'] as const

/** `/metrics`: this week's numbers now; of one pool, the goals, or as a file. Seen by nobody else. */
export function registerMetrics(app: Pick<App, 'command'>, shell: Shell): void {
  onCommand(app, shell, '/metrics', async ({ ctx, client, command, ack }) => {
    await ack()
    const text = normaliseSlash(command.text)
    const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text) ?? []
    switch (word.toLowerCase()) {
      case '':
        return weekReply(ctx)
      case 'pool':
        return poolReply(ctx, rest.replace(/^"(.*)"$/s, '$1').trim())
      case 'goals':
      case 'goal':
        return goalsReply(ctx)
      case 'csv':
        return csvReply(ctx, client)
      case 'help':
        return renderDefinitions()
      default:
        return { text: `${words.unknown(asTyped(word), nearest(word, USES))} ${words.help}` }
    }
  })
}

async function weekReply(ctx: Ctx): Promise<Reply> {
  const read = await readMetrics(ctx, {})
  if (!read.ok) return { text: reworded(read.refusal, () => words.tooSlow) }
  return renderMetrics(read.value)
}

async function goalsReply(ctx: Ctx): Promise<Reply> {
  const read = await readGoals(ctx, {})
  return read.ok ? renderGoals(read.value) : { text: reworded(read.refusal, () => words.tooSlow) }
}

async function poolReply(ctx: Ctx, name: string): Promise<Reply> {
  if (name === '') return { text: words.whichPool }
  const read = await readPoolMetrics(ctx, { name })
  if (read.ok) return renderPoolMetrics(read.value)
  const told = reworded(read.refusal, (refusal) =>
    refusal.kind === 'too_slow'
      ? words.tooSlow
      : words.noPool(asTyped(name), refusal.nearest === undefined ? undefined : asTyped(refusal.nearest)),
  )
  return { text: told }
}
