/** **Open** on rows of people, and turning the pages of somebody's timeline. */
import type { App } from '@slack/bolt'
import { ADD_PERSON } from '../../views/choose-person/blocks.ts'
import { OPEN_PERSON } from '../../views/people-list/ids.ts'
import { NEWEST_ENTRIES, OLDER_ENTRIES, readTimelineValue } from '../../views/profile/ids.ts'
import { openAddForm } from '../add-form.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import { openProfile, redrawProfile } from '../show-profile.ts'

export function registerProfile(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, OPEN_PERSON, openProfile)

  for (const actionId of [OLDER_ENTRIES, NEWEST_ENTRIES])
    onPress(app, shell, actionId, async (press) => {
      await press.ack()
      return redrawProfile(press, readTimelineValue(press.pressed.value))
    })

  onPress(app, shell, ADD_PERSON, ({ ctx, client, pressed }) =>
    openAddForm({ ctx, client, triggerId: pressed.triggerId, text: pressed.value }),
  )
}
