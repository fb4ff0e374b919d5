/** `/medallist nudge`, `nudge channel`, `nudge dm`, `nudge off`: where one's own daily nudge comes. */
import { NUDGE_WAYS } from '../domain/settings/workspace-settings.ts'
import { nearest } from '../domain/shared/text.ts'
import { nudgeWay as words } from '../domain/shared/words/settings.ts'
import type { Ctx } from '../usecases/context.ts'
import { chooseNudge, readNudgeWay } from '../usecases/settings/choose-nudge.ts'
import { asTyped } from '../views/mrkdwn.ts'
import { place } from '../views/settings-modal/lines.ts'
import { edgeWords } from './refused.ts'
import type { Reply } from './shell/tell.ts'

export async function nudgeWayReply(ctx: Ctx, given: string): Promise<Reply> {
  const now = await readNudgeWay(ctx, {})
  if (!now.ok) return { text: edgeWords(now.refusal) }
  const { channel, at } = now.value
  if (given === '') return { text: `${words.now[now.value.way](place(channel), at)} ${words.usage}` }
  const way = NUDGE_WAYS.find((one) => one === given)
  if (way === undefined)
    return { text: `${words.unknown(asTyped(given, 60), nearest(given, NUDGE_WAYS))} ${words.usage}` }
  const chosen = await chooseNudge(ctx, { way })
  return { text: chosen.ok ? words.now[chosen.value.way](place(channel), at) : edgeWords(chosen.refusal) }
}
