import { channelForPayload } from '../app/payloads.ts'
import type { Act, ActResult, UserId } from '../contract.ts'
import { respond } from '../messages/respond.ts'
import { SlackError } from '../slack-error.ts'
import { channelOf, type Workspace } from '../workspace.ts'
import { escapeTyped } from './escape.ts'
import { errorCode } from './failures.ts'
import { OK, refused } from './result.ts'

/** Runs a slash command where somebody typed it. */
export async function runCommand(
  ws: Workspace,
  as: UserId,
  what: Extract<Act, { kind: 'command' }>,
): Promise<ActResult> {
  const channel = channelOf(ws, what.channel)
  if (!channel?.members.includes(as)) return refused('You are not in that conversation.')
  if (channel.isArchived) return refused('That channel is archived.')
  const declared = ws.manifest.features.slash_commands.find((c) => c.command === what.command)
  if (!declared) {
    const notice = `${what.command} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.`
    ws.world.notice(as, notice)
    return refused(notice)
  }
  const target = { user: as, channel: channel.id }
  const payload = {
    token: 'simulator',
    team_id: ws.team.id,
    team_domain: ws.team.domain,
    channel_id: channel.id,
    channel_name: channelForPayload(ws, channel.id).name,
    user_id: as,
    user_name: ws.world.state.people.get(as)?.name ?? '',
    command: what.command,
    text: escapeTyped(ws, what.text.trim(), declared.should_escape),
    api_app_id: ws.app.id,
    is_enterprise_install: 'false',
    response_url: ws.responseUrls.issue(target),
    trigger_id: ws.triggers.issue({ user: as, channel: channel.id }),
  }
  const answer = await ws.delivery.request({ type: 'slash_commands', payload })
  if (answer.kind !== 'acked') return fail(ws, as, what.command, errorCode(answer))
  if (answer.payload === undefined) return OK
  try {
    respond(ws, target, answer.payload)
    return OK
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    ws.log(`${what.command} was answered with what Slack refuses: ${error.message}`)
    return fail(ws, as, what.command, 'invalid_command_response')
  }
}

function fail(ws: Workspace, as: UserId, command: string, code: string): ActResult {
  const notice = `${command} failed with the error "${code}"`
  ws.world.notice(as, notice)
  return refused(notice)
}
