/** Somebody's profile, drawn where the person looks. */
import type { WebClient } from '@slack/web-api'
import type { CandidateId } from '../domain/shared/ids.ts'
import { listRefusals } from '../domain/shared/words/find.ts'
import type { Ctx } from '../usecases/context.ts'
import { readProfile } from '../usecases/find/read-profile.ts'
import { renderProfile, renderProfileModal } from '../views/profile/blocks.ts'
import { edgeReply } from './find-replies.ts'
import { openAbove } from './open-modal.ts'
import { redraw } from './shell/in-modal.ts'
import type { Press } from './shell/on-press.ts'
import type { Reply } from './shell/tell.ts'

/** `at` is a place on the timeline; without it the newest entries. */
type Wanted = { readonly candidateId: string; readonly at?: string }
type Refused = Extract<Awaited<ReturnType<typeof readProfile>>, { ok: false }>['refusal']

/** As a message that only the person sees. */
export async function profileReply(ctx: Ctx, wanted: Wanted): Promise<Reply> {
  const profile = await readProfile(ctx, wanted)
  return profile.ok ? renderProfile(profile.value, ctx.actor.zone) : refused(profile.refusal)
}

/** In a modal, so that the list in which was pressed stays. */
export async function openProfile(press: Pick<Press, 'ctx' | 'client' | 'pressed'>): Promise<Reply | undefined> {
  const profile = await readProfile(press.ctx, { candidateId: press.pressed.value })
  if (!profile.ok) return refused(profile.refusal)
  return openAbove(press, renderProfileModal(profile.value, press.ctx.actor.zone))
}

/** Anew where it stands, message or modal. */
export async function redrawProfile({ ctx, client, pressed }: Press, wanted: Wanted): Promise<Reply | undefined> {
  const profile = await readProfile(ctx, wanted)
  if (!profile.ok) return refused(profile.refusal)
  const { zone } = ctx.actor
  if (pressed.view === undefined) return { ...renderProfile(profile.value, zone), replaces: true }
  await redraw(client, pressed.view.id, renderProfileModal(profile.value, zone))
  return undefined
}

/** `true` where a profile stands below the form and shows the change now. */
export async function redrawBelow(
  ctx: Ctx,
  client: WebClient,
  viewId: string | null,
  candidateId: CandidateId,
): Promise<boolean> {
  if (viewId === null || viewId === '') return false
  const profile = await readProfile(ctx, { candidateId })
  return profile.ok && (await redraw(client, viewId, renderProfileModal(profile.value, ctx.actor.zone)))
}

const refused = (refusal: Refused): Reply =>
  refusal.kind === 'person_gone' ? { text: listRefusals.person_gone } : edgeReply(refusal)
