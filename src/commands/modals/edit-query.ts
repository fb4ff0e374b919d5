import type { App } from '@slack/bolt'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { checkQuery, searchPeople } from '../../usecases/find/search-people.ts'
import { editEntry, QUERY_FIELD, readEditMeta } from '../../views/people-list/edit-modal.ts'
import { EDIT_MODAL } from '../../views/people-list/ids.ts'
import { queryErrors } from '../../views/pool-modal/submit.ts'
import { inPlace, peopleReply } from '../find-replies.ts'
import { edgeWords } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit } from '../shell/on-submit.ts'

/** **Edit**: what is wrong with the query stands beside it; else the list shows whom it finds. */
export function registerEditQuery(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, EDIT_MODAL, async ({ ctx, view }) => {
    const query = editEntry(view.state.values)
    const checked = await checkQuery(ctx, { query })
    if (!checked.ok) {
      const { refusal } = checked
      const text =
        refusal.kind === 'not_understood'
          ? queryErrors(refusal.problems)
          : refusal.kind === 'not_allowed'
            ? listRefusals.notAllowed
            : edgeWords(refusal)
      return { kind: 'errors', errors: { [QUERY_FIELD]: text } }
    }
    return {
      kind: 'later',
      respondAt: readEditMeta(view.private_metadata).respondAt,
      work: async () => {
        const found = await searchPeople(ctx, { query })
        return inPlace(peopleReply(ctx, found), found)
      },
    }
  })
}
