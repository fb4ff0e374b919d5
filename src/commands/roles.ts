/** `/medallist roles`, `roles add @ana recruiter`, `roles remove @ana recruiter`. */
import { nearest } from '../domain/shared/text.ts'
import { roles as words } from '../domain/shared/words/home.ts'
import { assignRole, GIVEN_ROLES, listRoles } from '../usecases/access/assign-role.ts'
import type { Ctx } from '../usecases/context.ts'
import { asTyped } from '../views/mrkdwn.ts'
import { edgeWords, reworded } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import type { Reply } from './shell/tell.ts'

type Asking = { readonly ctx: Ctx; readonly shell: Shell; readonly teamId: string }

export async function rolesReply(asking: Asking, given: readonly string[]): Promise<Reply> {
  const [act, whom = '', role = ''] = given
  if (act !== 'add' && act !== 'remove') return whoHasWhat(asking.ctx)
  // Who may not give roles hears that, whatever else is wrong with what they typed.
  const list = await listRoles(asking.ctx, {})
  if (!list.ok) return { text: edgeWords(list.refusal) }
  const slackUserId = /^@([UW][A-Z0-9]+)$/.exec(whom)?.[1]
  if (slackUserId === undefined) return { text: `${words.whom} ${words.usage}` }
  const wanted = GIVEN_ROLES.find((one) => one === role.toLowerCase().replace(/[\s-]/g, '_').replace(/s$/, ''))
  if (wanted === undefined)
    return { text: `${words.unknownRole(asTyped(role, 60), nearest(role, GIVEN_ROLES))} ${words.usage}` }
  return assign(asking, { slackUserId, role: wanted, act })
}

async function assign(
  { ctx, shell, teamId }: Asking,
  { slackUserId, role, act }: { slackUserId: string; role: (typeof GIVEN_ROLES)[number]; act: 'add' | 'remove' },
): Promise<Reply> {
  const colleague = await shell.contexts.forPerson({ teamId, slackUserId, idempotencyKey: undefined })
  if (colleague === undefined) return { text: words.unknownPerson }
  const assigned = await assignRole(ctx, { memberId: colleague.actor.memberId, role, act })
  if (!assigned.ok) return { text: reworded(assigned.refusal, () => words.unknownPerson) }
  return { text: words[act === 'add' ? 'given' : 'taken'](`<@${slackUserId}>`, words.names[role]) }
}

/** Of each role; a message has room for no more. */
const MOST_NAMED = 50

async function whoHasWhat(ctx: Ctx): Promise<Reply> {
  const list = await listRoles(ctx, {})
  if (!list.ok) return { text: edgeWords(list.refusal) }
  const lines = GIVEN_ROLES.map((role) =>
    words.line(
      words.names[role],
      list.value[role].slice(0, MOST_NAMED).map(({ slackUserId }) => `<@${slackUserId}>`),
      Math.max(0, list.value[role].length - MOST_NAMED),
    ),
  )
  return { text: [words.heading, ...lines, words.usage].join('\n') }
}
