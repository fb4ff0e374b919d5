/** `/medallist setup`: a tick or a hint for everything that is to be connected, and the hardest roles as pools. */
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { tidyLine } from '../domain/shared/text.ts'
import { listRefusals } from '../domain/shared/words/find.ts'
import { home } from '../domain/shared/words/home.ts'
import { setup as words } from '../domain/shared/words/setup.ts'
import { mayAct } from '../usecases/access/may-act.ts'
import type { Ctx } from '../usecases/context.ts'
import { readPool } from '../usecases/find/list-pools.ts'
import { savePool } from '../usecases/find/save-pool.ts'
import { loadSettings } from '../usecases/settings/load-settings.ts'
import { loadSetup } from '../usecases/settings/load-setup.ts'
import { answer } from '../views/form-fields.ts'
import { asTyped } from '../views/mrkdwn.ts'
import { poolErrors } from '../views/pool-modal/submit.ts'
import { renderRolesForm, renderSetup, type SlackSeen } from '../views/setup/blocks.ts'
import { ROLE_BLOCKS, ROLES_FORM, SETUP_ROLES, SETUP_SAMPLE } from '../views/setup/ids.ts'
import { checkChannel } from './check-channels.ts'
import { openModal } from './open-modal.ts'
import { edgeWords, isEdgeRefusal } from './refused.ts'
import { loadSampleReply } from './sample-data.ts'
import type { Shell } from './shell/enter.ts'
import { onPress } from './shell/on-press.ts'
import { onSubmit } from './shell/on-submit.ts'
import type { Reply } from './shell/tell.ts'

export async function setupReply(ctx: Ctx, client: WebClient): Promise<Reply> {
  const model = await loadSetup(ctx, {})
  if (!model.ok) return { text: edgeWords(model.refusal) }
  const { channels } = model.value.workspace
  const [missing, triage, nudge, digest] = await Promise.all([
    missingScopes(client, ctx),
    checkChannel(client, channels.triage, 'private'),
    checkChannel(client, channels.nudge, 'private'),
    checkChannel(client, channels.digest, 'anybody'),
  ])
  return renderSetup(model.value, { missing, channels: { triage, nudge, digest } })
}

/** Slack tells with every answer what it granted. */
async function missingScopes(client: WebClient, { services }: Ctx): Promise<SlackSeen['missing']> {
  const { scopes } = services.defaults
  try {
    const { response_metadata } = await client.auth.test()
    const granted = response_metadata?.scopes
    if (granted === undefined || scopes === undefined) return undefined
    const without = (wanted: readonly string[]) => wanted.filter((scope) => !granted.includes(scope))
    return { needed: without(scopes.needed), history: without(scopes.optional) }
  } catch {
    // Not being able to ask is an answer of its own, and it is shown as one.
    return undefined
  }
}

export function registerSetup(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, SETUP_ROLES, async ({ ctx, client, pressed }) => {
    const allowed = await loadSettings(ctx, {})
    return allowed.ok ? openModal(client, pressed.triggerId, renderRolesForm()) : { text: edgeWords(allowed.refusal) }
  })
  onPress(app, shell, SETUP_SAMPLE, (press) => loadSampleReply(press))

  onSubmit(app, shell, ROLES_FORM, async ({ ctx, view }) => {
    const [first] = ROLE_BLOCKS
    if (!mayAct(ctx.actor, 'settings.change')) return { kind: 'errors', errors: { [first]: listRefusals.notAllowed } }
    const typed = ROLE_BLOCKS.map((id) => [id, usableName(answer(view.state.values, id) ?? '')] as const)
    const roles = typed.filter(([, role]) => role !== '')
    if (roles.length === 0) return { kind: 'errors', errors: { [first]: words.rolesForm.needed } }
    const made: (string | { readonly role: string; readonly poolId: string })[] = []
    for (const [id, role] of roles) {
      const pool = await makePool(ctx, role)
      if (!pool.ok) {
        // What was made stays made: a pool that is there is no reason to do without the other.
        if (made.length === 0) return { kind: 'errors', errors: { [id]: pool.why } }
        made.push(words.poolRefused(asTyped(role), pool.why))
      } else made.push({ role, poolId: pool.poolId })
    }
    return { kind: 'later', isDone: true, respondAt: undefined, work: async () => toldOfPools(ctx, made) }
  })
}

type Made = { readonly ok: true; readonly poolId: string } | { readonly ok: false; readonly why: string }

/** These would end the name inside a query. */
const usableName = (typed: string): string => tidyLine(typed.replace(/["<>|]/g, ''))

/** One pool a role, of everybody who was ever considered for it. */
async function makePool(ctx: Ctx, name: string): Promise<Made> {
  const settings = await loadSettings(ctx, {})
  if (!settings.ok) return { ok: false, why: edgeWords(settings.refusal) }
  const saved = await savePool(
    { ...ctx, idempotencyKey: ctx.idempotencyKey === undefined ? undefined : `${ctx.idempotencyKey}:${name}` },
    {
      name,
      kind: 'query',
      query: `role:"${name}"`,
      ownerId: ctx.actor.memberId,
      cadenceDays: settings.value.workspace.cadenceDays,
    },
  )
  if (!saved.ok) {
    const { refusal } = saved
    if (isEdgeRefusal(refusal) && refusal.kind === 'not_allowed') return { ok: false, why: edgeWords(refusal) }
    return { ok: false, why: Object.values(poolErrors(refusal)).join(' ') }
  }
  return { ok: true, poolId: saved.value.poolId }
}

/** Each with how many it holds; a sentence stands for one that was not made. */
async function toldOfPools(
  ctx: Ctx,
  made: readonly (string | { readonly role: string; readonly poolId: string })[],
): Promise<Reply> {
  const lines = made.map(async (pool) => {
    if (typeof pool === 'string') return pool
    const line = await readPool(ctx, { poolId: pool.poolId })
    const people = line.ok && line.value.figures !== undefined ? home.people(line.value.figures.size) : undefined
    return words.poolMade(asTyped(pool.role), people)
  })
  return { text: words.poolsMade(await Promise.all(lines)) }
}
