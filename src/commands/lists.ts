/** In which lists somebody is, and that their profile is right: from profiles and from the menu beside people in lists. */
import type { App } from '@slack/bolt'
import { poolRefusals, profileCheck, listsModal as words } from '../domain/shared/words/pools.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import { readProfile } from '../usecases/find/read-profile.ts'
import { checkProfile } from '../usecases/people/check-profile.ts'
import { type ListsSet, readLists, type SetListsRefusal, setLists, undoSetLists } from '../usecases/pools/set-lists.ts'
import { type Answers, answersOrNone } from '../views/form-fields.ts'
import { renderListsModal, renderListsSet } from '../views/lists-modal/blocks.ts'
import {
  LISTS,
  LISTS_MODAL,
  LISTS_OF_PERSON,
  listsUndo,
  readAboutLists,
  readListsUndo,
  UNDO_LISTS,
} from '../views/lists-modal/ids.ts'
import { asTyped, safe } from '../views/mrkdwn.ts'
import { flat } from '../views/people-list/person-row.ts'
import { renderProfileModal } from '../views/profile/blocks.ts'
import { PROFILE_BLOCK, PROFILE_CHECKED } from '../views/profile/ids.ts'
import { nameOf } from './name-of.ts'
import { openAbove } from './open-modal.ts'
import { personWords } from './person-words.ts'
import type { Shell } from './shell/enter.ts'
import { redraw } from './shell/in-modal.ts'
import { onPress, type Press } from './shell/on-press.ts'
import { onSubmit } from './shell/on-submit.ts'
import { privately, type Reply } from './shell/tell.ts'
import { redrawProfile } from './show-profile.ts'

export function registerLists(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, LISTS_OF_PERSON, (press) => openLists(press, press.pressed.value))

  onSubmit(app, shell, LISTS_MODAL, async ({ ctx, client, view }) => {
    const values: Answers = view.state.values
    const { candidateId, seen, tell } = readAboutLists(view.private_metadata)
    const wanted = answersOrNone(values, LISTS)
    // Without its menu nothing was chosen, and nobody leaves every list because of it.
    if (wanted === undefined) return { kind: 'errors', errors: { [LISTS]: poolRefusals.no_such_list(undefined) } }
    const set = await setLists(ctx, { candidateId, wanted: [...wanted], seen: [...seen] })
    if (!set.ok) return { kind: 'errors', errors: { [LISTS]: listsWords(set.refusal) } }
    return {
      kind: 'done',
      tell: async () => {
        const below = tell ? '' : (view.previous_view_id ?? '')
        const profile = below === '' ? undefined : await readProfile(ctx, { candidateId: set.value.candidateId })
        if (profile?.ok === true) await redraw(client, below, renderProfileModal(profile.value, ctx.actor.zone))
        return told(ctx, set.value)
      },
    }
  })

  onPress(app, shell, UNDO_LISTS, async ({ ctx, pressed }) => {
    const undone = await undoSetLists(ctx, readListsUndo(pressed.value))
    if (!undone.ok) return { text: listsWords(undone.refusal, (text) => asTyped(text)) }
    return async () => ({ text: words.undone(await nameOf(ctx, undone.value.candidateId)), replaces: true })
  })

  onPress(app, shell, PROFILE_CHECKED, async (press) => {
    const { ctx, pressed } = press
    const checked = await checkProfile(ctx, { candidateId: pressed.value })
    if (!checked.ok) return { text: personWords(checked.refusal) }
    return async () => {
      const { candidateId } = checked.value
      const redrawn = await redrawProfile(press, { candidateId })
      if (redrawn !== undefined && pressed.view === undefined) await privately(press.respond)(redrawn)
      return { text: profileCheck.done(await nameOf(ctx, candidateId)) }
    }
  })
}

/** **Pools…** of somebody; above the profile where the button stood on one. */
export async function openLists(press: Press, candidateId: string): Promise<Reply | undefined> {
  const lists = await readLists(press.ctx, { candidateId })
  if (!lists.ok) return { text: personWords(lists.refusal) }
  const onProfile = press.pressed.view?.blocks.some(({ block_id }) => block_id === PROFILE_BLOCK) === true
  return openAbove(press, renderListsModal(lists.value, onProfile))
}

/** What was done, with *Undo*. */
async function told(ctx: Ctx, set: ListsSet): Promise<Reply> {
  const lists = await readLists(ctx, { candidateId: set.candidateId })
  const choices = lists.ok ? lists.value.choices : []
  const names = new Map(choices.map(({ id, name }) => [id, safe(flat(name), 100)]))
  const inWords = (ids: ListsSet['added']) => ids.flatMap((id) => names.get(id) ?? []).map((name) => `*${name}*`)
  const who = await nameOf(ctx, set.candidateId)
  return renderListsSet(words.done(who, inWords(set.added), inWords(set.removed)), listsUndo(set.candidateId, set))
}

function listsWords(refusal: SetListsRefusal | EdgeRefusal, inert: (text: string) => string = (text) => text): string {
  if (refusal.kind === 'too_many_lists') return poolRefusals.too_many_lists(refusal.max)
  if (refusal.kind === 'no_such_list') return poolRefusals.no_such_list(refusal.name && inert(refusal.name))
  return personWords(refusal)
}
