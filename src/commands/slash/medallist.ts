import type { App } from '@slack/bolt'
import { nearest, normaliseSlash } from '../../domain/shared/text.ts'
import { help } from '../../domain/shared/words/home.ts'
import { medallistNotYet } from '../../domain/shared/words/not-here-yet.ts'
import { asTyped, section, small } from '../../views/mrkdwn.ts'
import { barredCompaniesReply } from '../barred-companies.ts'
import { clockJobsReply } from '../clock-jobs.ts'
import { customFieldsReply } from '../custom-fields.ts'
import { duplicatesReply } from '../duplicates.ts'
import { handOverReply } from '../hand-over.ts'
import { learnedSkillsReply } from '../learned-skills.ts'
import { notHereYet } from '../not-here-yet.ts'
import { nudgeWayReply } from '../nudge-way.ts'
import { rolesReply } from '../roles.ts'
import { sampleDataReply } from '../sample-data.ts'
import { openSettings } from '../settings.ts'
import { setupReply } from '../setup.ts'
import type { Shell } from '../shell/enter.ts'
import { onCommand } from '../shell/on-command.ts'
import type { Reply } from '../shell/tell.ts'
import { watchCommand } from '../watch.ts'

const USES = [
  'help',
  'setup',
  'doctor',
  'settings',
  'sample-data',
  'roles',
  'nudge',
  'do-not-contact',
  'duplicates',
  'watch',
  'skills',
  'fields',
  'hand-over',
  'jobs',
] as const

/** `/medallist help`: every command and shortcut that this person may use. */
export function registerMedallist(app: Pick<App, 'command'>, shell: Shell): void {
  onCommand(app, shell, '/medallist', async ({ ctx, client, command, ack, respond }): Promise<Reply | undefined> => {
    const text = normaliseSlash(command.text)
    const [word = '', ...rest] = text.split(/\s+/)
    if (word.toLowerCase() === 'roles') return rolesReply({ ctx, shell, teamId: command.team_id }, rest)
    if (word.toLowerCase() === 'setup' || word.toLowerCase() === 'doctor') {
      // Nothing is changed by looking, and Slack is asked several things.
      await ack()
      return setupReply(ctx, client)
    }
    if (word.toLowerCase() === 'nudge') return nudgeWayReply(ctx, rest.join(' ').toLowerCase())
    if (word.toLowerCase() === 'sample-data')
      return sampleDataReply({ ctx, ack, respond }, rest.join(' ').toLowerCase())
    if (word.toLowerCase() === 'settings') return openSettings(ctx, client, command.trigger_id)
    if (word.toLowerCase() === 'jobs') return clockJobsReply({ ctx, ack }, rest)
    if (word.toLowerCase() === 'duplicates') {
      await ack()
      return duplicatesReply(ctx)
    }
    if (word.toLowerCase() === 'hand-over')
      return handOverReply(
        { ctx, shell, client, teamId: command.team_id, triggerId: command.trigger_id },
        rest.join(' '),
      )
    if (word.toLowerCase() === 'watch')
      return watchCommand({ ctx, client, triggerId: command.trigger_id }, rest.join(' '))
    if (word.toLowerCase() === 'skills') return learnedSkillsReply(ctx, rest.join(' '))
    if (word.toLowerCase() === 'fields') return customFieldsReply(ctx, rest.join(' '))
    if (word.toLowerCase() === 'do-not-contact') return barredCompaniesReply(ctx, rest.join(' '))
    if (word !== '' && word.toLowerCase() !== 'help') {
      const asking = { roles: ctx.actor.roles, permission: 'candidate.read' } as const
      return { text: notHereYet(medallistNotYet, word, asking) ?? help.unknown(asTyped(word), nearest(word, USES)) }
    }
    const lines = help.lines(ctx.actor.roles)
    return {
      text: [help.heading, ...lines].join('\n'),
      blocks: [section([help.heading, ...lines].join('\n')), small(help.promise)],
    }
  })
}
