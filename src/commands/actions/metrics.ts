import type { App } from '@slack/bolt'
import { searchPeople } from '../../usecases/find/search-people.ts'
import { SHOW_OVERDUE, SHOW_UNOWNED } from '../../views/metrics/ids.ts'
import { peopleReply } from '../find-replies.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'

/** The people behind a number: for whoever presses, as far as they may see them, and for nobody else. */
export function registerMetricsActs(app: Pick<App, 'action'>, shell: Shell): void {
  for (const actionId of [SHOW_OVERDUE, SHOW_UNOWNED])
    onPress(app, shell, actionId, async ({ ctx, pressed, ack }) => {
      await ack()
      return peopleReply(ctx, await searchPeople(ctx, { query: pressed.value }))
    })
}
