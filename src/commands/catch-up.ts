/** `/candidate … catch-up`, and what stands behind its lines. */
import type { App } from '@slack/bolt'
import { catchUp as words } from '../domain/shared/words/catch-up.ts'
import { listRefusals } from '../domain/shared/words/find.ts'
import type { Ctx } from '../usecases/context.ts'
import { readCatchUp, showEntry } from '../usecases/owners/catch-up.ts'
import { renderCatchUp, renderEntry } from '../views/catch-up/blocks.ts'
import { OPEN_CATCH_UP, readEntryValue, SHOW_ENTRY } from '../views/catch-up/ids.ts'
import { edgeReply } from './find-replies.ts'
import type { Shell } from './shell/enter.ts'
import { onPress } from './shell/on-press.ts'
import type { Reply } from './shell/tell.ts'

export async function catchUpReply(ctx: Ctx, candidateId: string): Promise<Reply> {
  const read = await readCatchUp(ctx, { candidateId })
  if (read.ok) return renderCatchUp(read.value, ctx.actor.zone)
  return read.refusal.kind === 'person_gone' ? { text: listRefusals.person_gone } : edgeReply(read.refusal)
}

export function registerCatchUp(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, OPEN_CATCH_UP, ({ ctx, pressed }) => catchUpReply(ctx, pressed.value))
  onPress(app, shell, SHOW_ENTRY, async ({ ctx, pressed }) => {
    const shown = await showEntry(ctx, readEntryValue(pressed.value))
    if (shown.ok) return renderEntry(shown.value)
    return shown.refusal.kind === 'person_gone' ? { text: words.gone } : edgeReply(shown.refusal)
  })
}
