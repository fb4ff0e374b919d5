/** `/metrics csv`: the week's numbers as a file in the DM of whoever asked. */
import type { WebClient } from '@slack/web-api'
import { weekCsv } from '../domain/metrics/csv.ts'
import { firstDay } from '../domain/metrics/weeks.ts'
import { metrics, metricsUses as words } from '../domain/shared/words/metrics.ts'
import type { Ctx } from '../usecases/context.ts'
import { readMetrics } from '../usecases/metrics/read-metrics.ts'
import { reworded } from './refused.ts'
import type { Reply } from './shell/tell.ts'
import { slackError } from './slack-error.ts'

export async function csvReply(ctx: Ctx, client: WebClient): Promise<Reply> {
  const read = await readMetrics(ctx, {})
  if (!read.ok) return { text: reworded(read.refusal, () => words.tooSlow) }
  const day = firstDay(read.value.span, read.value.zone)
  try {
    const { channel } = await client.conversations.open({ users: ctx.actor.slackUserId })
    if (channel?.id === undefined) return { text: words.csvFailed('channel_not_found') }
    await client.filesUploadV2({
      channel_id: channel.id,
      filename: metrics.csvName(day),
      title: metrics.csvTitle(day),
      file: Buffer.from(weekCsv(read.value)),
    })
    return { text: words.csvSent }
  } catch (error) {
    const code = slackError(error)
    if (code === undefined) throw error
    return { text: code === 'missing_scope' ? words.csvNoScope : words.csvFailed(code) }
  }
}
