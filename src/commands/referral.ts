/** **Refer somebody**: the form for whoever is no recruiter, and *Mute* under its news. */
import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { RELATIONS } from '../domain/candidate/referral.ts'
import { dayIn } from '../domain/shared/time.ts'
import { silver } from '../domain/shared/words/capture.ts'
import { referral as words } from '../domain/shared/words/referral.ts'
import { muteReferral } from '../usecases/capture/mute-referral.ts'
import { prepareFlag } from '../usecases/capture/prepare-flag.ts'
import { type ReferralRefusal, referPerson } from '../usecases/capture/refer-person.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import { dayInWords, safe } from '../views/mrkdwn.ts'
import { type ReferralModalModel, renderReferralModal, warnedReferral } from '../views/referral-modal/blocks.ts'
import {
  MUTE_REFERRAL,
  REFERRAL_BLOCKS,
  REFERRAL_MODAL,
  referralEntry,
  UNMUTE_REFERRAL,
} from '../views/referral-modal/schema.ts'
import { openModal } from './open-modal.ts'
import { edgeWords, isEdgeRefusal, reworded } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import { onPress } from './shell/on-press.ts'
import { onSubmit, type Submitted } from './shell/on-submit.ts'
import type { Reply } from './shell/tell.ts'

type Opening = { readonly ctx: Ctx; readonly client: WebClient; readonly triggerId: string }

export async function openReferral(
  { ctx, client, triggerId }: Opening,
  filled: Pick<ReferralModalModel, 'fullName' | 'role' | 'email' | 'evidence'>,
): Promise<Reply | undefined> {
  const prepared = await prepareFlag(ctx, { text: '' })
  if (!prepared.ok) return { text: edgeWords(prepared.refusal) }
  const { openRoles } = prepared.value
  return openModal(client, triggerId, renderReferralModal({ ...filled, by: ctx.actor.slackUserId, openRoles }))
}

export function registerReferral(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onSubmit(app, shell, REFERRAL_MODAL, async ({ ctx, view }) => {
    const { relation, ...entry } = referralEntry(view.state.values)
    const known = RELATIONS.find((one) => one === relation)
    const referred = await referPerson(ctx, { ...entry, relation: known as (typeof RELATIONS)[number] })
    if (!referred.ok) return refused(referred.refusal, ctx, view as unknown as ModalView)
    const thanks = words.received(safe(entry.fullName, 300))
    return { kind: 'done', tell: { text: referred.value.first ? thanks : `${thanks}\n${words.notFirst}` } }
  })
  for (const [actionId, muted] of [
    [MUTE_REFERRAL, true],
    [UNMUTE_REFERRAL, false],
  ] as const)
    onPress(app, shell, actionId, async ({ ctx, pressed }) => {
      const done = await muteReferral(ctx, { nearMissId: pressed.value, muted })
      return done.ok ? undefined : { text: reworded(done.refusal, ({ kind }) => words.muteRefusals[kind]) }
    })
}

function refused(refusal: ReferralRefusal | EdgeRefusal, { actor }: Ctx, view: ModalView): Submitted {
  const blocks: Readonly<Record<string, string>> = REFERRAL_BLOCKS
  const on = (path: string) => blocks[path] ?? REFERRAL_BLOCKS.fullName
  if (isEdgeRefusal(refusal))
    return {
      kind: 'errors',
      errors:
        refusal.kind === 'not_allowed'
          ? { [REFERRAL_BLOCKS.fullName]: edgeWords(refusal) }
          : Object.fromEntries(refusal.problems.map(({ path, message }) => [on(path), message])),
    }
  if (refusal.kind === 'referred_already')
    return {
      kind: 'errors',
      errors: { [REFERRAL_BLOCKS.fullName]: words.again(dayInWords(dayIn(refusal.at, actor.zone))) },
    }
  const asked = view.blocks.some(({ block_id }) => block_id === REFERRAL_BLOCKS.keep)
  return asked
    ? { kind: 'errors', errors: { [REFERRAL_BLOCKS.keep]: silver.keepFirst } }
    : { kind: 'update', view: warnedReferral(view, refusal.warned) }
}
