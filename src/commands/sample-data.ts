/** `/medallist sample-data load`, `… remove`: the sample company in a workspace of one's own. */
import type { RespondFn } from '@slack/bolt'
import { sampleData as words } from '../domain/shared/words/sample-data.ts'
import type { Ctx } from '../usecases/context.ts'
import { fillSampleData, loadSampleData, removeSampleData } from '../usecases/sample/sample-data.ts'
import { asTyped, safe } from '../views/mrkdwn.ts'
import { edgeWords, reworded } from './refused.ts'
import { privately, type Reply } from './shell/tell.ts'

type Asking = { readonly ctx: Ctx; readonly ack: () => Promise<void>; readonly respond: RespondFn }

export async function sampleDataReply(asking: Asking, act: string): Promise<Reply> {
  if (act === 'load') return loadSampleReply(asking)
  if (act === 'remove') return removeReply(asking.ctx)
  return { text: act === '' ? words.usage : `${words.unknown(asTyped(act, 60))} ${words.usage}` }
}

/** That it began is kept before Slack hears of it; the people take longer than Slack waits, and one that is cut off is taken up by the next *load*. */
export async function loadSampleReply({ ctx, ack, respond }: Asking): Promise<Reply> {
  const begun = await loadSampleData(ctx, {})
  if (!begun.ok) return { text: reworded(begun.refusal, ({ kind }) => words[kind]) }
  await ack()
  await privately(respond)({ text: words.loading })
  return { text: words.loaded(await fillSampleData(ctx)) }
}

/** Enough to know them by. */
const MOST_NAMED = 8

async function removeReply(ctx: Ctx): Promise<Reply> {
  const done = await removeSampleData(ctx, {})
  if (!done.ok) return { text: done.refusal.kind === 'none_loaded' ? words.none_loaded : edgeWords(done.refusal) }
  const { removed, kept, jobsKept, poolsKept } = done.value
  const names = kept.slice(0, MOST_NAMED).map(({ fullName }) => safe(fullName, 100))
  const rest = words.restKept(jobsKept, poolsKept)
  return {
    text: [
      words.removed(removed),
      ...(kept.length === 0 ? [] : [words.kept(names, kept.length - names.length)]),
      ...(rest === '' ? [] : [words.restStays(rest)]),
    ].join(' '),
  }
}
