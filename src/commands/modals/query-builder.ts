import type { App } from '@slack/bolt'
import { queryOf } from '../../domain/pool/query/builder.ts'
import { printQuery } from '../../domain/pool/query/print.ts'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { checkQuery, searchPeople } from '../../usecases/find/search-people.ts'
import { BUILDER_MODAL, blockOf, readBuilderMeta } from '../../views/query-builder/ids.ts'
import { builderEntry, builderErrors } from '../../views/query-builder/submit.ts'
import { inPlace, peopleReply } from '../find-replies.ts'
import { edgeWords } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit } from '../shell/on-submit.ts'

/** The form behind **Refine…** and **Find people…**: what is wrong stands beside its field; else whom the query finds is shown as for `/pool`. */
export function registerQueryBuilder(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, BUILDER_MODAL, async ({ ctx, view }) => {
    const built = queryOf(builderEntry(view.state.values), ctx.actor.slackUserId)
    const checked = await checkQuery(ctx, { query: built.text })
    if (!checked.ok) {
      const { refusal } = checked
      if (refusal.kind === 'not_understood') return { kind: 'errors', errors: builderErrors(built, refusal.problems) }
      const text = refusal.kind === 'not_allowed' ? listRefusals.notAllowed : edgeWords(refusal)
      return { kind: 'errors', errors: { [blockOf('words')]: text } }
    }
    const query = printQuery(checked.value.query)
    const { respondAt, inPlace: replaces } = readBuilderMeta(view.private_metadata)
    return {
      kind: 'later',
      respondAt,
      work: async () => {
        const found = await searchPeople(ctx, { query })
        const reply = peopleReply(ctx, found)
        return replaces === true ? inPlace(reply, found) : reply
      },
    }
  })
}
