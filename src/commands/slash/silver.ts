import type { App } from '@slack/bolt'
import { silver } from '../../domain/shared/words/capture.ts'
import { openAddForm } from '../add-form.ts'
import { openResumeForm } from '../resumes.ts'
import type { Shell } from '../shell/enter.ts'
import { onCommand } from '../shell/on-command.ts'

/** `/silver` opens the form, filled in from what stands behind it; `/silver resume` from a file, `/silver help` says so. */
export function registerSilver(app: Pick<App, 'command'>, shell: Shell): void {
  onCommand(app, shell, '/silver', async ({ ctx, client, command, ack }) => {
    if (/^\s*help\s*$/i.test(command.text)) return { text: silver.help }
    if (/^\s*(?:resume|r[ée]sum[ée]|cv)\s*$/i.test(command.text)) return openResumeForm(ctx, client, command.trigger_id)
    return openAddForm({ ctx, client, triggerId: command.trigger_id, text: command.text, ack })
  })
}
