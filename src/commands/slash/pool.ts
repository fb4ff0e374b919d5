import type { App } from '@slack/bolt'
import { may } from '../../domain/shared/roles.ts'
import { normaliseSlash } from '../../domain/shared/text.ts'
import { help, listRefusals } from '../../domain/shared/words/find.ts'
import { listPools } from '../../usecases/find/list-pools.ts'
import { searchPeople } from '../../usecases/find/search-people.ts'
import { usualCadence } from '../../usecases/settings/usual-cadence.ts'
import { renderPoolModal } from '../../views/pool-modal/blocks.ts'
import { renderPoolOverview } from '../../views/pool-overview/blocks.ts'
import { jobCommand } from '../actions/jobs.ts'
import { edgeReply, peopleReply } from '../find-replies.ts'
import { openModal } from '../open-modal.ts'
import type { Shell } from '../shell/enter.ts'
import { onCommand } from '../shell/on-command.ts'

/** `/pool`: the pools; with a query the people; `new`, `job` and `help`. */
export function registerPool(app: Pick<App, 'command'>, shell: Shell): void {
  onCommand(app, shell, '/pool', async ({ ctx, client, command, ack }) => {
    const asked = normaliseSlash(command.text)
    if (/^help$/i.test(asked)) return { text: help }
    if (/^new$/i.test(asked)) {
      if (!may(ctx.actor.roles, 'pool.change')) return { text: listRefusals.notAllowed }
      const cadenceDays = await usualCadence(ctx)
      const model = { query: '', owner: ctx.actor.slackUserId, cadenceDays, meta: { respondAt: command.response_url } }
      return openModal(client, command.trigger_id, renderPoolModal(model))
    }
    const job = /^jobs?(?:\s+(.*))?$/is.exec(asked)
    if (job !== null) return jobCommand({ ctx, client, triggerId: command.trigger_id }, job[1] ?? '', ack)
    // Nothing is changed by looking, and looking may take longer than Slack waits.
    await ack()
    if (asked !== '') return peopleReply(ctx, await searchPeople(ctx, { query: command.text }))
    const pools = await listPools(ctx, {})
    return pools.ok ? renderPoolOverview(pools.value) : edgeReply(pools.refusal)
  })
}
