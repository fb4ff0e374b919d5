import type { App } from '@slack/bolt'
import { mayAct } from '../../usecases/access/may-act.ts'
import type { Answers } from '../../views/form-fields.ts'
import { renderSilverModal } from '../../views/silver-modal/blocks.ts'
import { MORE_ACTION, readSilverMeta, type SilverMeta, STANDING_ACTION } from '../../views/silver-modal/schema.ts'
import { chosenPoolName, silverEntry } from '../../views/silver-modal/submit.ts'
import { edgeWords } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress, type Press } from '../shell/on-press.ts'
import type { Reply } from '../shell/tell.ts'
import { slackError } from '../slack-error.ts'

/** The form while it is filled in: *More details* unfolds the rest, *Where things stand* asks for its day where it needs one. */
export function registerSilverForm(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, MORE_ACTION, (act) => redraw(act, { more: true }))
  onPress(app, shell, STANDING_ACTION, (act) => redraw(act, {}))
}

/** Slack keeps what was typed, by block and action id, so the same blocks come back with the new ones among them. */
async function redraw({ ctx, client, pressed }: Press, change: Partial<SilverMeta>): Promise<Reply | undefined> {
  // Who is no recruiter any more learns it now, not after all is typed.
  if (!mayAct(ctx.actor, 'candidate.add'))
    return { text: edgeWords({ kind: 'not_allowed', permission: 'candidate.add' }) }
  const { view } = pressed
  if (view === undefined) return undefined
  const answers = view.state.values as Answers
  const drawn = (meta: SilverMeta) =>
    renderSilverModal({
      entry: silverEntry(answers),
      meta,
      ownerSlackId: ctx.actor.slackUserId,
      poolName: chosenPoolName(answers),
    })
  const meta = { ...readSilverMeta(view.private_metadata), ...change }
  try {
    await client.views.update({ view_id: view.id, hash: view.hash, view: drawn(meta) })
  } catch (error) {
    const code = slackError(error)
    // Closed meanwhile: there is nothing left to draw.
    if (code === 'not_found' || code === 'view_not_found') return undefined
    if (code !== 'hash_conflict') throw error
    // The other of the two acts was drawn meanwhile, and Slack keeps what was chosen. Unfolded, and asking for the day where this act may
    // not have seen the choice that needs it, the form shows what both wanted.
    await client.views.update({
      view_id: view.id,
      view: drawn({ ...meta, more: true, ...(change.more === true ? { day: true } : {}) }),
    })
  }
  return undefined
}
