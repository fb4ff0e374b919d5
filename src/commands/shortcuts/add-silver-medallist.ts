import type { App } from '@slack/bolt'
import { openAddForm } from '../add-form.ts'
import type { Shell } from '../shell/enter.ts'
import { onShortcut } from '../shell/on-shortcut.ts'

/** The global shortcut opens the same form as `/silver` without a text. */
export function registerAddSilverMedallist(app: Pick<App, 'shortcut'>, shell: Shell): void {
  onShortcut(app, shell, { type: 'shortcut', callbackId: 'add_silver_medallist' }, ({ ctx, client, body }) =>
    openAddForm({ ctx, client, triggerId: body.trigger_id, text: '' }),
  )
}
