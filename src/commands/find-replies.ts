/** What the answers of searches and pools look like, for whichever listener gives them. */

import { never, type Result } from '../domain/shared/result.ts'
import { listRefusals } from '../domain/shared/words/find.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import type { ListingRefusal, PeoplePage, SearchRefusal } from '../usecases/find/search-people.ts'
import { renderPeopleList } from '../views/people-list/blocks.ts'
import { renderSearchRefused } from '../views/people-list/refused.ts'
import { edgeWords } from './refused.ts'
import type { Reply } from './shell/tell.ts'

export const beholderOf = ({ now, actor }: Ctx) => ({ now, zone: actor.zone })

/** Only recruiters look through people: who may not hears what they can do instead. */
export const edgeReply = (refusal: EdgeRefusal): Reply => ({
  text: refusal.kind === 'not_allowed' ? listRefusals.notAllowed : edgeWords(refusal),
})

export function peopleReply(ctx: Ctx, found: Result<PeoplePage, SearchRefusal | ListingRefusal | EdgeRefusal>): Reply {
  if (found.ok) return renderPeopleList(found.value, beholderOf(ctx))
  const { refusal } = found
  switch (refusal.kind) {
    case 'not_allowed':
    case 'bad_input':
      return edgeReply(refusal)
    case 'gone':
    case 'not_yours':
      return { text: listRefusals[refusal.kind] }
    case 'not_understood':
    case 'too_slow':
      return renderSearchRefused(refusal)
    default:
      return never(refusal)
  }
}

/** In the place of the list, where there is one to show; a refusal leaves the list as it was. */
export const inPlace = (reply: Reply, found: { readonly ok: boolean }): Reply =>
  found.ok ? { ...reply, replaces: true } : reply
