import type { App } from '@slack/bolt'
import { may } from '../../domain/shared/roles.ts'
import { normaliseSlash } from '../../domain/shared/text.ts'
import { choose, listRefusals } from '../../domain/shared/words/find.ts'
import { findPerson } from '../../usecases/find/find-person.ts'
import { renderChoice } from '../../views/choose-person/blocks.ts'
import { beholderOf, edgeReply } from '../find-replies.ts'
import type { Shell } from '../shell/enter.ts'
import { onCommand } from '../shell/on-command.ts'
import { profileReply } from '../show-profile.ts'

/** `/candidate <name, e-mail or phone>`: the profile, or a list to choose from. */
export function registerCandidate(app: Pick<App, 'command'>, shell: Shell): void {
  onCommand(app, shell, '/candidate', async ({ ctx, command, ack }) => {
    await ack()
    if (!may(ctx.actor.roles, 'candidate.read')) return { text: listRefusals.notAllowed }
    const asked = normaliseSlash(command.text).replace(/\s+/g, ' ').slice(0, 400)
    if (asked === '' || /^help$/i.test(asked)) return { text: choose.usage }
    const found = await findPerson(ctx, { words: asked })
    if (!found.ok) return edgeReply(found.refusal)
    if (found.value.kind !== 'one') return renderChoice(found.value, asked, beholderOf(ctx))
    return profileReply(ctx, { candidateId: found.value.person.id })
  })
}
