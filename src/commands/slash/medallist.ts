import type { App } from '@slack/bolt'
import { escapeMrkdwn, nearest, normaliseSlash, truncate } from '../../domain/shared/text.ts'
import { help } from '../../domain/shared/words/home.ts'
import { section, small } from '../../views/mrkdwn.ts'
import { rolesReply } from '../roles.ts'
import { onCommand, type Reply, type Shell } from '../shell.ts'

const USES = ['help', 'roles'] as const

/** `/medallist help`: every command and shortcut that this person may use. */
export function registerMedallist(app: Pick<App, 'command'>, shell: Shell): void {
  onCommand(app, shell, '/medallist', async ({ ctx, command }): Promise<Reply> => {
    const text = normaliseSlash(command.text)
    const [word = '', ...rest] = text.split(/\s+/)
    if (word.toLowerCase() === 'roles') return rolesReply({ ctx, shell, teamId: command.team_id }, rest)
    if (word !== '' && word.toLowerCase() !== 'help') {
      const typed = escapeMrkdwn(truncate(word.replaceAll('`', "'"), 100))
      return { text: help.unknown(typed, nearest(word, USES)) }
    }
    const lines = help.lines(ctx.actor.roles)
    return {
      text: [help.heading, ...lines].join('\n'),
      blocks: [section([help.heading, ...lines].join('\n')), small(help.promise)],
    }
  })
}
