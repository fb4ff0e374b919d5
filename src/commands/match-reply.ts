/** What the answers of `/pool match` look like, for whichever listener gives them. */
import type { Result } from '../domain/shared/result.ts'
import { matchRefusals } from '../domain/shared/words/match.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import type { MatchPage, PageRefusal } from '../usecases/jobs/match-page.ts'
import type { MatchRefusal } from '../usecases/jobs/match-role.ts'
import { renderMatch } from '../views/match/blocks.ts'
import { beholderOf, edgeReply } from './find-replies.ts'
import { isEdgeRefusal } from './refused.ts'
import type { Reply } from './shell/tell.ts'

export function matchReply(ctx: Ctx, found: Result<MatchPage, MatchRefusal | PageRefusal | EdgeRefusal>): Reply {
  if (found.ok) return renderMatch(found.value, beholderOf(ctx))
  return isEdgeRefusal(found.refusal) ? edgeReply(found.refusal) : { text: matchRefusals[found.refusal.kind] }
}
