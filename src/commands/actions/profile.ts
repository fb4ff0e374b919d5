/** **Open** on rows of people, and turning the pages of somebody's timeline. */
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { listRefusals } from '../../domain/shared/words/find.ts'
import type { Ctx } from '../../usecases/context.ts'
import { readProfile } from '../../usecases/find/read-profile.ts'
import { ADD_PERSON } from '../../views/choose-person/blocks.ts'
import { OPEN_PERSON } from '../../views/people-list/ids.ts'
import { renderProfile, renderProfileModal } from '../../views/profile/blocks.ts'
import { NEWEST_ENTRIES, OLDER_ENTRIES, readTimelineValue } from '../../views/profile/ids.ts'
import { openAddForm } from '../add-form.ts'
import { edgeReply } from '../find-replies.ts'
import { openModal } from '../open-modal.ts'
import { onPress, type Reply, type Shell } from '../shell.ts'

/** The profile in a modal, so that the list below it stays. */
export async function openProfile(
  { ctx, client }: { readonly ctx: Ctx; readonly client: WebClient },
  triggerId: string,
  candidateId: string,
): Promise<Reply | undefined> {
  const profile = await readProfile(ctx, { candidateId })
  if (profile.ok) return openModal(client, triggerId, renderProfileModal(profile.value, ctx.actor.zone))
  return profile.refusal.kind === 'person_gone' ? { text: listRefusals.person_gone } : edgeReply(profile.refusal)
}

export function registerProfile(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, OPEN_PERSON, (act) => openProfile(act, act.pressed.triggerId, act.pressed.value))

  for (const actionId of [OLDER_ENTRIES, NEWEST_ENTRIES])
    onPress(app, shell, actionId, async ({ ctx, client, pressed }) => {
      const profile = await readProfile(ctx, readTimelineValue(pressed.value))
      if (!profile.ok)
        return profile.refusal.kind === 'person_gone' ? { text: listRefusals.person_gone } : edgeReply(profile.refusal)
      const { view } = pressed
      if (view === undefined) return { ...renderProfile(profile.value, ctx.actor.zone), replaces: true }
      await client.views.update({ view_id: view.id, view: renderProfileModal(profile.value, ctx.actor.zone) })
      return undefined
    })

  onPress(app, shell, ADD_PERSON, ({ ctx, client, pressed }) =>
    openAddForm({ ctx, client, triggerId: pressed.triggerId, text: pressed.value }),
  )
}
