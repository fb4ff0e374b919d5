import type { App } from '@slack/bolt'
import { normaliseSlash } from '../../domain/shared/text.ts'
import { listRefusals } from '../../domain/shared/words/find.ts'
import { choose } from '../../domain/shared/words/profile.ts'
import { mayAct } from '../../usecases/access/may-act.ts'
import { findPerson } from '../../usecases/find/find-person.ts'
import { renderChoice } from '../../views/choose-person/blocks.ts'
import { catchUpReply } from '../catch-up.ts'
import { beholderOf, edgeReply } from '../find-replies.ts'
import type { Shell } from '../shell/enter.ts'
import { onCommand } from '../shell/on-command.ts'
import { profileReply } from '../show-profile.ts'

/** At the end of what was typed, as one word or two. */
const CATCH_UP = /\s*\bcatch[- ]?up$/i

/** `/candidate <name, e-mail or phone>`: the profile, or a list to choose from; with `catch-up` at the end the summary for whoever takes over. */
export function registerCandidate(app: Pick<App, 'command'>, shell: Shell): void {
  onCommand(app, shell, '/candidate', async ({ ctx, command, ack }) => {
    await ack()
    if (!mayAct(ctx.actor, 'candidate.read')) return { text: listRefusals.notAllowed }
    const typed = normaliseSlash(command.text).replace(/\s+/g, ' ').slice(0, 400)
    const asked = typed.replace(CATCH_UP, '')
    const catchesUp = asked !== typed
    if (asked === '' || /^help$/i.test(asked)) return { text: choose.usage }
    const found = await findPerson(ctx, { words: asked })
    if (!found.ok) return edgeReply(found.refusal)
    if (found.value.kind !== 'one') return renderChoice(found.value, asked, beholderOf(ctx), catchesUp)
    const { id: candidateId } = found.value.person
    return catchesUp ? catchUpReply(ctx, candidateId) : profileReply(ctx, { candidateId })
  })
}
