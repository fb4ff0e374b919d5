import type { App } from '@slack/bolt'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { matchRefusals, matchStart } from '../../domain/shared/words/match.ts'
import { mayAct } from '../../usecases/access/may-act.ts'
import { checkCriteria, matchCriteria, matchJob, matchText } from '../../usecases/jobs/match-role.ts'
import {
  MATCH_BLOCKS,
  MATCH_MODAL,
  MATCH_START_BLOCKS,
  MATCH_START_MODAL,
  readMatchMeta,
} from '../../views/match/ids.ts'
import { criteriaEntry, criteriaErrors, startEntry } from '../../views/match/modals.ts'
import { matchReply } from '../match-reply.ts'
import { edgeWords } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit } from '../shell/on-submit.ts'

/** *Match a role* and its *Criteria*. Whom they bring up is shown where the command or the list stands. */
export function registerMatchModals(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, MATCH_START_MODAL, async ({ ctx, view }) => {
    const { text, jobId } = startEntry(view.state.values)
    const beside = (words: string) => ({ kind: 'errors', errors: { [MATCH_START_BLOCKS.text]: words } }) as const
    if (!mayAct(ctx.actor, 'pool.read')) return beside(listRefusals.notAllowed)
    if (text === '' && jobId === '') return beside(matchStart.empty)
    return {
      kind: 'later',
      respondAt: readMatchMeta(view.private_metadata).respondAt,
      work: async () => matchReply(ctx, await (text === '' ? matchJob(ctx, { jobId }) : matchText(ctx, { text }))),
    }
  })

  onSubmit(app, shell, MATCH_MODAL, async ({ ctx, view }) => {
    const { respondAt, of } = readMatchMeta(view.private_metadata)
    const entry = { ...criteriaEntry(view.state.values), ...(of === undefined ? {} : { of }) }
    const checked = await checkCriteria(ctx, entry)
    if (!checked.ok) {
      const { refusal } = checked
      if (refusal.kind === 'bad_input') return { kind: 'errors', errors: criteriaErrors(refusal.problems) }
      const words = refusal.kind === 'match_gone' ? matchRefusals.match_gone : edgeWords(refusal)
      return { kind: 'errors', errors: { [MATCH_BLOCKS.title]: words } }
    }
    return { kind: 'later', respondAt, work: async () => matchReply(ctx, await matchCriteria(ctx, entry)) }
  })
}
