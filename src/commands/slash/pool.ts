import type { App } from '@slack/bolt'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { normaliseSlash } from '../../domain/shared/text.ts'
import { help, listRefusals } from '../../domain/shared/words/find.ts'
import { editPool } from '../../domain/shared/words/pools.ts'
import { mayAct } from '../../usecases/access/may-act.ts'
import type { Ctx } from '../../usecases/context.ts'
import { findPerson } from '../../usecases/find/find-person.ts'
import { listPools } from '../../usecases/find/list-pools.ts'
import { searchPeople } from '../../usecases/find/search-people.ts'
import { findPool, openPool } from '../../usecases/pools/pool-page.ts'
import { usualCadence } from '../../usecases/settings/usual-cadence.ts'
import { renderPoolEdit, renderPoolModal } from '../../views/pool-modal/blocks.ts'
import { renderPoolOverview } from '../../views/pool-overview/blocks.ts'
import { jobCommand } from '../actions/jobs.ts'
import { matchCommand } from '../actions/match.ts'
import { openImportForm } from '../file-imports.ts'
import { edgeReply, peopleReply } from '../find-replies.ts'
import { openModal } from '../open-modal.ts'
import { exportReply } from '../people-export.ts'
import { noSuchPool, poolRefused } from '../pool-words.ts'
import type { Shell } from '../shell/enter.ts'
import { onCommand } from '../shell/on-command.ts'
import type { Reply } from '../shell/tell.ts'
import { profileReply } from '../show-profile.ts'
import { watchCommand } from '../watch.ts'

/** `/pool edit <name>`: the form of that pool. */
async function editCommand(
  { ctx, client, command }: Pick<Parameters<Parameters<typeof onCommand>[3]>[0], 'ctx' | 'client' | 'command'>,
  name: string,
): Promise<Reply | undefined> {
  if (!mayAct(ctx.actor, 'pool.change')) return { text: listRefusals.notAllowed }
  if (name === '') return { text: editPool.whichPool }
  const found = await findPool(ctx, { name })
  if (!found.ok) return noSuchPool(name, found.refusal)
  const opened = await openPool(ctx, { poolId: found.value.id })
  if (!opened.ok) return poolRefused(opened.refusal)
  const { pool, owner } = opened.value
  const meta = { poolId: pool.id, respondAt: command.response_url }
  return openModal(client, command.trigger_id, renderPoolEdit(pool, owner?.slackUserId, meta))
}

/** An address, a number or a link alone is no query over many: it is one person's, or nobody's. */
async function theOneWith(ctx: Ctx, typed: string): Promise<CandidateId | undefined> {
  const asked = typed.replace(/^<(?:mailto:|tel:)?([^<>|]+)(?:\|[^<>]*)?>$/, '$1')
  if (!/^[^\s:]+@\S+$|^[+(]?\d[\d\s().-]{6,20}$|^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/\S+$/.test(asked))
    return undefined
  const found = await findPerson(ctx, { words: asked })
  return found.ok && found.value.kind === 'one' ? found.value.person.id : undefined
}

/** `/pool`: the pools; with a query the people; `new`, `edit`, `import`, `export`, `job`, `match` and `help`. */
export function registerPool(app: Pick<App, 'command'>, shell: Shell): void {
  onCommand(app, shell, '/pool', async ({ ctx, client, command, ack }) => {
    const asked = normaliseSlash(command.text)
    if (/^help$/i.test(asked)) return { text: help }
    const made = /^new(?:\s+(.*))?$/is.exec(asked)
    if (made !== null) {
      if (!mayAct(ctx.actor, 'pool.change')) return { text: listRefusals.notAllowed }
      const cadenceDays = await usualCadence(ctx)
      const model = {
        query: made[1]?.trim() ?? '',
        owner: ctx.actor.slackUserId,
        cadenceDays,
        meta: { respondAt: command.response_url },
      }
      return openModal(client, command.trigger_id, renderPoolModal(model))
    }
    const edit = /^edit(?:\s+(.*))?$/is.exec(asked)
    if (edit !== null) return editCommand({ ctx, client, command }, (edit[1] ?? '').replace(/^"(.*)"$/, '$1').trim())
    const job = /^jobs?(?:\s+(.*))?$/is.exec(asked)
    if (job !== null) return jobCommand({ ctx, client, triggerId: command.trigger_id }, job[1] ?? '', ack)
    const watched = /^watch(?:\s+(.*))?$/is.exec(asked)
    if (watched !== null) return watchCommand({ ctx, client, triggerId: command.trigger_id }, watched[1]?.trim() ?? '')
    const match = /^match(?:\s+(.*))?$/is.exec(asked)
    if (match !== null) {
      const asking = { ctx, client, triggerId: command.trigger_id, respondAt: command.response_url }
      return matchCommand(asking, match[1] ?? '', ack)
    }
    if (/^import\b/i.test(asked)) return openImportForm(ctx, client, command.trigger_id)
    const exported = /^export(?:\s+(.*))?$/is.exec(asked)
    if (exported !== null) {
      const act = { teamId: ctx.workspace.teamId, slackUserId: ctx.actor.slackUserId, idempotencyKey: undefined }
      return exportReply(ctx, () => shell.contexts.forPerson(act), exported[1] ?? '')
    }
    // Nothing is changed by looking, and looking may take longer than Slack waits.
    await ack()
    const person = await theOneWith(ctx, asked)
    if (person !== undefined) return profileReply(ctx, { candidateId: person })
    if (asked !== '') return peopleReply(ctx, await searchPeople(ctx, { query: command.text }))
    const pools = await listPools(ctx, {})
    return pools.ok ? renderPoolOverview(pools.value) : edgeReply(pools.refusal)
  })
}
