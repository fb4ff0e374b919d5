/** `/metrics csv`: the week's numbers as a file in the DM of whoever asked. */
import type { WebClient } from '@slack/web-api'
import { weekCsv } from '../domain/metrics/csv.ts'
import { firstDay } from '../domain/metrics/weeks.ts'
import { metrics, metricsUses as words } from '../domain/shared/words/metrics.ts'
import type { Ctx } from '../usecases/context.ts'
import { readMetrics } from '../usecases/metrics/read-metrics.ts'
import { reworded } from './refused.ts'
import { sendFile } from './send-file.ts'
import type { Reply } from './shell/tell.ts'

export async function csvReply(ctx: Ctx, client: WebClient): Promise<Reply> {
  const read = await readMetrics(ctx, {})
  if (!read.ok) return { text: reworded(read.refusal, () => words.tooSlow) }
  const day = firstDay(read.value.span, read.value.zone)
  const file = {
    name: metrics.csvName(day),
    title: metrics.csvTitle(day),
    comment: words.csvComment,
    text: weekCsv(read.value),
  }
  const code = await sendFile(client, ctx.actor.slackUserId, file)
  if (code === undefined) return { text: words.csvSent }
  return { text: code === 'missing_scope' ? words.csvNoScope : words.csvFailed(code) }
}
