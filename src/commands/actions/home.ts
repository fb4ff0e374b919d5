import type { App } from '@slack/bolt'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { mayAct } from '../../usecases/access/may-act.ts'
import { HOME_ADD, HOME_FIND } from '../../views/home/ids.ts'
import { renderEditModal } from '../../views/people-list/edit-modal.ts'
import { openAddForm } from '../add-form.ts'
import { openModal } from '../open-modal.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'

/** The two buttons of "My day"; rows of drafts bring their own. */
export function registerHome(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, HOME_ADD, ({ ctx, client, pressed }) =>
    openAddForm({ ctx, client, triggerId: pressed.triggerId, text: '' }),
  )
  onPress(app, shell, HOME_FIND, async ({ ctx, client, pressed }) => {
    if (!mayAct(ctx.actor, 'pool.read')) return { text: listRefusals.notAllowed }
    return openModal(client, pressed.triggerId, renderEditModal('', {}))
  })
}
